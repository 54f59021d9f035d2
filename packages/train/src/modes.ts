import type { Model } from './types.js';

/** Remembers which modules are training; the function that it returns makes it so again. */
export function rememberModes(model: Model): () => void {
  const modes = model.modules().map((module) => [module, module.training] as const);
  return () => {
    for (const [module, training] of modes) module.training = training;
  };
}
