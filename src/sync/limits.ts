// Every limit of a catalog installation, with its unit. A server may be slow, endless or wrong; what it costs us ends
// here.
export const LIMITS = {
  /** Bytes of `index.json`. */
  indexBytes: 256 * 1024,
  /** Bytes an index may declare for one chunk. */
  chunkBytes: 2 * 1024 * 1024,
  /** Bytes an index may declare for all chunks together. */
  catalogBytes: 48 * 1024 * 1024,
  /** Chunks an index may name. */
  chunks: 512,
  /** Milliseconds without a byte before a request is given up. */
  stallMs: 10_000,
  /** Milliseconds one request may take altogether. */
  requestMs: 60_000,
  /** Requests under way at once. */
  parallel: 4,
} as const;
