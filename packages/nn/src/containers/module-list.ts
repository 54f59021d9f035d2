import { wrong } from '@internal/arguments';
import { type AnyModule, Module } from '../module.js';
import { checkEntry, positionOf } from './entries.js';

/**
 * A list of modules that belong to the module it is a field of; it cannot be called; `torch.nn.ModuleList`.
 *
 * @typeParam M - what its modules are.
 * @throws `TypeError` for something that is no module.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear, Module, ModuleList } from '@kindling/nn';
 * import { setBackend, type Tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * class Deep extends Module {
 *   layers = new ModuleList([1, 2, 3].map(() => new Linear(4, 4)));
 *   forward(x: Tensor): Tensor {
 *     for (const layer of this.layers) x = layer(x).relu();
 *     return x;
 *   }
 * }
 * console.log(new Deep().parameters().length); // => 6
 * ```
 */
export class ModuleList<M extends AnyModule = Module> extends Module<[], never> {
  static override readonly name: string = 'ModuleList';
  readonly #modules: M[] = [];

  constructor(modules: Iterable<M> = []) {
    super();
    this.extend(modules);
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
  at(index: number): M {
    return this.#modules[positionOf('ModuleList', this.#modules, index)]!;
  }

  /** Puts another module at a position that is there. */
  set(index: number, module: M): this {
    const at = positionOf('ModuleList', this.#modules, index);
    this.#modules[at] = checkEntry('ModuleList', String(at), module);
    return this;
  }

  /** Adds a module at the end. */
  append(module: M): this {
    this.#modules.push(checkEntry('ModuleList', String(this.length), module));
    return this;
  }

  /** Adds modules at the end. */
  extend(modules: Iterable<M>): this {
    const list = typeof modules === 'object' && modules !== null && Symbol.iterator in modules;
    if (!list) wrong(TypeError, 'ModuleList', 'the modules', 'an array of modules', modules);
    for (const module of modules) this.append(module);
    return this;
  }

  /** Puts a module before the one at a position; those behind it move up. */
  insert(index: number, module: M): this {
    if (index === this.length) return this.append(module);
    const at = positionOf('ModuleList', this.#modules, index);
    this.#modules.splice(at, 0, checkEntry('ModuleList', String(at), module));
    return this;
  }

  [Symbol.iterator](): IterableIterator<M> {
    return this.#modules[Symbol.iterator]();
  }

  override ownModules(): [string, AnyModule][] {
    return this.#modules.map((module, i) => [String(i), module]);
  }

  /** Throws: a list does not say in what order its modules are applied. */
  forward(): never {
    throw new TypeError('ModuleList: a list cannot be called; call its modules');
  }
}
