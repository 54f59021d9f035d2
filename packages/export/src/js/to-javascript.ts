import { Module } from '@kindling/nn';
import { ArgumentError } from '@kindling/tensor-core';
import { Classifier } from '@kindling/train';
import { type Exportable, noModel } from '../exportable.js';
import { pipelineOf } from '../pipeline.js';
import type { Step } from '../steps/step.js';
import { stepsOf } from '../steps/steps-of.js';
import { CLASSIFIER, MODULE, NETWORK } from './runtime.js';

/**
 * A model as the text of a JavaScript module that depends on nothing, for Node, pages and workers.
 *
 * Of a {@link Classifier} the module exports `predictProba(rows)` and `predict(rows)` of rows as objects, `target`,
 * `labels`, `threshold` and `columns`; what does not fit is a `RowError` with `row` and `column`. Of a network of dense
 * layers it exports `predict(rows)` of rows as lists of numbers.
 *
 * @throws `ArgumentError` for what is no model, and for a layer that it does not know, naming it.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { toJavaScript } from '@kindling/export';
 * import { setBackend } from '@kindling/tensor-core';
 * import { classifier } from '@kindling/train';
 * setBackend(await cpu());
 * const rows = Array.from({ length: 60 }, (_, i) => ({ size: i % 20, kind: i % 20 > 9 ? 'large' : 'small' }));
 * const model = await classifier({ epochs: 60 }).fit(rows, { target: 'kind', positive: 'large' });
 * const text = await toJavaScript(model);
 * const { predict } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
 * console.log(predict([{ size: 2 }, { size: 18 }])); // => [ 'small', 'large' ]
 * ```
 */
export async function toJavaScript(model: Exportable): Promise<string> {
  const weights = new Weights();
  let plain: unknown;
  if (model instanceof Classifier) {
    const { members, ...rest } = await pipelineOf('toJavaScript', model);
    plain = { ...rest, members: members.map((steps) => plainSteps(steps, weights)) };
  } else if (model instanceof Module) {
    plain = { steps: plainSteps(await stepsOf('toJavaScript', model), weights) };
  } else noModel('toJavaScript', model);
  return [
    '// Written by Kindling. It depends on nothing, and runs in Node, pages and workers.',
    // A script element that holds the module must not end in the middle of it.
    `const MODEL = JSON.parse(${JSON.stringify(JSON.stringify(plain)).replaceAll('<', '\\u003c')});`,
    `const WEIGHTS = '${weights.base64()}';`,
    NETWORK,
    model instanceof Classifier ? CLASSIFIER : MODULE,
  ].join('\n');
}

/** All weights one after the other. */
class Weights {
  private readonly parts: Float32Array[] = [];
  private length = 0;

  /** Where they lie. */
  add(values: Float32Array): [from: number, length: number] {
    this.parts.push(values);
    this.length += values.length;
    return [this.length - values.length, values.length];
  }

  base64(): string {
    const view = new DataView(new ArrayBuffer(4 * this.length));
    let at = 0;
    for (const part of this.parts) for (const value of part) view.setFloat32(4 * at++, value, true);
    let text = '';
    for (let i = 0; i < view.byteLength; i++) text += String.fromCharCode(view.getUint8(i));
    return btoa(text);
  }
}

/** Rows are flat as they are. */
function plainSteps(steps: readonly Step[], weights: Weights): object[] {
  return steps.filter(({ op }) => op !== 'flatten').map((step) => plainStep(step, weights));
}

/** A step as the module reads it, its weights as places. */
function plainStep(step: Step, weights: Weights): object {
  switch (step.op) {
    case 'linear':
      return { ...step, weight: weights.add(step.weight), bias: step.bias === null ? null : weights.add(step.bias) };
    case 'batchNorm': {
      const { scale, shift, mean, variance, eps } = step;
      const factor = scale.map((value, i) => value / Math.sqrt(variance[i]! + eps));
      return { op: 'affine', mean: weights.add(mean), factor: weights.add(factor), shift: weights.add(shift) };
    }
    case 'layerNorm':
      if (step.shape.length === 1) {
        const { op, scale, shift, eps } = step;
        return { op, eps, scale: weights.add(scale), shift: shift === null ? null : weights.add(shift) };
      }
      break;
    case 'softmax':
    case 'logSoftmax':
      if (step.dim === 1 || step.dim === -1) return step;
      break;
    case 'conv2d':
    case 'maxPool2d':
    case 'avgPool2d':
    case 'globalMean':
    case 'flatten':
      break;
    default:
      return step;
  }
  throw new ArgumentError(
    `toJavaScript: ${step.op} cannot be exported; the module knows dense layers on rows of numbers. toOnnx knows images`,
  );
}
