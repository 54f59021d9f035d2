import type { Activation, Tensor } from '@kindling/tensor-core';
import { ephemeral } from '@kindling/tensor-core/internal';
import type { Conv2d } from '../layers/conv2d.js';
import type { Linear } from '../layers/linear.js';
import { ReLU } from '../layers/relu.js';
import { Sigmoid } from '../layers/sigmoid.js';
import { Tanh } from '../layers/tanh.js';
import { noteOrigin } from '../located.js';
import { type AnyModule, Module } from '../module.js';
import { checkEntry, noSuchName, positionOf } from './entries.js';
import type { LayerAt } from './layer-at.js';

/**
 * Modules one after the other, each applied to what the one before returned; `torch.nn.Sequential`.
 *
 * Given one by one they are named 0, 1, …; given as an object, by its keys. PyTorch's `model[0]` is `model.at(0)`, its
 * `model.hidden` is `model.get('hidden')`, of the type that was given.
 *
 * @typeParam List - what was given one by one.
 * @typeParam Named - what was given by name.
 * @throws `TypeError` for something that is no module.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear, Sequential, Sigmoid } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Sequential(new Linear(2, 1), new Sigmoid())));
 * // => Sequential(
 * //      (0): Linear(in_features=2, out_features=1, bias=True)
 * //      (1): Sigmoid()
 * //    )
 * ```
 */
export class Sequential<
  List extends readonly Module[] = readonly Module[],
  Named extends Readonly<Record<string, Module>> = Readonly<Record<string, Module>>,
> extends Module {
  static override readonly name: string = 'Sequential';
  readonly #names: string[] = [];
  readonly #modules: List[number][] = [];

  constructor(modules: Named);
  constructor(...modules: List);
  constructor(...args: (Module | Readonly<Record<string, Module>>)[]) {
    super();
    const first = args[0];
    // A module is a function. What has no names, such as a Map or a promise, is refused as a module of the list.
    const named = args.length === 1 && typeof first === 'object' && Object.keys(first ?? []).length > 0;
    for (const [name, module] of Object.entries(named ? first : (args as Module[]))) this.#add(name, module);
  }

  /** The number of modules. */
  override get length(): number {
    return this.#modules.length;
  }

  /**
   * The module at a position, counted from the end where negative.
   *
   * @throws `RangeError` for a position that is not there.
   */
  // The lists stand in `this`, not in the class's own types: a Sequential of some layers is a Sequential.
  at<Index extends number, Layers extends readonly Module[]>(
    this: Sequential<Layers, Readonly<Record<string, Module>>>,
    index: Index,
  ): LayerAt<Layers, Index> {
    return this.#modules[positionOf('Sequential', this.#modules, index)] as LayerAt<Layers, Index>;
  }

  /**
   * The module of a name, which is `'0'`, `'1'`, … where none was given.
   *
   * @throws `RangeError` for a name that is not there.
   */
  get<Layers extends Readonly<Record<string, Module>>, Name extends keyof Layers & string>(
    this: Sequential<readonly Module[], Layers>,
    name: Name,
  ): Layers[Name] {
    const module = this.#modules[this.#names.indexOf(name)];
    if (module === undefined) throw new RangeError(noSuchName('Sequential', name, this.#names));
    return module as Layers[Name];
  }

  /** Adds a module at the end. */
  append(module: Module): this {
    // The lowest number that follows on the modules there are.
    let next = this.length;
    while (this.#names.includes(String(next))) next++;
    this.#add(String(next), module);
    return this;
  }

  [Symbol.iterator](): IterableIterator<List[number]> {
    return this.#modules[Symbol.iterator]();
  }

  override ownModules(): [string, AnyModule][] {
    return this.#modules.map((module, i) => [this.#names[i]!, module]);
  }

  forward(x: Tensor): Tensor {
    const modules = this.#modules;
    let y = x;
    let made: Tensor | null = null;
    for (let i = 0; i < modules.length; i++) {
      const module = modules[i]!;
      const ndim = module.fusedDimensions();
      const fuses = ndim > 0;
      // What goes from one such layer to the next is seen by nobody else: its memory is used again.
      const hidden = fuses ? made : null;
      if (hidden?.requiresGrad) ephemeral(hidden);
      // A layer and the activation behind it give the same numbers in one pass.
      const activation = fuses ? activationOf(modules[i + 1]) : undefined;
      if (activation === undefined) {
        y = module(y);
      } else {
        y = withActivation(module as Linear | Conv2d, y, activation);
        i++;
      }
      if (hidden !== null && !hidden.requiresGrad) hidden.dispose();
      made = fuses && y.ndim === ndim ? y : null;
    }
    return y;
  }

  #add(name: string, module: Module): void {
    this.#modules.push(checkEntry('Sequential', name, module));
    this.#names.push(name);
  }
}

function activationOf(module: Module | undefined): Activation | undefined {
  if (module === undefined) return undefined;
  const { forward } = module;
  if (forward === ReLU.prototype.forward) return 'relu';
  if (forward === Sigmoid.prototype.forward) return 'sigmoid';
  return forward === Tanh.prototype.forward ? 'tanh' : undefined;
}

/** A layer's own pass is not a call, which would say where an error came up. */
function withActivation(layer: Linear | Conv2d, x: Tensor, activation: Activation): Tensor {
  try {
    return layer.forward(x, activation);
  } catch (error) {
    noteOrigin(error, layer, [x]);
    throw error;
  }
}
