import type { FloatArrays, FloatDtype, Generator } from './generator.js';
import { provideNormals } from './seedrandom.js';
import { fillNormal } from './ziggurat.js';

/** Draws normal values from any generator: the one way to do so here, as it brings what the default engine needs for it. */
export function normals<D extends FloatDtype = 'float32'>(
  generator: Generator,
  n: number,
  mean?: number,
  std?: number,
  dtype?: D,
): FloatArrays[D] {
  provideNormals(fillNormal);
  return generator.normal(n, mean, std, dtype);
}
