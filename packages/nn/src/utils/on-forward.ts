import { wrong } from '@internal/arguments';
import { type AnyModule, Module } from '../module.js';

/** Is told of each call of a module; another output than `undefined` takes the place of the module's. */
export type ForwardHook<Args extends unknown[], Out> = (
  module: Module<Args, Out>,
  args: Args,
  output: Out,
  // biome-ignore lint/suspicious/noConfusingVoidType: a hook that only looks returns nothing.
) => Out | void;

type Hook = (module: never, args: never, output: never) => unknown;

/** The hooks of the modules that have some. */
const hooksOf = new WeakMap<AnyModule, Hook[]>();

/**
 * Has a function called after each `forward` of a module, as to look at activations: `module.register_forward_hook`.
 *
 * Modules without hooks are as they were; a layer with one is no longer fused with the activation behind it.
 *
 * @param hook - called with the module, its arguments and its output; what it returns takes the output's place.
 * @returns a handle whose `remove()` ends it.
 * @throws `TypeError` for something that is no module or no function.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear, ReLU, Sequential } from '@kindling/nn';
 * import { onForward } from '@kindling/nn/utils';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const model = new Sequential(new Linear(2, 8), new ReLU(), new Linear(8, 1));
 * const shapes: unknown[] = [];
 * const handle = onForward(model.at(1), (_, [x], y) => {
 *   shapes.push(x.shape, y.shape);
 * });
 * model(ones(4, 2));
 * handle.remove();
 * console.log(shapes); // => [ [ 4, 8 ], [ 4, 8 ] ]
 * ```
 */
export function onForward<Args extends unknown[], Out>(
  module: Module<Args, Out>,
  hook: ForwardHook<Args, Out>,
): { remove(): void } {
  if (!((module as unknown) instanceof Module)) wrong(TypeError, 'onForward', 'what is watched', 'a module', module);
  if (typeof hook !== 'function') wrong(TypeError, 'onForward', 'the hook', 'a function', hook);
  const key = module as unknown as AnyModule;
  let hooks = hooksOf.get(key);
  if (hooks === undefined) {
    hooks = [];
    hooksOf.set(key, hooks);
    wrap(module, hooks);
  }
  // Each is an entry of its own, though the function may be the same.
  const entry = ((...all: Parameters<typeof hook>) => hook(...all)) as Hook;
  hooks.push(entry);
  return {
    remove(): void {
      const own = hooksOf.get(key);
      const at = own?.indexOf(entry) ?? -1;
      if (own === undefined || at === -1) return;
      own.splice(at, 1);
      if (own.length > 0) return;
      hooksOf.delete(key);
      Reflect.deleteProperty(module, 'forward');
    },
  };
}

/** Puts a `forward` before that of the module's class. */
function wrap<Args extends unknown[], Out>(module: Module<Args, Out>, hooks: Hook[]): void {
  if (Object.hasOwn(module, 'forward')) {
    hooksOf.delete(module as unknown as AnyModule);
    throw new TypeError(`onForward: forward is a field of this ${module.moduleName()}; make it a method`);
  }
  const value = (...args: Args): Out => {
    const prototype = Object.getPrototypeOf(module) as Module<Args, Out>;
    let output = prototype.forward.apply(module, args);
    for (const hook of [...hooks]) {
      const other = hook(module as never, args as never, output as never) as Out | undefined;
      if (other !== undefined) output = other;
    }
    return output;
  };
  Object.defineProperty(module, 'forward', { value, configurable: true });
}
