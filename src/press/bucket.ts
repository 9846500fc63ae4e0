// Which of the 64 program chunks a program is in. Both sides of the catalog use this rule.
import { createHash } from 'node:crypto';

export const BUCKETS = 64;

/** First byte of the SHA-256 of the pid (UTF-8) → two hex digits, `00`–`3f`: its low six bits. */
export const bucketOfByte = (firstByte: number): string => (firstByte & 63).toString(16).padStart(2, '0');

export const bucketOf = (pid: string): string =>
  bucketOfByte(createHash('sha256').update(pid, 'utf8').digest()[0] ?? 0);
