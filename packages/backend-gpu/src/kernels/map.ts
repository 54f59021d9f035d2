import { coalesce } from '../layout.js';
import { type Call, Program, type Source } from './program.js';

/**
 * A library function of the elements of some operands, which have the shape of the result or are one number; without a
 * function, the elements of the one operand.
 */
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
  const texels = sources.every(
    ({ offset }, k) => offset % 4 === 0 && walk.shape.length === 1 && walk.strides[k]![0] === 1,
  );
  if (sources.length > 0 && texels) return mapTexels(name, size, operands);
  const program = new Program();
  let next = 0;
  const values = operands.map((operand) => {
    if (typeof operand === 'number') return program.float(operand);
    const strides = walk.strides[next++]!;
    const element = program.texture(operand.texture);
    return element(`${program.int(operand.offset)} + ${program.distance('i', walk.shape, strides)}`);
  });
  const value = name === '' ? values[0]! : program.function(name)(...values);
  return program.call(size, `return ${value};`);
}

/** As {@link map}, four elements at a time, of operands that lie as the result does. */
function mapTexels(name: string, size: number, operands: readonly (Source | number)[]): Call {
  const program = new Program();
  const lines: string[] = [];
  const values = operands.map((operand, j) => {
    if (typeof operand === 'number') {
      const value = program.float(operand);
      return () => value;
    }
    const texel = program.texels(operand.texture);
    lines.push(`vec4 x${j} = ${texel(`${program.int(operand.offset / 4)} + k`)};`);
    return (component: string) => `x${j}.${component}`;
  });
  const of = name === '' ? (value: string) => value : program.function(name);
  const results = [...'xyzw'].map((component) => of(...(values.map((value) => value(component)) as [string])));
  lines.push(`return vec4(${results.join(', ')});`);
  return program.callTexels(size, lines.join('\n'));
}
