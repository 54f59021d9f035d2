import { cpu } from '@kindling/backend-cpu';
import { Linear } from '@kindling/nn';
import * as F from '@kindling/nn/functional';
import { LBFGS, type LBFGSOptions } from '@kindling/optim/lbfgs';
import { AveragedModel, ExponentialMovingAverage } from '@kindling/optim/swa-utils';
import { noGrad, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import recorded from '../values/optim/lbfgs.json';
import { tally } from './numbers/ledger.js';

setBackend(await cpu());

type Dtype = 'float32' | 'float64';
type Params = readonly [Tensor, Tensor];

const problems: Record<string, (params: Params) => Tensor> = {
  rosenbrock: ([x, y]) => {
    const a = x.select(0, 0);
    return a
      .mul(-1)
      .add(1)
      .pow(2)
      .add(y.reshape().sub(a.mul(a)).pow(2).mul(100));
  },
  logistic: ([w, b]) => {
    const { dtype } = w as { dtype: Dtype };
    const z = tensor(recorded.x, { dtype }).matmul(w).add(b);
    return F.binaryCrossEntropyWithLogits(z, tensor(recorded.t, { dtype })).add(w.mul(w).sum().mul(0.01));
  },
};

/** After each step: how often the loss was computed, the loss before it, and the parameters. */
function run(problem: string, options: LBFGSOptions, dtype: Dtype, saveAt = -1): number[][] {
  const start = recorded.start[problem as 'logistic'];
  const params = start.map((values) => tensor(values, { dtype }).requiresGrad_()) as [Tensor, Tensor];
  let optimizer = new LBFGS(params, options);
  let evaluations = 0;
  return recorded.cases[0]!.float64.map((_, step) => {
    if (step === saveAt) {
      const state = optimizer.stateDict();
      optimizer = new LBFGS(params, options);
      optimizer.loadStateDict(state);
    }
    const loss = optimizer.step(() => {
      evaluations++;
      optimizer.zeroGrad();
      const value = problems[problem]!(params);
      value.backward();
      return value;
    });
    return [evaluations, loss.item() as number, ...params.flatMap((param) => [...param.dataSync()].map(Number))];
  });
}

describe.each(recorded.cases.map((c) => ({ ...c, title: `LBFGS ${c.problem} ${JSON.stringify(c.options)}` })))(
  '$title',
  (c) => {
    // Each iteration carries the roundings of those before it along, and rosenbrock's valley makes them larger.
    test.each([
      ['float32', 2e-3],
      ['float64', 1e-8],
    ] as const)('steps in %s are PyTorch’s', (dtype, tolerance) => {
      // In float32 the last bits of a loss, which differ from kernel to kernel, decide when a line search ends: how often
      // the loss was computed, the first number of a step, is compared in float64.
      const first = dtype === 'float32' ? 1 : 0;
      const actual = run(c.problem, c.options as LBFGSOptions, dtype).flatMap((step) => step.slice(first));
      const expected = c[dtype].flatMap((step) => step.slice(first));
      expect(actual).toHaveLength(expected.length);
      const worst = Math.max(...expected.map((x, i) => Math.abs(actual[i]! - x) / Math.max(1, Math.abs(x))));
      expect(worst).toBeLessThan(tolerance);
      const what = `LBFGS, loss and parameters after each of 6 steps, ${dtype}`;
      tally('Optimizers', what, { tolerance, values: expected.length, worst, at: c.title, of: c });
    });

    test('saved and loaded after 2 steps, it goes on as if nothing had happened', () => {
      const options = c.options as LBFGSOptions;
      expect(run(c.problem, options, 'float64', 2)).toEqual(run(c.problem, options, 'float64'));
    });
  },
);

test.each([
  ['AveragedModel', recorded.averages, (model: Linear) => new AveragedModel(model)],
  ['ExponentialMovingAverage', recorded.ema, (model: Linear) => new ExponentialMovingAverage(model, { decay: 0.9 })],
] as const)('%s averages as PyTorch', (_, expected, make) => {
  const model = new Linear(2, 1).double();
  const averaged = make(model);
  const steps = expected.map((_, step) => {
    noGrad(() => {
      model.weight.copy_(tensor([[step * 0.5, 1 - step * step]], { dtype: 'float64' }));
      model.bias!.copy_(tensor([3 - step], { dtype: 'float64' }));
    });
    averaged.update();
    return averaged.use(() => model.parameters().flatMap((p) => [...p.dataSync()].map(Number)));
  });
  steps.flat().forEach((value, i) => {
    expect(value).toBeCloseTo(expected.flat()[i]!, 12);
  });
});
