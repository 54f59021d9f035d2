import { initialWeights, mapInput, matmulInput, predictRows, sample } from '../tasks/inputs.ts';
import { type Competitor, type Network, SOFTMAX_ROW, type TrainWork, type Trial, type Work } from '../tasks/work.ts';

/** Plain loops over typed arrays, as one would write them without a library: the inner loop along the rows of memory. */
export async function loops(): Promise<Competitor> {
  return { version: process.version, start };
}

function start(work: Work): Trial | undefined {
  switch (work.kind) {
    case 'train':
      return train(work);
    case 'images':
      return undefined;
    case 'predict': {
      const network = new Loops(work.network);
      const x = predictRows(work.network, work.rows);
      const run = (n: number): void => {
        for (let i = 0; i < n; i++) network.forward(x, work.rows);
      };
      return { run, check: () => sample(network.forward(x, work.rows)) };
    }
    case 'matmul': {
      const { m, k, n } = work;
      const [a, b] = matmulInput(m, k, n);
      const out = new Float32Array(m * n);
      const run = (times: number): void => {
        for (let i = 0; i < times; i++) matmul(a, b, out, m, k, n);
      };
      return { run, check: () => sampleAfter(run, out) };
    }
    case 'map': {
      const x = mapInput(work.size);
      const out = new Float32Array(work.name === 'sum' ? 1 : work.size);
      const map = { exp, sigmoid, sum, softmax }[work.name];
      const run = (times: number): void => {
        for (let i = 0; i < times; i++) map(x, out);
      };
      return { run, check: () => sampleAfter(run, out) };
    }
  }
}

function sampleAfter(run: (n: number) => void, out: Float32Array): number[] {
  run(1);
  return sample(out);
}

function train(work: TrainWork): Trial {
  const network = new Loops(work.network);
  const batches = work.batches.map(({ rows, x, y }) => ({ rows, x: Float32Array.from(x), y: Float32Array.from(y) }));
  const update = work.optimizer === 'sgd' ? new Sgd(work.lr) : new Adam(network.parameters, work.lr);
  let steps = 0;
  const step = (): number => {
    const { rows, x, y } = batches[steps++ % batches.length]!;
    const out = network.forward(x, rows);
    // With either output the derivative by the logit is p - y.
    const delta = new Float32Array(rows);
    let loss = 0;
    for (let i = 0; i < rows; i++) {
      const p = work.network.output === 'sigmoid' ? out[i]! : 1 / (1 + Math.exp(-out[i]!));
      loss -= y[i]! * Math.log(p) + (1 - y[i]!) * Math.log(1 - p);
      delta[i] = (p - y[i]!) / rows;
    }
    network.backward(x, delta, rows);
    update.step(network.parameters, network.gradients);
    return loss / rows;
  };
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) step();
  };
  return { run, check: () => Array.from({ length: work.checkSteps }, step) };
}

/** Layers with weights kept as [in, out], and room for what a step computes. */
class Loops {
  readonly parameters: Float32Array[] = [];
  readonly gradients: Float32Array[] = [];
  readonly #network: Network;
  #outputs: Float32Array[] = [];

  constructor(network: Network) {
    this.#network = network;
    for (const { weight, bias, shape } of initialWeights(network)) {
      const [out, features] = shape;
      const turned = new Float32Array(weight.length);
      for (let i = 0; i < out; i++) for (let j = 0; j < features; j++) turned[j * out + i] = weight[i * features + j]!;
      this.parameters.push(turned, bias.slice());
      this.gradients.push(new Float32Array(weight.length), new Float32Array(out));
    }
  }

  forward(x: Float32Array, rows: number): Float32Array {
    const { sizes, hidden, output } = this.#network;
    this.#outputs = [x];
    for (let l = 0; l + 1 < sizes.length; l++) {
      const out = sizes[l + 1]!;
      const values = new Float32Array(rows * out);
      matmul(this.#outputs[l]!, this.parameters[2 * l]!, values, rows, sizes[l]!, out, this.parameters[2 * l + 1]!);
      activate(values, l + 2 < sizes.length ? hidden : output);
      this.#outputs.push(values);
    }
    return this.#outputs.at(-1)!;
  }

  backward(x: Float32Array, outputDelta: Float32Array, rows: number): void {
    const { sizes, hidden } = this.#network;
    let delta = outputDelta;
    for (let l = sizes.length - 2; l >= 0; l--) {
      const features = sizes[l]!;
      const out = sizes[l + 1]!;
      const input = l === 0 ? x : this.#outputs[l]!;
      const weight = this.parameters[2 * l]!;
      const dWeight = this.gradients[2 * l]!.fill(0);
      const dBias = this.gradients[2 * l + 1]!.fill(0);
      const dInput = new Float32Array(l === 0 ? 0 : rows * features);
      for (let r = 0; r < rows; r++) {
        for (let j = 0; j < out; j++) dBias[j]! += delta[r * out + j]!;
        for (let i = 0; i < features; i++) {
          const value = input[r * features + i]!;
          let sum = 0;
          for (let j = 0; j < out; j++) {
            const d = delta[r * out + j]!;
            dWeight[i * out + j]! += value * d;
            sum += weight[i * out + j]! * d;
          }
          if (l > 0) dInput[r * features + i] = sum * (hidden === 'relu' ? (value > 0 ? 1 : 0) : value * (1 - value));
        }
      }
      delta = dInput;
    }
  }
}

class Sgd {
  readonly #lr: number;

  constructor(lr: number) {
    this.#lr = lr;
  }

  step(parameters: readonly Float32Array[], gradients: readonly Float32Array[]): void {
    for (const [i, p] of parameters.entries()) {
      const g = gradients[i]!;
      for (let j = 0; j < p.length; j++) p[j]! -= this.#lr * g[j]!;
    }
  }
}

class Adam {
  readonly #lr: number;
  readonly #m: Float32Array[];
  readonly #v: Float32Array[];
  #t = 0;

  constructor(parameters: readonly Float32Array[], lr: number) {
    this.#lr = lr;
    this.#m = parameters.map((p) => new Float32Array(p.length));
    this.#v = parameters.map((p) => new Float32Array(p.length));
  }

  step(parameters: readonly Float32Array[], gradients: readonly Float32Array[]): void {
    this.#t++;
    const size = this.#lr / (1 - 0.9 ** this.#t);
    const scale = 1 / Math.sqrt(1 - 0.999 ** this.#t);
    for (const [i, p] of parameters.entries()) {
      const g = gradients[i]!;
      const m = this.#m[i]!;
      const v = this.#v[i]!;
      for (let j = 0; j < p.length; j++) {
        m[j] = 0.9 * m[j]! + 0.1 * g[j]!;
        v[j] = 0.999 * v[j]! + 0.001 * g[j]! * g[j]!;
        p[j]! -= (size * m[j]!) / (Math.sqrt(v[j]!) * scale + 1e-8);
      }
    }
  }
}

function matmul(
  a: Float32Array,
  b: Float32Array,
  out: Float32Array,
  m: number,
  k: number,
  n: number,
  bias?: Float32Array,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) out[i * n + j] = bias === undefined ? 0 : bias[j]!;
    for (let p = 0; p < k; p++) {
      const value = a[i * k + p]!;
      for (let j = 0; j < n; j++) out[i * n + j]! += value * b[p * n + j]!;
    }
  }
}

function activate(values: Float32Array, name: 'relu' | 'sigmoid' | 'none'): void {
  if (name === 'relu') for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]!);
  else if (name === 'sigmoid') sigmoid(values, values);
}

function exp(x: Float32Array, out: Float32Array): void {
  for (let i = 0; i < x.length; i++) out[i] = Math.exp(x[i]!);
}

function sigmoid(x: Float32Array, out: Float32Array): void {
  for (let i = 0; i < x.length; i++) out[i] = 1 / (1 + Math.exp(-x[i]!));
}

function sum(x: Float32Array, out: Float32Array): void {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i]!;
  out[0] = total;
}

function softmax(x: Float32Array, out: Float32Array): void {
  for (let start = 0; start < x.length; start += SOFTMAX_ROW) {
    const end = start + SOFTMAX_ROW;
    let max = Number.NEGATIVE_INFINITY;
    for (let i = start; i < end; i++) max = Math.max(max, x[i]!);
    let total = 0;
    for (let i = start; i < end; i++) {
      out[i] = Math.exp(x[i]! - max);
      total += out[i]!;
    }
    for (let i = start; i < end; i++) out[i]! /= total;
  }
}
