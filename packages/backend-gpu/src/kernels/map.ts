import type { GlslFunction } from '../glsl/function.js';
import { coalesce, distance } from '../layout.js';
import { type Call, getter, indexFunction, readKey, type Source } from './call.js';

/** A library function of the elements of some operands, which have the shape of the result or are one number. */
export function map(
  name: string,
  shape: readonly number[],
  size: number,
  operands: readonly (Source | number)[],
): Call {
  const sources = operands.filter((operand) => typeof operand !== 'number');
  const walk = coalesce(
    shape,
    sources.map((source) => source.strides),
  );
  const args = operands.flatMap((operand) =>
    typeof operand === 'number' ? [operand] : [operand.texture, operand.offset],
  );
  let key = `${name}|${size}:${walk.shape}`;
  let next = 0;
  for (const operand of operands) {
    key += typeof operand === 'number' ? '|number' : readKey(operand.bufferSize, walk.strides[next++]!);
  }
  const make = (thread: string) => {
    const reads: string[] = [];
    const own: GlslFunction[] = [];
    const parameters: Record<string, 'texture' | 'int' | 'float'> = {};
    for (const [k, operand] of operands.entries()) {
      if (typeof operand === 'number') {
        parameters[`x${k}`] = 'float';
        reads.push(`x${k}`);
        continue;
      }
      parameters[`x${k}`] = 'texture';
      parameters[`o${k}`] = 'int';
      reads.push(`get_x${k}(x${k}, at${k}(${thread}, o${k}))`);
      const strides = walk.strides[own.length / 2]!;
      own.push(
        getter(`x${k}`, operand.texture),
        indexFunction(`at${k}`, ['i', 'offset'], `offset + ${distance('i', walk.shape, strides)}`),
      );
    }
    const value = name === '' ? reads[0] : `${name}(${reads.join(', ')})`;
    const source = `function (${Object.keys(parameters).join(', ')}) { return ${value}; }`;
    return { source, parameters, own, uses: name === '' ? [] : [name] };
  };
  return { key, size, args, make };
}

/** Elements from memory, onto the device. */
export function upload(values: Float32Array): Call {
  return {
    key: `upload|${values.length}`,
    size: values.length,
    args: [values],
    make: (thread) => ({
      source: `function (x) { return x[${thread}]; }`,
      parameters: { x: 'elements' },
      own: [],
      uses: [],
    }),
  };
}
