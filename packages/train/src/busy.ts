import { ArgumentError } from '@kindling/tensor-core';
import type { Model } from './types.js';

const training = /* @__PURE__ */ new WeakSet<Model>();

/**
 * Remembers that a model is being trained until the function that it returns is called. Throws where it is already: two
 * trainings at a time would each undo the gradients of the other.
 */
export function begin(model: Model): () => void {
  if (training.has(model)) {
    throw new ArgumentError(
      `fit: this ${model.moduleName()} is being trained by another call of fit: await that first, or end it by its signal`,
    );
  }
  training.add(model);
  return () => training.delete(model);
}
