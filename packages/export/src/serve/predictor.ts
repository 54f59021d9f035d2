import type { Classifier } from '@kindling/train';
import { toJavaScript } from '../js/to-javascript.js';

/** What the module of a classifier exports. */
export interface Predictor {
  readonly target: string;
  readonly labels: readonly [string | number | boolean, string | number | boolean];
  readonly threshold: number;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: 'number' | 'date' | 'boolean' | 'category';
  }[];
  predictProba(rows: readonly unknown[]): number[];
}

/** Where a row does not fit, as the module says it. */
export interface RowProblem {
  readonly message: string;
  readonly row: number;
  readonly column: string | null;
}

/** Whether an error says where a row does not fit. */
export function isRowProblem(error: unknown): error is RowProblem {
  return error instanceof Error && error.name === 'RowError';
}

/** A classifier in plain JavaScript: for few rows at a time that is much faster than tensors. */
export async function predictorOf(model: Classifier): Promise<Predictor> {
  const text = await toJavaScript(model);
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)) as Predictor;
}
