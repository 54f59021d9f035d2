/**
 * The Wisconsin breast cancer data alone, for programs that need it.
 *
 * @module
 */
import { type Column, codedColumn, numericColumn } from '../table/column.js';
import { Table } from '../table/table.js';
import { BREAST_CANCER_ROWS } from './breast-cancer-rows.js';

const MEASURES = [
  ...['radius', 'texture', 'perimeter', 'area', 'smoothness'],
  ...['compactness', 'concavity', 'concave points', 'symmetry', 'fractal dimension'],
];

/**
 * Breast Cancer Wisconsin (Diagnostic): ten measures of the cell nuclei in 569 images of biopsies, each as mean, standard error and worst
 * value, and the diagnosis: `malignant` (212 rows) or `benign` (357).
 *
 * Synchronous, without reading a file; every call makes a fresh table.
 * Source: W. Wolberg, O. Mangasarian, N. Street and W. Street (1993), UCI Machine Learning Repository, doi 10.24432/C5DW2B, CC BY 4.0.
 *
 * @returns 569 rows of 30 numeric columns and `diagnosis`.
 * @example
 * ```ts
 * import { loadBreastCancer } from '@kindling/data/breast-cancer';
 *
 * const table = loadBreastCancer();
 * console.log(table.shape, table.get(0, 'mean radius'), table.get(0, 'diagnosis')); // => [ 569, 31 ] 17.99 malignant
 * ```
 */
export function loadBreastCancer(): Table {
  const [labels, ...lines] = BREAST_CANCER_ROWS.split('\n');
  const names = ['mean', 'error', 'worst'].flatMap((kind) =>
    MEASURES.map((measure) => (kind === 'error' ? `${measure} error` : `${kind} ${measure}`)),
  );
  const columns = lines.map((line, j): Column => {
    const [digits, size] = [Number(line[0]), Number(line[1])];
    const bytes = atob(line.slice(2));
    const values = Float64Array.from({ length: labels!.length }, (_, i) => {
      let value = 0;
      for (let k = size - 1; k >= 0; k--) value = value * 256 + bytes.charCodeAt(i * size + k);
      return value / 10 ** digits;
    });
    return numericColumn(names[j]!, values, 'measured');
  });
  const diagnoses = Array.from(labels!, (label) => (label === 'M' ? 'malignant' : 'benign'));
  return new Table([...columns, codedColumn('diagnosis', 'categorical', diagnoses, 'two classes')]);
}
