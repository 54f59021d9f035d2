import { type Backend, isFloating, noGrad, type Tensor } from '@kindling/tensor-core';
import type { AnyModule } from './module.js';
import { Parameter } from './parameter.js';

/** The parameters and buffers of a module and all below it, and the gradients, each once. */
function tensorsOf(module: AnyModule): Set<Tensor> {
  const own = [...module.parameters(), ...module.buffers()];
  return new Set(own.flatMap((value) => (value.grad === null ? value : [value, value.grad])));
}

/** Moves everything to a backend; nothing is changed before all of it is there. */
export async function moveModule(module: AnyModule, backend: Backend): Promise<void> {
  const moved = new Map<Tensor, Tensor>();
  for (const value of tensorsOf(module)) moved.set(value, await value.to(backend));
  replace(module, moved);
}

/** Converts what is floating to a dtype; nothing is changed before all of it is converted. */
export function castModule(module: AnyModule, dtype: 'float32' | 'float64'): void {
  const converted = new Map<Tensor, Tensor>();
  noGrad(() => {
    for (const value of tensorsOf(module)) if (isFloating(value.dtype)) converted.set(value, value.to(dtype));
  });
  replace(module, converted);
}

/** Puts other tensors into the fields of parameters and buffers; what was shared stays shared. */
function replace(root: AnyModule, replacements: Map<Tensor, Tensor>): void {
  for (const module of root.modules()) {
    for (const [name, value] of module.ownParameters()) {
      let copy = replacements.get(value) ?? value;
      if (!(copy instanceof Parameter)) {
        copy = new Parameter(copy, { requiresGrad: value.requiresGrad });
        copy.grad = value.grad && replacements.get(value.grad)!;
        replacements.set(value, copy);
      }
      Reflect.set(module, name, copy);
    }
    for (const field of module.bufferFields()) {
      const value = Reflect.get(module, field) as Tensor;
      Reflect.set(module, field, replacements.get(value) ?? value);
    }
  }
}
