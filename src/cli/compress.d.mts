export function compressFolder(dir: string): Promise<number>;
