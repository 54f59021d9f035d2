import { wrong } from '@internal/arguments';
import { type AnyModule, Module } from '../module.js';
import { checkEntry, noSuchName } from './entries.js';

/**
 * Modules by name that belong to the module it is a field of; it cannot be called; `torch.nn.ModuleDict`.
 *
 * @typeParam M - what its modules are.
 * @throws `TypeError` for something that is no module, or a name that is empty or contains a point.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear, ModuleDict } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const heads = new ModuleDict({ left: new Linear(2, 1), right: new Linear(2, 1) });
 * console.log(Object.keys(heads.stateDict())); // => [ 'left.weight', 'left.bias', 'right.weight', 'right.bias' ]
 * ```
 */
export class ModuleDict<M extends AnyModule = Module> extends Module<[], never> {
  static override readonly name: string = 'ModuleDict';
  readonly #modules = new Map<string, M>();

  constructor(modules: Readonly<Record<string, M>> | Iterable<readonly [string, M]> = {}) {
    super();
    if (!modules || typeof modules !== 'object') wrong(TypeError, 'ModuleDict', 'modules', 'an object', modules);
    const entries = Symbol.iterator in modules ? modules : Object.entries(modules);
    for (const entry of entries as Iterable<readonly [string, M]>) this.set(entry[0], entry[1]);
  }

  /** The number of modules. */
  get size(): number {
    return this.#modules.size;
  }

  /**
   * The module of a name.
   *
   * @throws `RangeError` where there is none.
   */
  get(name: string): M {
    const found = this.#modules.get(name);
    if (found === undefined) throw new RangeError(noSuchName('ModuleDict', name, this.keys()));
    return found;
  }

  /** Whether there is a module of a name. */
  has(name: string): boolean {
    return this.#modules.has(name);
  }

  /** Puts a module under a name, in the place of the one that had it. */
  set(name: string, module: M): this {
    this.#modules.set(name, checkEntry('ModuleDict', name, module));
    return this;
  }

  /** Takes a module out; whether there was one. */
  delete(name: string): boolean {
    return this.#modules.delete(name);
  }

  /** The names in order. */
  keys(): string[] {
    return [...this.#modules.keys()];
  }

  /** The modules in order. */
  values(): M[] {
    return [...this.#modules.values()];
  }

  [Symbol.iterator](): IterableIterator<[string, M]> {
    return this.#modules.entries();
  }

  override ownModules(): [string, AnyModule][] {
    return [...this.#modules];
  }

  /** Throws: a dictionary does not say which of its modules are applied. */
  forward(): never {
    throw new TypeError('ModuleDict: a dictionary cannot be called; call its modules');
  }
}
