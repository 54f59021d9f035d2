import { BackendError, noGrad, type Tensor, tensor } from '@kindling/tensor-core';
import { formatShape, sameShape } from '@kindling/tensor-core/internal';

/** Tensors by name, such as `0.weight`. */
export type StateDict = Record<string, Tensor>;

/** Which names a state dict and a module did not have in common. */
export interface LoadResult {
  /** Names that the module has and the state dict lacks. */
  readonly missingKeys: string[];
  /** Names that the state dict has and the module lacks. */
  readonly unexpectedKeys: string[];
}

/**
 * A state dict that does not fit a module.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * new Linear(2, 1).loadStateDict({}); // throws StateDictError: The state dict does not fit Linear: …
 * ```
 */
export class StateDictError extends Error {
  override name = 'StateDictError';
}

/** Copies the values of a state dict into a module's tensors, all or none. */
export function loadState(
  name: string,
  own: readonly (readonly [string, Tensor])[],
  state: Readonly<StateDict>,
  strict: boolean,
): LoadResult {
  const names = new Set(own.map(([key]) => key));
  const missingKeys = [...names].filter((key) => !Object.hasOwn(state, key));
  const unexpectedKeys = Object.keys(state).filter((key) => !names.has(key));
  const found = own.filter(([key]) => Object.hasOwn(state, key));

  const problems: string[] = [];
  if (strict && missingKeys.length > 0) problems.push(`Missing key(s): ${quoted(missingKeys)}`);
  if (strict && unexpectedKeys.length > 0) problems.push(`Unexpected key(s): ${quoted(unexpectedKeys)}`);
  for (const [key, to] of found) {
    const { shape } = state[key]!;
    if (sameShape(to.shape, shape)) continue;
    problems.push(
      `Size mismatch for ${key}: ${formatShape(shape)} in the state dict, ${formatShape(to.shape)} in the module`,
    );
  }
  if (problems.length > 0) {
    throw new StateDictError(`The state dict does not fit ${name}:\n\t${problems.join('\n\t')}`);
  }
  const values = found.map(([key, to]) => onBackendOf(to, state[key]!, key));
  noGrad(() => {
    found.forEach(([, to], i) => {
      to.copy_(values[i]!);
    });
  });
  return { missingKeys, unexpectedKeys };
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(', ');
}

/** The values where the module's tensor is, through memory when they are elsewhere. */
function onBackendOf(to: Tensor, from: Tensor, key: string): Tensor {
  if (from.backend === to.backend) return from;
  if (from.backend.readSync === undefined) {
    throw new BackendError(
      `loadStateDict: "${key}" is on ${from.backend.name}, the module on ${to.backend.name}. Move the tensor first: await tensor.to(backend)`,
    );
  }
  return tensor(from.dataSync(), { backend: to.backend, dtype: to.dtype }).reshape(from.shape);
}
