import { init, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { initialWeights, mapInput, matmulInput, predictRows, sample } from '../tasks/inputs.ts';
import { plainStep } from '../tasks/mlp.ts';
import { transposed } from '../tasks/transposed.ts';
import { versionOf } from '../tasks/version.ts';
import { type Competitor, type Network, SOFTMAX_ROW, type TrainWork, type Trial, type Work } from '../tasks/work.ts';
import { trainImages } from './jax-images.ts';
import { operate } from './jax-operations.ts';

/** jax-js on WebAssembly: every repetition is one call of one jitted function. */
export async function jax(): Promise<Competitor> {
  await init('wasm');
  return { version: versionOf('@jax-js/jax'), start };
}

type Params = np.Array[];

function start(work: Work): Trial | undefined {
  switch (work.kind) {
    case 'train':
      return train(work);
    case 'images':
      return trainImages(work);
    case 'mlp':
      return work.layers === 'plain' && work.by === 'step' ? train(plainStep(work)) : undefined;
    case 'operation':
      return operate(work);
    case 'predict': {
      const params = build(work.network);
      const x = np.array(predictRows(work.network, work.rows)).reshape([work.rows, work.network.sizes[0]!]);
      const model = jit((p: Params, rows: np.Array) => nn.sigmoid(forward(p, work.network, rows)));
      const predict = (): ArrayLike<number> =>
        model(
          params.map((p) => p.ref),
          x.ref,
        ).dataSync();
      const run = (n: number): void => {
        for (let i = 0; i < n; i++) predict();
      };
      return { run, check: () => sample(predict()), release: () => dispose([...params, x]) };
    }
    case 'matmul': {
      const { m, k, n } = work;
      const [left, right] = matmulInput(m, k, n);
      const a = np.array(left).reshape([m, k]);
      const b = np.array(right).reshape([k, n]);
      const product = jit((x: np.Array, y: np.Array) => np.matmul(x, y));
      return repeated(() => product(a.ref, b.ref), [a, b]);
    }
    case 'map': {
      const flat = np.array(mapInput(work.size));
      const x = work.name === 'softmax' ? flat.reshape([-1, SOFTMAX_ROW]) : flat;
      const functions = { exp: np.exp, sigmoid: nn.sigmoid, sum: np.sum, softmax: (v: np.Array) => nn.softmax(v, -1) };
      const operation = jit((v: np.Array) => functions[work.name](v));
      return repeated(() => operation(x.ref), [x]);
    }
  }
}

function repeated(operation: () => np.Array, inputs: np.Array[]): Trial {
  const run = async (n: number): Promise<void> => {
    for (let i = 0; i < n; i++) {
      const result = operation();
      // What nobody waits for is never computed.
      await result.blockUntilReady();
      result.dispose();
    }
  };
  return { run, check: () => sample(operation().dataSync()), release: () => dispose(inputs) };
}

function dispose(arrays: readonly np.Array[]): void {
  for (const array of arrays) array.dispose();
}

/** Weight, bias, weight, bias, … */
function build(network: Network): Params {
  return initialWeights(network).flatMap(({ weight, bias, shape: [out, features] }) => [
    np.array(transposed(weight, out, features)).reshape([features, out]),
    np.array(bias),
  ]);
}

/** The values before the last activation; takes over what it is given. */
function forward(params: Params, { hidden }: Network, x: np.Array): np.Array {
  let value = x;
  for (let i = 0; i < params.length; i += 2) {
    value = np.matmul(value, params[i]!).add(params[i + 1]!);
    if (i + 2 < params.length) value = hidden === 'relu' ? nn.relu(value) : nn.sigmoid(value);
  }
  return value;
}

/** One jitted function a step: forward, loss, backward and update. */
function compile({ network, lr }: TrainWork) {
  const lossOf = (params: Params, x: np.Array, y: np.Array): np.Array => {
    const out = forward(params, network, x);
    if (network.output === 'none') {
      // log(1 + e^z) - y z, with the exponent never above 0.
      const softplus = np.log(np.exp(np.abs(out.ref).neg()).add(1)).add(nn.relu(out.ref));
      return np.mean(softplus.sub(y.mul(out)));
    }
    const p = nn.sigmoid(out);
    const notY = np.array(1).sub(y.ref);
    return np.mean(y.mul(np.log(p.ref)).add(notY.mul(np.log(np.array(1).sub(p))))).neg();
  };

  // jax-js has no optimizer of its own in this package; these are the usual formulas, jitted with the step.
  const sgdStep = jit((params: Params, x: np.Array, y: np.Array) => {
    const [loss, gradients] = valueAndGrad(lossOf)(
      params.map((p) => p.ref),
      x,
      y,
    );
    return [loss, params.map((p, i) => p.sub((gradients as Params)[i]!.mul(lr)))] as [np.Array, Params];
  });
  const adamStep = jit((params: Params, m: Params, v: Params, powers: Params, x: np.Array, y: np.Array) => {
    const [loss, gradients] = valueAndGrad(lossOf)(
      params.map((p) => p.ref),
      x,
      y,
    );
    const g = gradients as Params;
    const b1 = powers[0]!.mul(0.9);
    const b2 = powers[1]!.mul(0.999);
    const size = np.array(lr).div(np.array(1).sub(b1.ref));
    const scale = np.array(1).div(np.sqrt(np.array(1).sub(b2.ref)));
    const nextM = m.map((a, i) => a.mul(0.9).add(g[i]!.ref.mul(0.1)));
    const nextV = v.map((a, i) => a.mul(0.999).add(np.square(g[i]!).mul(0.001)));
    const nextParams = params.map((p, i) => {
      const divisor = np.sqrt(nextV[i]!.ref).mul(scale.ref).add(1e-8);
      return p.sub(nextM[i]!.ref.mul(size.ref).div(divisor));
    });
    size.dispose();
    scale.dispose();
    return [loss, nextParams, nextM, nextV, [b1, b2]] as [np.Array, Params, Params, Params, Params];
  });
  return { sgdStep, adamStep };
}

/** A new trial of the same work must not trace and compile again. */
const compiled = new Map<string, ReturnType<typeof compile>>();

function compiledFor(work: TrainWork): ReturnType<typeof compile> {
  const key = JSON.stringify([work.network, work.lr]);
  const found = compiled.get(key) ?? compile(work);
  compiled.set(key, found);
  return found;
}

function train(work: TrainWork): Trial {
  const { sgdStep, adamStep } = compiledFor(work);
  const features = work.network.sizes[0]!;
  const batches = work.batches.map(({ rows, x, y }) => ({
    x: np.array(Float32Array.from(x)).reshape([rows, features]),
    y: np.array(Float32Array.from(y)).reshape([rows, 1]),
  }));
  let params = build(work.network);
  const zeros = (): Params => (work.optimizer === 'adam' ? params.map((p) => np.zeros(p.shape)) : []);
  let m = zeros();
  let v = zeros();
  let powers = work.optimizer === 'adam' ? [np.array(1), np.array(1)] : [];
  let steps = 0;
  const step = (): np.Array => {
    const { x, y } = batches[steps++ % batches.length]!;
    let loss: np.Array;
    if (work.optimizer === 'sgd') [loss, params] = sgdStep(params, x.ref, y.ref);
    else [loss, params, m, v, powers] = adamStep(params, m, v, powers, x.ref, y.ref);
    return loss;
  };
  // Reading the loss makes the step happen; without, the steps queue up.
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) step().item();
  };
  const check = (): number[] => Array.from({ length: work.checkSteps }, () => step().item() as number);
  const release = (): void => dispose([...params, ...m, ...v, ...powers, ...batches.flatMap(({ x, y }) => [x, y])]);
  return { run, check, release };
}
