import { type GeneratorState, noGrad, Tensor } from '@kindling/tensor-core';
import type { Learner } from './learner.js';

/** What snapshots may take together, in bytes. */
const ROOM = 64e6;
const MOST = 1000;
const FEWEST = 10;

/** Everything that training goes on from. */
interface Snapshot {
  readonly epoch: number;
  readonly steps: number;
  readonly model: ReturnType<Learner['model']['stateDict']>;
  readonly optimizer: ReturnType<Learner['optimizer']['stateDict']>;
  readonly schedule: object | undefined;
  readonly stream: GeneratorState;
}

/**
 * States of a learner after some of its epochs, at most a thousand. When there are more, every other one goes and only half
 * as many are taken from then on; what lies between is trained again, which gives the same numbers.
 */
export class Snapshots {
  private readonly most: number;
  private all: Snapshot[] = [];
  private stride: number;

  constructor(learner: Learner) {
    const bytes = 12 * learner.weights + 3000;
    const most = learner.backend.garbageCollected === true ? MOST : 100;
    this.most = Math.max(FEWEST, Math.min(most, Math.floor(ROOM / bytes)));
    // Copies on a device are not free.
    this.stride = learner.backend.garbageCollected === true ? 1 : 10;
  }

  /** The first epoch that can be gone back to. */
  get first(): number {
    return this.all[0]?.epoch ?? 0;
  }

  get size(): number {
    return this.all.length;
  }

  /** Keeps the learner's state, at the end of an epoch, if it is one of those to keep. */
  take(learner: Learner): void {
    const { epoch } = learner;
    const last = this.all.at(-1);
    if (last !== undefined && (epoch <= last.epoch || (epoch - this.first) % this.stride !== 0)) return;
    if (this.all.length >= this.most) this.thin();
    if (last !== undefined && (epoch - this.first) % this.stride !== 0) return;
    const snapshot = noGrad(() => ({
      epoch,
      steps: learner.steps,
      model: copy(learner.model.stateDict()),
      optimizer: copy(learner.optimizer.stateDict()),
      schedule: learner.schedule?.stateDict(),
      stream: learner.generator.getState(),
    }));
    this.all.push(snapshot);
  }

  /** Puts the learner where it was at the latest kept epoch up to `epoch`. */
  restore(learner: Learner, epoch: number): void {
    const snapshot = this.all.findLast((one) => one.epoch <= epoch) ?? this.all[0]!;
    learner.model.loadStateDict(snapshot.model);
    learner.optimizer.loadStateDict(snapshot.optimizer);
    if (snapshot.schedule !== undefined) learner.schedule!.loadStateDict(snapshot.schedule as never);
    learner.generator.setState(snapshot.stream);
    learner.goTo(snapshot.epoch, snapshot.steps);
  }

  /** Gives all of them up. */
  clear(): void {
    for (const snapshot of this.all) release(snapshot);
    this.all = [];
  }

  private thin(): void {
    this.stride *= 2;
    const { first } = this;
    this.all = this.all.filter((snapshot) => {
      const stays = (snapshot.epoch - first) % this.stride === 0;
      if (!stays) release(snapshot);
      return stays;
    });
  }
}

/** The same structure with copies of its tensors. */
function copy<T>(value: T): T {
  if (value instanceof Tensor) return value.detach().clone() as T;
  if (Array.isArray(value)) return value.map(copy) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copy(part)])) as T;
}

function release(value: unknown): void {
  if (value instanceof Tensor) {
    if (value.backend.garbageCollected !== true) value.dispose();
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(release);
}
