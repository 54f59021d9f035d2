/** At most so many of the numbers from 0 to `count - 1`, evenly spread. */
export function spread(count: number, most: number): Int32Array {
  const taken = Math.min(count, most);
  return Int32Array.from({ length: taken }, (_, i) => Math.floor((i * count) / taken));
}
