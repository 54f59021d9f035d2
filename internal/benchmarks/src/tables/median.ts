/** The median time of some runs in milliseconds, after one that does not count. */
export async function medianOf(times: number, run: () => unknown): Promise<number> {
  await run();
  const found: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await run();
    found.push(performance.now() - began);
  }
  return found.sort((a, b) => a - b)[times >> 1]!;
}
