import type { OptimizerStep, View } from '@kindling/tensor-core/backend';
import type { CpuBuffer } from '../../buffer.js';
import { CHUNK, CHUNK_BYTES, type Engine } from '../../wasm/engine.js';
import { inPlace } from '../../wasm/operands.js';
import { close, open } from '../../wasm/optimizers.js';
import { moreKernels } from './exports.js';

/** What a kernel is told: what it remembers, how much of that is kept, what keeps a denominator from 0, and the rates. */
interface Plan {
  readonly remembered: readonly (View | undefined)[];
  readonly keep1?: number;
  readonly keep2?: number;
  readonly eps: number;
  readonly rate: number;
  readonly rate2?: number;
}

/** A plan for a step whose options and state are given; what changes in the state besides tensors is changed. */
type Planner = (options: Numbers, state: State) => Plan | null;
type Numbers = Record<string, number> & { betas: readonly [number, number]; centered: boolean };
type State = Record<string, View> & { step: number; muProduct: number };

/** The optimizers by name, in the order of `assembly/seldom-optimizers.ts`. */
const planners: Readonly<Record<string, Planner>> = {
  RMSprop({ alpha, eps, lr, momentum, centered }, { squareAvg, gradAvg, momentumBuffer }) {
    // What is asked for since the last step has nothing remembered.
    if ((centered && !gradAvg) || (momentum! > 0 && !momentumBuffer)) return null;
    const remembered = [squareAvg, centered ? gradAvg : undefined, momentum! > 0 ? momentumBuffer : undefined];
    return { remembered, keep1: alpha!, keep2: momentum!, eps: eps!, rate: lr! };
  },
  Adagrad({ lr, lrDecay, eps }, state) {
    return { remembered: [state.sum], eps: eps!, rate: lr! / (1 + (++state.step - 1) * lrDecay!) };
  },
  Adadelta({ lr, rho, eps }, { squareAvg, accDelta }) {
    return { remembered: [squareAvg, accDelta], keep1: rho!, eps: eps!, rate: lr! };
  },
  Adamax({ lr, eps, betas: [keep1, keep2] }, state) {
    const rate = lr! / (1 - keep1 ** ++state.step);
    return { remembered: [state.expAvg, state.expInf], keep1, keep2, eps: eps!, rate };
  },
  NAdam({ lr, eps, momentumDecay, betas: [keep1, keep2] }, state) {
    const step = ++state.step;
    const mu = keep1 * (1 - 0.5 * 0.96 ** (step * momentumDecay!));
    const muNext = keep1 * (1 - 0.5 * 0.96 ** ((step + 1) * momentumDecay!));
    // As @kindling/optim and PyTorch keep them.
    const { fround } = Math;
    state.muProduct = fround(state.muProduct * fround(mu));
    const productNext = fround(fround(state.muProduct * fround(mu)) * fround(muNext));
    const root = Math.sqrt(1 - keep2 ** step);
    return {
      remembered: [state.expAvg, state.expAvgSq],
      keep1,
      keep2,
      eps: eps! * root,
      rate: (lr! * (1 - mu) * root) / (1 - state.muProduct),
      rate2: (lr! * muNext * root) / (1 - productNext),
    };
  },
  RAdam({ lr, eps, betas: [keep1, keep2] }, state) {
    const step = ++state.step;
    const correction = 1 - keep2 ** step;
    const most = 2 / (1 - keep2) - 1;
    const length = most - (2 * step * keep2 ** step) / correction;
    const plain = lr! / (1 - keep1 ** step);
    const remembered = [state.expAvg, state.expAvgSq];
    if (length <= 5) return { remembered, keep1, keep2, eps: eps!, rate: plain, rate2: 0 };
    const rectified = Math.sqrt(((length - 4) * (length - 2) * most) / ((most - 4) * (most - 2) * length));
    return { remembered, keep1, keep2, eps: eps!, rate: plain * Math.sqrt(correction) * rectified, rate2: 1 };
  },
};
const kinds = Object.keys(planners);

/** Fewer elements are stepped as fast by operations; measured. */
const LEAST = 64;

/** Does a step of one parameter in place, where there is a kernel for it. */
export function optimize(engineOf: (x: View) => Engine, { name, group, param, grad, state }: OptimizerStep): boolean {
  const takes = (x: View): boolean =>
    x.dtype === 'float32' && x.dense && x.count === param.count && x.buffer.backend === param.buffer.backend;
  const tensors = Object.values(state).filter((known) => typeof known !== 'number');
  if (param.count < LEAST || ![param, grad, ...tensors].every(takes)) return false;
  const plan = planners[name]?.(group as Numbers, state as State);
  if (!plan) return false;
  const changed = [param, ...plan.remembered];
  run(engineOf(param), kinds.indexOf(name), param, grad, plan, group as unknown as Numbers);
  for (const x of changed) if (x !== undefined) (x.buffer as CpuBuffer).version++;
  return true;
}

function run(engine: Engine, kind: number, param: View, grad: View, plan: Plan, options: Numbers): void {
  const { keep1 = 0, keep2 = 0, eps, rate, rate2 = 0 } = plan;
  const changed = [param, ...plan.remembered];
  const { base } = engine;
  const stays = [grad, ...changed].every((x) => x === undefined || inPlace(engine, x));
  const chunk = stays ? param.count : CHUNK;
  for (let i = 0; i < param.count; i += chunk) {
    const n = Math.min(chunk, param.count - i);
    const [p, a = 0, b = 0, c = 0] = changed.map((x, k) => open(engine, x, i, n, base + k * CHUNK_BYTES));
    const g = engine.bring(grad, i, n, base + 4 * CHUNK_BYTES);
    const sign = options.maximize ? -1 : 1;
    moreKernels(engine).optimize(
      kind,
      p!,
      g,
      a,
      b,
      c,
      n,
      sign,
      options.weightDecay ?? 0,
      keep1,
      keep2,
      eps,
      rate,
      rate2,
    );
    changed.forEach((x, k) => {
      close(engine, [p!, a, b, c][k]!, n, x, i);
    });
  }
}
