import { type Backend, isFloating, noGrad, Tensor } from '@kindling/tensor-core';
import type { AnyModule } from './module.js';
import { Parameter } from './parameter.js';

/** The parameters and buffers of a module and all below it, each once. */
function tensorsOf(module: AnyModule): Set<Tensor> {
  return new Set([...module.parameters(), ...module.buffers()]);
}

/** Moves everything to a backend; nothing is changed before all of it is there. */
export async function moveModule(module: AnyModule, backend: Backend): Promise<void> {
  const moved = new Map<Tensor, Tensor>();
  for (const value of tensorsOf(module)) {
    const copy = await value.to(backend);
    if (copy === value) continue;
    if (value.grad !== null) copy.grad = await value.grad.to(backend);
    moved.set(value, copy);
  }
  replace(module, moved);
}

/** Converts what is floating to a dtype; nothing is changed before all of it is converted. */
export function castModule(module: AnyModule, dtype: 'float32' | 'float64'): void {
  const converted = new Map<Tensor, Tensor>();
  noGrad(() => {
    for (const value of tensorsOf(module)) {
      if (!isFloating(value.dtype) || value.dtype === dtype) continue;
      const copy = value.to(dtype);
      if (value.grad !== null) copy.grad = value.grad.to(dtype);
      converted.set(value, copy);
    }
  });
  replace(module, converted);
}

/** Puts other tensors into the fields of parameters and buffers; what was shared stays shared. */
function replace(root: AnyModule, replacements: Map<Tensor, Tensor>): void {
  const parameters = new Map<Tensor, Parameter>();
  for (const module of root.modules()) {
    for (const [name, value] of module.ownParameters()) {
      const copy = replacements.get(value);
      if (copy === undefined) continue;
      let parameter = parameters.get(value);
      if (parameter === undefined) {
        parameter = new Parameter(copy, { requiresGrad: value.requiresGrad });
        parameter.grad = copy.grad;
        parameters.set(value, parameter);
      }
      Reflect.set(module, name, parameter);
    }
    for (const field of module.bufferFields()) {
      const value: unknown = Reflect.get(module, field);
      const copy = value instanceof Tensor ? replacements.get(value) : undefined;
      if (copy !== undefined) Reflect.set(module, field, copy);
    }
  }
}
