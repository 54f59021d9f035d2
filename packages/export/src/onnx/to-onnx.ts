import { checkOptions, type Known, wrong } from '@internal/arguments';
import { type AnyModule, Module } from '@kindling/nn';
import { ArgumentError } from '@kindling/tensor-core';
import { Classifier } from '@kindling/train';
import { type Exportable, noModel } from '../exportable.js';
import { pipelineOf } from '../pipeline.js';
import type { Step } from '../steps/step.js';
import { stepsOf } from '../steps/steps-of.js';
import { addSteps } from './add-steps.js';
import { encodeClassifier } from './classifier.js';
import { Graph } from './graph.js';

/** What {@link toOnnx} may be told of a network. */
export interface ToOnnxOptions {
  /** The sizes of its input without the batch's; default what its first layer says. */
  readonly inputShape?: readonly number[];
}

const known: Known<ToOnnxOptions> = { inputShape: 1 };

/**
 * A model as an ONNX file (opset 17), for onnxruntime and all that reads the format.
 *
 * Of a {@link Classifier} the file holds the whole pipeline: its inputs are the table's columns, each [rows, 1]; 64-bit
 * numbers, NaN where one is missing, days since 1970-01-01 for dates, 0 and 1 for truth values; texts, empty where one is missing. Its outputs are
 * `label` [rows] and `probability` [rows], that of the positive class. Of a network (`Sequential` of known layers, in
 * evaluation mode) `input` comes in and `output` out, in 32 bits.
 *
 * @throws `ArgumentError` for what is no model, and for a layer that has no counterpart, naming it.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { toOnnx } from '@kindling/export';
 * import { Linear, ReLU, Sequential } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const file = await toOnnx(new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 1)));
 * console.log(file instanceof Uint8Array, file.length > 100); // => true true
 * ```
 */
export async function toOnnx(model: Exportable, options: ToOnnxOptions = {}): Promise<Uint8Array> {
  checkOptions(ArgumentError, 'toOnnx', options, known);
  if (model instanceof Classifier) {
    if (options.inputShape !== undefined)
      throw new ArgumentError('toOnnx: a classifier has an input for each column, and no inputShape');
    return encodeClassifier(await pipelineOf('toOnnx', model));
  }
  if (!(model instanceof Module)) noModel('toOnnx', model);
  return encodeNetwork(model, options);
}

async function encodeNetwork(model: AnyModule, { inputShape }: ToOnnxOptions): Promise<Uint8Array> {
  const steps = await stepsOf('toOnnx', model);
  const sound = (sizes: unknown): boolean =>
    Array.isArray(sizes) && sizes.length > 0 && sizes.every((size) => Number.isSafeInteger(size) && size > 0);
  if (inputShape !== undefined && !sound(inputShape))
    wrong(ArgumentError, 'toOnnx', 'inputShape', 'a list of sizes such as [3, 32, 32]', inputShape);
  const dims = inputShape === undefined ? shapeOf(steps) : ['batch', ...inputShape];
  const input = { name: 'input', type: 'float' as const, ...(dims === undefined ? {} : { dims }) };
  const graph = new Graph([input], [{ name: 'output', type: 'float' }]);
  graph.add('Identity', [addSteps(graph, steps, 'input')], {}, 'output');
  return graph.encode('network', {});
}

/** The input's sizes, as far as the first layer with weights says. */
function shapeOf(steps: readonly Step[]): (number | string)[] | undefined {
  const first = steps.find((step) => 'weight' in step);
  if (first?.op === 'conv2d') return ['batch', first.shape[1]! * first.groups, 'height', 'width'];
  return first?.op === 'linear' && steps.indexOf(first) === 0 ? ['batch', first.inputs] : undefined;
}
