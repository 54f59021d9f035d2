import { expect, it } from 'vitest';
import type { Texture } from './gpu-js.js';
import { TextureMemory } from './texture-memory.js';
import { TexturePool } from './texture-pool.js';

/** A context that counts its textures. */
function fakeContext() {
  const counts = { made: 0, deleted: 0 };
  const gl = new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'createTexture') return () => ({ number: counts.made++ });
        if (name === 'deleteTexture') return () => counts.deleted++;
        return /^[A-Z0-9_]+$/.test(String(name)) ? 0 : () => undefined;
      },
    },
  ) as WebGL2RenderingContext;
  return { counts, gl };
}

const size = (width: number, height: number) => new Int32Array([width, height]);

it('gives a released texture to the next that asks for its size', () => {
  const { counts, gl } = fakeContext();
  const pool = new TexturePool(new TextureMemory(gl));
  const first: Texture = { texture: pool.take(size(2, 3)), size: size(2, 3) };
  const second = pool.take(size(2, 3));
  expect(second).not.toBe(first.texture);
  expect([pool.textures, pool.bytes, pool.keptBytes]).toEqual([2, 192, 0]);
  first.texture._refs = 1;
  pool.give(first);
  expect([pool.textures, pool.bytes, pool.keptBytes]).toEqual([1, 96, 96]);
  expect(first.texture._refs).toBe(0);
  expect(pool.take(size(3, 2))).not.toBe(first.texture);
  expect(pool.take(size(2, 3))).toBe(first.texture);
  expect(pool.keptBytes).toBe(0);
  expect(counts).toEqual({ made: 3, deleted: 0 });
});

it('deletes what it has no room for, the longest unused first', () => {
  const { counts, gl } = fakeContext();
  const pool = new TexturePool(new TextureMemory(gl));
  const take = (width: number): Texture => ({ texture: pool.take(size(width, 256)), size: size(width, 256) });
  const old = take(1000);
  const many = Array.from({ length: 16 }, () => take(1024));
  pool.give(old);
  for (const texture of many) pool.give(texture);
  // Sixteen of 4 MB fill the 64 MB; the older one went.
  expect(pool.keptBytes).toBe(64 * 2 ** 20);
  expect(counts.deleted).toBe(1);
  expect(pool.take(size(1000, 256))).not.toBe(old.texture);
  pool.give(take(8192));
  expect(pool.keptBytes).toBeLessThanOrEqual(64 * 2 ** 20);
  const huge = take(20000);
  const before = counts.deleted;
  pool.give(huge);
  expect(counts.deleted).toBe(before + 1);
  expect([pool.textures, pool.bytes]).toEqual([1, 1000 * 1024 * 4]);
});
