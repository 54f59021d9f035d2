import type { Backend } from '../../backend.js';
import { type DType, makeArray, type TypedArray } from '../../dtype.js';
import { rowMajorStrides } from '../../shape.js';
import { type Tensor, viewOf, wrap } from '../../tensor.js';
import { expectClose } from '../compare.js';
import { lay, layouts } from '../layouts.js';
import { draw } from '../values.js';

/** What the operations take for granted: memory that a backend keeps, gives back, and writes to. */
export const primitives: Readonly<Record<string, (backend: Backend, dtype: DType) => Promise<void>>> = {
  async upload(backend, dtype) {
    const values = draw(dtype, 1000, [-3, 3], 1);
    const before = values.slice();
    const buffer = backend.upload(values, dtype);
    values.fill(1);
    await same('upload kept the array of the caller', wrap(buffer, [1000]), before);
    const owned = backend.upload(before.slice(), dtype, true);
    await same('upload of an owned array', wrap(owned, [10, 100]), before);
    expect(buffer.backend === backend, 'the buffer does not say which backend made it');
    expect(buffer.dtype === dtype && buffer.size === 1000, `the buffer is ${buffer.dtype}, of ${buffer.size} elements`);
    expect(buffer.version === 0, `the version of a fresh buffer is ${buffer.version}`);
    await same('upload of nothing', wrap(backend.upload(makeArray(dtype, 0), dtype), [0]), makeArray(dtype, 0));
  },

  async read(backend, dtype) {
    const shape = [3, 4, 5];
    const values = draw(dtype, 60, [-3, 3], 2);
    for (const layout of ['dense', 'offset', 'transposed', 'sliced', 'flipped', 'half flipped']) {
      const x = lay(backend, values, shape, layout);
      const first = await backend.read(x);
      expect(first.constructor === values.constructor, `read gives ${first.constructor.name} for ${dtype}`);
      expectClose(`read of a ${layout} view`, first, values, shape, exactly);
      first.fill(1);
      expectClose('read gives the memory itself', await backend.read(x), values, shape, exactly);
      if (backend.readSync !== undefined) expectClose('readSync', backend.readSync(x), values, shape, exactly);
    }
  },

  async fill(backend, dtype) {
    for (const size of [0, 1, 7, 5000]) {
      await same('fill', wrap(backend.fill(size, 1, dtype), [size]), makeArray(dtype, size).fill(1));
    }
    if (dtype === 'float32' || dtype === 'float64') {
      const values = makeArray(dtype, 3).fill(Number.NaN);
      await same('fill with NaN', wrap(backend.fill(3, Number.NaN, dtype), [3]), values);
      await same('fill with 0.1', wrap(backend.fill(3, 0.1, dtype), [3]), makeArray(dtype, 3).fill(0.1));
    }
    if (dtype === 'bool') await same('fill with 2', wrap(backend.fill(3, 2, 'bool'), [3]), Uint8Array.of(1, 1, 1));
  },

  async copy(backend, dtype) {
    const values = draw(dtype, 24, [-3, 3], 3);
    const x = lay(backend, values, [2, 3, 4], 'transposed');
    const copied = wrap(backend.copy(x, dtype), [2, 3, 4]);
    backend.assign(x, 0);
    await same('copy shares memory', copied, values);
  },

  async assign(backend, dtype) {
    const shape = [4, 6];
    const values = draw(dtype, 24, [-3, 3], 4);
    for (const layout of Object.keys(layouts)) {
      const target = wrap(backend.upload(makeArray(dtype, 40), dtype), [40]);
      const part = viewOf(target, shape, [1, 5], 3);
      backend.assign(part, lay(backend, values, shape, layout));
      const source = await lay(backend, values, shape, layout).data();
      const expected = makeArray(dtype, 40);
      for (let i = 0; i < 4; i++) for (let j = 0; j < 6; j++) expected[3 + i + j * 5] = source[i * 6 + j]!;
      await same(`assign of a ${layout} view`, target, expected);
    }
    const whole = wrap(backend.upload(draw(dtype, 30, [-3, 3], 5), dtype), [30]);
    const before = await whole.data();
    backend.assign(viewOf(whole, [5, 2], [6, -1], 3), 1);
    const expected = before.slice();
    for (let i = 0; i < 5; i++) for (let j = 0; j < 2; j++) expected[3 + i * 6 - j] = 1;
    await same('assign of a number', whole, expected);
    backend.assign(viewOf(whole, [0, 3], [3, 1], 0), 0);
    await same('assign to nothing', whole, expected);
  },

  async release(backend, dtype) {
    const values = draw(dtype, 3000, [-3, 3], 6);
    const kept = wrap(backend.upload(values, dtype), [3000]);
    for (let i = 0; i < 20; i++) backend.release(backend.copy(kept, dtype));
    await backend.sync();
    await same('another buffer was released', kept, values);
  },

  async sort(backend, dtype) {
    if (dtype === 'bool') return;
    const values = draw(dtype, 60, [-9, 9], 7);
    for (const descending of [false, true]) {
      const sorted = backend.sort(lay(backend, values, [5, 12], 'transposed'), descending);
      const expected = makeArray(dtype, 60);
      for (let row = 0; row < 5; row++) {
        const part = values.slice(row * 12, row * 12 + 12).sort();
        expected.set(descending ? part.reverse() : part, row * 12);
      }
      await same('the values of a sort', wrap(sorted.values, [5, 12]), expected);
      expect(sorted.indices.dtype === 'int32', `positions are ${sorted.indices.dtype}`);
    }
  },
};

const exactly = { relative: 0, signedZeros: true };

async function same(what: string, x: Tensor, values: TypedArray): Promise<void> {
  const dense = rowMajorStrides(x.shape).every((stride, i) => stride === x.strides[i]);
  expectClose(what, await x.data(), values, dense ? x.shape : [values.length], exactly);
}

function expect(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}
