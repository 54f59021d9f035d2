import { distance } from '../layout.js';
import { type Call, indexFunction, type KernelSpec, readKey, type Source } from './call.js';

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
  const block = k > 2 * BLOCK ? BLOCK : k;
  const blocks = Math.floor(k / block);
  const rest = k - blocks * block;
  const product = (j: string) => `x[atA(this.thread.x, ${j}, o)] * y[atB(this.thread.x, ${j}, q)]`;
  const tail = `
      let last = 0;
      for (let j = 0; j < ${rest}; j++) {
        last = last + ${product(`j + ${blocks * block}`)};
      }
      total = total + last;`;
  const make = (): KernelSpec => ({
    source: `function (x, o, y, q) {
      let total = 0;
      for (let b = 0; b < ${blocks}; b++) {
        let part = 0;
        for (let j = 0; j < ${block}; j++) {
          part = part + ${product(`b * ${block} + j`)};
        }
        total = total + part;
      }${rest === 0 ? '' : tail}
      return total;
    }`,
    parameters: { x: 'texture', o: 'int', y: 'texture', q: 'int' },
    own: [
      indexFunction('atA', ['i', 'j', 'offset'], `offset + ${distance('i', out, rows)} + j * (${alongA})`),
      indexFunction('atB', ['i', 'j', 'offset'], `offset + ${distance('i', out, columns)} + j * (${alongB})`),
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
