import { AutogradError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';

/**
 * One derivative: the gradient of input `index` from the gradient of the output, in terms of other operations, so that
 * it can be differentiated again. A result of the broadcast shape is summed back to the input's by the engine.
 */
export type Rule<Args> = (grad: Tensor, saved: Saved<Args>, index: number) => Tensor;

/** What a derivative may read of the forward run. Reading a value that was changed in place since is an error. */
export interface Saved<Args> {
  /** The first input. */
  readonly a: Tensor;
  /** The second input. */
  readonly b: Tensor;
  /** The third input. */
  readonly c: Tensor;
  /** The result. */
  readonly y: Tensor;
  /** What the operation was called with besides tensors. */
  readonly args: Args;
  /** The shape of an input, which is there without its values. */
  shape(index: number): readonly number[];
  /** The inputs, without the check: for shapes, not for values. */
  readonly inputs: readonly Tensor[];
}

/**
 * The gradients of all wanted inputs at once, as one kernel may make them: one an input, `null` where it is not wanted.
 * `null` in place of the list where it cannot.
 */
export type JointRule<Args> = (
  grad: Tensor,
  saved: Saved<Args>,
  wanted: readonly boolean[],
) => readonly (Tensor | null)[] | null;

/** The name and derivatives of an operation, shared by all its nodes. */
export interface Derivative<Args> {
  /** How messages and printed tensors call it. */
  readonly name: string;
  /** One rule an input, or one for all. */
  readonly backward: Rule<Args> | readonly Rule<Args>[];
  /** What the rules of all inputs begin with, done once: they get its result in place of the gradient. */
  readonly prepare?: (grad: Tensor, saved: Saved<Args>) => Tensor;
  /**
   * Asked before the rules, unless the pass is recorded (`createGraph`): so it need not be made of operations. Where it
   * gives `null`, the rules are used.
   */
  readonly together?: JointRule<Args>;
}

let nextId = 0;

/** One run of an operation in the graph: its inputs, its result, and the versions of their elements. */
export class Node implements Saved<unknown> {
  /** Later operations have larger numbers, so that descending order is a topological one. */
  readonly id = nextId++;
  /** What ran. */
  declare readonly op: Derivative<unknown>;
  declare readonly args: unknown;
  /** The gradient collected so far while a backward run is under way. */
  pending: Tensor | null = null;
  /** The backward run that saw this node last. */
  mark = 0;
  #inputs: readonly Tensor[] | null;
  /** The result without the check, to give it its gradient. */
  declare readonly output: Tensor;
  readonly #v0: number;
  readonly #v1: number;
  readonly #v2: number;
  readonly #vy: number;

  constructor(op: Derivative<unknown>, inputs: readonly Tensor[], args: unknown, output: Tensor) {
    this.op = op;
    this.args = args;
    this.#inputs = inputs;
    this.output = output;
    this.#v0 = inputs[0]!.buffer.version;
    this.#v1 = inputs.length > 1 ? inputs[1]!.buffer.version : 0;
    this.#v2 = inputs.length > 2 ? inputs[2]!.buffer.version : 0;
    this.#vy = output.buffer.version;
  }

  get inputs(): readonly Tensor[] {
    if (this.#inputs === null) {
      throw new AutogradError(
        `backward: the graph was freed by an earlier backward (at ${this.op.name}). Pass { retainGraph: true } to that one`,
      );
    }
    return this.#inputs;
  }

  get a(): Tensor {
    return this.#checked(this.inputs[0]!, this.#v0, 'its first input');
  }

  get b(): Tensor {
    return this.#checked(this.inputs[1]!, this.#v1, 'its second input');
  }

  get c(): Tensor {
    return this.#checked(this.inputs[2]!, this.#v2, 'its third input');
  }

  get y(): Tensor {
    return this.#checked(this.output, this.#vy, 'its result');
  }

  shape(index: number): readonly number[] {
    return this.inputs[index]!.shape;
  }

  /** What derivatives may read: nothing once the inputs are forgotten. */
  get parts(): readonly unknown[] {
    return this.#inputs === null ? [] : [...this.#inputs, this.args, this.output];
  }

  /** Forgets the inputs, so that their memory can go. */
  free(): void {
    this.#inputs = null;
  }

  #checked(value: Tensor, version: number, what: string): Tensor {
    if (value.buffer.version !== version) {
      throw new AutogradError(
        `backward: ${this.op.name} needs ${what} (${value.dtype}, ${formatShape(value.shape)}) as it was, but it was changed in place ` +
          `(version ${value.buffer.version}, expected ${version}); change a clone() instead`,
      );
    }
    return value;
  }
}
