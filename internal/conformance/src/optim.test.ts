import { cpu } from '@kindling/backend-cpu';
import * as optim from '@kindling/optim';
import * as schedules from '@kindling/optim/lr-scheduler';
import { setBackend, type Tensor, tensor, zeros } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import recorded from '../values/optim/optimizers.json';
import rates from '../values/optim/schedules.json';
import { tally } from './numbers/ledger.js';

setBackend(await cpu());
/** The same kernels without the fused ones, so that optimizers compose their steps of tensor operations. */
const composing = await cpu();
Object.defineProperty(composing, 'fused', { value: undefined });
const fused = await cpu();

type Dtype = 'float32' | 'float64';

/** The largest difference, relative to the value, or to what counts as small in its place. */
function difference(actual: readonly number[], expected: readonly number[], small: number): number {
  expect(actual).toHaveLength(expected.length);
  return expected.reduce((worst, value, i) => {
    const off = Math.abs(actual[i]! - value) / Math.max(Math.abs(value), small);
    return Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(worst, off);
  }, 0);
}

type Make = (groups: optim.ParamGroupOptions<{ lr: number }>[], options: object) => optim.Optimizer<{ lr: number }>;

/** Parameters and gradients are of this size: where a parameter passes 0, the roundings of its steps do not shrink. */
const size = 1;

function optimizer(name: string): Make {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the cases name what they test.
  const Class = optim[name as 'SGD'];
  return (groups, options) => new Class(groups, options as { lr: number }) as optim.Optimizer<{ lr: number }>;
}

/** The parameters after each of the 20 steps. */
function run(name: string, options: { lr?: number }, dtype: Dtype, backend: typeof fused, saveAt = -1): number[][] {
  const make = (values: number[], shape: number[]): Tensor => tensor(values, { dtype, backend }).reshape(shape).clone();
  const params = recorded.start.map((values, i) => make(values, recorded.shapes[i]!).requiresGrad_());
  const create = (): optim.Optimizer<{ lr: number }> =>
    optimizer(name)(
      [{ params: params.slice(0, 2) }, { params: params.slice(2), lr: (options.lr ?? 0.01) / 2 }],
      options,
    );
  let current = create();
  return recorded.grads.map((grads, step) => {
    if (step === saveAt) {
      const state = current.stateDict();
      current = create();
      current.loadStateDict(state);
    }
    params.forEach((param, i) => {
      const missing = recorded.missing.some(([s, p]) => s === step && p === i);
      param.grad = missing ? null : make(grads[i]!, recorded.shapes[i]!);
    });
    current.step();
    return params.flatMap((param) => [...param.dataSync()]);
  });
}

describe.each(recorded.cases.map((c) => ({ ...c, title: `${c.optimizer} ${JSON.stringify(c.options)}` })))(
  '$title',
  (c) => {
    test.each([
      ['float32', 'fused', 2e-6],
      ['float32', 'composed', 2e-6],
      ['float64', 'fused', 1e-12],
      ['float64', 'composed', 1e-12],
    ] as const)('20 steps in %s, %s, are PyTorch’s', (dtype, how, tolerance) => {
      const backend = how === 'fused' ? fused : composing;
      const worst = run(c.optimizer, c.options, dtype, backend).map((values, step) =>
        difference(values, c[dtype][step]!, size),
      );
      expect(Math.max(...worst)).toBeLessThan(tolerance);
      const what = `optimizers, parameters after each of 20 steps, ${dtype}`;
      const values = c[dtype].flat().length;
      tally('Optimizers', what, { tolerance, values, worst: Math.max(...worst), at: c.optimizer, of: c });
    });

    test('saved and loaded after 10 steps, it goes on as if nothing had happened', () => {
      const straight = run(c.optimizer, c.options, 'float32', fused);
      expect(run(c.optimizer, c.options, 'float32', fused, 10)).toEqual(straight);
    });
  },
);

type Schedule = { step(metric?: number): void };
type MakeSchedule = (optimizer: optim.AnyOptimizer, options: object) => Schedule & schedules.LRScheduler;

function schedule(name: string): MakeSchedule {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the cases name what they test.
  const Class = schedules[name as 'StepLR'];
  return (own, options) => new Class(own, options as schedules.StepLROptions);
}

function fresh(kind = 'SGD'): optim.SGD | optim.Adam {
  const groups = [{ params: [zeros(1)] }, { params: [zeros(2)], lr: 0.03 }];
  return kind === 'Adam' ? new optim.Adam(groups, { lr: 0.1 }) : new optim.SGD(groups, { lr: 0.1, momentum: 0.9 });
}

const momentum = (group: object): number =>
  'betas' in group ? (group.betas as number[])[0]! : (group as { momentum: number }).momentum;

/** The learning rates and momenta of the groups at first and after each of 50 steps. */
function follow(own: optim.SGD | optim.Adam, step: (i: number) => void) {
  const lr: number[][] = [];
  const momenta: number[][] = [];
  for (let i = 0; i <= 50; i++) {
    lr.push(own.paramGroups.map((group) => group.lr));
    momenta.push(own.paramGroups.map(momentum));
    own.step();
    if (i < 50) step(i);
  }
  return { lr, momentum: momenta };
}

function close(actual: number[][], expected: number[][]): void {
  const worst = difference(actual.flat(), expected.flat(), 1e-15);
  expect(worst).toBeLessThan(1e-12);
  const values = expected.flat().length;
  tally('Optimizers', 'schedules, rates and momenta of 50 steps', { tolerance: 1e-12, values, worst });
}

describe('schedules', () => {
  test.each(rates.single.map((c) => ({ ...c, title: `${c.schedule} ${JSON.stringify(c.options)} ${c.optimizer}` })))(
    '$title',
    (c) => {
      const own = fresh(c.optimizer);
      const made = schedule(c.schedule)(own, c.options);
      const found = follow(own, () => made.step());
      close(found.lr, c.lr);
      close(found.momentum, c.momentum);
      close([made.getLastLr()], [c.lr.at(-1)!]);
    },
  );

  test.each(rates.single.map((c) => ({ ...c, title: `${c.schedule} ${JSON.stringify(c.options)}` })))(
    '$title goes on from a state dict',
    (c) => {
      const own = fresh(c.optimizer);
      let made = schedule(c.schedule)(own, c.options);
      const found = follow(own, (i) => {
        if (i === 21) {
          const state = JSON.parse(JSON.stringify(made.stateDict()));
          const saved = own.stateDict();
          made = schedule(c.schedule)(own, c.options);
          made.loadStateDict(state);
          own.loadStateDict(saved);
        }
        made.step();
      });
      close(found.lr, c.lr);
    },
  );

  test('three of one optimizer combine', () => {
    const own = fresh();
    const all = [
      new schedules.ConstantLR(own, { factor: 0.2, totalIters: 6 }),
      new schedules.ExponentialLR(own, { gamma: 0.9 }),
      new schedules.CosineAnnealingLR(own, { tMax: 20, etaMin: 0.001 }),
    ];
    const found = follow(own, () => {
      for (const one of all) one.step();
    });
    close(found.lr.slice(0, 50), rates.chained);
  });

  test.each(rates.sequential)('SequentialLR with milestones $milestones', (c) => {
    const own = fresh();
    const schedulers = c.children.map((child) => schedule(child.schedule)(own, child.options));
    const made = new schedules.SequentialLR(own, { schedulers, milestones: c.milestones });
    close(follow(own, () => made.step()).lr, c.lr);
    expect(JSON.parse(JSON.stringify(made.stateDict())).schedulers).toHaveLength(c.children.length);
  });

  test.each(rates.warmRestartPositions)('CosineAnnealingWarmRestarts $options at given positions', (c) => {
    const own = fresh();
    const made = new schedules.CosineAnnealingWarmRestarts(own, c.options);
    const found = c.positions.map((position) => {
      if (position === null) made.step();
      else made.step(position);
      return own.paramGroups.map((group) => group.lr);
    });
    close(found, c.lr);
  });

  test('LambdaLR and MultiplicativeLR', () => {
    const first = fresh();
    const lambda = new schedules.LambdaLR(first, { lrLambda: [(e) => 1 / (1 + e), (e) => 0.95 ** e] });
    close(follow(first, () => lambda.step()).lr, rates.lambdas.LambdaLR);
    const second = fresh();
    const product = new schedules.MultiplicativeLR(second, { lrLambda: (e) => 1 - 1 / (e + 2) });
    close(follow(second, () => product.step()).lr, rates.lambdas.MultiplicativeLR);
  });

  test.each(rates.plateaus)('ReduceLROnPlateau $options', (c) => {
    const own = fresh();
    let made = new schedules.ReduceLROnPlateau(own, c.options as schedules.ReduceLROnPlateauOptions);
    const found = follow(own, (i) => {
      if (i === 20) {
        const state = JSON.parse(JSON.stringify(made.stateDict()));
        made = new schedules.ReduceLROnPlateau(own, c.options as schedules.ReduceLROnPlateauOptions);
        made.loadStateDict(state);
      }
      // A number and a tensor of one element are the same.
      made.step(i % 2 === 0 ? c.metrics[i]! : tensor(c.metrics[i]!, { dtype: 'float64' }));
    });
    close(found.lr, c.lr);
  });
});
