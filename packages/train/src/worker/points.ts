import { wrong } from '@internal/arguments';
import { makeBlobs, makeCircles, makeMoons } from '@kindling/data';
import { RandomState } from '@kindling/tensor-core/numpy';
import { ExperimentError } from './error.js';
import type { PointInputs, Points } from './messages.js';
import type { ExperimentData, ExperimentSpec } from './spec.js';

/** What drawing data needs: coordinates two by two, and a class each. */
interface Drawn {
  readonly data: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

/** The most points that a session takes. */
const MOST = 20_000;

/** The points of an experiment that draws its own; those of one seed are the same everywhere. */
export function drawPoints(data: ExperimentData, seed: number): Points {
  const random = new RandomState(seed);
  const { data: xy, target } = draw(data, random);
  return split({ xy: Float32Array.from(xy), labels: Uint8Array.from(target) }, data.heldOut, random);
}

/** Points that somebody brings, some of them held out unless they say which. */
export function givenPoints(given: GivenPoints, { data, seed, inputs: columns }: ExperimentSpec): Points {
  const where = 'setPoints';
  const { xy, labels, heldOut: which } = given ?? {};
  if (!isNumbers(xy)) wrong(ExperimentError, where, 'xy', 'numbers, two a point', xy);
  if (!isNumbers(labels)) wrong(ExperimentError, where, 'labels', 'a number 0 or 1 for each point', labels);
  if (xy.length !== 2 * labels.length) {
    throw new ExperimentError(
      `${where}: xy has ${xy.length} numbers and labels ${labels.length}; two a label are needed`,
    );
  }
  if (labels.length > MOST) throw new ExperimentError(`${where}: ${labels.length} points are more than ${MOST}`);
  for (let i = 0; i < xy.length; i++) {
    if (!Number.isFinite(xy[i])) throw new ExperimentError(`${where}: xy[${i}] is ${xy[i]}`);
  }
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 0 && labels[i] !== 1)
      throw new ExperimentError(`${where}: labels[${i}] is ${labels[i]}, not 0 or 1`);
  }
  const places = { xy: Float32Array.from(xy), labels: Uint8Array.from(labels) };
  const points = columns === 0 ? places : { ...places, inputs: inputsOf(given.inputs, labels.length, columns) };
  if (which === undefined) return split(points, data.heldOut, new RandomState(seed));
  if (!isNumbers(which) || which.length !== labels.length) {
    wrong(ExperimentError, where, 'heldOut', `${labels.length} numbers 0 or 1`, which);
  }
  return { ...points, heldOut: Uint8Array.from(which, (one) => (one ? 1 : 0)) };
}

function inputsOf(given: GivenPoints['inputs'], points: number, columns: number): PointInputs {
  const where = 'setPoints';
  if (given === undefined)
    throw new ExperimentError(`${where}: the experiment has ${columns} inputs; the points bring none`);
  const numbers = (name: keyof PointInputs, length: number): Float32Array => {
    const values = given?.[name];
    if (!isNumbers(values) || values.length !== length)
      wrong(ExperimentError, where, `inputs.${name}`, `${length} numbers`, values);
    const out = Float32Array.from(values);
    const at = out.findIndex((value) => !Number.isFinite(value));
    if (at >= 0) throw new ExperimentError(`${where}: inputs.${name}[${at}] is ${out[at]}`);
    return out;
  };
  return {
    values: numbers('values', points * columns),
    origin: numbers('origin', columns),
    across: numbers('across', columns),
    up: numbers('up', columns),
  };
}

/** Points as a page gives them; arrays of any kind. */
export interface GivenPoints {
  /** Coordinates, two a point. */
  readonly xy: ArrayLike<number>;
  /** A class, 0 or 1, for each point. */
  readonly labels: ArrayLike<number>;
  /** For each point whether it is held out; drawn from the seed when left out. */
  readonly heldOut?: ArrayLike<number>;
  /**
   * For an experiment with `inputs`: what the network is shown of each point, so many numbers a row; what it is shown in the
   * middle of the picture; and what one to the right, and one upwards, adds to that.
   */
  readonly inputs?: { readonly [Name in keyof PointInputs]: ArrayLike<number> };
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function draw({ name, samples, noise, balance }: ExperimentData, random: RandomState): Drawn {
  const ones = Math.min(samples - 1, Math.max(1, Math.round(samples * balance)));
  const zeros = samples - ones;
  switch (name) {
    case 'circles':
      return makeCircles({ nSamples: [zeros, ones], noise, factor: 0.45, randomState: random });
    case 'moons': {
      const { data, target } = makeMoons({ nSamples: [zeros, ones], noise, randomState: random });
      return { data: data.map((value, i) => (i % 2 === 0 ? value - 0.5 : value - 0.25)), target };
    }
    case 'blobs': {
      const centers = [
        [-0.6, -0.6],
        [0.6, 0.6],
      ];
      return makeBlobs({ nSamples: [zeros, ones], centers, clusterStd: 0.12 + noise, randomState: random });
    }
    case 'spirals':
      return scattered(zeros, ones, noise * 0.6, random, (label, i, count) => {
        const t = (i + 0.5) / count;
        const angle = 1.6 * 2 * Math.PI * t + label * Math.PI;
        return [1.2 * t * Math.sin(angle), 1.2 * t * Math.cos(angle)];
      });
    case 'xor':
      return scattered(zeros, ones, noise, random, (label) => {
        const [x, y] = [random.uniform(0.06, 1.1), random.uniform(0.06, 1.1)];
        const side = random.rand() < 0.5 ? -1 : 1;
        return [side * x, side * (label === 1 ? -y : y)];
      });
    case 'points':
      return { data: [], target: [] };
  }
}

function scattered(
  zeros: number,
  ones: number,
  noise: number,
  random: RandomState,
  place: (label: number, i: number, count: number) => readonly [number, number],
): Drawn {
  const data: number[] = [];
  const target: number[] = [];
  for (let i = 0; i < zeros + ones; i++) {
    const label = i < zeros ? 0 : 1;
    const [x, y] = place(label, label === 0 ? i : i - zeros, label === 0 ? zeros : ones);
    data.push(x + noise * random.randn(), y + noise * random.randn());
    target.push(label);
  }
  return { data, target };
}

/** Holds out the same share of each class. */
function split(points: Omit<Points, 'heldOut'>, share: number, random: RandomState): Points {
  const count = points.labels.length;
  const heldOut = new Uint8Array(count);
  const wanted = [0, 1].map((label) => Math.round(share * points.labels.filter((own) => own === label).length));
  for (const i of random.permutation(count)) {
    const label = points.labels[i]!;
    if (wanted[label]! > 0) {
      heldOut[i] = 1;
      wanted[label]!--;
    }
  }
  return { ...points, heldOut };
}
