export type HeaderRule = { path: string; headers: [name: string, value: string][] };
export function parseHeaders(text: string): HeaderRule[];
export function readHeaders(file: string): HeaderRule[];
export function headersFor(rules: HeaderRule[], path: string): Record<string, string>;
export function metaPolicy(rules: HeaderRule[]): string;
