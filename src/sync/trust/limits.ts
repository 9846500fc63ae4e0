// Every limit of an update, with its unit. A server may be slow, endless or wrong; what it costs us ends here.
export const LIMITS = {
  /** Bytes of one file of metadata, by role. */
  rootBytes: 512 * 1024,
  timestampBytes: 16 * 1024,
  snapshotBytes: 2 * 1024 * 1024,
  targetsBytes: 5 * 1024 * 1024,
  /** New roots that one refresh follows; the next goes on from there. */
  rootRotations: 256,
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
