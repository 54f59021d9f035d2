import type { Backend, FusedKernels } from '../backend.js';
import { type DType, isFloating, makeArray, type TypedArray } from '../dtype.js';
import { BackendError } from '../errors.js';
import { formatShape, sameShape, sizeOf } from '../shape.js';
import { Tensor } from '../tensor.js';
import type { Call, InputSpec, Kind, OpCase } from './cases/case.js';
import { fused, inPlace, kernelsOf } from './cases/fused.js';
import { type Closeness, expectClose } from './compare.js';
import type { ConformanceTolerances } from './conformance.js';
import { lay, layouts } from './layouts.js';
import { draw, seedOf } from './values.js';

/** The backend under test, and the one that says what is right. */
export interface Pair {
  readonly backend: Backend;
  readonly reference: Backend;
  /** Whether a call is tried in two of the views, by turns, and not in all. */
  readonly viewsInTurn: boolean;
}

/** How results are compared. */
interface Manner {
  readonly tolerances: ConformanceTolerances | undefined;
  /** Whether the inputs lie in memory in all ways, or densely. */
  readonly views: boolean;
  /** The special elements that are among the inputs. */
  readonly aspect?: string;
}

const layoutNames = Object.keys(layouts);

/** How many comparisons wait for their elements together: a device takes as long to be read once as to be read often. */
const TOGETHER = 24;

/** Comparisons that have begun, and wait for elements together. */
class Waiting {
  private begun: Promise<void>[] = [];

  /** Takes in a comparison; waits for all where they are many. */
  async add(comparison: Promise<void>): Promise<void> {
    this.begun.push(comparison);
    if (this.begun.length >= TOGETHER) await this.end();
  }

  /** Waits for all, and throws what the first that fails throws. */
  async end(): Promise<void> {
    const begun = this.begun;
    this.begun = [];
    await Promise.all(begun);
  }
}

/** From how many elements on an input counts as large. */
const MANY = 2048;

/** Layouts of the inputs of one call: the first input's goes through all, the others are some way behind. */
function combinations(count: number, all: boolean): readonly (readonly string[])[] {
  if (!all) return [Array.from({ length: count }, () => 'dense')];
  return layoutNames
    .slice(1)
    .map((_, turn) => Array.from({ length: count }, (_, i) => layoutNames[(turn + 1 + i * 3) % layoutNames.length]!));
}

/** The ways in which the inputs of the call at a place of its list are views. */
function viewsOf(count: number, at: number, inTurn: boolean): readonly (readonly string[])[] {
  const all = combinations(count, true);
  return inTurn ? [all[(2 * at) % all.length]!, all[(2 * at + 1) % all.length]!] : all;
}

/** Dense inputs and two of the ways in which they are views, for what takes long. */
function few(count: number): readonly (readonly string[])[] {
  const all = combinations(count, true);
  return [combinations(count, false)[0]!, all[1]!, all[4]!];
}

function elementsOf(spec: InputSpec, dtype: DType, seed: number): TypedArray {
  const own = spec.dtype ?? dtype;
  if (spec.values !== undefined) {
    const result = makeArray(own, spec.values.length);
    for (const [i, value] of spec.values.entries()) result[i] = own === 'bool' ? Number(value !== 0) : value;
    return result;
  }
  const drawn = draw(own, sizeOf(spec.shape), spec.range ?? [-3, 3], seed);
  return spec.whole === true ? drawn.map(Math.round) : drawn;
}

/** The inputs of a call on a backend, as leaves. */
function inputsOn(backend: Backend, call: Call, dtype: DType, places: readonly string[]): Tensor[] {
  return call.inputs.map((spec, i) =>
    lay(backend, elementsOf(spec, dtype, seedOf(`${call.label}/${i}`)), spec.shape, places[i]!),
  );
}

/** The results of a call on both backends, and words for the message. */
async function compareCall(
  { backend, reference }: Pair,
  one: OpCase,
  call: Call,
  dtype: DType,
  places: readonly string[],
  closeness: (dtype: DType) => Closeness,
): Promise<void> {
  const words = `${call.label}${places.every((place) => place === 'dense') ? '' : ` (${places.join(', ')})`}`;
  const given = inputsOn(backend, call, dtype, places);
  if (one.reads === true && backend.readSync === undefined) {
    refuses(words, () => call.run(given));
    return;
  }
  await compareLists(words, list(call.run(given)), list(call.run(inputsOn(reference, call, dtype, places))), closeness);
}

function refuses(words: string, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (error instanceof BackendError && error.message.includes('await tensor.data()')) return;
    throw error;
  }
  throw new Error(`${words}: it reads elements, and so has to refuse on a backend without readSync`);
}

async function compareLists(
  words: string,
  got: readonly Tensor[],
  want: readonly Tensor[],
  closeness: (dtype: DType) => Closeness,
): Promise<void> {
  if (got.length !== want.length) throw new Error(`${words}: ${got.length} results instead of ${want.length}`);
  const what = (i: number): string => (want.length > 1 ? `${words}, result ${i}` : words);
  for (const [i, { dtype, shape }] of want.entries()) {
    const result = got[i]!;
    if (result.dtype !== dtype) throw new Error(`${what(i)}: ${result.dtype} instead of ${dtype}`);
    if (!sameShape(result.shape, shape))
      throw new Error(`${what(i)}: ${formatShape(result.shape)} instead of ${formatShape(shape)}`);
  }
  const elements = await Promise.all([...got, ...want].map((x) => x.data()));
  for (const [i, { dtype, shape }] of want.entries())
    expectClose(what(i), elements[i]!, elements[got.length + i]!, shape, closeness(dtype));
}

/** Runs calls on both backends and throws at the first difference. */
export async function compareResults(
  pair: Pair,
  one: OpCase,
  calls: readonly Call[],
  dtype: DType,
  { tolerances, views, aspect }: Manner,
): Promise<void> {
  const closeness = (result: DType): Closeness => ({
    ...closenessOf(one.kind, result, tolerances, aspect === 'denormals'),
    signedZeros: aspect === 'signed zeros' && one.signedZeros === true,
  });
  const tried = views ? calls.filter(({ inputs }) => inputs.some(({ shape }) => shape.length > 0)) : calls;
  const waiting = new Waiting();
  for (const [at, call] of tried.entries()) {
    const count = call.inputs.length;
    for (const places of views ? viewsOf(count, at, pair.viewsInTurn) : combinations(count, false)) {
      await waiting.add(compareCall(pair, one, call, dtype, places, closeness));
    }
  }
  await waiting.end();
}

/** Compares the gradients of every floating input, for dense inputs and for views. */
export async function compareGradients(
  pair: Pair,
  one: OpCase,
  dtype: DType,
  tolerances: ConformanceTolerances | undefined,
): Promise<void> {
  if (one.reads === true && pair.backend.readSync === undefined) return;
  const closeness = (): Closeness => closenessOf('sum', dtype, tolerances, false);
  const waiting = new Waiting();
  for (const call of one.calls) {
    for (const [turn, places] of few(call.inputs.length).entries()) {
      // The gradient that comes in lies in memory differently too.
      const incoming = layoutNames[(turn * 2) % layoutNames.length]!;
      const got = gradientsOn(pair.backend, call, dtype, places, incoming);
      const want = gradientsOn(pair.reference, call, dtype, places, incoming);
      await waiting.add(compareLists(`the gradient of ${call.label} (${places.join(', ')})`, got, want, closeness));
    }
  }
  await waiting.end();
}

function gradientsOn(
  backend: Backend,
  call: Call,
  dtype: DType,
  places: readonly string[],
  incoming: string,
): Tensor[] {
  const inputs = inputsOn(backend, call, dtype, places);
  for (const input of inputs) if (isFloating(input.dtype)) input.requiresGrad = true;
  const tracked = list(call.run(inputs)).filter((output) => output.requiresGrad);
  tracked.forEach((output, i) => {
    const values = draw(output.dtype, output.count, [-2, 2], i + 1);
    output.backward(lay(backend, values, output.shape, incoming), { retainGraph: true });
  });
  return inputs.map(({ grad }) => grad).filter((gradient) => gradient !== null);
}

/** Compares tensors that begin with no other. */
export async function compareCreated(
  { backend, reference }: Pair,
  make: (options: { backend: Backend; dtype: DType }) => readonly Tensor[],
  dtype: DType,
): Promise<void> {
  const got = make({ backend, dtype });
  await compareLists('created', got, make({ backend: reference, dtype }), () => ({ relative: 0 }));
}

/** Compares a fused kernel with its composition on the same backend, and with that of the reference. */
export async function compareFused(
  { backend, reference }: Pair,
  name: keyof FusedKernels,
  dtype: 'float32' | 'float64',
  tolerances: ConformanceTolerances | undefined,
): Promise<void> {
  const kernels = kernelsOf(backend, name);
  if (kernels === undefined) return;
  const waiting = new Waiting();
  for (const { label, inputs, fused: run, composed, kind = 'sum' } of fused[name]) {
    const closeness = (): Closeness => closenessOf(kind, dtype, tolerances, false);
    const call: Call = { label, inputs, run: composed };
    const dense = combinations(inputs.length, false);
    // Where the elements are many, it is their number that makes the difference: small inputs go through all layouts.
    const many = inputs.some(({ shape }) => sizeOf(shape) > MANY);
    const views = many ? few(inputs.length) : [...dense, ...combinations(inputs.length, true)];
    for (const places of inPlace.has(name) ? dense : views) {
      const words = `${name} ${label} (${places.slice(0, 3).join(', ')})`;
      const given = inputsOn(backend, call, dtype, places);
      const wanted = composed(given.map((x) => x.clone()));
      const expected = composed(inputsOn(reference, call, dtype, places));
      const got = run(kernels, given);
      await waiting.add(compareLists(`${words}, against its composition`, got, wanted, closeness));
      await waiting.add(compareLists(`${words}, against the reference`, got, expected, closeness));
    }
  }
  await waiting.end();
}

function closenessOf(
  kind: Kind,
  dtype: DType,
  { single = 2 ** -23, function: ofFunction = 2e-6, sum = 2e-6 }: ConformanceTolerances = {},
  denormals: boolean,
): Closeness {
  if (kind === 'moves' || !isFloating(dtype)) return { relative: 0 };
  const double = dtype === 'float64';
  // Below the normal range a device may have nothing but 0, and a kernel few digits.
  const absolute = denormals ? (double ? 1e-323 : 3e-45) : double ? 2.3e-308 : 1.2e-38;
  if (double) return { relative: 1e-12, absolute, ...(kind === 'sum' ? { ofLargest: 2.5e-13 } : {}) };
  if (kind === 'sum') return { relative: sum, ofLargest: sum / 4, absolute };
  return { relative: kind === 'single' ? single : ofFunction, absolute };
}

function list(result: Tensor | readonly Tensor[]): readonly Tensor[] {
  return result instanceof Tensor ? [result] : result;
}
