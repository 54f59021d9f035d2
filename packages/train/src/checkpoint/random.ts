import {
  defaultGenerator,
  type Engine,
  type Generator,
  type GeneratorState,
  SeedrandomGenerator,
} from '@kindling/tensor-core';
import { NumpyGenerator } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { CheckpointError } from './error.js';

/** A generator that goes on from a state: of one of our engines, or of the default generator's. */
export function generatorOf(state: unknown): Generator {
  const current = defaultGenerator();
  const engines: ReadonlyMap<unknown, Engine> = new Map<unknown, Engine>([
    ['seedrandom', SeedrandomGenerator],
    ['torch', TorchGenerator],
    ['numpy', NumpyGenerator],
    [current.engine, current.constructor as Engine],
  ]);
  const { engine } = (state ?? {}) as Partial<GeneratorState>;
  const found = engines.get(engine);
  if (found === undefined) {
    throw new CheckpointError(
      `loadCheckpoint: the random stream is of the engine ${JSON.stringify(engine)}, not of one of ${[...engines.keys()].join(', ')}`,
    );
  }
  return new found().setState(state as GeneratorState);
}
