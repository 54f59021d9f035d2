import { type FloatDtype, truncNormal } from '@kindling/tensor-core';
import { NumpyGenerator, RandomState } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, it } from 'vitest';
import numpyValues from '../values/random/numpy.json';
import torchValues from '../values/random/torch.json';
import torchDigests from '../values/random/torch-digests.json';
import { tally } from './numbers/ledger.js';

interface Step {
  op: string;
  args: unknown[];
  out: number[] | string;
}

interface TorchScenario {
  seed: string;
  initialSeed: string;
  steps: Step[];
  state: { seed: string; position: number; key: number[]; cachedNormal: number | null };
}

interface NumpyScenario {
  seed: number | number[];
  steps: Step[];
  state: { position: number; key: number[]; hasGauss: boolean; cachedGaussian: number };
}

type Drawn = ArrayLike<number> | string;

/** The section of the page about the numbers. */
const part = 'Random streams';

/** Which words of the Mersenne Twister's key the values hold. */
const keySample = (key: readonly number[]): number[] => [0, 1, 311, 622, 623].map((i) => key[i]!);

function drawTorch(generator: TorchGenerator, op: string, args: unknown[]): Drawn {
  const [n, b, c, d, e, f] = args as [number, number, number, FloatDtype, number, FloatDtype];
  switch (op) {
    case 'uniform':
      return generator.uniform(n, b, c, d);
    case 'normal':
      return generator.normal(n, b, c, d);
    case 'integers':
      return generator.integers(n, b, c);
    case 'permutation':
      return generator.permutation(n);
    case 'bernoulli': {
      const [, p, dtype] = args as [number, number | number[], FloatDtype];
      if (typeof p === 'number') return generator.bernoulli(n, p);
      return generator.bernoulli(n, dtype === 'float64' ? Float64Array.from(p) : Float32Array.from(p));
    }
    case 'dropout':
      // PyTorch draws nothing where nothing or everything is dropped.
      return b === 0 || b === 1 ? new Uint8Array(n).fill(1 - b) : generator.bernoulli(n, 1 - b);
    case 'multinomial': {
      const [weights, count, replacement, dtype] = args as [number[], number, boolean, FloatDtype];
      return generator.multinomial(dtype === 'float64' ? Float64Array.from(weights) : weights, count, replacement);
    }
    case 'truncNormal':
      return truncNormal(generator, n, { mean: b, std: c, a: d as unknown as number, b: e, dtype: f });
    case 'drawSeed':
      return String(generator.fork().initialSeed());
    case 'dataLoader':
      // The loader draws a seed for its workers, then its sampler draws one for the permutation.
      generator.fork();
      return generator.fork().permutation(n);
    case 'linear': {
      const bound = 1 / Math.sqrt(n);
      return [...generator.uniform(n * b, -bound, bound), ...generator.uniform(b, -bound, bound)];
    }
    default:
      throw new Error(`no such draw: ${op}`);
  }
}

function drawNumpy(rng: RandomState, op: string, args: unknown[]): ArrayLike<number> {
  const [a, b, c] = args as [number, number, number];
  switch (op) {
    case 'randomSample':
      return rng.randomSample(a);
    case 'rand':
      return rng.rand(a);
    case 'uniform':
      return rng.uniform(a, b, c);
    case 'randn':
      return rng.randn(a);
    case 'normal':
      return rng.normal(a, b, c);
    case 'randint':
      return rng.randint(a, b, c);
    case 'bigInteger':
      return [rng.randint(a, b)];
    case 'shuffle': {
      const items = Array.from({ length: a }, (_, i) => i);
      rng.shuffle(items);
      return items;
    }
    case 'permutation':
      return rng.permutation(a);
    case 'choice': {
      const [, , replace, p] = args as [number, number, boolean, number[] | null];
      return rng.choice(a, b, p === null ? { replace } : { replace, p });
    }
    default:
      throw new Error(`no such draw: ${op}`);
  }
}

/** Equal bit for bit; float64 normals may differ by the C library's last bit before they are scaled and shifted. */
function expectDrawn(engine: string, actual: Drawn, step: Step, where: string): void {
  if (typeof step.out === 'string') {
    expect(actual, where).toBe(step.out);
    tally(part, `${engine}: ${kindOf(step, false)}`, { values: 1 });
    return;
  }
  const expected = step.out;
  const values = Array.from(actual as ArrayLike<number>);
  expect(values.length, where).toBe(expected.length);
  const inexact = /normal|randn/i.test(step.op) && !(actual instanceof Float32Array);
  const unit = step.op === 'truncNormal' ? 1e-12 : 5e-16;
  const size = step.op === 'truncNormal' ? unit : unit * scale(step);
  const single = actual instanceof Float32Array || step.op === 'linear';
  let worst = 0;
  for (const [i, value] of values.entries()) {
    const want = single ? Math.fround(expected[i]!) : expected[i]!;
    const tolerance = inexact ? size * Math.max(1, Math.abs(want)) : 0;
    if (!(Math.abs(value - want) <= tolerance)) expect.fail(`${where}: got ${value} at ${i}, not ${want}`);
    if (value !== want) worst = Math.max(worst, Math.abs(value - want) / Math.max(1, Math.abs(want)) / (size / unit));
  }
  const what = `${engine}: ${kindOf(step, inexact)}`;
  tally(part, what, { tolerance: inexact ? unit : 0, values: values.length, worst });
}

/** What the page about the numbers calls a draw. */
function kindOf({ op }: Step, inexact: boolean): string {
  if (op === 'truncNormal') return inexact ? 'truncated normals, float64' : 'truncated normals, float32';
  if (/normal|randn/i.test(op)) return inexact ? 'normals, float64' : 'normals, float32';
  return 'uniforms, integers, permutations, choices, masks';
}

function scale({ op, args }: Step): number {
  if (op === 'randn') return 1;
  const [a, b, c] = args as [number, number, number];
  return op === 'normal' && args.length === 3 ? Math.abs(a) + 5 * b : Math.abs(b) + 5 * c;
}

describe('engine torch', () => {
  for (const [index, scenario] of (torchValues as unknown as TorchScenario[]).entries()) {
    const title = `${index}: seed ${scenario.seed}, ${scenario.steps[0]!.op} ${JSON.stringify(scenario.steps[0]!.args).slice(0, 60)}`;
    it(title, () => {
      const generator = new TorchGenerator(BigInt(scenario.seed));
      expect(String(generator.initialSeed())).toBe(scenario.initialSeed);
      for (const [i, step] of scenario.steps.entries()) {
        expectDrawn('PyTorch', drawTorch(generator, step.op, step.args), step, `step ${i}, ${step.op}`);
      }
      const state = generator.getState();
      expect(String(state.seed)).toBe(scenario.state.seed);
      expect(state.position).toBe(scenario.state.position);
      expect(keySample(state.key)).toEqual(scenario.state.key);
      if (scenario.state.cachedNormal === null) expect(state.cachedNormal).toBeNull();
      else expect(state.cachedNormal).toBeCloseTo(scenario.state.cachedNormal, 14);
    });
  }
});

/** FNV-1a over the bytes of an array. */
function digest(values: Float32Array | Float64Array): number {
  let result = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer)) result = Math.imul(result ^ byte, 0x01000193);
  return result >>> 0;
}

describe('long draws of engine torch, bit for bit', () => {
  for (const { op, args, digest: expected } of torchDigests as { op: string; args: unknown[]; digest: number }[]) {
    it(`${op} ${JSON.stringify(args)}`, () => {
      const drawn = drawTorch(new TorchGenerator(7), op, args) as Float32Array;
      expect(digest(drawn)).toBe(expected);
      tally(part, 'PyTorch: long draws, by their digest', { values: drawn.length });
    });
  }
});

describe('engine numpy', () => {
  for (const [index, scenario] of (numpyValues as unknown as NumpyScenario[]).entries()) {
    const title = `${index}: seed ${String(scenario.seed).slice(0, 20)}, ${scenario.steps[0]!.op} ${JSON.stringify(scenario.steps[0]!.args).slice(0, 60)}`;
    it(title, () => {
      const rng = new RandomState(scenario.seed);
      for (const [i, step] of scenario.steps.entries()) {
        expectDrawn('NumPy', drawNumpy(rng, step.op, step.args), step, `step ${i}, ${step.op}`);
      }
      const state = rng.getState();
      expect(state.position).toBe(scenario.state.position);
      expect(keySample(state.key)).toEqual(scenario.state.key);
      expect(state.hasGauss).toBe(scenario.state.hasGauss);
      expect(state.cachedGaussian).toBeCloseTo(scenario.state.cachedGaussian, 14);
    });
  }

  it('serves as a generator', () => {
    const rng = new RandomState(9);
    const generator = new NumpyGenerator(new RandomState(9));
    expect(generator.normal(5, 1, 2, 'float64')).toEqual(rng.normal(1, 2, 5));
    expect(generator.uniform(5, -1, 1)).toEqual(Float32Array.from(rng.uniform(-1, 1, 5)));
    expect(generator.integers(5, 0, 9)).toEqual(rng.randint(0, 9, 5));
    expect(generator.permutation(5)).toEqual(rng.permutation(5));
  });
});
