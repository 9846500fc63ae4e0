export type BundledCatalog = { root: string; timestamp: string };
export function readBundledCatalog(dir: string): BundledCatalog;
export function bundledCatalog(dir: string): {
  name: string;
  resolveId(source: string): string | undefined;
  load(id: string): string | undefined;
};
