import { distance } from '../layout.js';
import { type Call, element, type KernelSpec, readKey, type Source } from './call.js';

/** The products summed by themselves, so that rounding errors grow slower. */
const BLOCK = 64;

/** `[..., m, k] x [..., k, n]` with equal leading dimensions, every size at least 1. */
export function matmul(a: Source, b: Source): Call {
  const lead = a.shape.length - 2;
  const m = a.shape[lead]!;
  const k = a.shape[lead + 1]!;
  const n = b.shape[lead + 1]!;
  const out = [...a.shape.slice(0, lead), m, n];
  const rows = [...a.strides.slice(0, lead + 1), 0];
  const columns = [...b.strides.slice(0, lead), 0, b.strides[lead + 1]!];
  const [alongA, alongB] = [a.strides[lead + 1]!, b.strides[lead]!];
  const blocks = Math.floor(k / BLOCK);
  const rest = k % BLOCK;
  // The loop is GLSL, so that where a row begins is computed once, and the rest is steps.
  const loop = (length: number) => `
    float part = 0.0;
    for (int j = 0; j < ${length}; j++, p += ${alongA}, q += ${alongB}) {
      part += ${element(a.texture, 'x', 'p')} * ${element(b.texture, 'y', 'q')};
    }
    total += part;`;
  const body = `
  int p = offsetX + ${distance('i', out, rows)};
  int q = offsetY + ${distance('i', out, columns)};
  float total = 0.0;
  ${blocks === 0 ? '' : `for (int b = 0; b < ${blocks}; b++) {${loop(BLOCK)}\n  }`}
  ${rest === 0 ? '' : `{${loop(rest)}\n  }`}
  return total;`;
  const make = (thread: string): KernelSpec => ({
    source: `function (x, o, y, q) { return product(x, y, ${thread}, o, q); }`,
    parameters: { x: 'texture', o: 'int', y: 'texture', q: 'int' },
    own: [
      {
        name: 'product',
        returns: 'float',
        parameters: { x: 'texture', y: 'texture', i: 'int', offsetX: 'int', offsetY: 'int' },
        body,
      },
    ],
    uses: [],
  });
  return {
    key: `matmul|${k}:${out}${readKey(a.bufferSize, rows, alongA)}${readKey(b.bufferSize, columns, alongB)}`,
    size: out.reduce((size, dim) => size * dim, 1),
    args: [a.texture, a.offset, b.texture, b.offset],
    make,
  };
}
