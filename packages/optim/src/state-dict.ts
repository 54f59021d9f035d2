import { describe, wrong } from '@internal/arguments';
import { BackendError, isFloating, keep, noGrad, Tensor, tensor } from '@kindling/tensor-core';
import { formatShape, sameShape } from '@kindling/tensor-core/internal';
import { checkRange } from './checks.js';
import { checkFields, type Fields } from './fields.js';
import type { ParamState } from './optimizer.js';
import { checkNames } from './options.js';

/** What `optimizer.stateDict()` returns: plain data, but for the tensors. */
export interface OptimizerStateDict {
  /** What is remembered of each parameter, by its number. */
  state: Record<string, Record<string, Tensor | number>>;
  /** The options of each group, and the numbers of its parameters. */
  paramGroups: (Record<string, unknown> & { params: number[] })[];
}

interface Group {
  params: Tensor[];
}

/** The optimizer that a state dict is for. */
interface Owner {
  readonly name: string;
  readonly paramGroups: readonly Group[];
  readonly defaults: object;
  readonly fields: Fields | null;
  /** Throws where the options of a group are not what the constructor takes. */
  check(group: object): void;
}

export function saveState(groups: readonly Group[], state: ReadonlyMap<Tensor, ParamState>): OptimizerStateDict {
  const saved: OptimizerStateDict = { state: {}, paramGroups: [] };
  let next = 0;
  for (const group of groups) {
    const numbers = group.params.map((param) => {
      const known = state.get(param);
      if (known !== undefined) saved.state[next] = { ...known };
      return next++;
    });
    saved.paramGroups.push({ ...structuredClone({ ...group, params: null }), params: numbers });
  }
  return saved;
}

/** The options of the groups and copies of what is remembered, all checked. */
export function readState(
  owner: Owner,
  saved: OptimizerStateDict,
): { groups: object[]; state: Map<Tensor, ParamState> } {
  const { name, paramGroups } = owner;
  if (!isRecord(saved) || !Array.isArray(saved.paramGroups) || !isRecord(saved.state)) {
    wrong(TypeError, `${name}.loadStateDict`, 'the state dict', 'an object of paramGroups and state', saved);
  }
  if (saved.paramGroups.length !== paramGroups.length) {
    throw new RangeError(
      `${name}: the state dict has ${saved.paramGroups.length} parameter groups, the optimizer ${paramGroups.length}`,
    );
  }
  const state = new Map<Tensor, ParamState>();
  let next = 0;
  const groups = paramGroups.map((group, g) => {
    const options = readGroup(owner, `${name}: group ${g} of the state dict`, group, saved.paramGroups[g]!, next);
    for (const param of group.params) {
      const what = `${name}: parameter ${next}`;
      const known = Object.hasOwn(saved.state, next) ? saved.state[next] : undefined;
      next++;
      if (known === undefined) continue;
      if (!isRecord(known)) wrong(TypeError, what, 'what is remembered of it', 'an object', known);
      if (owner.fields !== null) checkFields(what, name, known, owner.fields);
      state.set(param, copyState(what, param, known));
    }
    return options;
  });
  const odd = Object.keys(saved.state).find((key) => !(Number(key) < next && String(Number(key)) === key));
  if (odd !== undefined) {
    throw new RangeError(
      `${name}: the state dict remembers a parameter ${describe(odd)}, the optimizer has 0 to ${next - 1}`,
    );
  }
  return { groups, state };
}

/** The options of a group, which must have all of the optimizer's and no other. */
function readGroup(
  { name, defaults, check }: Owner,
  what: string,
  group: Group,
  saved: OptimizerStateDict['paramGroups'][number],
  first: number,
): object {
  if (!isRecord(saved) || !Array.isArray(saved.params)) wrong(TypeError, what, 'it', 'an object with params', saved);
  const numbers = group.params.map((_, i) => first + i);
  if (!sameShape(saved.params, numbers)) {
    throw new RangeError(
      `${what} must number its ${numbers.length} parameters from ${first} on, not ${saved.params.map(describe).join(', ')}`,
    );
  }
  const names = Object.keys(defaults);
  checkNames(what, saved, [...names, 'params', 'initialLr']);
  for (const key of names)
    if (!Object.hasOwn(saved, key)) wrong(RangeError, what, key, `there, as in a state of ${name}`, undefined);
  if (saved.initialLr !== undefined) checkRange(what, 'initialLr', saved.initialLr as number);
  const options = structuredClone({ ...saved, params: null });
  check(options);
  return { ...options, params: group.params };
}

/** Copies on the parameter's backend, in its dtype. */
function copyState(what: string, param: Tensor, known: ParamState): ParamState {
  const copied: ParamState = {};
  for (const [key, value] of Object.entries(known)) {
    if (!(value instanceof Tensor)) {
      if (typeof value !== 'number' || key === '__proto__') {
        throw new TypeError(`${what}: ${describe(key)} must be a tensor or a number, not ${describe(value)}`);
      }
      copied[key] = value;
      continue;
    }
    if (!sameShape(value.shape, param.shape)) {
      throw new RangeError(`${what} is ${formatShape(param.shape)}, its ${key} ${formatShape(value.shape)}`);
    }
    if (!isFloating(value.dtype)) throw new RangeError(`${what} is ${param.dtype}, its ${key} ${value.dtype}`);
    const { dtype, backend } = param;
    if (value.backend !== backend && value.backend.readSync === undefined) {
      throw new BackendError(
        `${what} is on ${backend.name}, its ${key} on ${value.backend.name}. Move one with tensor.to(backend)`,
      );
    }
    copied[key] = noGrad(() =>
      keep(
        value.backend === backend
          ? value.to(dtype).clone()
          : tensor(value.dataSync(), { backend, dtype }).reshape(param.shape),
      ),
    );
  }
  return copied;
}

/** Whether something is an object, and no list. */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
