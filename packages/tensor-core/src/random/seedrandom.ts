import { wrong } from '@internal/arguments';
/// <reference path="seedrandom-types.d.ts" />
import seedrandom from 'seedrandom/seedrandom.js';
import { ArgumentError } from '../errors.js';
import { Arc4, type Arc4State } from './arc4.js';
import {
  checkBounds,
  checkCount,
  checkIntegers,
  checkNormal,
  checkProbabilities,
  checkState,
  newFloats,
} from './checks.js';
import { ascending, swap } from './from-uniform.js';
import type { FloatArrays, FloatDtype, Generator, GeneratorState, Seed } from './generator.js';
import { unit53, Xoshiro } from './xoshiro.js';
import type { fillNormal } from './ziggurat.js';

let fill: typeof fillNormal | undefined;

/** Gives the engine its normal values: a page that draws none does not load them. */
export function provideNormals(how: typeof fillNormal): void {
  fill = how;
}

/** Where a `SeedrandomGenerator` stands. */
export interface SeedrandomGeneratorState extends GeneratorState {
  readonly engine: 'seedrandom';
  readonly arc4: Arc4State;
}

/**
 * The default engine: the npm package `seedrandom` (ARC4), which takes any number or string as its seed.
 *
 * `random()` is the package's own stream, from which every other draw is made: an integer or a step of a permutation of
 * one value; uniform, normal and Bernoulli values of 16 bytes for a call, which are the key of a faster stream (xoshiro128++).
 *
 * @example
 * ```ts
 * import { SeedrandomGenerator } from '@kindling/tensor-core';
 *
 * const generator = new SeedrandomGenerator('hello.');
 * console.log(generator.random()); // => 0.9282578795792454
 * ```
 */
export class SeedrandomGenerator implements Generator {
  readonly engine = 'seedrandom';
  private startedFrom: number | string = 0;
  private stream!: Arc4;

  /** Throws where the seed is NaN. */
  constructor(seed: Seed = 0) {
    this.manualSeed(seed);
  }

  /** Starts again from any string or number (a bigint counts as its digits). */
  manualSeed(seed: Seed): this {
    if (typeof seed !== 'string' && typeof seed !== 'number' && typeof seed !== 'bigint') {
      throw new Error(`manualSeed: the seedrandom engine takes a number or a string, got ${typeof seed}`);
    }
    if (Number.isNaN(seed)) throw new Error('manualSeed: the seed is NaN');
    this.startedFrom = typeof seed === 'bigint' ? String(seed) : seed;
    this.stream = new Arc4(seedrandom(this.startedFrom, { state: true }).state());
    return this;
  }

  initialSeed(): number | string {
    return this.startedFrom;
  }

  getState(): SeedrandomGeneratorState {
    return { engine: 'seedrandom', seed: this.startedFrom, arc4: this.stream.state() };
  }

  setState(state: GeneratorState): this {
    checkState(state, 'seedrandom');
    const { arc4, seed } = state as SeedrandomGeneratorState;
    const isByte = (value: unknown): boolean =>
      Number.isInteger(value) && (value as number) >= 0 && (value as number) < 256;
    const S = arc4?.S;
    if (!Array.isArray(S) || S.length !== 256 || ![arc4.i, arc4.j, ...S].every(isByte)) {
      throw new Error('setState: the state of a seedrandom generator has 256 bytes');
    }
    if (typeof seed !== 'string' && typeof seed !== 'number')
      wrong(ArgumentError, 'setState', 'the seed', 'a string or a number', seed);
    this.startedFrom = seed;
    this.stream = new Arc4(arc4);
    return this;
  }

  random(): number {
    return this.stream.next53();
  }

  uniform<D extends FloatDtype = 'float32'>(n: number, low = 0, high = 1, dtype?: D): FloatArrays[D] {
    checkCount('uniform', n);
    checkBounds('uniform', low, high);
    const out: Float32Array | Float64Array = newFloats(n, dtype ?? 'float32');
    const words = new Int32Array(out.buffer);
    this.spread().fill(words);
    const range = high - low;
    if (out instanceof Float32Array) {
      // Rounding could reach 1, cutting off cannot.
      for (let i = 0; i < n; i++) out[i] = low + (words[i]! >>> 8) * 2 ** -24 * range;
    } else {
      for (let i = 0; i < n; i++) out[i] = low + unit53(words[2 * i]!, words[2 * i + 1]!) * range;
    }
    return out as FloatArrays[D];
  }

  normal<D extends FloatDtype = 'float32'>(n: number, mean = 0, std = 1, dtype?: D): FloatArrays[D] {
    checkCount('normal', n);
    checkNormal('normal', mean, std);
    const out: Float32Array | Float64Array = newFloats(n, dtype ?? 'float32');
    if (fill === undefined)
      throw new Error(
        "normal: bundlers leave it out of a page; call randn, or import '@kindling/tensor-core/methods' once",
      );
    fill(out, this.spread(), mean, std);
    return out as FloatArrays[D];
  }

  integers(n: number, low: number, high: number): Int32Array {
    checkCount('integers', n);
    checkIntegers('integers', low, high);
    const out = new Int32Array(n);
    for (let i = 0; i < n; i++) out[i] = low + Math.floor(this.random() * (high - low));
    return out;
  }

  permutation(n: number): Int32Array {
    checkCount('permutation', n);
    const out = ascending(n);
    for (let i = n - 1; i > 0; i--) swap(out, i, Math.floor(this.random() * (i + 1)));
    return out;
  }

  bernoulli(n: number, p: number | Float32Array | Float64Array): Uint8Array {
    checkCount('bernoulli', n);
    checkProbabilities('bernoulli', n, p);
    const words = new Int32Array(n);
    this.spread().fill(words);
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) out[i] = (words[i]! >>> 0) * 2 ** -32 < (typeof p === 'number' ? p : p[i]!) ? 1 : 0;
    return out;
  }

  fork(): SeedrandomGenerator {
    return new SeedrandomGenerator(Math.floor(this.random() * 2 ** 53));
  }

  /** The stream of one call, with a key from this one. */
  private spread(): Xoshiro {
    return new Xoshiro(this.stream.key());
  }
}
