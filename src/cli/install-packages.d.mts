export const ROOT: string;
export function requireNode(version?: string): void;
export function isOlder(a: string, b: string): boolean;
export function needsInstall(root?: string): boolean;
export function isLinked(root?: string): boolean;
export function installPackages(): void;
export function npm(args: string[], env?: Record<string, string>): number;
