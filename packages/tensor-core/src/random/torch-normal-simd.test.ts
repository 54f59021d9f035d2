import { expect, it, vi } from 'vitest';
import { TorchGenerator } from './torch.js';
import { normals16Float32 } from './torch-normal.js';
import { normalsFloat32 } from './torch-normal-simd.js';

const plain = (uniforms: Float32Array, mean: number, std: number): Float32Array => {
  const out = uniforms.slice();
  for (let at = 0; at < out.length; at += 16) normals16Float32(out, at, mean, std);
  return out;
};
const simd = (uniforms: Float32Array, mean: number, std: number): Float32Array => {
  const out = uniforms.slice();
  normalsFloat32(out, mean, std);
  return out;
};
const bits = (values: Float32Array): Uint32Array => new Uint32Array(values.buffer);

it.each([
  [0, 1],
  [0.5, Math.fround(0.1)],
  [-3, 1e-20],
  [0, 1e-30],
  [1e30, 2],
  [2, 0],
])('gives the bits of the plain function: mean %f, std %f', (mean, std) => {
  const uniforms = new TorchGenerator(7).uniform(80_000);
  expect(bits(simd(uniforms, Math.fround(mean), Math.fround(std)))).toEqual(
    bits(plain(uniforms, Math.fround(mean), Math.fround(std))),
  );
});

it('gives them at the ends of the range and at the edges of the octants', () => {
  const edges = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((eighth) =>
    [-3, -2, -1, 0, 1, 2, 3].map((step) => eighth / 8 + step * 2 ** -24),
  );
  const inside = edges.filter((value) => value >= 0 && value < 1);
  const uniforms = Float32Array.from(
    { length: 16 * 1024 },
    (_, i) => inside[(i % 8 < 4 ? i : 7 * i + (i >> 4)) % inside.length]!,
  );
  expect(bits(simd(uniforms, 0, 1))).toEqual(bits(plain(uniforms, 0, 1)));
});

it('leaves it to the plain function where a page forbids WebAssembly', async () => {
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  const { normalsFloat32: anew } = await import('./torch-normal-simd.js');
  const uniforms = new TorchGenerator(7).uniform(4096);
  const values = uniforms.slice();
  anew(values, 0, 1);
  vi.unstubAllGlobals();
  expect(bits(values)).toEqual(bits(plain(uniforms, 0, 1)));
});

it('is WebAssembly that is compiled here', async () => {
  vi.resetModules();
  const run = vi.spyOn(WebAssembly, 'Instance');
  const { normalsFloat32: anew } = await import('./torch-normal-simd.js');
  anew(new Float32Array(4096), 0, 1);
  expect(run.mock.results).toMatchObject([{ type: 'return' }]);
  run.mockRestore();
});
