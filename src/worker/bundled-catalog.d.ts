// What the build puts in the place of this name: see src/cli/bundled-catalog.mjs.
declare module 'virtual:bundled-catalog' {
  /** The root the app trusts, as published: TUF metadata, JSON. */
  export const root: string;
  /** The timestamp of the release the app was built with. It may have expired long ago: it is a floor, no news. */
  export const timestamp: string;
}
