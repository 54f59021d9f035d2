import { type Backend, isFloating, keep, noGrad, Tensor } from '@kindling/tensor-core';
import { memoriesOf, replaceData } from '@kindling/tensor-core/internal';
import type { AnyModule } from './module.js';

/** A tensor, and what optimizers remember of it. */
function withMemories(value: Tensor): Tensor[] {
  return [value, ...memoriesOf(value).filter((each) => each instanceof Tensor)];
}

/** The parameters and buffers of a module and all below it, the gradients and what optimizers remember, each once. */
function tensorsOf(module: AnyModule): Set<Tensor> {
  const own = [...module.parameters().flatMap(withMemories), ...module.buffers()];
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

/**
 * Gives the parameters and what optimizers remember of them other elements, in place, so that an optimizer goes on, and puts
 * other tensors into the fields of buffers, which may be a caller's.
 */
function replace(root: AnyModule, replacements: Map<Tensor, Tensor>): void {
  for (const parameter of root.parameters().flatMap(withMemories)) {
    const other = replacements.get(parameter) ?? parameter;
    if (other === parameter) continue;
    const { grad } = parameter;
    replaceData(parameter, keep(other));
    parameter.backend.pin?.(parameter.buffer);
    if (grad !== null) parameter.grad = replacements.get(grad)!;
  }
  for (const module of root.modules()) {
    for (const field of module.bufferFields()) {
      const value = Reflect.get(module, field) as Tensor;
      Reflect.set(module, field, replacements.get(value) ?? value);
    }
  }
}
