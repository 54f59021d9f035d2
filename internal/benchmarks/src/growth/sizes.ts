/** What grows, and through which sizes; the other sizes stay at `usual`. */
export const axes = {
  batch: [1, 4, 16, 64, 256, 1024, 4096],
  width: [8, 32, 128, 512, 2048],
  depth: [1, 2, 4, 8, 16, 32, 64],
  rows: [1000, 10_000, 100_000, 1_000_000],
} as const;

export type Axis = keyof typeof axes;

/** A network of `depth` hidden layers of `width`, trained with Adam on batches of so many rows. */
export const usual = { batch: 128, width: 64, depth: 2, features: 20 } as const;

/** Milliseconds at each size of each axis. */
export type Growth = Readonly<Record<Axis, readonly number[]>>;

/** The sizes to measure: a quick run leaves out the largest of each. */
export function sizesOf(quick: boolean): Readonly<Record<Axis, readonly number[]>> {
  const some = (sizes: readonly number[]): readonly number[] => (quick ? sizes.slice(0, -1) : sizes);
  return { batch: some(axes.batch), width: some(axes.width), depth: some(axes.depth), rows: some(axes.rows) };
}
