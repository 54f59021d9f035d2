import { distance } from '../layout.js';
import { type Call, getter, indexFunction, type KernelSpec, readKey, type Source } from './call.js';

/** Strides that stand still along one dimension. */
function without(strides: readonly number[], dim: number): number[] {
  return strides.map((stride, d) => (d === dim ? 0 : stride));
}

/** `out[i][j] = x[i][index[i][j]]` for `dim` 1. */
export function gather(x: Source, dim: number, index: Source): Call {
  const others = without(x.strides, dim);
  const along = x.strides[dim]!;
  const make = (thread: string): KernelSpec => ({
    source: `function (x, o, index, p) {
      const j = get_index(index, atIndex(${thread}, p));
      return get_x(x, atX(${thread}, j, o));
    }`,
    parameters: { x: 'texture', o: 'int', index: 'texture', p: 'int' },
    own: [
      getter('x', x.texture),
      getter('index', index.texture),
      indexFunction('atIndex', ['i', 'offset'], `offset + ${distance('i', index.shape, index.strides)}`),
      indexFunction('atX', ['i', 'j', 'offset'], `offset + ${distance('i', index.shape, others)} + j * (${along})`),
    ],
    uses: [],
  });
  return {
    key: `gather|${index.shape}${readKey(x.bufferSize, others, along)}${readKey(index.bufferSize, index.strides)}`,
    size: index.shape.reduce((size, n) => size * n, 1),
    args: [x.texture, x.offset, index.texture, index.offset],
    make,
  };
}

/**
 * A copy of `x` with `source[i][j]` added at `[i][index[i][j]]` for `dim` 1. No thread can write but its own element, so
 * each goes through the whole row of `index` for those that mean it.
 */
export function scatterAdd(x: Source, dim: number, index: Source, source: Source, add: string): Call {
  const { shape } = x;
  const length = index.shape[dim]!;
  // Along the other dimensions `index` may be shorter than `x`.
  const tests: string[] = [];
  let inner = 1;
  let coordinate = '0';
  for (let d = shape.length - 1; d >= 0; d--) {
    const own = `(i / ${inner}) % ${shape[d]}`;
    if (d === dim) coordinate = own;
    else if (index.shape[d]! < shape[d]!) tests.push(`${own} < ${index.shape[d]}`);
    inner *= shape[d]!;
  }
  const at = (name: string, strides: readonly number[]) =>
    indexFunction(
      name,
      ['i', 'j', 'offset'],
      `offset + ${distance('i', shape, without(strides, dim))} + j * (${strides[dim]})`,
    );
  const make = (thread: string): KernelSpec => ({
    source: `function (x, o, index, p, source, q) {
      let sum = get_x(x, atX(${thread}, o));
      if (inside(${thread}) > 0) {
        for (let j = 0; j < ${length}; j++) {
          if (get_index(index, atIndex(${thread}, j, p)) === coordinate(${thread})) {
            sum = ${add}(sum, get_source(source, atSource(${thread}, j, q)));
          }
        }
      }
      return sum;
    }`,
    parameters: { x: 'texture', o: 'int', index: 'texture', p: 'int', source: 'texture', q: 'int' },
    own: [
      getter('x', x.texture),
      getter('index', index.texture),
      getter('source', source.texture),
      indexFunction('atX', ['i', 'offset'], `offset + ${distance('i', shape, x.strides)}`),
      indexFunction('inside', ['i'], `${tests.length === 0 ? 'true' : tests.join(' && ')} ? 1 : 0`),
      { ...indexFunction('coordinate', ['i'], `float(${coordinate})`), returns: 'float' },
      at('atIndex', index.strides),
      at('atSource', source.strides),
    ],
    uses: [add],
  });
  return {
    key: `scatter${add}|${dim}:${shape}:${index.shape}${readKey(x.bufferSize, x.strides)}${readKey(
      index.bufferSize,
      index.strides,
    )}${readKey(source.bufferSize, source.strides)}`,
    size: shape.reduce((size, n) => size * n, 1),
    args: [x.texture, x.offset, index.texture, index.offset, source.texture, source.offset],
    make,
  };
}
