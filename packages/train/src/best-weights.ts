import type { StateDict } from '@kindling/nn';
import { noGrad } from '@kindling/tensor-core';
import type { Model } from './types.js';

/** A copy of a model's parameters and buffers, overwritten whenever there are better ones. */
export class BestWeights {
  private readonly model: Model;
  private copy: StateDict | null = null;

  constructor(model: Model) {
    this.model = model;
  }

  /** Copies the weights as they are now. */
  save(): void {
    const state = this.model.stateDict();
    noGrad(() => {
      if (this.copy === null) {
        this.copy = Object.fromEntries(Object.entries(state).map(([name, value]) => [name, value.clone()]));
      } else {
        for (const [name, value] of Object.entries(this.copy)) value.copy_(state[name]!);
      }
    });
  }

  /** Puts the copy back into the model, if there is one, and gives up its memory. */
  restore(): void {
    if (this.copy === null) return;
    this.model.loadStateDict(this.copy);
    for (const value of Object.values(this.copy)) value.dispose();
    this.copy = null;
  }
}
