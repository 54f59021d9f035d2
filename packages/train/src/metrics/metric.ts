import { wrong } from '@internal/arguments';
import type { StreamingMetric } from '@kindling/metrics';
import { ArgumentError, type TypedArray } from '@kindling/tensor-core';

/** Numbers of a tensor that have been read: what a {@link Metric} gets, and what `@kindling/metrics` takes. */
export interface Values {
  /** `[rows, …]`. */
  readonly shape: readonly number[];
  /** The numbers, row after row. */
  dataSync(): TypedArray;
}

/** A number that says how good predictions are. Arguments are in the order of `@kindling/metrics`: the truth first. */
export type Metric = (target: Values, prediction: Values) => number;

/**
 * Metrics by name: functions of all rows together, or metrics of `@kindling/metrics` that are told of the rows batch by
 * batch and so keep less of them in memory.
 */
export type Metrics<Name extends string = string> = Readonly<Record<Name, Metric | StreamingMetric>>;

/** Whether it is told of rows batch by batch. */
export function isStreaming(metric: Metric | StreamingMetric): metric is StreamingMetric {
  return typeof metric === 'object' && metric !== null && typeof metric.update === 'function';
}

/** A metric of what `change` makes of the predictions. */
export function ofChanged(where: string, metric: Metric | StreamingMetric, change: (prediction: Values) => Values) {
  if (typeof metric !== 'function' && typeof metric?.update !== 'function')
    wrong(ArgumentError, where, 'the metric', 'a function or one such as new StreamingAccuracy()', metric);
  if (!isStreaming(metric)) return (target: Values, prediction: Values) => metric(target, change(prediction));
  const streaming: StreamingMetric = {
    reset: () => metric.reset(),
    update: (target, prediction, weight) => metric.update(target, change(asValues(prediction)), weight),
    compute: () => metric.compute(),
  };
  return streaming;
}

function asValues(prediction: Parameters<StreamingMetric['update']>[1]): Values {
  if ('dataSync' in prediction) return prediction as Values;
  return { shape: [prediction.length], dataSync: () => Float64Array.from(prediction as ArrayLike<number>) };
}

/** Values from rows that were read batch by batch. */
export function joinValues(parts: readonly Values[]): Values {
  const [first] = parts;
  if (first === undefined) return { shape: [0], dataSync: () => new Float32Array(0) };
  if (parts.length === 1) return first;
  const arrays = parts.map((part) => part.dataSync());
  const joined = new (arrays[0]!.constructor as new (size: number) => TypedArray)(sum(arrays.map((a) => a.length)));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return { shape: [sum(parts.map((part) => part.shape[0]!)), ...first.shape.slice(1)], dataSync: () => joined };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
