import { sizeOf } from '@kindling/tensor-core/backend';
import { describe, expect, it } from 'vitest';
import type { Texture } from '../gpu-js.js';
import { chunksOf } from '../layout.js';
import { places } from '../testing.js';
import { assigned } from './assign.js';
import { type Call, getter, indexFunction, type Source } from './call.js';
import { gather, scatterAdd } from './gather.js';
import { map, upload } from './map.js';
import { matmul } from './matmul.js';
import { bestOfPositions, foldChunks, positionsInChunks } from './reduce.js';
import { addShifted, positions, sortPass, trimRows } from './rows.js';

const texture: Texture = { texture: {}, size: new Int32Array([1, 1]) };
const sources: Source[] = places
  .filter(({ shape }) => sizeOf(shape) > 0)
  .map(({ held, ...view }) => ({ ...view, texture, bufferSize: held }));

/** Calls of every kernel over many layouts. */
function calls(): Call[] {
  const all: Call[] = [];
  for (const x of sources) {
    const size = sizeOf(x.shape);
    for (const name of ['', 'op_exp', 'to_bool']) all.push(map(name, x.shape, size, [x]));
    all.push(map('op_add', x.shape, size, [x, x]), map('op_add', x.shape, size, [x, 2]));
    all.push(map('op_add', x.shape, size, [2, x]), map('op_sub', x.shape, size, [2, x]));
    all.push(map('choose', x.shape, size, [x, x, 1]), map('choose', x.shape, size, [x, 1, x]));
    all.push(map('', x.shape, size, [1]), upload(new Float32Array(size)));
    const unlike = x.shape.map(() => 0);
    all.push(map('op_add', x.shape, size, [x, { ...x, strides: unlike }]));
    all.push(map('op_add', x.shape, size, [{ ...x, strides: unlike }, x]));
    for (let keep = 0; keep <= x.shape.length; keep++) {
      const length = sizeOf(x.shape.slice(keep));
      for (const chunks of [chunksOf(length), { count: Math.ceil(length / 2), length: 2 }]) {
        all.push(foldChunks('op_add', 0, x, keep, chunks), foldChunks('op_maximum', 0, x, keep, chunks));
        all.push(foldChunks('op_maximum', -Infinity, x, keep, chunks));
        for (const op of ['max', 'min'] as const) {
          all.push(positionsInChunks(op, x, keep, chunks));
          const rows = sizeOf(x.shape.slice(0, keep));
          const candidates = { ...x, bufferSize: rows * 3, shape: [rows, 3], strides: [3, 1], offset: 0 };
          all.push(bestOfPositions(op, x, keep, candidates, chunksOf(3)));
        }
      }
    }
    if (x.shape.length === 0) continue;
    const length = x.shape.at(-1)!;
    all.push(addShifted(texture, size, length, 1, 'op_add'), addShifted(texture, size, length, 1, 'op_maximum'));
    for (const descending of [false, true]) all.push(sortPass(x, texture, 8, 2, 1, descending));
    for (const padded of [8, 16]) all.push(positions(size, padded), trimRows(texture, size, padded, length));
    for (const [dim] of x.shape.entries()) {
      all.push(gather(x, dim, x), scatterAdd(x, dim, x, x, 'op_add'), scatterAdd(x, dim, x, x, 'op_maximum'));
    }
    if (x.shape.length > 1) {
      all.push(matmul(x, { ...x, shape: x.shape.toSpliced(-2, 2, length, 3) }));
      all.push(matmul(x, { ...x, shape: x.shape.toSpliced(-2, 2, length, 2) }));
    }
    if (x.strides.includes(0)) continue;
    all.push(assigned(x, 1), assigned(x, x), assigned(x, { ...x, strides: unlike }));
  }
  return all;
}

describe('a key', () => {
  it('stands for one kernel', () => {
    const known = new Map<string, string>();
    for (const call of calls()) {
      const spec = JSON.stringify([call.size, call.make('this.thread.x')]);
      expect(known.get(call.key) ?? spec, call.key).toBe(spec);
      known.set(call.key, spec);
    }
    expect(known.size).toBeGreaterThan(400);
  });
});

describe('a kernel', () => {
  it('is a string in which every loop ascends to a constant, with no division left to GPU.js', () => {
    for (const { make } of calls()) {
      const { source, parameters } = make('this.thread.x');
      expect(source).toMatch(/^function \(/);
      const loops = source.match(/for \(/g)?.length ?? 0;
      expect(source.match(/for \(let (\w+) = \d+; \1 < \d+; \1\+\+\)/g)?.length ?? 0).toBe(loops);
      expect(source).not.toMatch(/[/%]|Infinity|NaN/);
      expect(Object.values(parameters).filter((type) => type === 'texture').length).toBeLessThanOrEqual(7);
    }
  });

  it('has as many parameters as its call has arguments', () => {
    for (const { make, args } of calls()) expect(args.length).toBe(Object.keys(make('thread').parameters).length);
  });
});

describe('getter', () => {
  it('finds an element by shifts', () => {
    const wide: Texture = { texture: {}, size: new Int32Array([64, 3]) };
    expect(getter('x', wide).body).toBe('return texelFetch(x, ivec2(i & 63, i >> 6), 0).r;');
    expect(getter('x', texture).body).toBe('return texelFetch(x, ivec2(i & 0, i >> 0), 0).r;');
  });
});

describe('indexFunction', () => {
  it('takes an expression or statements', () => {
    expect(indexFunction('at', ['i'], 'i * 2').body).toBe('return i * 2;');
    expect(indexFunction('at', ['i'], 'int j = i;\nreturn j;').body).toBe('int j = i;\nreturn j;');
    expect(indexFunction('at', ['i', 'j'], 'i').parameters).toEqual({ i: 'int', j: 'int' });
  });
});
