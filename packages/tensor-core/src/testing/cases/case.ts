import type { DType } from '../../dtype.js';
import type { Shape } from '../../shape.js';
import type { Tensor } from '../../tensor.js';

/**
 * How exactly results have to agree: `moves` computes nothing, `single` is rounded once, `function` is a function of
 * each element, `sum` adds terms up that may cancel.
 */
export type Kind = 'moves' | 'single' | 'function' | 'sum';

/** An input that a call is made with. */
export interface InputSpec {
  readonly shape: Shape;
  /** Default: the dtype under test. */
  readonly dtype?: DType;
  /** Between what to draw; default -3 to 3. */
  readonly range?: readonly [number, number];
  /** Whether what is drawn is rounded, so that elements are equal now and then; default false. */
  readonly whole?: boolean;
  /** These elements instead of drawn ones. */
  readonly values?: readonly number[];
}

/** One way to call an operation. */
export interface Call {
  /** What tells it from the others of the operation, for messages. */
  readonly label: string;
  readonly inputs: readonly InputSpec[];
  readonly run: (inputs: readonly Tensor[]) => Tensor | readonly Tensor[];
}

/** Calls with special elements, by the name of the aspect. */
export type Edges = Readonly<Record<string, readonly Call[]>>;

/** An operation and how it is tested; every combination of aspect and dtype is a test of its own. */
export interface OpCase {
  readonly op: string;
  readonly kind: Kind;
  /** The dtypes of the inputs that do not say theirs. */
  readonly dtypes: readonly DType[];
  /** Whether gradients are compared, in float32 and float64. */
  readonly gradient: boolean;
  readonly calls: readonly Call[];
  readonly edges?: Edges;
  /** Calls with many elements, where fast kernels run. */
  readonly large?: readonly Call[];
  /** Whether it reads elements without waiting, and so has to refuse where the backend cannot. */
  readonly reads?: boolean;
  /** Whether the sign of a zero result is compared among the edges. */
  readonly signedZeros?: boolean;
}

export const floats: readonly DType[] = ['float32', 'float64'];
export const numbers: readonly DType[] = ['float32', 'float64', 'int32'];
export const everything: readonly DType[] = ['float32', 'float64', 'int32', 'bool'];

/** From scalars to four dimensions, with sizes of 1 and 0. */
export const shapes: readonly Shape[] = [
  [],
  [1],
  [7],
  [2, 3],
  [5, 1],
  [1, 1],
  [2, 3, 4],
  [2, 2, 3, 2],
  [0],
  [3, 0],
  [2, 0, 3],
];

/** A shape in few characters. */
export const brief = (shape: Shape): string => `[${shape.join(', ')}]`;

/** A call for each of several shapes. */
export function each(
  list: readonly Shape[],
  run: Call['run'],
  range: readonly [number, number] = [-3, 3],
): readonly Call[] {
  return list.map((shape) => ({ label: brief(shape), inputs: [{ shape, range }], run }));
}
