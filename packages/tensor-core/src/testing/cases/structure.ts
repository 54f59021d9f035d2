import { cast } from '../../ops/cast.js';
import { cat } from '../../ops/cat.js';
import { meshgrid } from '../../ops/meshgrid.js';
import { oneHot } from '../../ops/one-hot.js';
import { hstack, stack, vstack } from '../../ops/stack.js';
import { where } from '../../ops/where.js';
import type { Shape } from '../../shape.js';
import type { Tensor } from '../../tensor.js';
import { brief, type Call, each, everything, type InputSpec, numbers, type OpCase, shapes } from './case.js';

type Run = Call['run'];

/** An operation that moves elements and computes nothing. */
function moving(op: string, calls: readonly Call[], more: Partial<OpCase> = {}): OpCase {
  return { op, kind: 'moves', dtypes: everything, gradient: true, calls, ...more };
}

const one = (label: string, shape: Shape, run: (x: Tensor) => ReturnType<Run>): Call => ({
  label: `${brief(shape)} ${label}`,
  inputs: [{ shape }],
  run: ([x]) => run(x!),
});

const several = (label: string, list: readonly Shape[], run: Run): Call => ({
  label: `${list.map(brief).join(', ')} ${label}`,
  inputs: list.map((shape) => ({ shape })),
  run,
});

/** Positions below a size, with repeats. */
const positions = (shape: Shape, below: number): InputSpec => ({
  shape,
  dtype: 'int32',
  values: Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => (i * 7 + 3) % below),
});

const mask = (shape: Shape): InputSpec => ({ shape, dtype: 'bool' });
const both = ({ values, indices }: { values: Tensor; indices: Tensor }): readonly Tensor[] => [values, indices];

/** Views, copies, choices by position, and what puts tensors together. */
export const structure: readonly OpCase[] = [
  moving(
    'clone',
    each(shapes, ([x]) => x!.clone()),
  ),
  moving('reshape', [
    one('to 12', [3, 4], (x) => x.reshape([12])),
    one('to 2 x 6', [3, 4], (x) => x.reshape([2, 6])),
    one('to 4 x -1', [2, 3, 4], (x) => x.reshape([4, -1])),
    one('to nothing', [0, 3], (x) => x.reshape([3, 0])),
    one('to a scalar', [1, 1], (x) => x.reshape([])),
  ]),
  moving('views', [
    one('transposed', [2, 3, 4], (x) => x.transpose(0, 2)),
    one('permuted', [2, 3, 4], (x) => x.permute([1, 2, 0])),
    one('expanded', [3, 1], (x) => x.expand([2, 3, 4])),
    one('squeezed', [1, 3, 1], (x) => x.squeeze()),
    one('unsqueezed', [3], (x) => x.unsqueeze(-1)),
    one('selected', [3, 4], (x) => x.select(1, 2)),
    one('narrowed', [5, 2], (x) => x.narrow(0, 1, 3)),
    one('sliced', [7, 2], (x) => x.slice(0, 1, 7, 2)),
    one('of views', [4, 5, 6], (x) => x.permute([2, 0, 1]).slice(0, 1, 6, 2).select(1, 2).expand([2, 3, 5])),
    one('in parts', [5, 2], (x) => x.split(2)),
  ]),
  moving('flip', [
    one('one', [5], (x) => x.flip(0)),
    one('two', [2, 3, 4], (x) => x.flip([0, 2])),
    one('nothing', [2, 0], (x) => x.flip(0)),
  ]),
  moving('pad', [
    one('by 1 and 2', [2, 3], (x) => x.pad([1, 2], 1)),
    one('in two dimensions', [2, 3, 2], (x) => x.pad([1, 0, 2, 1])),
    one('and cut', [4, 3], (x) => x.pad([-1, 1, 0, -2])),
  ]),
  moving('triangle', [
    one('lower', [3, 4], (x) => x.tril()),
    one('upper', [2, 3, 3], (x) => x.triu(1)),
    one('upper', [4, 2], (x) => x.triu(-1)),
  ]),
  moving('cat', [
    several(
      '',
      [
        [2, 3],
        [1, 3],
        [0, 3],
      ],
      (xs) => cat(xs),
    ),
    several(
      'by columns',
      [
        [2, 3],
        [2, 1],
      ],
      (xs) => cat(xs, 1),
    ),
    several(
      'stacked',
      [
        [2, 3],
        [2, 3],
      ],
      (xs) => stack(xs, 1),
    ),
    several('side by side', [[3], [2]], (xs) => hstack(xs)),
    several('on top', [[3], [3]], (xs) => vstack(xs)),
    several('as a grid', [[2], [3]], (xs) => meshgrid(xs, { indexing: 'xy' })),
  ]),
  moving(
    'where',
    [
      {
        label: 'tensors',
        inputs: [mask([2, 3]), { shape: [2, 3] }, { shape: [2, 3] }],
        run: ([c, a, b]) => where(c!, a!, b!),
      },
      {
        label: 'broadcast',
        inputs: [mask([3, 1]), { shape: [4] }, { shape: [] }],
        run: ([c, a, b]) => where(c!, a!, b!),
      },
      { label: 'nothing', inputs: [mask([0]), { shape: [0] }, { shape: [1] }], run: ([c, a, b]) => where(c!, a!, b!) },
      { label: 'a number first', inputs: [mask([5]), { shape: [5] }], run: ([c, a]) => where(c!, 2, a!) },
      { label: 'a number second', inputs: [mask([2, 4]), { shape: [2, 4] }], run: ([c, a]) => where(c!, a!, 0) },
    ],
    {
      large: [
        {
          label: 'large',
          inputs: [mask([300, 257]), { shape: [300, 257] }, { shape: [257] }],
          run: ([c, a, b]) => where(c!, a!, b!),
        },
      ],
    },
  ),
  moving(
    'gather',
    [
      { label: 'columns', inputs: [{ shape: [3, 4] }, positions([3, 6], 4)], run: ([x, i]) => x!.gather(1, i!) },
      { label: 'rows', inputs: [{ shape: [3, 4] }, positions([5, 2], 3)], run: ([x, i]) => x!.gather(0, i!) },
      {
        label: 'the middle',
        inputs: [{ shape: [2, 3, 4] }, positions([2, 2, 3], 3)],
        run: ([x, i]) => x!.gather(1, i!),
      },
      { label: 'nothing', inputs: [{ shape: [3, 4] }, positions([3, 0], 4)], run: ([x, i]) => x!.gather(1, i!) },
      { label: 'entries', inputs: [{ shape: [4, 3] }, positions([6], 4)], run: ([x, i]) => x!.indexSelect(0, i!) },
      {
        label: 'entries of the last',
        inputs: [{ shape: [2, 3, 4] }, positions([5], 4)],
        run: ([x, i]) => x!.indexSelect(-1, i!),
      },
    ],
    {
      large: [
        {
          label: 'rows of many',
          inputs: [{ shape: [1000, 70] }, positions([500], 1000)],
          run: ([x, i]) => x!.indexSelect(0, i!),
        },
      ],
    },
  ),
  {
    op: 'scatterAdd',
    kind: 'sum',
    dtypes: numbers,
    gradient: true,
    calls: [
      {
        label: 'columns',
        inputs: [{ shape: [3, 4] }, positions([3, 6], 4), { shape: [3, 6] }],
        run: ([x, i, s]) => x!.scatterAdd(1, i!, s!),
      },
      {
        label: 'rows',
        inputs: [{ shape: [3, 4] }, positions([5, 2], 3), { shape: [5, 2] }],
        run: ([x, i, s]) => x!.scatterAdd(0, i!, s!),
      },
      {
        label: 'a vector',
        inputs: [{ shape: [5] }, positions([40], 5), { shape: [40] }],
        run: ([x, i, s]) => x!.scatterAdd(0, i!, s!),
      },
      {
        label: 'nothing',
        inputs: [{ shape: [3, 2] }, positions([0, 2], 3), { shape: [0, 2] }],
        run: ([x, i, s]) => x!.scatterAdd(0, i!, s!),
      },
    ],
  },
  moving(
    'maskedSelect',
    [
      { label: 'rows', inputs: [{ shape: [3, 4] }, mask([3, 4])], run: ([x, m]) => x!.maskedSelect(m!) },
      { label: 'broadcast', inputs: [{ shape: [3, 1] }, mask([4])], run: ([x, m]) => x!.maskedSelect(m!) },
    ],
    { reads: true },
  ),
  moving('nonzero', [one('', [3, 4], (x) => x.bool().nonzero())], { reads: true, gradient: false }),
  moving(
    'oneHot',
    [
      { label: 'of a given number', inputs: [positions([5], 4)], run: ([x]) => oneHot(x!, 6) },
      { label: 'of a matrix', inputs: [positions([2, 3], 4)], run: ([x]) => oneHot(x!, 4) },
    ],
    { dtypes: ['int32'], gradient: false },
  ),
  moving(
    'sort',
    [
      one('', [9], (x) => both(x.sort())),
      one('descending', [3, 7], (x) => both(x.sort(1, { descending: true }))),
      one('by columns', [5, 3], (x) => both(x.sort(0))),
      one('the middle', [2, 4, 3], (x) => both(x.sort(1))),
      one('a scalar', [], (x) => both(x.sort())),
      one('nothing', [0, 3], (x) => both(x.sort(0))),
      one('positions', [3, 5], (x) => x.argsort()),
      one('the largest three', [2, 6], (x) => both(x.topk(3))),
      one('the smallest two', [5, 2], (x) => both(x.topk(2, 0, { largest: false }))),
    ],
    {
      edges: {
        ties: [
          { label: 'ties', inputs: [{ shape: [4, 30], range: [0, 3], whole: true }], run: ([x]) => both(x!.sort()) },
          {
            label: 'ties, descending',
            inputs: [{ shape: [4, 30], range: [0, 3], whole: true }],
            run: ([x]) => both(x!.sort(1, { descending: true })),
          },
        ],
        NaN: [
          {
            label: 'NaN',
            inputs: [{ shape: [6], values: [3, Number.NaN, 1, Number.NaN, 2, -1] }],
            run: ([x]) => [...both(x!.sort()), ...both(x!.sort(0, { descending: true }))],
          },
        ],
        infinities: [
          {
            label: 'infinities',
            inputs: [{ shape: [5], values: [3, Number.POSITIVE_INFINITY, 1, Number.NEGATIVE_INFINITY, 2] }],
            run: ([x]) => both(x!.sort()),
          },
        ],
      },
      large: [one('', [5000], (x) => both(x.sort())), one('', [40, 130], (x) => both(x.sort(0)))],
    },
  ),
  ...everything.map((to) =>
    moving(`to-${to}`, [
      ...each([[], [7], [2, 3, 4], [0]], ([x]) => cast(x!, to)),
      {
        label: 'fractions',
        inputs: [{ shape: [8], values: [0, -0, 1.75, -1.75, 0.1, 2e9, -0.9, 1] }],
        run: ([x]) => cast(x!, to),
      },
    ]),
  ),
];
