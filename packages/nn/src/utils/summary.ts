import { wrong } from '@internal/arguments';
import { type DType, noGrad, Tensor, zeros } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';
import { checkNames } from '../checks.js';
import { type AnyModule, Module } from '../module.js';
import { onForward } from './on-forward.js';

/** A layer in the order in which it was called. */
export interface LayerSummary {
  /** Its path in the model, `''` for the model itself. */
  readonly path: string;
  /** How it calls itself. */
  readonly name: string;
  /** The shape of what it returned; `null` where that is no tensor. */
  readonly outputShape: readonly number[] | null;
  /** How many numbers its own parameters are; 0 where it was called before. */
  readonly parameters: number;
}

/** What {@link summary} says; `String(it)` is the table. */
export interface ModelSummary {
  readonly layers: readonly LayerSummary[];
  /** How many numbers all parameters are, shared ones once. */
  readonly parameters: number;
  /** Those of them that require gradients. */
  readonly trainable: number;
  /** The table. */
  toString(): string;
}

const count = (tensors: readonly Tensor[]): number => tensors.reduce((total, one) => total + one.numel(), 0);

/**
 * A table of a model's layers, what shape each makes of an input, and how many parameters it has, as Keras prints it.
 *
 * The model is called once with zeros, in evaluation and without gradients: nothing in it changes.
 *
 * @param inputShape - of a whole batch, such as `[32, 1, 28, 28]`.
 * @param options - `dtype` of the input, such as `'int32'` for embeddings; default that of the parameters.
 * @throws `TypeError` for something that is no module or no shape.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear, ReLU, Sequential } from '@kindling/nn';
 * import { summary } from '@kindling/nn/utils';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const model = new Sequential(new Linear(2, 100), new ReLU(), new Linear(100, 1));
 * console.log(String(summary(model, [32, 2])));
 * // => Layer       Output shape  Parameters
 * //    ------------------------------------
 * //    0 (Linear)  [32, 100]            300
 * //    1 (ReLU)    [32, 100]              0
 * //    2 (Linear)  [32, 1]              101
 * //    ------------------------------------
 * //    Parameters: 401, trainable: 401
 * ```
 */
export function summary(
  model: Module<[Tensor], unknown>,
  inputShape: readonly number[],
  options: { dtype?: DType } = {},
): ModelSummary {
  if (!((model as unknown) instanceof Module)) wrong(TypeError, 'summary', 'the model', 'a module', model);
  const isShape = Array.isArray(inputShape) && inputShape.every((n) => Number.isInteger(n) && n >= 0);
  if (!isShape) wrong(TypeError, 'summary', 'the shape of the input', 'an array of whole numbers', inputShape);
  checkNames('summary', options, { dtype: 1 });
  const parameters = model.parameters();
  const modules = model.namedModules();
  const modes = modules.map(([, module]) => module.training);
  const layers: LayerSummary[] = [];
  const seen = new Set<AnyModule>();
  const handles: { remove(): void }[] = [];
  try {
    for (const [path, module] of modules) {
      const own = count(module.ownParameters().map(([, parameter]) => parameter));
      // What only passes on to others would count their work twice.
      if (module.children().length > 0 && own === 0) continue;
      const note = (_: unknown, __: unknown, y: unknown): void => {
        const outputShape = y instanceof Tensor ? [...y.shape] : null;
        layers.push({ path, name: module.moduleName(), outputShape, parameters: seen.has(module) ? 0 : own });
        seen.add(module);
      };
      handles.push(onForward(module as unknown as Module, note));
    }
    model.eval();
    const [first] = parameters;
    const { dtype = first?.dtype ?? 'float32' } = options;
    noGrad(() => model(zeros(inputShape, first === undefined ? { dtype } : { dtype, backend: first.backend })));
  } finally {
    for (const handle of handles) handle.remove();
    modules.forEach(([, module], i) => {
      module.training = modes[i]!;
    });
  }
  const trainable = count(parameters.filter((parameter) => parameter.requiresGrad));
  const whole = { layers, parameters: count(parameters), trainable };
  return { ...whole, toString: () => table(whole) };
}

function table({ layers, parameters, trainable }: Omit<ModelSummary, 'toString'>): string {
  const rows = [
    ['Layer', 'Output shape', 'Parameters'] as const,
    ...layers.map(({ path, name, outputShape, parameters: own }) => {
      const shape = outputShape === null ? '-' : formatShape(outputShape);
      return [path === '' ? name : `${path} (${name})`, shape, String(own)] as const;
    }),
  ];
  const width = (column: 0 | 1 | 2): number => Math.max(...rows.map((row) => row[column].length));
  const [a, b, c] = [width(0), width(1), width(2)];
  const [head, ...body] = rows.map((row) => `${row[0].padEnd(a)}  ${row[1].padEnd(b)}  ${row[2].padStart(c)}`);
  const line = '-'.repeat(a + b + c + 4);
  return [head, line, ...body, line, `Parameters: ${parameters}, trainable: ${trainable}`].join('\n');
}
