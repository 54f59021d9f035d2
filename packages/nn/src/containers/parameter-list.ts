import { wrong } from '@internal/arguments';
import { Tensor } from '@kindling/tensor-core';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { positionOf } from './entries.js';

/** PyTorch's names of dtypes. */
const described = ({ dtype, shape }: Tensor): string => `[torch.${dtype} of size ${shape.join('x')}]`;

/**
 * A list of parameters that belong to the module it is a field of; it cannot be called; `torch.nn.ParameterList`.
 *
 * State dicts name them by their positions: `weights.0`.
 *
 * @throws `TypeError` for something that is no tensor, `DTypeError` for one that cannot be learned.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Module, ParameterList } from '@kindling/nn';
 * import { ones, setBackend, type Tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * class Sums extends Module {
 *   weights = new ParameterList([1, 2].map(() => ones(3)));
 *   forward(x: Tensor): Tensor {
 *     return [...this.weights].reduce((sum, weight) => sum.add(x.mul(weight)), x);
 *   }
 * }
 * const sums = new Sums();
 * console.log(Object.keys(sums.stateDict())); // => [ 'weights.0', 'weights.1' ]
 * console.log(sums(ones(3)).tolist()); // => [ 3, 3, 3 ]
 * ```
 */
export class ParameterList extends Module<[], never> {
  static override readonly name: string = 'ParameterList';
  readonly #parameters: Parameter[] = [];

  /** @param tensors - parameters, or tensors that become parameters and share their elements with them. */
  constructor(tensors: Iterable<Tensor> = []) {
    super();
    this.extend(tensors);
  }

  /** The number of parameters. */
  override get length(): number {
    return this.#parameters.length;
  }

  /**
   * The parameter at a position, counted from the end where negative.
   *
   * @throws `RangeError` for a position that is not there.
   */
  at(index: number): Parameter {
    return this.#parameters[positionOf('ParameterList', this.#parameters, index)]!;
  }

  /** Puts another parameter at a position that is there. */
  set(index: number, tensor: Tensor): this {
    const at = positionOf('ParameterList', this.#parameters, index);
    this.#parameters[at] = asParameter(tensor, at);
    return this;
  }

  /** Adds a parameter at the end. */
  append(tensor: Tensor): this {
    this.#parameters.push(asParameter(tensor, this.length));
    return this;
  }

  /** Adds parameters at the end. */
  extend(tensors: Iterable<Tensor>): this {
    const list = typeof tensors === 'object' && tensors !== null && Symbol.iterator in tensors;
    if (!list) wrong(TypeError, 'ParameterList', 'the parameters', 'an array of tensors', tensors);
    for (const tensor of tensors) this.append(tensor);
    return this;
  }

  [Symbol.iterator](): IterableIterator<Parameter> {
    return this.#parameters[Symbol.iterator]();
  }

  override ownParameters(): [string, Parameter][] {
    return this.#parameters.map((parameter, i) => [String(i), parameter]);
  }

  /** Throws: a list does not say what is done with its parameters. */
  forward(): never {
    throw new TypeError('ParameterList: a list cannot be called; use its parameters');
  }

  override extraRepr(): string {
    return this.#parameters.map((one, i) => `  (${i}): Parameter containing: ${described(one)}`).join('\n');
  }
}

function asParameter(tensor: Tensor, index: number): Parameter {
  if (!(tensor instanceof Tensor)) wrong(TypeError, 'ParameterList', `'${index}'`, 'a tensor', tensor);
  return tensor instanceof Parameter ? tensor : new Parameter(tensor.detach());
}
