import { wrong } from '@internal/arguments';
import { type Backend, keep, Tensor, type TensorJSON } from '@kindling/tensor-core';
import { dropGrad } from '@kindling/tensor-core/internal';
import { Callable } from './callable.js';
import { checkNames } from './checks.js';
import { castModule, moveModule } from './convert.js';
import { describe } from './describe.js';
import { Parameter } from './parameter.js';
import { type LoadResult, loadState, type StateDict } from './state-dict.js';

/** A module of any input and output. */
export type AnyModule = Module<never, unknown>;

/** How a buffer is kept. */
export interface BufferOptions {
  /** Whether `stateDict()` holds it; default true. */
  persistent?: boolean;
  /** Its name in state dicts and `namedBuffers()`; default the name of the field. */
  key?: string;
}

/** A module is a function of what `forward` takes. */
export interface Module<Args extends unknown[] = [Tensor], Out = Tensor> {
  // biome-ignore lint/style/useShorthandFunctionType: it merges with the class, which a type alias does not.
  (...args: Args): Out;
}

/**
 * The base of all layers and networks: a function with parameters, as `torch.nn.Module`.
 *
 * Parameters and submodules are plain public fields, found in the order in which they were set. Arrays of modules are
 * not searched (nor are `#private` fields): use `ModuleList`, `ModuleDict` or `Sequential`.
 *
 * @typeParam Args - what `forward`, and so a call of the module, takes; default one tensor.
 * @typeParam Out - what it returns; default a tensor.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear, Module } from '@kindling/nn';
 * import { ones, setBackend, type Tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * class Net extends Module {
 *   hidden = new Linear(2, 8);
 *   out = new Linear(8, 1);
 *   forward(x: Tensor): Tensor {
 *     return this.out(this.hidden(x).relu()).sigmoid();
 *   }
 * }
 * const net = new Net();
 * console.log(net(ones(4, 2)).shape, net.parameters().length); // => [ 4, 1 ] 4
 * ```
 */
export abstract class Module<Args extends unknown[] = [Tensor], Out = Tensor> extends Callable<Args, Out> {
  /** Whether layers such as Dropout behave as in training; see {@link Module.train}. */
  training = true;
  /** The fields that hold buffers, and how these are kept. */
  readonly #buffers = new Map<string, Required<BufferOptions>>();

  /** Computes the output; call the module itself instead: `model(x)`. */
  abstract override forward(...args: Args): Out;

  /** The submodules of this module itself by name; one that has several names appears under each. */
  ownModules(): [string, AnyModule][] {
    return Object.entries(this).filter((entry): entry is [string, AnyModule] => entry[1] instanceof Module);
  }

  /** The submodules of this module itself with their names, each once. */
  namedChildren(): [string, AnyModule][] {
    return underFirstName(this.ownModules());
  }

  /** The submodules of this module itself, each once. */
  children(): AnyModule[] {
    return this.namedChildren().map(([, module]) => module);
  }

  /** This module and all below it, each once, with paths such as `encoder.0`; its own path is `''`. */
  namedModules(): [string, AnyModule][] {
    return walk(this as unknown as AnyModule, '', [], new Set());
  }

  /** This module and all below it, each once. */
  modules(): AnyModule[] {
    return this.namedModules().map(([, module]) => module);
  }

  /** The parameters of this module and all below it, with paths such as `0.weight`; a shared one appears once. */
  namedParameters(): [string, Parameter][] {
    return underFirstName(within(this.namedModules(), (module) => module.ownParameters()));
  }

  /** The parameters of this module and all below it, each once: what an optimizer takes. */
  parameters(): Parameter[] {
    return this.namedParameters().map(([, parameter]) => parameter);
  }

  /** The buffers of this module and all below it, with paths such as `1.running_mean`. */
  namedBuffers(): [string, Tensor][] {
    return underFirstName(within(this.namedModules(), (module) => module.ownBuffers()));
  }

  /** The buffers of this module and all below it. */
  buffers(): Tensor[] {
    return this.namedBuffers().map(([, buffer]) => buffer);
  }

  /** The parameters that are fields of this module itself, with the names of the fields. */
  ownParameters(): [string, Parameter][] {
    return Object.entries(this).filter((entry): entry is [string, Parameter] => entry[1] instanceof Parameter);
  }

  /** The buffers of this module itself; `persistentOnly` leaves out those that state dicts do not hold. */
  ownBuffers(persistentOnly = false): [string, Tensor][] {
    const found: [string, Tensor][] = [];
    for (const [field, { key, persistent }] of this.#buffers) {
      const value: unknown = Reflect.get(this, field);
      if (value instanceof Tensor && (persistent || !persistentOnly)) found.push([key, value]);
    }
    return found;
  }

  /**
   * @internal The dimensions of batched results of a layer, of a class that nobody has derived from, which applies an
   * activation itself (results of fewer are views); 0 for others. Asked of the layer, as a page with one kind brings no other.
   */
  fusedDimensions(): number {
    return 0;
  }

  /** @internal The fields that hold buffers. */
  bufferFields(): string[] {
    return [...this.#buffers.keys()];
  }

  /**
   * Makes a field of a tensor that is no parameter but belongs to the module's state, such as a running mean.
   *
   * Declare the field with `declare name: Tensor`; it may be set to another tensor later, and be `null` until then.
   *
   * @throws `TypeError` when the field is a parameter or a module.
   */
  registerBuffer(name: string, tensor: Tensor | null, options: BufferOptions = {}): void {
    checkNames('registerBuffer', options, { persistent: 'boolean', key: 'string' });
    const { persistent = true, key = name } = options;
    if (typeof name !== 'string') wrong(TypeError, 'registerBuffer', 'name', 'a string', name);
    if (tensor !== null && !(tensor instanceof Tensor)) wrong(TypeError, this.moduleName(), name, 'a tensor', tensor);
    const before: unknown = Reflect.get(this, name);
    if (before instanceof Parameter || before instanceof Module || typeof before === 'function') {
      throw new TypeError(`registerBuffer: ${this.moduleName()} already has '${name}', which is not a buffer`);
    }
    // As a parameter, it outlives a scope() in which it is made.
    if (tensor !== null) keep(tensor);
    Reflect.set(this, name, tensor);
    this.#buffers.set(name, { key, persistent });
  }

  /** Switches this module and all below it to training (dropout drops, batch norm measures), or back. */
  train(mode = true): this {
    if (typeof mode !== 'boolean') wrong(TypeError, `${this.moduleName()}.train`, 'the mode', 'true or false', mode);
    for (const module of this.modules()) module.training = mode;
    return this;
  }

  /** Switches this module and all below it to evaluation. */
  eval(...none: []): this {
    if (none.length > 0) throw new TypeError('eval: takes no mode; use train()');
    return this.train(false);
  }

  /** Forgets the gradients of all parameters; with `setToNone: false` they become 0 instead. */
  zeroGrad(options: { setToNone?: boolean } = {}): void {
    checkNames(`${this.moduleName()}.zeroGrad`, options, { setToNone: 'boolean' });
    for (const parameter of this.parameters()) dropGrad(parameter, options);
  }

  /** Sets whether autograd follows the parameters, as to freeze a part of a network. */
  requiresGrad_(value = true): this {
    for (const parameter of this.parameters()) parameter.requiresGrad = value;
    return this;
  }

  /** Calls a function with every module below this one, then with this one, as to initialise weights. */
  apply(fn: (module: AnyModule) => void): this {
    if (typeof fn !== 'function') wrong(TypeError, 'apply', 'fn', 'a function', fn);
    for (const child of this.children()) child.apply(fn);
    fn(this as unknown as AnyModule);
    return this;
  }

  /**
   * All parameters and persistent buffers by PyTorch's names (`0.weight`), without history.
   *
   * The tensors share their elements with the module: `clone()` them to keep a snapshot.
   */
  stateDict(): StateDict {
    const state: StateDict = {};
    for (const [name, value] of stateOf(this as unknown as AnyModule)) state[name] = value.detach();
    return state;
  }

  /**
   * Copies values into the parameters and buffers, in place; nothing is changed when something does not fit.
   *
   * @param state - tensors by name, or what `JSON.stringify` made of them, parsed.
   * @param options - `strict` (default true): missing and unexpected names are errors.
   * @returns the names that were missing and unexpected, for `strict: false`.
   * @throws `StateDictError` that lists everything missing, unexpected, of the wrong shape, or of another dtype (float32 and
   * float64 are converted); nothing is changed then.
   */
  loadStateDict(state: Readonly<Record<string, Tensor | TensorJSON>>, options: { strict?: boolean } = {}): LoadResult {
    checkNames(`${this.moduleName()}.loadStateDict`, options, { strict: 1 });
    const { strict = true } = options;
    return loadState(this.moduleName(), stateOf(this as unknown as AnyModule), state, strict);
  }

  /**
   * Moves parameters, gradients and buffers to another backend, or converts floating ones to another dtype.
   *
   * The parameters stay the same objects with other elements, and what optimizers remember of them goes along, so these go on.
   *
   * @returns this module, when everything has moved.
   * @throws `BackendError` when the backend lacks a dtype; the module is unchanged then.
   */
  async to(target: Backend | 'float32' | 'float64'): Promise<this> {
    const fits = target === 'float32' || target === 'float64' || typeof target?.upload === 'function';
    if (!fits) wrong(TypeError, `${this.moduleName()}.to`, 'the target', "a backend, 'float32' or 'float64'", target);
    if (typeof target === 'string') castModule(this as unknown as AnyModule, target);
    else await moveModule(this as unknown as AnyModule, target);
    return this;
  }

  /** Converts parameters and buffers to float32. */
  float(): this {
    castModule(this as unknown as AnyModule, 'float32');
    return this;
  }

  /** Converts parameters and buffers to float64. */
  double(): this {
    castModule(this as unknown as AnyModule, 'float64');
    return this;
  }

  /** How {@link Module.toString} calls this module; default the name of the class, which a minifier may shorten. */
  moduleName(): string {
    return this.constructor.name || 'Module';
  }

  /** What {@link Module.toString} writes between the parentheses, such as `in_features=2, out_features=100, bias=True`. */
  extraRepr(): string {
    return '';
  }

  /** The module as PyTorch prints it. */
  override toString(): string {
    return describe(this as unknown as AnyModule);
  }

  /** Has Node's `console.log` print it so too. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

type Named<T> = [name: string, value: T][];

/** Each value once, under the first of its names. */
function underFirstName<T>(entries: Named<T>): Named<T> {
  const found = new Map<T, string>();
  for (const [name, value] of entries) if (!found.has(value)) found.set(value, name);
  return Array.from(found, ([value, name]) => [name, value]);
}

/** Adds a module and all below it to `found`, by their paths; none of those that `seen` has, where it is given. */
function walk(module: AnyModule, path: string, found: Named<AnyModule>, seen?: Set<AnyModule>): Named<AnyModule> {
  if (seen?.has(module)) return found;
  seen?.add(module);
  found.push([path, module]);
  for (const [name, child] of module.ownModules()) walk(child, join(path, name), found, seen);
  return found;
}

/** What each of the modules has of its own, by paths. */
function within<T>(modules: Named<AnyModule>, own: (module: AnyModule) => Named<T>): Named<T> {
  return modules.flatMap(([path, module]) =>
    own(module).map(([name, value]): [string, T] => [join(path, name), value]),
  );
}

/** What state dicts hold: shared tensors under each of their names. */
function stateOf(module: AnyModule): Named<Tensor> {
  return within(walk(module, '', []), (one) => [...one.ownParameters(), ...one.ownBuffers(true)]);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
