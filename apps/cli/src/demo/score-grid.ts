import type { Module } from '@kindling/nn';
import { noGrad, tensor } from '@kindling/tensor-core';
import type { Grid } from '@kindling/viz';

/** How many points a model is asked at a time, so that wide layers do not need the memory for a whole grid. */
const batch = 4096;

/** What a model answers at every point of a grid. */
export async function scoreGrid(model: Module, grid: Grid): Promise<Float32Array> {
  const scores = new Float32Array(grid.shape[0]);
  for (let start = 0; start < scores.length; start += batch) {
    const end = Math.min(start + batch, scores.length);
    const part = tensor(grid.points.subarray(2 * start, 2 * end)).reshape(-1, 2);
    scores.set((await noGrad(() => model(part)).data()) as Float32Array, start);
  }
  return scores;
}
