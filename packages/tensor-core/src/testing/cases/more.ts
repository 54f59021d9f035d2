import * as ops from '../../more.js';
import type { Tensor } from '../../tensor.js';
import { brief, type Call, each, floats, type InputSpec, type Kind, numbers, type OpCase, shapes } from './case.js';

interface Options {
  readonly dtypes?: OpCase['dtypes'];
  readonly gradient?: boolean;
  readonly reads?: boolean;
}

function more(op: string, kind: Kind, calls: readonly Call[], options: Options = {}): OpCase {
  const { dtypes = floats, gradient = true, reads = false } = options;
  return { op, kind, dtypes, gradient, calls, reads };
}

/** A call of one input. */
const of = (label: string, shape: readonly number[], run: (x: Tensor) => Tensor | readonly Tensor[]): Call => ({
  label: `${label} ${brief(shape)}`,
  inputs: [{ shape }],
  run: ([x]) => run(x!),
});

const places = (shape: readonly number[], ...values: number[]): InputSpec => ({ shape, dtype: 'int32', values });

const pair = ({ values, indices }: { values: Tensor; indices: Tensor }): readonly Tensor[] => [values, indices];

const equals: InputSpec = { shape: [6, 7], range: [0, 3], whole: true };

/** The operations of `@kindling/tensor-core/more`, which are made of others. */
export const moreOperations: readonly OpCase[] = [
  ...Object.entries({ amax: ops.amax, amin: ops.amin }).map(([name, op]) =>
    more(
      name,
      'moves',
      [
        of('all', [2, 3, 4], (x) => op(x)),
        of('rows', [3, 5], (x) => op(x, 1, { keepdim: true })),
        of('two', [2, 3, 4], (x) => op(x, [0, 2])),
        { label: 'equal', inputs: [equals], run: ([x]) => op(x!, 0) },
      ],
      { dtypes: numbers },
    ),
  ),
  more('bmm', 'sum', [
    { label: 'three', inputs: [{ shape: [3, 2, 4] }, { shape: [3, 4, 5] }], run: ([a, b]) => ops.bmm(a!, b!) },
  ]),
  more(
    'countNonzero',
    'moves',
    [
      { label: 'all', inputs: [equals], run: ([x]) => ops.countNonzero(x!) },
      { label: 'rows', inputs: [equals], run: ([x]) => ops.countNonzero(x!, 1) },
    ],
    { dtypes: numbers, gradient: false },
  ),
  more('cumprod', 'function', [
    of('rows', [3, 5], (x) => ops.cumprod(x, 1)),
    of('columns', [3, 5], (x) => ops.cumprod(x, 0)),
    { label: 'with zeros', inputs: [{ ...equals, range: [-1, 1] }], run: ([x]) => ops.cumprod(x!, 1) },
  ]),
  more('einsum', 'sum', [
    { label: 'product', inputs: [{ shape: [3, 4] }, { shape: [4, 2] }], run: (xs) => ops.einsum('ij,jk->ik', ...xs) },
    {
      label: 'batches',
      inputs: [{ shape: [2, 3, 4] }, { shape: [2, 5, 4] }],
      run: (xs) => ops.einsum('bij,bkj->bki', ...xs),
    },
    of('trace', [4, 4], (x) => ops.einsum('ii->', x)),
    of('diagonal', [3, 3], (x) => ops.einsum('ii->i', x)),
    { label: 'outer', inputs: [{ shape: [3] }, { shape: [2] }], run: (xs) => ops.einsum('i,j', ...xs) },
  ]),
  more('indexAdd', 'sum', [
    {
      label: 'rows',
      inputs: [{ shape: [4, 3] }, places([3], 0, 2, 0), { shape: [3, 3] }],
      run: ([x, index, source]) => ops.indexAdd(x!, 0, index!, source!, { alpha: 2 }),
    },
  ]),
  more('lerp', 'function', [
    { label: 'number', inputs: [{ shape: [3, 4] }, { shape: [3, 4] }], run: ([a, b]) => ops.lerp(a!, b!, 0.25) },
    {
      label: 'tensor',
      inputs: [{ shape: [3, 4] }, { shape: [4] }, { shape: [3, 1], range: [0, 1] }],
      run: ([a, b, weight]) => ops.lerp(a!, b!, weight!),
    },
  ]),
  ...Object.entries({ log2: ops.log2, log10: ops.log10 }).map(([name, op]) =>
    more(
      name,
      'function',
      each(shapes, ([x]) => op(x!), [0.1, 9]),
    ),
  ),
  more(
    'trunc',
    'moves',
    each(shapes, ([x]) => ops.trunc(x!)),
  ),
  more('logaddexp', 'function', [
    { label: 'two', inputs: [{ shape: [3, 4] }, { shape: [4] }], run: ([a, b]) => ops.logaddexp(a!, b!) },
    {
      label: 'edges',
      inputs: [
        { shape: [4], values: [Number.NEGATIVE_INFINITY, 0, 80, -80] },
        { shape: [4], values: [1, 0, -80, -80] },
      ],
      run: ([a, b]) => ops.logaddexp(a!, b!),
    },
  ]),
  more(
    'median',
    'moves',
    [
      of('all', [3, 5], (x) => ops.median(x)),
      of('rows', [3, 6], (x) => pair(ops.median(x, 1))),
      { label: 'equal', inputs: [equals], run: ([x]) => ops.median(x!, 0).values },
    ],
    { dtypes: numbers },
  ),
  more(
    'movedim',
    'moves',
    [of('one', [2, 3, 4], (x) => ops.movedim(x, 0, -1)), of('two', [2, 3, 4], (x) => ops.movedim(x, [0, 2], [1, 0]))],
    { dtypes: numbers },
  ),
  more('nanToNum', 'moves', [
    {
      label: 'edges',
      inputs: [{ shape: [5], values: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -2, 3] }],
      run: ([x]) => ops.nanToNum(x!, { nan: 7, posinf: 8, neginf: -9 }),
    },
  ]),
  more('quantile', 'sum', [
    of('all', [3, 5], (x) => ops.quantile(x, 0.3)),
    of('rows', [3, 5], (x) => ops.quantile(x, [0, 0.5, 0.9, 1], 1)),
    of('columns', [4, 3], (x) => ops.quantile(x, 0.6, 0, { keepdim: true, interpolation: 'nearest' })),
  ]),
  more(
    'repeatInterleave',
    'moves',
    [
      of('all', [3, 2], (x) => ops.repeatInterleave(x, 2)),
      of('rows', [3, 2], (x) => ops.repeatInterleave(x, [2, 0, 1], 0)),
    ],
    { dtypes: numbers },
  ),
  more(
    'takeAlongDim',
    'moves',
    [
      {
        label: 'rows',
        inputs: [{ shape: [3, 4] }, places([3, 2], 0, 3, 1, 1, 2, 0)],
        run: ([x, index]) => ops.takeAlongDim(x!, index!, 1),
      },
      {
        label: 'all',
        inputs: [{ shape: [2, 3] }, places([3], 5, 0, 2)],
        run: ([x, index]) => ops.takeAlongDim(x!, index!),
      },
    ],
    { dtypes: numbers },
  ),
  more(
    'searchsorted',
    'moves',
    [
      {
        label: 'values',
        inputs: [{ shape: [5], values: [-2, -1, 0, 1, 2] }, { shape: [2, 4] }],
        run: ([sorted, values]) => [
          ops.searchsorted(sorted!, values!),
          ops.searchsorted(sorted!, values!, { right: true }),
          ops.searchsorted(sorted!, 1),
        ],
      },
    ],
    { gradient: false },
  ),
  more('histc', 'moves', [of('given', [40], (x) => ops.histc(x, 5, { min: -2, max: 2 }))], { gradient: false }),
  more(
    'bincount',
    'moves',
    [{ label: 'counts', inputs: [places([5], 0, 3, 3, 1, 3)], run: ([x]) => ops.bincount(x!, { minlength: 6 }) }],
    { dtypes: ['int32'], gradient: false, reads: true },
  ),
  more(
    'scatter',
    'moves',
    [
      {
        label: 'rows',
        inputs: [{ shape: [3, 4] }, places([2, 2], 0, 3, 1, 1), { shape: [2, 2] }],
        run: ([x, index, source]) => ops.scatter(x!, 1, index!, source!),
      },
    ],
    { reads: true },
  ),
  more(
    'unique',
    'moves',
    [
      {
        label: 'equal',
        inputs: [equals],
        run: ([x]) => {
          const { values, inverse, counts } = ops.unique(x!);
          return [values, inverse, counts];
        },
      },
    ],
    { dtypes: numbers, gradient: false, reads: true },
  ),
  more(
    'multinomial',
    'moves',
    [
      {
        label: 'certain',
        inputs: [{ shape: [3, 1], values: [1, 2, 3] }],
        run: ([weights]) => ops.multinomial(weights!, 2, { replacement: true }),
      },
    ],
    { gradient: false, reads: true },
  ),
];
