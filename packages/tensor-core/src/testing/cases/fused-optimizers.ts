import type { Tensor } from '../../tensor.js';
import type { FusedCall } from './fused-call.js';

const shape = [130, 33];
const step = 7;
const eps = 1e-6;
const betas = [0.8, 0.95] as const;

/** A step whose options and formula are given: how parameters, gradients and what is remembered of them change. */
function stepOf(
  name: string,
  options: Readonly<Record<string, unknown>>,
  remembered: readonly string[],
  formula: (g: Tensor, ...state: readonly Tensor[]) => { change: Tensor; state: readonly Tensor[] },
  numbers: Readonly<Record<string, number>> = {},
): FusedCall {
  const { maximize = false, weightDecay = 0 } = options as { maximize?: boolean; weightDecay?: number };
  return {
    label: `${name}${Object.entries(options).map(([key, value]) => ` ${key} ${value}`)}`,
    inputs: [{ shape }, { shape, range: [-3, 3] }, ...remembered.map(() => ({ shape, range: [0.5, 2] as const }))],
    fused(kernels, inputs) {
      const [param, grad, ...known] = inputs as [Tensor, Tensor, ...Tensor[]];
      const state = { ...numbers, ...Object.fromEntries(remembered.map((key, i) => [key, known[i]!])) };
      if (!kernels.optimize({ name, group: options, param, grad, state })) throw new Error(`no kernel steps ${name}`);
      return [param, ...known];
    },
    composed(inputs) {
      const [param, grad, ...known] = inputs as [Tensor, Tensor, ...Tensor[]];
      const made = formula((maximize ? grad.neg() : grad).add(param.mul(weightDecay)), ...known);
      return [param.sub(made.change), ...made.state];
    },
  };
}

const average = (mean: Tensor, kept: number, value: Tensor): Tensor => mean.mul(kept).add(value.mul(1 - kept));

function rmsprop(momentum: number, more: object): FusedCall {
  const names = ['squareAvg', ...(momentum > 0 ? ['momentumBuffer'] : [])];
  return stepOf('RMSprop', { lr: 0.1, alpha: 0.9, eps, momentum, ...more }, names, (g, square, buffer) => {
    const mean = average(square!, 0.9, g.mul(g));
    let change = g.div(mean.sqrt().add(eps));
    if (momentum > 0) change = buffer!.mul(momentum).add(change);
    return { change: change.mul(0.1), state: momentum > 0 ? [mean, change] : [mean] };
  });
}

function means(g: Tensor, mean: Tensor, square: Tensor): [Tensor, Tensor] {
  return [average(mean, betas[0], g), average(square, betas[1], g.mul(g))];
}

function radam(at: number): FusedCall {
  const [keep1, keep2] = betas;
  const correction = 1 - keep2 ** at;
  const most = 2 / (1 - keep2) - 1;
  const length = most - (2 * at * keep2 ** at) / correction;
  const rectified = Math.sqrt(((length - 4) * (length - 2) * most) / ((most - 4) * (most - 2) * length));
  const rate = 0.1 / (1 - keep1 ** at);
  return stepOf(
    'RAdam',
    { lr: 0.1, eps, betas, weightDecay: 0.1 },
    ['expAvg', 'expAvgSq'],
    (g, ...old) => {
      const [mean, square] = means(g, old[0]!, old[1]!);
      const change = mean.mul(rate);
      if (length <= 5) return { change, state: [mean, square] };
      const size = square
        .sqrt()
        .add(eps)
        .div(Math.sqrt(correction) * rectified);
      return { change: change.div(size), state: [mean, square] };
    },
    { step: at - 1 },
  );
}

/** The optimizers that have no kernel of their own name. */
export const optimizerCases: readonly FusedCall[] = [
  rmsprop(0, {}),
  rmsprop(0.9, { weightDecay: 0.1, maximize: true }),
  stepOf(
    'Adagrad',
    { lr: 0.1, lrDecay: 0.1, eps, maximize: true },
    ['sum'],
    (g, sum) => {
      const added = sum!.add(g.mul(g));
      return { change: g.div(added.sqrt().add(eps)).mul(0.1 / (1 + (step - 1) * 0.1)), state: [added] };
    },
    { step: step - 1 },
  ),
  stepOf('Adadelta', { lr: 0.5, rho: 0.9, eps, weightDecay: 0.1 }, ['squareAvg', 'accDelta'], (g, square, acc) => {
    const newSquare = average(square!, 0.9, g.mul(g));
    const delta = acc!.add(eps).sqrt().div(newSquare.add(eps).sqrt()).mul(g);
    return { change: delta.mul(0.5), state: [newSquare, average(acc!, 0.9, delta.mul(delta))] };
  }),
  stepOf(
    'Adamax',
    { lr: 0.1, eps, betas },
    ['expAvg', 'expInf'],
    (g, mean, most) => {
      const newMean = average(mean!, betas[0], g);
      const newMost = most!.mul(betas[1]).maximum(g.abs().add(eps));
      return { change: newMean.div(newMost).mul(0.1 / (1 - betas[0] ** step)), state: [newMean, newMost] };
    },
    { step: step - 1 },
  ),
  stepOf(
    'NAdam',
    { lr: 0.1, eps, betas, momentumDecay: 0.004 },
    ['expAvg', 'expAvgSq'],
    (g, ...old) => {
      const [mean, square] = means(g, old[0]!, old[1]!);
      const mu = betas[0] * (1 - 0.5 * 0.96 ** (step * 0.004));
      const next = betas[0] * (1 - 0.5 * 0.96 ** ((step + 1) * 0.004));
      const product = 0.3 * mu;
      const size = square
        .div(1 - betas[1] ** step)
        .sqrt()
        .add(eps);
      const ofGradient = g.div(size).mul((0.1 * (1 - mu)) / (1 - product));
      return {
        change: ofGradient.add(mean.div(size).mul((0.1 * next) / (1 - product * mu * next))),
        state: [mean, square],
      };
    },
    { step: step - 1, muProduct: 0.3 },
  ),
  radam(2),
  radam(50),
];
