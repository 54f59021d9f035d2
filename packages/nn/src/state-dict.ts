import { clean, describe, wrong } from '@internal/arguments';
import {
  BackendError,
  type DType,
  isFloating,
  type NestedArray,
  noGrad,
  Tensor,
  type TensorJSON,
  tensor,
} from '@kindling/tensor-core';
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
  state: Readonly<Record<string, Tensor | TensorJSON>>,
  strict: boolean,
): LoadResult {
  if (Object.prototype.toString.call(state) !== '[object Object]') {
    wrong(TypeError, `${name}.loadStateDict`, 'the state dict', 'an object of tensors by name', state);
  }
  const names = new Set(own.map(([key]) => key));
  const missingKeys = [...names].filter((key) => !Object.hasOwn(state, key));
  const unexpectedKeys = Object.keys(state).filter((key) => !names.has(key));
  const found = own.filter(([key]) => Object.hasOwn(state, key));

  const problems: string[] = [];
  if (strict && missingKeys.length > 0) problems.push(`Missing key(s): ${quoted(missingKeys)}`);
  if (strict && unexpectedKeys.length > 0) problems.push(`Unexpected key(s): ${quoted(unexpectedKeys)}`);
  const given = found.map(([key, to]) => {
    const value = fromJSON(state[key], to);
    if (!(value instanceof Tensor)) {
      problems.push(`${key} must be a tensor, not ${describe(value)}`);
    } else if (!sameShape(to.shape, value.shape)) {
      problems.push(
        `Size mismatch for ${key}: ${formatShape(value.shape)} in the state dict, ${formatShape(to.shape)} in the module`,
      );
    } else if (to.dtype !== value.dtype && !(isFloating(to.dtype) && isFloating(value.dtype))) {
      problems.push(`Dtype mismatch for ${key}: ${value.dtype} in the state dict, ${to.dtype} in the module`);
    }
    return value as Tensor;
  });
  if (problems.length > 0) {
    throw new StateDictError(`The state dict does not fit ${name}:\n\t${problems.join('\n\t')}`);
  }
  const buffers = new Set(own.map(([, { buffer }]) => buffer));
  const values = found.map(([key, to], i) => {
    const value = onBackendOf(to, given[i]!, key);
    // The module's own tensors under other names would change while they are read.
    return value.buffer !== to.buffer && buffers.has(value.buffer) ? value.clone() : value;
  });
  noGrad(() => {
    found.forEach(([, to], i) => {
      to.copy_(values[i]!);
    });
  });
  return { missingKeys, unexpectedKeys };
}

/** The tensor that `JSON.stringify` wrote, for a module's own; anything else as it is. */
function fromJSON(value: unknown, { backend }: Tensor): unknown {
  const { shape, dtype, values } = (value ?? {}) as { shape?: number[]; dtype?: DType; values?: NestedArray };
  if (value instanceof Tensor || !Array.isArray(shape) || dtype === undefined || values === undefined) return value;
  return tensor(values, { dtype, backend }).reshape(shape);
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => `"${key.split('.').map(clean).join('.')}"`).join(', ');
}

/** The values where the module's tensor is, through memory when they are elsewhere. */
function onBackendOf(to: Tensor, from: Tensor, key: string): Tensor {
  if (from.backend === to.backend) return from;
  if (from.backend.readSync === undefined) {
    throw new BackendError(
      `loadStateDict: "${key}" is on ${from.backend.name}, the module on ${to.backend.name}. Move one with tensor.to(backend)`,
    );
  }
  return tensor(from.dataSync(), { backend: to.backend, dtype: to.dtype }).reshape(from.shape);
}
