import { checkOptions, describe, type Known, wrong } from '@internal/arguments';
import { keep, noGrad, Tensor } from '@kindling/tensor-core';
import { formatShape, sameShape } from '@kindling/tensor-core/internal';

/** What weights are averaged of: any module. */
export interface HasWeights {
  namedParameters(): [name: string, parameter: Tensor][];
  namedBuffers(): [name: string, buffer: Tensor][];
}

/** What {@link AveragedModel} may be told. */
export interface AveragedModelOptions {
  /** The new average, from the old one, the weights and how many the average is of; default the mean of all. */
  averageFn?: (average: Tensor, weights: Tensor, count: number) => Tensor;
  /** Whether buffers, such as running means, are averaged like parameters; default false: they are not touched. */
  useBuffers?: boolean;
}

const known: Known<AveragedModelOptions> = { averageFn: 'function', useBuffers: 1 };

/** The mean of all weights so far. */
function mean(average: Tensor, weights: Tensor, count: number): Tensor {
  return average.add(weights.sub(average).div(count + 1));
}

/**
 * The mean of a model's weights over many steps, which often does better than the last ones (stochastic weight averaging,
 * Izmailov et al. 2018); as `torch.optim.swa_utils.AveragedModel`.
 *
 * It has the averages alone, and lends them to the model: for as long as a function runs with `use`, for good with `copyTo`.
 *
 * @throws `TypeError` for something that is no module, or an option of another kind.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { AveragedModel } from '@kindling/optim/swa-utils';
 * import { noGrad, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const model = new Linear(1, 1);
 * const averaged = new AveragedModel(model);
 * for (const value of [1, 2, 6]) {
 *   noGrad(() => model.weight.fill_(value)); // as a step of an optimizer
 *   averaged.update();
 * }
 * console.log(averaged.use(() => model.weight.item()), model.weight.item()); // => 3 6
 * ```
 */
export class AveragedModel {
  readonly #model: HasWeights;
  readonly #averageFn: NonNullable<AveragedModelOptions['averageFn']>;
  readonly #useBuffers: boolean;
  readonly #averages = new Map<string, Tensor>();
  #count = 0;

  constructor(model: HasWeights, options: AveragedModelOptions = {}) {
    const name = this.modelName();
    checkModel(name, model);
    checkOptions(TypeError, name, options, known);
    const { averageFn = mean, useBuffers = false } = options;
    if (typeof averageFn !== 'function') wrong(TypeError, name, 'averageFn', 'a function', averageFn);
    if (typeof useBuffers !== 'boolean') wrong(TypeError, name, 'useBuffers', 'true or false', useBuffers);
    this.#model = model;
    this.#averageFn = averageFn;
    this.#useBuffers = useBuffers;
  }

  /** How often weights were taken into the average. */
  get count(): number {
    return this.#count;
  }

  /** Takes the model's weights as they are now into the average; call it after the optimizer's step. */
  update(): void {
    noGrad(() => {
      for (const [name, weights] of this.#weights()) {
        const average = this.#averages.get(name);
        const now = weights.detach();
        const next = average === undefined ? now.clone() : this.#averageFn(average, now, this.#count);
        if (!(next instanceof Tensor) || !sameShape(next.shape, weights.shape)) {
          const got = next instanceof Tensor ? formatShape(next.shape) : describe(next);
          throw new TypeError(`averageFn: ${name} must stay ${formatShape(weights.shape)}, got ${got}`);
        }
        // What the caller's function returns may be the average itself, or the weights.
        this.#averages.set(name, keep(next === now ? next.clone() : next));
      }
    });
    this.#count++;
  }

  /**
   * Runs a function while the model has the averages, and then gives it its own weights back, also after an error.
   *
   * @param run - may be async; the weights go back when it has ended. The model must not be trained in it.
   * @returns what it returns.
   */
  use<T>(run: () => T): T {
    if (typeof run !== 'function') wrong(TypeError, `${this.modelName()}.use`, 'what is run', 'a function', run);
    const own = this.#weights().map(([, weights]) => [weights, noGrad(() => keep(weights.clone()))] as const);
    const putBack = (): void => noGrad(() => own.forEach(([weights, before]) => void weights.copy_(before)));
    let result: T;
    try {
      this.copyTo(this.#model);
      result = run();
    } catch (error) {
      putBack();
      throw error;
    }
    if (result instanceof Promise) return result.finally(putBack) as T;
    putBack();
    return result;
  }

  /**
   * Gives a model the averages: that which they are of, or another of the same kind.
   *
   * @throws `RangeError` when nothing was averaged yet, or the model has no such weights; nothing is changed then.
   */
  copyTo(model: HasWeights): void {
    checkModel(`${this.modelName()}.copyTo`, model);
    const name = `${this.modelName()}: `;
    if (this.#count === 0) throw new RangeError(`${name}nothing is averaged yet: call update() after a step`);
    const found = new Map([...model.namedParameters(), ...model.namedBuffers()]);
    for (const [key, average] of this.#averages) {
      const weights = found.get(key);
      if (weights !== undefined && sameShape(weights.shape, average.shape)) continue;
      const has = weights === undefined ? 'no such weights' : formatShape(weights.shape);
      throw new RangeError(`${name}'${key}' is ${formatShape(average.shape)}, the model has ${has}`);
    }
    noGrad(() => {
      for (const [key, average] of this.#averages) found.get(key)!.copy_(average);
    });
  }

  /** The averages by the names of the weights, and their count: tensors that are this object's own. */
  stateDict(): { averages: Record<string, Tensor>; count: number } {
    return { averages: Object.fromEntries(this.#averages), count: this.#count };
  }

  /**
   * Goes on from where a state dict was taken, with copies of its tensors.
   *
   * @throws `TypeError` or `RangeError` when it does not fit the model; nothing is changed then.
   */
  loadStateDict(state: { averages: Readonly<Record<string, Tensor>>; count: number }): void {
    const name = `${this.modelName()}.loadStateDict`;
    if (typeof state?.averages !== 'object' || state.averages === null) {
      wrong(TypeError, name, 'the state dict', 'an object of averages and count', state);
    }
    const { averages, count } = state;
    if (!Number.isInteger(count) || count < 0) wrong(RangeError, name, 'the count', 'a whole number from 0', count);
    const weights = count === 0 ? [] : this.#weights();
    const odd = Object.keys(averages).find((key) => !weights.some(([own]) => own === key));
    if (odd !== undefined) throw new RangeError(`${name}: the model has no weights ${describe(odd)}`);
    const loaded = weights.map(([key, own]): [string, Tensor] => {
      const average = Object.hasOwn(averages, key) ? averages[key] : undefined;
      if (!(average instanceof Tensor)) wrong(TypeError, name, `the average of '${key}'`, 'a tensor', average);
      if (!sameShape(average.shape, own.shape) || average.dtype !== own.dtype) {
        const [is, wanted] = [average, own].map((one) => `${one.dtype} ${formatShape(one.shape)}`);
        throw new RangeError(`${name}: '${key}' is ${is}, the model's ${wanted}`);
      }
      return [key, average];
    });
    this.#averages.clear();
    noGrad(() => {
      for (const [key, average] of loaded) this.#averages.set(key, keep(average.detach().clone()));
    });
    this.#count = count;
  }

  /** How messages call it. */
  protected modelName(): string {
    return 'AveragedModel';
  }

  #weights(): [string, Tensor][] {
    const parameters = this.#model.namedParameters();
    return this.#useBuffers ? [...parameters, ...this.#model.namedBuffers()] : parameters;
  }
}

function checkModel(name: string, model: HasWeights): void {
  const fits = typeof model?.namedParameters === 'function' && typeof model.namedBuffers === 'function';
  if (!fits) wrong(TypeError, name, 'the model', 'a module', model);
}
