import { requireFunction } from '../checks.js';
import { AutogradError } from '../errors.js';

let enabled = true;

/**
 * Whether operations are recorded for `backward()`.
 *
 * @example
 * ```ts
 * import { isGradEnabled, noGrad } from '@kindling/tensor-core';
 * console.log(isGradEnabled(), noGrad(() => isGradEnabled())); // => true false
 * ```
 */
export function isGradEnabled(): boolean {
  return enabled;
}

/** @internal Switches recording and returns what it was. */
export function setGradEnabled(value: boolean): boolean {
  const before = enabled;
  enabled = value;
  return before;
}

function runWith<T>(value: boolean, name: string, run: () => T): T {
  requireFunction(name, 'the argument', run);
  const before = setGradEnabled(value);
  try {
    const result = run();
    if (result instanceof Promise) {
      // The switch is global: held across an await it would reach code that never asked for it.
      result.catch(() => {});
      throw new AutogradError(`${name}: the function is asynchronous: what follows its first await is not covered`);
    }
    return result;
  } finally {
    setGradEnabled(before);
  }
}

/**
 * Runs a synchronous function whose operations are not recorded, and returns its result.
 *
 * @throws {@link AutogradError} when the function returns a promise.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { noGrad, ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = ones([2], { requiresGrad: true });
 * console.log(noGrad(() => w.mul(2)).requiresGrad); // => false
 * ```
 */
export function noGrad<T>(run: () => T): T {
  return runWith(false, 'noGrad', run);
}

/**
 * Runs a synchronous function whose operations are recorded, inside a `noGrad`; the counterpart of {@link noGrad}.
 *
 * @throws {@link AutogradError} when the function returns a promise.
 * @example
 * ```ts
 * import { enableGrad, noGrad, ones } from '@kindling/tensor-core';
 * const w = ones([2], { requiresGrad: true });
 * console.log(noGrad(() => enableGrad(() => w.mul(2))).requiresGrad); // => true
 * ```
 */
export function enableGrad<T>(run: () => T): T {
  return runWith(true, 'enableGrad', run);
}
