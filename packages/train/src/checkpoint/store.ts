/** A place that keeps one file: {@link checkpointFile}, {@link checkpointInBrowser}, or your own. */
export interface CheckpointStore {
  /** The bytes that were written last; `null` where there are none yet. */
  read(): Promise<Uint8Array | null>;
  /** Replaces them: whatever happens meanwhile, there are afterwards the old bytes or the new, never a part. */
  write(bytes: Uint8Array): Promise<void>;
}
