import type { Activation, AdamStep, Backend, FusedKernels, SGDStep } from '../../backend.js';
import { matmul } from '../../ops/matmul.js';
import type { Shape } from '../../shape.js';
import { type Tensor, wrap } from '../../tensor.js';
import type { InputSpec } from './case.js';
import { type FusedCall, result, slopes } from './fused-call.js';
import { lossBackwardCases, lossCases } from './fused-loss.js';
import { normalizeBackwardCases, normalizeCases } from './fused-normalize.js';
import { optimizerCases } from './fused-optimizers.js';
import { poolKernels } from './fused-pool.js';
import { windowKernels } from './fused-windows.js';

function activate(activation: Activation, x: Tensor): Tensor {
  return activation === 'identity' ? x : x[activation]();
}

function linear(shape: Shape, outputs: number, activation: Activation, bias: boolean): FusedCall {
  // Small weights, so that an error of the sums is no larger behind the activation.
  const weight = { shape: [outputs, shape[1]!], range: [-0.2, 0.2] as const };
  const inputs = [{ shape, range: [-1, 1] as const }, weight, ...(bias ? [{ shape: [outputs] }] : [])];
  return {
    label: `[${shape}] to ${outputs}, ${activation}${bias ? '' : ', no bias'}`,
    inputs,
    fused: ({ linear }, [x, weight, b]) => result(linear(x!, weight!, b ?? null, activation), [shape[0]!, outputs]),
    composed([x, weight, b]) {
      const product = matmul(x!, weight!.T);
      return [activate(activation, b === undefined ? product : product.add(b))];
    },
  };
}

function linearBackward(shape: Shape, outputs: number, activation: Activation, wanted = [true, true, true]): FusedCall {
  const made = [shape[0]!, outputs];
  return {
    label: `[${shape}] to ${outputs}, ${activation}, of ${['x', 'weight', 'bias'].filter((_, i) => wanted[i])}`,
    inputs: [
      { shape: made },
      { shape, range: [-1, 1] },
      { shape: [outputs, shape[1]!], range: [-1, 1] },
      { shape: made, range: activation === 'relu' ? [-1, 1] : [0.05, 0.95] },
    ],
    fused(kernels, [g, x, weight, y]) {
      const shapes = [shape, weight!.shape, [outputs]];
      const buffers = kernels.linearBackward(g!, x!, weight!, y!, activation, wanted) ?? [];
      return buffers.flatMap((buffer, i) => (buffer === null ? [] : wrap(buffer, shapes[i]!)));
    },
    composed([grad, x, weight, y]) {
      const g = grad!.mul(slopes[activation](y!));
      return [g.matmul(weight!), g.T.matmul(x!), g.sum(0)].filter((_, i) => wanted[i]);
    },
  };
}

const rows: readonly Shape[] = [[1], [7], [3, 5], [2, 3, 4], [40, 133], [600, 10]];
const gradients: readonly Shape[] = [[], [7], [3, 5], [2, 3, 4], [40, 133]];

function activationBackward(activation: Exclude<Activation, 'identity'>, shape: Shape): FusedCall {
  return {
    label: `${activation} of [${shape}]`,
    inputs: [{ shape }, { shape, range: activation === 'relu' ? [-1, 1] : [0.05, 0.95] }],
    fused: (kernels, [g, y]) => result(kernels.activationBackward(activation, g!, y!), shape),
    composed: ([g, y]) => [g!.mul(slopes[activation](y!))],
  };
}

/** Parameters of several sizes at once, then as many gradients, then the state, if any. */
const sizes: readonly Shape[] = [[3], [7, 5], [1], [130, 33]];
const lists = (count: number): InputSpec[] =>
  Array.from({ length: count }, (_, i) =>
    sizes.map((shape) => ({ shape, range: i >= 3 ? ([0, 2] as const) : ([-3, 3] as const) })),
  ).flat();
const part = (inputs: readonly Tensor[], i: number): Tensor[] => inputs.slice(i * sizes.length, (i + 1) * sizes.length);

function sgd(label: string, options: Partial<SGDStep>): FusedCall {
  const step: Omit<SGDStep, 'params' | 'grads' | 'momentumBuffers'> = {
    first: false,
    lr: 0.1,
    momentum: 0,
    dampening: 0,
    weightDecay: 0,
    nesterov: false,
    maximize: false,
    ...options,
  };
  const { lr, momentum, dampening, weightDecay, nesterov, maximize, first } = step;
  const stateful = momentum !== 0;
  return {
    label,
    inputs: lists(stateful ? 3 : 2),
    fused(kernels, inputs) {
      const [params, grads] = [part(inputs, 0), part(inputs, 1)];
      const momentumBuffers = stateful ? part(inputs, 2) : [];
      kernels.sgd({ ...step, params, grads, momentumBuffers });
      return [...params, ...momentumBuffers];
    },
    composed(inputs) {
      const made = part(inputs, 0).map((p, i) => {
        const g = part(inputs, 1)
          [i]!.mul(maximize ? -1 : 1)
          .add(p.mul(weightDecay));
        if (!stateful) return { p: p.sub(g.mul(lr)), m: g };
        const m = first
          ? g
          : part(inputs, 2)
              [i]!.mul(momentum)
              .add(g.mul(1 - dampening));
        return { p: p.sub((nesterov ? g.add(m.mul(momentum)) : m).mul(lr)), m };
      });
      return [...made.map(({ p }) => p), ...(stateful ? made.map(({ m }) => m) : [])];
    },
  };
}

function adam(label: string, options: Partial<AdamStep>): FusedCall {
  const step: Omit<AdamStep, 'params' | 'grads' | 'expAvg' | 'expAvgSq' | 'maxExpAvgSq'> = {
    step: 3,
    lr: 0.01,
    beta1: 0.9,
    beta2: 0.999,
    eps: 1e-8,
    weightDecay: 0,
    decoupled: false,
    maximize: false,
    ...options,
  };
  const { lr, beta1, beta2, eps, weightDecay, decoupled, maximize } = step;
  const amsgrad = label.includes('amsgrad');
  return {
    label,
    inputs: lists(amsgrad ? 5 : 4),
    fused(kernels, inputs) {
      const [params, grads, expAvg, expAvgSq] = [0, 1, 2, 3].map((i) => part(inputs, i)) as [
        Tensor[],
        Tensor[],
        Tensor[],
        Tensor[],
      ];
      const maxExpAvgSq = amsgrad ? part(inputs, 4) : [];
      kernels.adam({ ...step, params, grads, expAvg, expAvgSq, maxExpAvgSq });
      return [...params, ...expAvg, ...expAvgSq, ...maxExpAvgSq];
    },
    composed(inputs) {
      const made = part(inputs, 0).map((before, i) => {
        const p = decoupled ? before.mul(1 - lr * weightDecay) : before;
        const signed = part(inputs, 1)[i]!.mul(maximize ? -1 : 1);
        const g = decoupled ? signed : signed.add(before.mul(weightDecay));
        const m = part(inputs, 2)
          [i]!.mul(beta1)
          .add(g.mul(1 - beta1));
        const v = part(inputs, 3)
          [i]!.mul(beta2)
          .add(g.mul(g).mul(1 - beta2));
        const largest = amsgrad ? part(inputs, 4)[i]!.maximum(v) : v;
        const root = largest.sqrt().div(Math.sqrt(1 - beta2 ** step.step));
        return { p: p.sub(m.mul(lr / (1 - beta1 ** step.step)).div(root.add(eps))), m, v, largest };
      });
      return (['p', 'm', 'v', ...(amsgrad ? (['largest'] as const) : [])] as const).flatMap((key) =>
        made.map((one) => one[key]),
      );
    },
  };
}

/** What each optional kernel has to agree with. */
export const fused: { readonly [Name in keyof FusedKernels]-?: readonly FusedCall[] } = {
  linear: [
    ...(['identity', 'relu', 'sigmoid', 'tanh'] as const).map((activation) => linear([4, 3], 5, activation, true)),
    linear([1, 2], 1, 'identity', false),
    linear([10, 60], 180, 'relu', true),
    linear([1, 60], 180, 'sigmoid', true),
    linear([20, 2], 100, 'sigmoid', true),
    linear([130, 257], 67, 'identity', false),
    linear([130, 33], 67, 'tanh', true),
    linear([0, 3], 2, 'relu', true),
  ],
  linearBackward: [
    ...(['identity', 'relu', 'sigmoid', 'tanh'] as const).map((activation) => linearBackward([4, 3], 5, activation)),
    linearBackward([20, 2], 100, 'sigmoid', [false, true, true]),
    linearBackward([20, 100], 1, 'sigmoid'),
    linearBackward([10, 60], 180, 'relu', [true, false, true]),
    linearBackward([130, 33], 67, 'tanh', [true, true, false]),
    linearBackward([1, 1], 1, 'identity', [false, false, true]),
    linearBackward([0, 3], 2, 'relu'),
  ],
  softmax: rows.map((shape) => ({
    label: `[${shape}]`,
    inputs: [{ shape, range: [-9, 9] }],
    fused: (kernels, [x]) => result(kernels.softmax(x!), shape),
    composed([x]) {
      const e = x!.sub(x!.max(-1, { keepdim: true }).values).exp();
      return [e.div(e.sum(-1, { keepdim: true }))];
    },
  })),
  logSoftmax: rows.map((shape) => ({
    label: `[${shape}]`,
    inputs: [{ shape, range: [-9, 9] }],
    fused: (kernels, [x]) => result(kernels.logSoftmax(x!), shape),
    composed([x]) {
      const shifted = x!.sub(x!.max(-1, { keepdim: true }).values);
      return [shifted.sub(shifted.exp().sum(-1, { keepdim: true }).log())];
    },
  })),
  softmaxBackward: [false, true].flatMap((log) =>
    rows.map((shape) => ({
      label: `[${shape}]${log ? ', logarithm' : ''}`,
      inputs: [
        { shape, range: [-2, 2] },
        { shape, range: log ? [-9, 0] : [0, 1] },
      ],
      fused: (kernels: FusedKernels, [g, y]: readonly Tensor[]) => result(kernels.softmaxBackward(g!, y!, log), shape),
      composed([g, y]: readonly Tensor[]) {
        if (log) return [g!.sub(y!.exp().mul(g!.sum(-1, { keepdim: true })))];
        return [y!.mul(g!.sub(g!.mul(y!).sum(-1, { keepdim: true })))];
      },
    })),
  ),
  gelu: gradients.map((shape) => {
    const composed = ([x]: readonly Tensor[]) => [x!.mul(0.5).mul(x!.mul(Math.SQRT1_2).erf().add(1))];
    return {
      label: `[${shape}]`,
      inputs: [{ shape, range: [-9, 9] }],
      fused(kernels, inputs) {
        const made = kernels.gelu(inputs[0]!);
        return made === null ? composed(inputs) : result(made, shape);
      },
      composed,
    };
  }),
  activationBackward: (['relu', 'sigmoid', 'tanh'] as const).flatMap((activation) =>
    gradients.map((shape) => activationBackward(activation, shape)),
  ),
  normalize: normalizeCases,
  normalizeBackward: normalizeBackwardCases,
  loss: lossCases,
  lossBackward: lossBackwardCases,
  sgd: [
    sgd('plain', {}),
    sgd('weight decay, maximized', { weightDecay: 0.1, maximize: true }),
    sgd('first step with momentum', { momentum: 0.9, dampening: 0.5, first: true }),
    sgd('momentum and dampening', { momentum: 0.9, dampening: 0.5, weightDecay: 0.01 }),
    sgd('nesterov', { momentum: 0.9, nesterov: true, weightDecay: 0.01 }),
    sgd('first step of nesterov, maximized', { momentum: 0.9, nesterov: true, maximize: true, first: true }),
  ],
  adam: [
    adam('plain', {}),
    adam('first step', { step: 1 }),
    adam('weight decay, maximized', { weightDecay: 0.1, maximize: true }),
    adam('decoupled decay', { weightDecay: 0.1, decoupled: true }),
    adam('amsgrad', { beta1: 0.8, beta2: 0.99, eps: 1e-3 }),
    adam('amsgrad, decoupled, maximized', { weightDecay: 0.1, decoupled: true, maximize: true }),
  ],
  optimize: optimizerCases,
  ...windowKernels,
  ...poolKernels,
};

/** Layouts in which kernels that change tensors in place are never called, since parameters are dense. */
export const inPlace: ReadonlySet<keyof FusedKernels> = new Set(['sgd', 'adam', 'optimize'] as const);

/** Kernels that are never called with float64. */
export const singleOnly: ReadonlySet<keyof FusedKernels> = new Set([
  'conv2d',
  'conv2dBackward',
  'conv2dInputGradient',
  'conv2dWeightGradient',
  'softmaxBackward',
  'optimize',
] as const);

/** The fused kernels of a backend, where it has the one in question. */
export function kernelsOf(backend: Backend, name: keyof FusedKernels): FusedKernels | undefined {
  return backend.fused?.[name] === undefined ? undefined : (backend.fused as FusedKernels);
}
