// The one door for script addresses under Trusted Types: the service worker and the workers of the app, all files of
// our own origin. Markup and code as strings have no door at all, so the browser refuses them.

interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => unknown;
}

/** Passes an address of our own origin that names a script, and throws on any other. */
export function ownScript(address: string, base: string): string {
  const url = new URL(address, base);
  const isOwn = url.origin === new URL(base).origin && /\.(m?js|tsx?)$/.test(url.pathname);
  if (!isOwn) throw new TypeError(`Not a script of this app: ${url.href}`);
  return url.href;
}

/** Makes the policy that the header `trusted-types default` allows. Call before any worker is made. */
export function trustOwnScripts(scope: object = globalThis): void {
  if (!('trustedTypes' in scope)) return;
  const factory = scope.trustedTypes as PolicyFactory;
  factory.createPolicy('default', { createScriptURL: (address) => ownScript(address, location.href) });
}
