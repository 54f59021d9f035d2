import { isFloating, keep, noGrad, Tensor, tensor } from '@kindling/tensor-core';
import { formatShape, sameShape } from '@kindling/tensor-core/internal';
import type { ParamState } from './optimizer.js';

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

export function loadState(
  name: string,
  groups: readonly Group[],
  state: Map<Tensor, ParamState>,
  saved: OptimizerStateDict,
): void {
  if (saved.paramGroups.length !== groups.length) {
    throw new RangeError(
      `${name}: the state dict has ${saved.paramGroups.length} parameter groups, the optimizer ${groups.length}`,
    );
  }
  const loaded = new Map<Tensor, ParamState>();
  groups.forEach((group, g) => {
    const { params } = saved.paramGroups[g]!;
    if (params.length !== group.params.length) {
      throw new RangeError(
        `${name}: group ${g} of the state dict has ${params.length} parameters, the optimizer's has ${group.params.length}`,
      );
    }
    group.params.forEach((param, i) => {
      const known = saved.state[params[i]!];
      if (known !== undefined) loaded.set(param, copyState(`${name}: parameter ${params[i]}`, param, known));
    });
  });
  groups.forEach((group, g) => {
    Object.assign(group, structuredClone({ ...saved.paramGroups[g]!, params: null }), { params: group.params });
  });
  state.clear();
  for (const [param, known] of loaded) state.set(param, known);
}

/** Copies on the parameter's backend, in its dtype. */
function copyState(what: string, param: Tensor, known: ParamState): ParamState {
  const copied: ParamState = {};
  for (const [key, value] of Object.entries(known)) {
    if (!(value instanceof Tensor)) {
      copied[key] = value;
      continue;
    }
    if (!sameShape(value.shape, param.shape)) {
      throw new RangeError(
        `${what} is ${formatShape(param.shape)}, its ${key} in the state dict ${formatShape(value.shape)}`,
      );
    }
    const dtype = isFloating(value.dtype) ? param.dtype : value.dtype;
    copied[key] = noGrad(() =>
      keep(
        value.backend === param.backend
          ? value.to(dtype).clone()
          : tensor(value.dataSync(), { backend: param.backend, dtype }).reshape(param.shape),
      ),
    );
  }
  return copied;
}
