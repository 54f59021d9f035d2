import { type Known, wrong } from '@internal/arguments';
import { requireFlag, requireOptions, requireTensor, requireTensors } from '../checks.js';
import { ArgumentError, AutogradError, ShapeError } from '../errors.js';
import { add } from '../ops/add.js';
import { cast } from '../ops/cast.js';
import { clone } from '../ops/clone.js';
import { add_ } from '../ops/in-place.js';
import { sumTo } from '../ops/sum-to.js';
import { formatShape, sameShape } from '../shape.js';
import { setPass, Tensor, wrapLike } from '../tensor.js';
import { isGradEnabled, setGradEnabled } from './mode.js';
import type { Node, Rule } from './node.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link backward}. */
    backward(gradient?: Tensor | null, options?: BackwardOptions): void;
  }
}

/** What `backward()` may be told besides the gradient. */
export interface BackwardOptions {
  /** Keep the graph for another pass; default: the value of `createGraph`. */
  retainGraph?: boolean;
  /** Record the backward pass itself, so that gradients can be differentiated; default false. */
  createGraph?: boolean;
}

/** What {@link grad} may be told. */
export interface GradOptions extends BackwardOptions {
  /** The gradients of the outputs, of their shapes; default 1 for scalar outputs. */
  gradOutputs?: readonly (Tensor | null)[];
  /** Give `null` for an input that no output depends on, instead of an error; default false. */
  allowUnused?: boolean;
}

let run = 0;

/**
 * Adds the gradient of a tensor to the `grad` of each leaf that it was computed from, as `torch.Tensor.backward`.
 *
 * @param root - the tensor to differentiate; of one element, unless `gradient` is given.
 * @param gradient - the gradient of `root` itself, of its shape.
 * @throws {@link AutogradError} when the root does not require gradients, is not a scalar and no gradient is given, the
 * graph was freed by an earlier pass, or a value that a derivative needs was changed in place.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * const w = tensor([1, 2], { requiresGrad: true });
 * w.mul(w).sum().backward();
 * console.log(String(w.grad)); // => tensor([2., 4.])
 * ```
 */
export function backward(root: Tensor, gradient?: Tensor | null, options: BackwardOptions = {}): void {
  requireTensor('backward', root);
  requireOptions('backward', options, backwardOptions);
  checkFlags('backward', options);
  differentiate([root], [seedFor('backward', root, gradient)], options, null);
}

/**
 * The gradients of outputs with respect to inputs, returned and not accumulated, as `torch.autograd.grad`.
 *
 * @param inputs - leaves or results of operations; the gradients have their shapes.
 * @throws {@link AutogradError} as {@link backward}, and when an input was not used and `allowUnused` is not set.
 * @example
 * ```ts
 * import { grad, tensor } from '@kindling/tensor-core';
 * const x = tensor(3, { requiresGrad: true });
 * const [dx] = grad(x.pow(3), [x], { createGraph: true });
 * const [ddx] = grad(dx!, [x]);
 * console.log(dx!.item(), ddx!.item()); // => 27 18
 * ```
 */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions = {},
): (Tensor | null)[] {
  requireOptions('grad', options, { ...backwardOptions, allowUnused: 1, gradOutputs: 1 });
  checkFlags('grad', options);
  requireFlag('grad', 'allowUnused', options.allowUnused);
  const roots = outputs instanceof Tensor ? [outputs] : outputs;
  const wanted = inputs instanceof Tensor ? [inputs] : inputs;
  requireTensors('grad', roots, 'the outputs');
  requireTensors('grad', wanted, 'the inputs');
  const { gradOutputs = [] } = options;
  if (!Array.isArray(gradOutputs)) wrong(ArgumentError, 'grad', 'gradOutputs', 'an array of Tensors', gradOutputs);
  const seeds = roots.map((root, i) => seedFor('grad', root, gradOutputs[i]));
  const found: Found = new Map();
  wanted.forEach((input, i) => {
    if (!input.tracked)
      throw new AutogradError(`grad: input ${i} (${formatShape(input.shape)}) does not require gradients`);
    found.set(input, null);
  });
  differentiate(roots, seeds, options, found);
  return wanted.map((input, i) => {
    const result = found.get(input)!;
    if (result === null && options.allowUnused !== true) {
      throw new AutogradError(
        `grad: input ${i} (${formatShape(input.shape)}) was not used for the outputs. { allowUnused: true } gives null for it`,
      );
    }
    return result;
  });
}

const backwardOptions: Known<BackwardOptions> = { createGraph: 1, retainGraph: 1 };

function checkFlags(name: string, { createGraph, retainGraph }: BackwardOptions): void {
  requireFlag(name, 'createGraph', createGraph);
  requireFlag(name, 'retainGraph', retainGraph);
}

function seedFor(name: string, root: Tensor, gradient: Tensor | null | undefined): Tensor {
  if (!root.tracked) {
    throw new AutogradError(
      `${name}: the tensor (${formatShape(root.shape)}) does not require gradients and was not computed from one that does`,
    );
  }
  if (gradient == null) {
    if (root.count !== 1) {
      throw new AutogradError(
        `${name}: a gradient is implied for tensors of one element only, not for ${formatShape(root.shape)}. Reduce it, or pass its gradient`,
      );
    }
    return wrapLike(root.backend.fill(1, 1, root.dtype), root);
  }
  requireTensor(name, gradient, 'the gradient');
  if (!sameShape(gradient.shape, root.shape)) {
    throw new ShapeError(
      `${name}: the gradient is ${formatShape(gradient.shape)}, the tensor ${formatShape(root.shape)}`,
    );
  }
  // The user's tensor stays the user's: no leaf may take it for its own gradient.
  gradient.buffer.held = true;
  return cast(gradient, root.dtype);
}

/** The wanted tensors with their gradients so far, and as keys also the nodes that lead to them. */
type Found = Map<Tensor | Node | null, Tensor | null>;

/** What is the same for all steps of one walk. */
interface Walk {
  /** Where gradients are collected; `null` where leaves accumulate them. */
  readonly found: Found | null;
  /** Marks the buffers that this walk makes, which it may give back; 0 where somebody may keep them. */
  readonly pass: number;
}

/** Walks the graph from the roots; collects into `found` where given, else accumulates into the leaves. */
function differentiate(
  roots: readonly Tensor[],
  seeds: readonly Tensor[],
  { createGraph = false, retainGraph = createGraph }: BackwardOptions,
  found: Found | null,
): void {
  const order = reachable(roots);
  if (found !== null) {
    // From the oldest: a node leads to what is wanted where one of its inputs is wanted, or comes from one that does.
    for (const node of order.toReversed()) {
      if (node.inputs.some((input) => isWanted(input, found))) found.set(node, null);
    }
  }
  const pass = createGraph || found !== null ? 0 : run;
  const walk: Walk = { found, pass };
  const before = setGradEnabled(createGraph);
  const passBefore = setPass(pass);
  try {
    for (let i = 0; i < roots.length; i++) give(roots[i]!, seeds[i]!, walk);
    for (const node of order) {
      const gradient = node.pending;
      if (gradient === null) continue;
      node.pending = null;
      const output = node.output;
      if (found?.has(output)) found.set(output, gradient);
      if (found === null && output.retainsGrad) accumulate(output, gradient);
      if (found === null || found.has(node)) propagate(node, gradient, walk);
      letGo(gradient, pass);
      if (retainGraph) continue;
      node.free();
      // The operations that read it came later, so they have been visited.
      if (pass !== 0 && output.isEphemeral) output.backend.release(output.buffer);
    }
  } finally {
    setPass(passBefore);
    setGradEnabled(before);
    // Only an error leaves some waiting.
    for (const node of order) {
      if (node.pending !== null) node.pending.buffer.pending!--;
      node.pending = null;
    }
  }
}

function propagate(node: Node, gradient: Tensor, walk: Walk): void {
  const { backward: rules, prepare, together } = node.op;
  const inputs = node.inputs;
  if (together !== undefined && !isGradEnabled()) {
    const wanted: boolean[] = [];
    for (let i = 0; i < inputs.length; i++) wanted.push(isWanted(inputs[i]!, walk.found));
    const made = together(gradient, node, wanted);
    if (made !== null) {
      // They may share elements, so all are held until all are handed on.
      for (let i = 0; i < made.length; i++) if (wanted[i]) hold(made[i]!);
      for (let i = 0; i < made.length; i++) {
        if (!wanted[i]) continue;
        made[i]!.buffer.pending!--;
        handOn(inputs[i]!, made[i]!, walk);
      }
      return;
    }
  }
  const prepared = prepare === undefined ? gradient : prepare(gradient, node);
  hold(prepared);
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i]!;
    if (!isWanted(input, walk.found)) continue;
    const rule: Rule<unknown> = typeof rules === 'function' ? rules : rules[i]!;
    handOn(input, rule(prepared, node, i), walk);
  }
  letGo(prepared, walk.pass);
}

function isWanted(input: Tensor, found: Found | null): boolean {
  return input.tracked && (found === null || found.has(input) || found.has(input.node));
}

/** Gives an input the gradient that a rule made, in its shape and dtype. */
function handOn(input: Tensor, raw: Tensor, walk: Walk): void {
  const result = cast(sumTo(raw, input.shape), input.dtype);
  // What this walk does not give back is left to whoever gets it.
  if (walk.pass === 0) result.backend.unpin?.(result.buffer);
  give(input, result, walk);
  giveBack(raw, walk.pass);
  giveBack(result, walk.pass);
}

/** Counts a use of a gradient, views of which share the count. */
function hold({ buffer }: Tensor): void {
  buffer.pending = (buffer.pending ?? 0) + 1;
}

/** Ends a use of a gradient. */
function letGo(gradient: Tensor, pass: number): void {
  gradient.buffer.pending!--;
  giveBack(gradient, pass);
}

/** Gives a gradient's memory back if this walk made it and neither a node nor a leaf has it. */
function giveBack({ buffer }: Tensor, pass: number): void {
  if (pass === 0 || buffer.pass !== pass || buffer.held || buffer.pending) return;
  buffer.pass = 0;
  buffer.backend.release(buffer);
}

/** Hands a gradient to the node that made a tensor, or to the tensor itself where it is a leaf. */
function give(target: Tensor, gradient: Tensor, walk: Walk): void {
  const { found } = walk;
  const node = target.node;
  if (node !== null) {
    const before = node.pending;
    const sum = before === null ? gradient : add(before, gradient);
    hold(sum);
    node.pending = sum;
    if (before !== null) letGo(before, walk.pass);
  } else if (found === null) {
    accumulate(target, gradient);
  } else if (found.has(target)) {
    const sum = found.get(target);
    found.set(target, sum ? add(sum, gradient) : gradient);
  }
}

function accumulate(leaf: Tensor, gradient: Tensor): void {
  const { gradient: sum } = leaf;
  // Nodes that have still to read the sum as their own gradient need it as it is.
  if (sum !== null && !isGradEnabled() && !sum.buffer.pending) {
    add_(sum, gradient);
    return;
  }
  if (sum !== null) leaf.gradient = add(sum, gradient);
  else {
    // A gradient that another tensor's grad shares, or that is only a view, is copied: users change grads in place.
    const { buffer } = gradient;
    const own = gradient.dense && gradient.count === buffer.size && !buffer.held && buffer !== leaf.buffer;
    leaf.gradient = own ? gradient : clone(gradient);
    leaf.gradSeen = isGradEnabled();
  }
  leaf.gradient.buffer.held = true;
}

/** The nodes behind the roots, results before what they were computed from. */
function reachable(roots: readonly Tensor[]): Node[] {
  run++;
  const found: Node[] = [];
  visit(roots, found);
  for (let next = 0; next < found.length; next++) visit(found[next]!.inputs, found);
  // A chain of layers is in order already.
  for (let i = 1; i < found.length; i++) if (found[i - 1]!.id < found[i]!.id) return found.sort((a, b) => b.id - a.id);
  return found;
}

function visit(tensors: readonly Tensor[], found: Node[]): void {
  for (let i = 0; i < tensors.length; i++) {
    const { node } = tensors[i]!;
    if (node === null || node.mark === run) continue;
    node.mark = run;
    found.push(node);
  }
}
