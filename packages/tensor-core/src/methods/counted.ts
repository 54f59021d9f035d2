/**
 * Methods that refuse arguments which they would drop: `x.exp(5)`, `x.sum(0, { keepdim: true }, 'float64')`. Seldom and
 * usual ones alike, but where the seldom ones are left out of a page, so is this.
 *
 * @module
 */
import { describe } from '@internal/arguments';
import { ArgumentError } from '../errors.js';
import { Tensor } from '../tensor.js';
import { install, type Methods } from './define.js';

/** How many arguments methods take whose functions have defaults, which `length` does not count, or inner parameters. */
const most: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'zero_',
    'requiresGrad_ add_ sub_ mul_ div_ copy_ fill_ leakyRelu elu gelu softplus nonzero round unbind tril triu',
    'backward bernoulli_ all any argmax argmin cumsum flatten logsumexp max mean min pad prod sort argsort split chunk var std sum',
    'uniform_ normal_ norm topk',
    'slice',
  ].flatMap((names, count) => names.split(' ').map((name) => [name, count])),
);

function refuse(name: string, count: number, rest: readonly unknown[]): never {
  const taken = count === 0 ? 'no argument' : `at most ${count} argument${count === 1 ? '' : 's'}`;
  throw new ArgumentError(`${name}: takes ${taken}; argument ${count + 1} is ${describe(rest[count])}`);
}

/** Installs methods as `defineMethods` does, each of which counts its arguments. */
export function defineCounted(methods: Methods): void {
  for (const [name, run] of Object.entries(methods) as [string, (x: Tensor, ...rest: unknown[]) => unknown][]) {
    const count = most[name] ?? Math.max(0, run.length - 1);
    install(name, function (this: Tensor, ...rest: unknown[]): unknown {
      // JSON.stringify gives the key.
      if (rest.length > count && name !== 'toJSON') refuse(name, count, rest);
      return run(this, ...rest);
    });
  }
}

const methodOf = (name: string): ((this: Tensor, ...rest: unknown[]) => unknown) =>
  Object.getOwnPropertyDescriptor(Tensor.prototype, name)!.value as () => unknown;

/** Has the methods of the class count their arguments too, and those that take a list those after it. */
export function countOthers(): void {
  for (const name of ['requiresGrad_', 'retainGrad', 'isContiguous', 'numel', 'dispose']) {
    const run = methodOf(name);
    defineCounted({ [name]: (x: Tensor, ...rest: unknown[]) => run.apply(x, rest) } as Methods);
  }
  for (const name of ['expand', 'permute', 'reshape', 'view']) {
    const run = methodOf(name);
    install(name, function (this: Tensor, ...rest: unknown[]): unknown {
      if (rest.length > 1 && typeof rest[0] === 'object') refuse(name, 1, rest);
      return run.apply(this, rest);
    });
  }
}
