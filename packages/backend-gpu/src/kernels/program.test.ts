import { sizeOf } from '@kindling/tensor-core/backend';
import { describe, expect, it } from 'vitest';
import { reduction } from '../glsl/operations.js';
import type { Texture } from '../gpu-js.js';
import { chunksOf } from '../layout.js';
import { places } from '../testing.js';
import { assigned } from './assign.js';
import { gather } from './gather.js';
import { map } from './map.js';
import { matmul } from './matmul.js';
import { type Call, Program, type Source } from './program.js';
import { bestOfPositions, foldChunks, positionsInChunks } from './reduce.js';
import { addShifted, positions, sortPass, trimRows } from './rows.js';
import { scatterAdd, scatterSorted } from './scatter.js';
import { multiplyStored, unpadded } from './stored-tile.js';

const texture: Texture = { texture: {}, size: new Int32Array([4, 4]) };
const sources: Source[] = places.filter(({ shape }) => sizeOf(shape) > 0).map((view) => ({ ...view, texture }));

/** Calls of every kernel over many layouts. */
function calls(): Call[] {
  const all: Call[] = [];
  for (const x of sources) {
    const size = sizeOf(x.shape);
    const unlike = { ...x, strides: x.shape.map(() => 0) };
    for (const name of ['', 'op_exp', 'to_bool']) all.push(map(name, x.shape, size, [x]));
    for (const b of [x, unlike, 2])
      all.push(map('op_add', x.shape, size, [x, b]), map('op_sub', x.shape, size, [b, x]));
    all.push(map('choose', x.shape, size, [x, x, 1]), map('choose', x.shape, size, [x, 1, x]));
    all.push(map('', x.shape, size, [1]), positions(size, 8), trimRows(texture, size, 8, 5));
    for (let keep = 0; keep <= x.shape.length; keep++) {
      const chunks = chunksOf(sizeOf(x.shape.slice(keep)));
      const rows = sizeOf(x.shape.slice(0, keep));
      const candidates = { ...x, shape: [rows, 3], strides: [3, 1], offset: 0 };
      for (const op of ['sum', 'max'] as const) all.push(foldChunks(reduction(op, 'float32'), x, keep, chunks));
      for (const op of ['max', 'min'] as const) {
        all.push(positionsInChunks(op, x, keep, chunks), bestOfPositions(op, x, keep, candidates, chunksOf(3)));
      }
    }
    if (!x.strides.includes(0))
      all.push(assigned(x, 0, size, 1), assigned(x, 4, size, x), assigned(x, 8, size, unlike));
    if (x.shape.length === 0) continue;
    all.push(addShifted(texture, size, x.shape.at(-1)!, 2, 'op_add'));
    for (const descending of [false, true]) all.push(sortPass(x, texture, 8, { run: 4, apart: 2, descending }));
    for (const [dim] of x.shape.entries()) {
      all.push(gather(x, dim, x), scatterAdd(x, dim, x, x, 'op_add'), scatterSorted(x, dim, x, x, x, 'op_add'));
    }
    if (x.shape.length > 1) all.push(matmul(x, { ...x, shape: x.shape.toSpliced(-2, 2, x.shape.at(-1)!, 3) }));
  }
  for (const [left, right] of [
    ['inner', 'inner'],
    ['inner', 'outer'],
    ['outer', 'inner'],
    ['outer', 'outer'],
  ] as const) {
    const operand = (along: 'inner' | 'outer') => ({ texture, from: 3, step: 8, along });
    const bias = { texture, shape: [36], strides: [2], offset: 1 };
    const call = multiplyStored(operand(left), operand(right), [40, 32, 36], { bias, activation: 'relu' });
    all.push(call, unpadded(texture, 40, 33, { bias }));
  }
  return all;
}

describe('a call', () => {
  it('names every argument that it has, and no other', () => {
    for (const { body, textures, floats, ints } of calls()) {
      const named = new Set(body.match(/\b[tfn]\d+\b/g));
      const has = Object.entries({ t: textures, f: floats, n: ints }).flatMap(([letter, list]) =>
        list.map((_, k) => letter + k),
      );
      expect([...named].sort()).toEqual(has.sort());
    }
  });

  it('has a body that holds nothing of sizes: few do for all', () => {
    const bodies = new Set(calls().map(({ body }) => body));
    expect(calls().length).toBeGreaterThan(700);
    expect(bodies.size).toBeLessThan(calls().length / 4);
    const [small, large] = [
      [3, 4],
      [500, 600],
    ].map((shape) => {
      const strides = [1, shape[0]!];
      return map('op_exp', shape, sizeOf(shape), [{ texture, shape, strides, offset: 7 }]);
    });
    expect(small!.body).toBe(large!.body);
    expect(small!.ints).not.toEqual(large!.ints);
  });

  it('has whole numbers for ints', () => {
    for (const { ints } of calls()) expect(ints.every(Number.isInteger)).toBe(true);
  });

  it('takes no more textures than every device has units for', () => {
    for (const { textures } of calls()) expect(textures.length).toBeLessThanOrEqual(7);
  });
});

describe('distance', () => {
  /** A GLSL int expression as JavaScript, where division cuts too. */
  const evaluator = (glsl: string, ints: readonly number[]) => {
    const javascript = glsl
      .replace(/n(\d+)/g, (_, k) => `(${ints[Number(k)]})`)
      .replace(/i \/ \((\d+)\)/g, 'Math.trunc(i / $1)');
    return new Function('i', `return ${javascript}`) as (i: number) => number;
  };

  it.each(places)('finds the elements of $name', ({ shape, strides }) => {
    const program = new Program();
    const of = evaluator(program.distance('i', shape, strides), program.call(1, '').ints);
    let expected = [0];
    for (const [d, size] of shape.entries()) {
      expected = expected.flatMap((from) => Array.from({ length: size }, (_, i) => from + i * strides[d]!));
    }
    expect(expected.map((_, i) => of(i) + 0)).toEqual(expected.map((at) => at + 0));
  });
});

describe('Program', () => {
  it('names arguments in the order they come', () => {
    const program = new Program();
    expect([program.int(5), program.float(0.5), program.int(-1)]).toEqual(['n0', 'f0', 'n1']);
    expect(program.texture(texture)('i + 1')).toBe('kdFetch(t0, n2, i + 1)');
    expect(program.function('op_add')('a', 'b')).toBe('op_add(a, b)');
    expect(program.call(3, '\n return 1.0;\n')).toEqual({
      size: 3,
      body: 'return 1.0;',
      each: 'element',
      results: 1,
      uses: ['kdFetch', 'op_add'],
      textures: [texture],
      floats: [0.5],
      ints: [5, -1, 2],
    });
  });
});
