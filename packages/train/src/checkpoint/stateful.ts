import { noGrad, Tensor } from '@kindling/tensor-core';

/** Something that can be saved and put back: a module, an optimizer, a learning-rate schedule. */
export interface Stateful {
  /** What it remembers: plain objects, arrays, typed arrays, numbers, strings, booleans and tensors. */
  stateDict(): object;
  /** Goes on from what `stateDict` gave; changes nothing when that does not fit. */
  loadStateDict(state: never): unknown;
}

/** Puts a state into each part, all or none: when one refuses its state, those before it get theirs back. */
export function loadAll(parts: readonly (readonly [part: Stateful, state: unknown])[]): void {
  const done: [Stateful, unknown][] = [];
  const copies: Tensor[] = [];
  try {
    parts.forEach(([part, state], i) => {
      // Nobody comes after the last, for whom its old state would have to be kept.
      if (i < parts.length - 1) done.push([part, copy(part.stateDict(), copies)]);
      part.loadStateDict(state as never);
    });
  } catch (error) {
    for (const [part, state] of done.reverse()) part.loadStateDict(state as never);
    throw error;
  } finally {
    for (const tensor of copies) tensor.dispose();
  }
}

function copy(value: unknown, copies: Tensor[]): unknown {
  if (value instanceof Tensor) {
    const tensor = noGrad(() => value.clone());
    copies.push(tensor);
    return tensor;
  }
  if (Array.isArray(value)) return value.map((item) => copy(item, copies));
  if (ArrayBuffer.isView(value)) return structuredClone(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, copies)]));
}
