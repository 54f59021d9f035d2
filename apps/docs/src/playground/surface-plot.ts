import { type Scene, surface } from '@kindling/viz';
import type { Look } from './plots.js';
import type { Run } from './run.js';

/** The probability over the square, as hills. */
export function surfaceOf(run: Run | undefined, look: Look): Scene {
  const { ready, frame } = run ?? {};
  const size = 20;
  const extent = ready?.extent ?? 1.5;
  const side = Math.sqrt(frame?.field.length ?? 4);
  const axis = Array.from({ length: size }, (_, i) => extent * ((2 * i) / (size - 1) - 1));
  const values = Float32Array.from({ length: size * size }, (_, i) => {
    const at = (k: number): number => Math.round((k * (side - 1)) / (size - 1));
    const logit = frame?.field[at(Math.floor(i / size)) * side + at(i % size)] ?? 0;
    return 1 / (1 + Math.exp(-logit));
  });
  return surface({
    ...look,
    title: 'Probability of class 1',
    grid: { x: axis, y: axis },
    probabilities: values,
    faces: 20,
  });
}
