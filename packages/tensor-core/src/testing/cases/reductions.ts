import type { Shape } from '../../shape.js';
import type { Tensor } from '../../tensor.js';
import { brief, type Call, everything, floats, type Kind, numbers, type OpCase } from './case.js';
import { rows, special } from './edges.js';

type Run = (x: Tensor, dim?: number, keepdim?: boolean) => Tensor | readonly Tensor[];

/** Shapes, dimensions (none: all) and whether they stay; nothing is chosen from nothing. */
const reduced: readonly (readonly [Shape, number | undefined, boolean])[] = [
  [[], undefined, false],
  [[7], undefined, false],
  [[7], 0, true],
  [[2, 3], 0, false],
  [[2, 3], 1, false],
  [[5, 1], -1, true],
  [[1, 1], 0, false],
  [[2, 3, 4], undefined, false],
  [[2, 3, 4], 0, false],
  [[2, 3, 4], 1, true],
  [[2, 3, 4], 2, false],
  [[2, 2, 3, 2], 1, false],
  [[0, 3], 1, false],
];
const ofNothing: readonly (readonly [Shape, number | undefined, boolean])[] = [
  [[0], undefined, false],
  [[2, 0, 3], 1, false],
];

interface Options {
  readonly kind?: Kind;
  readonly dtypes?: OpCase['dtypes'];
  readonly gradient?: boolean;
  readonly range?: readonly [number, number];
  /** Whether it has a value for no elements. */
  readonly empty?: boolean;
  /** Aspects that say nothing of it. */
  readonly without?: readonly string[];
  readonly large?: readonly Shape[];
}

function reduction(op: string, run: Run, options: Options = {}): OpCase {
  const { kind = 'sum', dtypes = floats, gradient = true, range = [-3, 3], empty = true, without = [] } = options;
  const { large = [[70001], [90, 77], [3, 5003]] } = options;
  const call = ([shape, dim, keepdim]: (typeof reduced)[number]): Call => ({
    label: `${brief(shape)} over ${dim ?? 'all'}${keepdim ? ', kept' : ''}`,
    inputs: [{ shape, range }],
    run: ([x]) => run(x!, dim, keepdim),
  });
  const kept = Object.entries(special).filter(([aspect]) => !without.includes(aspect));
  return {
    op,
    kind,
    dtypes,
    gradient,
    calls: [...reduced, ...(empty ? ofNothing : [])].map(call),
    edges: Object.fromEntries(
      kept.map(([aspect, values]): [string, readonly Call[]] => {
        const given = rows(values);
        const call = (label: string, dim?: number): Call => ({
          label: `${aspect}, ${label}`,
          inputs: [given],
          run: ([x]) => run(x!, dim),
        });
        return [aspect, [call('rows', 1), call('columns', 0), call('all')]];
      }),
    ),
    large: large.flatMap((shape) => [undefined, ...shape.keys()].map((dim) => call([shape, dim, false]))),
  };
}

const overflows = ['huge', 'denormals'];
const both = ({ values, indices }: { values: Tensor; indices: Tensor }): readonly Tensor[] => [values, indices];

/** Of each row (or column, or everything) one number, or a position. */
export const reductions: readonly OpCase[] = [
  reduction('sum', (x, dim, keepdim = false) => x.sum(dim, { keepdim }), { dtypes: numbers, without: overflows }),
  reduction('mean', (x, dim, keepdim = false) => x.mean(dim, { keepdim }), { without: overflows }),
  reduction('var', (x, dim, keepdim = false) => x.var(dim, { keepdim, correction: 0 }), {
    without: [...overflows, 'infinities'],
  }),
  reduction('std', (x, dim, keepdim = false) => x.std(dim, { keepdim, correction: 0 }), {
    without: [...overflows, 'infinities'],
  }),
  reduction('prod', (x, dim, keepdim = false) => x.prod(dim, { keepdim }), {
    without: overflows,
    range: [0.5, 1.5],
    large: [[64, 50]],
  }),
  reduction('norm', (x, dim, keepdim = false) => x.norm(2, dim, { keepdim }), { without: overflows }),
  reduction('norm-1', (x, dim, keepdim = false) => x.norm(1, dim, { keepdim }), { without: overflows }),
  reduction('norm-inf', (x, dim, keepdim = false) => x.norm(Number.POSITIVE_INFINITY, dim, { keepdim }), {
    kind: 'moves',
    empty: false,
  }),
  reduction('max', (x, dim, keepdim = false) => (dim === undefined ? x.max() : both(x.max(dim, { keepdim }))), {
    kind: 'moves',
    dtypes: numbers,
    empty: false,
    without: ['signed zeros'],
  }),
  reduction('min', (x, dim, keepdim = false) => (dim === undefined ? x.min() : both(x.min(dim, { keepdim }))), {
    kind: 'moves',
    dtypes: numbers,
    empty: false,
    without: ['signed zeros'],
  }),
  ...(['argmax', 'argmin'] as const).map((op) => {
    const options: Options = { kind: 'moves', dtypes: numbers, gradient: false, empty: false };
    return reduction(op, (x, dim, keepdim = false) => x[op](dim, { keepdim }), options);
  }),
  ...(['all', 'any'] as const).map((op) => {
    const options: Options = { kind: 'moves', dtypes: everything, gradient: false, range: [-1, 1] };
    return reduction(op, (x, dim, keepdim = false) => x[op](dim, { keepdim }), options);
  }),
  reduction('logsumexp', (x, dim, keepdim = false) => x.logsumexp(dim ?? [], { keepdim }), {
    kind: 'sum',
    empty: false,
  }),
  reduction('softmax', (x, dim) => x.softmax(dim ?? -1), { large: [[90, 257]] }),
  reduction('logSoftmax', (x, dim) => x.logSoftmax(dim ?? -1), { large: [[90, 257]] }),
  reduction('cumsum', (x, dim) => x.cumsum(dim ?? 0), {
    dtypes: numbers,
    without: overflows,
    large: [[70001], [64, 129]],
  }),
  // Several dimensions at once, and equal elements that share a gradient or have a first one.
  {
    op: 'several-dimensions',
    kind: 'sum',
    dtypes: numbers,
    gradient: true,
    calls: [
      [0, 2],
      [1, 2],
      [0, 1, 2],
      [-1, 0],
    ].flatMap((dims) => [
      { label: `sum over ${dims}`, inputs: [{ shape: [2, 3, 4] }], run: ([x]) => x!.sum(dims) },
      {
        label: `sum over ${dims}, kept`,
        inputs: [{ shape: [2, 3, 4, 2] }],
        run: ([x]) => x!.sum(dims, { keepdim: true }),
      },
    ]),
  },
  {
    op: 'equal-elements',
    kind: 'function',
    dtypes: numbers,
    gradient: true,
    calls: (['max', 'min'] as const).flatMap((op) => {
      const given = (shape: Shape): Call['inputs'] => [{ shape, range: [0, 3], whole: true }];
      return [
        { label: `${op} of a vector`, inputs: given([40]), run: ([x]) => x![op]() },
        { label: `${op} of a matrix`, inputs: given([6, 7]), run: ([x]) => x![op]() },
        { label: `${op} of columns`, inputs: given([6, 7]), run: ([x]) => both(x![op](0)) },
        { label: `${op} of rows`, inputs: given([6, 7]), run: ([x]) => both(x![op](1)) },
      ] satisfies Call[];
    }),
  },
];
