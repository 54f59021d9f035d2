/** What a server takes when it is not told otherwise. */
export const DEFAULTS = { maxBytes: 1 << 20, maxRows: 1000 } as const;
