/**
 * The Sonar data alone, for programs that need nothing else of the package.
 *
 * @module
 */
import type { DataTable } from '../to-tensors.js';
import { SONAR_ROWS } from './sonar-rows.js';

const BANDS = 60;

/**
 * The Sonar data: 208 sonar returns from a metal cylinder (M, a mine, 111 rows) or a rock (R, 97 rows), each as the
 * energy in 60 frequency bands, from 0 to 1 with four decimals, in the order of UCI's file (the rocks first).
 *
 * Synchronous, without reading a file; every call makes fresh arrays.
 * Source: R. P. Gorman and T. J. Sejnowski (1988), Connectionist Bench (Sonar, Mines vs. Rocks), UCI Machine Learning
 * Repository, doi 10.24432/C5T01Q, CC BY 4.0.
 *
 * @returns 208 rows of 60 columns, with labels `M` and `R`.
 * @example
 * ```ts
 * import { loadSonar } from '@kindling/data';
 * const sonar = loadSonar();
 * console.log(sonar.rows, sonar.columns, sonar.labels[0], sonar.labels[207]); // => 208 60 R M
 * console.log(sonar.data.slice(0, 4)); // => Float64Array(4) [ 0.02, 0.0371, 0.0428, 0.0207 ]
 * ```
 */
export function loadSonar(): DataTable {
  const rows = SONAR_ROWS.split('\n');
  const data = new Float64Array(rows.length * BANDS);
  const labels = rows.map((row, i) => {
    const bytes = atob(row.slice(1));
    for (let j = 0; j < BANDS; j++) {
      data[i * BANDS + j] = (bytes.charCodeAt(2 * j) + 256 * bytes.charCodeAt(2 * j + 1)) / 10000;
    }
    return row.charAt(0);
  });
  const featureNames = Array.from({ length: BANDS }, (_, j) => `band ${j + 1}`);
  return { data, rows: rows.length, columns: BANDS, featureNames, labels };
}
