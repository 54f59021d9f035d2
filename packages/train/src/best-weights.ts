import type { StateDict } from '@kindling/nn';
import { noGrad } from '@kindling/tensor-core';
import { sameShape } from '@kindling/tensor-core/internal';
import { TrainError } from './errors.js';
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

  /** The copy, empty where there is none. */
  stateDict(): StateDict {
    return this.copy ?? {};
  }

  /** Takes a copy over. */
  loadStateDict(state: StateDict): void {
    if (Object.keys(state).length === 0) {
      this.copy = null;
      return;
    }
    this.save();
    const own = this.copy!;
    const problem = Object.entries(own).find(
      ([name, value]) => state[name] === undefined || !sameShape(state[name].shape, value.shape),
    );
    if (problem !== undefined)
      throw new TrainError(`fit: the best weights of the checkpoint have no fitting ${problem[0]}`);
    noGrad(() => {
      for (const [name, value] of Object.entries(own)) value.copy_(state[name]!);
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
