import { cpu } from '@kindling/backend-cpu';
import { ones, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import { Adagrad, Adam, AdamW, NAdam, type OptimizerStateDict, RMSprop, SGD } from './index.js';
import { CosineAnnealingWarmRestarts, ExponentialLR, ReduceLROnPlateau, StepLR } from './lr-scheduler.js';

setBackend(await cpu());

/** Two parameters of which each has made a step. */
function stepped<T extends { step(): unknown }>(make: (params: Tensor[]) => T): T {
  const params = [tensor([1, 2], { requiresGrad: true }), tensor([3], { requiresGrad: true })];
  for (const param of params) param.grad = ones(param.shape);
  const optimizer = make(params);
  optimizer.step();
  return optimizer;
}

/** All that an optimizer knows, as text. */
const known = (optimizer: { stateDict(): OptimizerStateDict }): string =>
  JSON.stringify(optimizer.stateDict(), (_, value) => (typeof value?.tolist === 'function' ? value.tolist() : value));

describe('the state of an optimizer is loaded whole or not at all', () => {
  const adam = (): Adam => stepped((params) => new Adam(params, { lr: 0.5 }));
  const group = (changed: object): ((state: OptimizerStateDict) => unknown) => {
    return (state) => ({ ...state, paramGroups: [{ ...state.paramGroups[0], ...changed }] });
  };
  const param = (changed: object): ((state: OptimizerStateDict) => unknown) => {
    // The second, so that the first is read before.
    return (state) => ({ ...state, state: { ...state.state, 1: { ...state.state[1], ...changed } } });
  };

  test.each([
    [group({ lr: 'x' }), "Adam: lr must be a number, not a string 'x'"],
    [group({ lr: -1 }), 'Adam: invalid learning rate (lr): -1'],
    [group({ lr: null }), 'Adam: lr must be a number, not null'],
    [group({ betas: 'ab' }), "Adam: betas must be an array of 2 numbers, not a string 'ab'"],
    [group({ betas: [0.9, 2] }), 'Adam: invalid beta parameter at index 1: 2'],
    [group({ amsgrad: 1 }), 'Adam: amsgrad must be true or false, not 1'],
    [group({ params: [99, 98] }), 'must number its 2 parameters from 0 on, not 99, 98'],
    [group({ params: [1, 0] }), 'must number its 2 parameters from 0 on, not 1, 0'],
    [group({ momentum: 0 }), "Adam: group 0 of the state dict: unknown option 'momentum'; there are 'lr'"],
    [group({ initialLr: 'x' }), "invalid initialLr: a string 'x'"],
    [group(JSON.parse('{ "__proto__": { "lr": 3 } }')), "unknown option '__proto__'"],
    [(state: OptimizerStateDict) => ({ ...state, paramGroups: [null] }), 'must be an object with params, not null'],
    [(state: OptimizerStateDict) => ({ ...state, state: null }), 'must be an object of paramGroups and state'],
    [param({ step: undefined }), 'parameter 1: step must be a whole number from 0, not undefined'],
    [param({ step: 1.5 }), 'step must be a whole number from 0, not 1.5'],
    [param({ expAvg: [0] }), 'parameter 1: expAvg must be a tensor, not an array of 1'],
    [param({ expAvg: ones(2) }), 'parameter 1 is [1], its expAvg [2]'],
    [param({ expAvg: ones([1], { dtype: 'int32' }) }), 'parameter 1 is float32, its expAvg int32'],
    [param({ momentumBuffer: ones(1) }), "has a string 'momentumBuffer', which Adam does not know"],
    [
      (state: OptimizerStateDict) => ({ ...state, state: { ...state.state, 2: {} } }),
      "remembers a parameter a string '2'",
    ],
  ])('%#', (change, message) => {
    const optimizer = adam();
    const before = known(optimizer);
    const state = change(optimizer.stateDict()) as OptimizerStateDict;
    expect(() => optimizer.loadStateDict(state)).toThrow(message);
    expect(known(optimizer)).toBe(before);
  });

  test('the state of another optimizer is refused', () => {
    const optimizers = [
      adam(),
      stepped((params) => new SGD(params, { lr: 1 })),
      stepped((params) => new RMSprop(params)),
      stepped((params) => new Adagrad(params)),
      stepped((params) => new NAdam(params)),
    ];
    for (const from of optimizers) {
      for (const to of optimizers) {
        if (from === to) continue;
        const before = known(to);
        expect(() => to.loadStateDict(from.stateDict())).toThrow(
          /group 0 of the state dict: (unknown option|\w+ must be there)/,
        );
        expect(known(to)).toBe(before);
      }
    }
    // They remember the same.
    expect(() => stepped((params) => new AdamW(params)).loadStateDict(adam().stateDict())).not.toThrow();
  });
});

describe('the state of a schedule is loaded whole or not at all', () => {
  const make = (): StepLR => new StepLR(new SGD([ones(1)], { lr: 1 }), { stepSize: 2 });

  test.each([
    [{ lastEpoch: 'x' }, "StepLR.loadStateDict: lastEpoch must be a whole number from 0, not a string 'x'"],
    [{ lastEpoch: undefined }, 'lastEpoch must be a whole number from 0, not undefined'],
    [{ baseLrs: [] }, 'baseLrs must be an array of 1 number, not an array of 0'],
    [{ baseLrs: ['x'] }, "each of baseLrs must be a number, not a string 'x'"],
    [{ lastLr: [null] }, 'each of lastLr must be a number, not null'],
    [{ schedule: 'ExponentialLR' }, "the state dict must be one of StepLR, not a string 'ExponentialLR'"],
    [{ best: 1 }, "the state dict has a string 'best', which StepLR does not know"],
  ])('%o', (changed, message) => {
    const schedule = make();
    const before = schedule.stateDict();
    expect(() => schedule.loadStateDict({ ...before, ...changed } as never)).toThrow(message);
    expect(schedule.stateDict()).toEqual(before);
  });

  test('the state of another schedule is refused', () => {
    const optimizer = new SGD([ones(1)], { lr: 1 });
    const all = [
      new StepLR(optimizer, { stepSize: 1 }),
      new ExponentialLR(optimizer, { gamma: 0.5 }),
      new CosineAnnealingWarmRestarts(optimizer, { t0: 2 }),
      new ReduceLROnPlateau(optimizer),
    ];
    for (const from of all) {
      for (const to of all) {
        const load = (): void => to.loadStateDict(JSON.parse(JSON.stringify(from.stateDict())));
        if (from === to) load();
        else expect(load).toThrow('the state dict must be one of');
      }
    }
  });
});

test('a tensor of a backend that cannot be read without waiting is not loaded on another', async () => {
  const [w, away] = [tensor([1], { requiresGrad: true }), await cpu()];
  Object.defineProperty(away, 'readSync', { value: undefined });
  const optimizer = stepped((params) => new SGD(params, { lr: 0.1, momentum: 0.9 }));
  const momentumBuffer = optimizer.stateDict().state[1]!.momentumBuffer;
  const state = { momentumBuffer: await (momentumBuffer as Tensor).to(away) };
  const mine = new SGD([w], { lr: 0.1, momentum: 0.9 });
  expect(() => mine.loadStateDict({ ...mine.stateDict(), state: { 0: state } })).toThrow(
    'SGD: parameter 0 is on cpu, its momentumBuffer on cpu. Move one with tensor.to(backend)',
  );
});
