import { wrong } from '@internal/arguments';
import type { Backend } from './backend.js';
import type { DType } from './dtype.js';
import { ArgumentError, BackendError } from './errors.js';

let current: Backend | undefined;

/**
 * Chooses the backend on which new tensors are made; operations run where their inputs live.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(ones(2).backend.name); // => cpu
 * ```
 */
export function setBackend(backend: Backend): void {
  requireBackend('setBackend', backend);
  current = backend;
  Object.defineProperty(globalThis, chosen, { value: true, configurable: true });
}

/** Says to another copy of this package that a backend was chosen here, so that it can say why it has none. */
const chosen = Symbol.for('@kindling/tensor-core: a backend is set');

/** @internal Throws unless an argument is a backend. */
export function requireBackend(name: string, backend: unknown): void {
  if (typeof (backend as Backend | null | undefined)?.supports !== 'function')
    wrong(ArgumentError, name, 'the backend', 'a backend, such as `await cpu()` gives', backend);
}

/**
 * The backend that {@link setBackend} chose.
 *
 * @throws {@link BackendError} when none was chosen; the message says what to install and write.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { getBackend, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(getBackend().name); // => cpu
 * ```
 */
export function getBackend(): Backend {
  if (current === undefined) {
    if (chosen in globalThis) {
      throw new BackendError(
        'no backend is set in this copy of @kindling/tensor-core, but one is in another: ' +
          '`npm ls @kindling/tensor-core` shows who brings another; bundlers share one by `resolve.dedupe`.',
      );
    }
    throw new BackendError(
      'no backend is set. Install one with `npm install @kindling/backend-cpu`, then write once, before the first ' +
        "tensor:\n  import { cpu } from '@kindling/backend-cpu';\n  import { setBackend } from '@kindling/tensor-core';\n" +
        '  setBackend(await cpu());',
    );
  }
  return current;
}

/** @internal Throws unless a backend has tensors of a dtype. */
export function requireSupport(backend: Backend, dtype: DType): void {
  if (!backend.supports(dtype)) throw new BackendError(`${backend.name} has no ${dtype} tensors`);
}
