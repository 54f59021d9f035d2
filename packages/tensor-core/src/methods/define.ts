import { Tensor } from '../tensor.js';

/** The function behind a method: the tensor comes first. */
type FunctionOf<Method> = Method extends (...args: infer Rest) => infer Result
  ? (x: Tensor, ...rest: Rest) => Result
  : never;

/** Functions by the names of the methods that they become; `never` passes where the types of overloads do not. */
export type Methods = { readonly [Name in keyof Tensor]?: FunctionOf<Tensor[Name]> };

/** Functions of a list of numbers, which a method takes as one array or as separate numbers. */
export type ListMethods = Readonly<Record<string, (x: Tensor, list: readonly number[]) => Tensor>>;

/** Puts a method, or another value, on all tensors. */
export function install(name: string | symbol, value: unknown): void {
  Object.defineProperty(Tensor.prototype, name, { value, writable: true, configurable: true });
}

/** Installs functions as methods: `x.name(...rest)` calls `run(x, ...rest)`. */
export function defineMethods(methods: Methods): void {
  for (const name of Reflect.ownKeys(methods)) {
    const run = (methods as Record<string | symbol, (x: Tensor, ...rest: unknown[]) => unknown>)[name]!;
    install(name, function (this: Tensor, ...rest: unknown[]): unknown {
      return run(this, ...rest);
    });
  }
}

/** Installs methods that take a list as one array or as separate numbers: `reshape([2, 3])`, `reshape(2, 3)`. */
export function defineListMethods(methods: ListMethods): void {
  for (const [name, run] of Object.entries(methods)) {
    install(name, function (this: Tensor, ...values: [readonly number[]] | number[]): Tensor {
      // What is no list of sizes is given as it is, so that the function can say so.
      return run(this, (typeof values[0] === 'object' ? values[0] : values) as readonly number[]);
    });
  }
}
