import { grad, type Tensor, tensor } from '@kindling/tensor-core';
import { isFloating } from '@kindling/tensor-core/backend';
import { difference, type Tolerance } from './compare.js';
import { operations } from './table.js';
import { tolerancesOf } from './tolerances.js';
import { type Arguments, array, dtypes, elements, parse, type Written, type WrittenTensor } from './values.js';

/** One run of an operation in PyTorch; ops.py says what the letters mean. */
export interface Case {
  readonly op: string;
  readonly in: readonly WrittenTensor[];
  readonly a?: Arguments;
  readonly out: readonly WrittenTensor[];
  readonly g?: readonly (readonly Written[])[];
  readonly gin?: readonly (readonly Written[] | null)[];
}

/** A tensor of the current backend that is a leaf, and the views of it that the operation is to see. */
export function build(given: WrittenTensor, requiresGrad: boolean): { leaf: Tensor; seen: Tensor } {
  const dtype = dtypes[given.t];
  const leaf = tensor(elements(given), { dtype }).reshape(given.s);
  if (requiresGrad && isFloating(dtype)) leaf.requiresGrad = true;
  let seen = leaf;
  for (const [name, ...args] of given.w ?? []) {
    seen = (seen[name as keyof Tensor] as (...args: unknown[]) => Tensor).apply(seen, args);
  }
  return { leaf, seen };
}

/** Runs a case; says what is not as PyTorch has it, or `null`. */
export async function replay(given: Case): Promise<string | null> {
  const tolerances = tolerancesOf(
    given.op,
    given.out.concat(given.in).every(({ t }) => t !== 'f32'),
  );
  const { inputs, outputs } = run(given);
  if (outputs.length !== given.out.length) return `${outputs.length} results instead of ${given.out.length}`;
  for (const [i, output] of outputs.entries()) {
    const want = given.out[i]!;
    const what = outputs.length === 1 ? 'result' : `result ${i}`;
    if (output.dtype !== dtypes[want.t]) return `${what} is ${output.dtype} instead of ${dtypes[want.t]}`;
    if (`${output.shape}` !== `${want.s}`) return `${what} is [${output.shape}] instead of [${want.s}]`;
    const exact = !isFloating(output.dtype);
    const tolerance = exact ? { relative: 0 } : tolerances.forward;
    const wrong = difference(await output.data(), elements(want), tolerance);
    if (wrong !== null) return `${what}${wrong}`;
  }
  if (given.g === undefined) return null;
  const tracked = outputs.filter((output) => output.requiresGrad);
  if (tracked.length !== given.g.length) return `${tracked.length} results require gradients, not ${given.g.length}`;
  const leaves = inputs.map(({ leaf }) => leaf);
  return (
    (await compareGradients(given, leaves, byGrad(given, leaves, tracked), tolerances.gradient)) ??
    (await compareGradients(given, leaves, byBackward(given), tolerances.gradient))
  );
}

function run(given: Case): { inputs: readonly { leaf: Tensor; seen: Tensor }[]; outputs: readonly Tensor[] } {
  const inputs = given.in.map((x) => build(x, given.g !== undefined));
  const seen = inputs.map((input) => input.seen);
  const result = operations[given.op]!(seen, given.a ?? {});
  return { inputs, outputs: Array.isArray(result) ? (result as readonly Tensor[]) : [result as Tensor] };
}

const incoming = (given: Case, output: Tensor, i: number): Tensor =>
  tensor(array(given.g![i]!, output.dtype)).reshape(output.shape);

/** The gradients that `grad` returns. */
function byGrad(given: Case, leaves: readonly Tensor[], tracked: readonly Tensor[]): (Tensor | null)[] {
  const gradOutputs = tracked.map((output, i) => incoming(given, output, i));
  const wanted = leaves.filter((leaf) => leaf.requiresGrad);
  const found = grad(tracked, wanted, { gradOutputs, allowUnused: true });
  return leaves.map((leaf) => (leaf.requiresGrad ? found[wanted.indexOf(leaf)]! : null));
}

/** The gradients that `backward` leaves, which gives memory back meanwhile. */
function byBackward(given: Case): (Tensor | null)[] {
  const { inputs, outputs } = run(given);
  outputs
    .filter((output) => output.requiresGrad)
    .forEach((output, i, all) => {
      output.backward(incoming(given, output, i), { retainGraph: i < all.length - 1 });
    });
  return inputs.map(({ leaf }) => leaf.grad);
}

async function compareGradients(
  given: Case,
  leaves: readonly Tensor[],
  found: readonly (Tensor | null)[],
  tolerance: Tolerance,
): Promise<string | null> {
  const largest = Math.max(0, ...given.g!.flat().map((value) => Math.abs(parse(value))));
  for (const [i, got] of found.entries()) {
    const want = given.gin![i]!;
    const leaf = leaves[i]!;
    if (want === null && got === null) continue;
    // PyTorch says "not connected" where a derivative is 0 everywhere.
    if (want === null && (await got!.data()).every((value) => value === 0)) continue;
    if (want === null || got === null) return `gradient ${i} is ${got === null ? 'missing' : 'there'}`;
    if (`${got.shape}` !== `${leaf.shape}`) return `gradient ${i} is [${got.shape}] instead of [${leaf.shape}]`;
    if (got.dtype !== leaf.dtype) return `gradient ${i} is ${got.dtype} instead of ${leaf.dtype}`;
    const wrong = difference(await got.data(), array(want, leaf.dtype), tolerance, largest);
    if (wrong !== null) return `gradient ${i}${wrong}`;
  }
  return null;
}

/** A case in few words, for the message of a failing test. */
export function describeCase({ op, in: inputs, a }: Case): string {
  const shapes = inputs.map(({ t, s, w }) => `${t}[${s}]${w === undefined ? '' : JSON.stringify(w)}`);
  const values = inputs.map(({ v }) => (v !== undefined && v.length <= 12 ? `[${v}]` : '…'));
  return `${op}(${shapes.join(', ')}; ${JSON.stringify(a ?? {})}) of ${values.join(', ')}`;
}
