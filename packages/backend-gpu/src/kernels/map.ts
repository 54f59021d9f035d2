import { coalesce, type Walk } from '../layout.js';
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
  if (inTexels(walk, sources)) return mapTexels(name, size, operands, walk);
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

/**
 * Whether four elements that follow each other in the result are, in each operand, either a texel or one that is repeated.
 */
function inTexels({ shape, strides }: Walk, sources: readonly Source[]): boolean {
  const last = shape.length - 1;
  // A row that ends within a texel must be the only one.
  if (sources.length === 0 || last < 0 || (last > 0 && shape[last]! % 4 !== 0)) return false;
  return sources.every(({ offset }, k) => {
    const own = strides[k]!;
    if (own[last] === 0) return true;
    return own[last] === 1 && offset % 4 === 0 && own.every((stride, d) => d === last || stride % 4 === 0);
  });
}

/** As {@link map}, four elements at a time. */
function mapTexels(name: string, size: number, operands: readonly (Source | number)[], { shape, strides }: Walk): Call {
  const program = new Program();
  const lines: string[] = [];
  const last = shape.length - 1;
  const rows = shape.toSpliced(last, 1, Math.ceil(shape[last]! / 4));
  let next = 0;
  const values = operands.map((operand, j) => {
    if (typeof operand === 'number') {
      const value = program.float(operand);
      return () => value;
    }
    const own = strides[next++]!;
    if (own[last] === 0) {
      const element = program.texture(operand.texture);
      lines.push(`float x${j} = ${element(`${program.int(operand.offset)} + ${program.distance('k', rows, own)}`)};`);
      return () => `x${j}`;
    }
    const texel = program.texels(operand.texture);
    const away =
      last === 0
        ? 'k'
        : program.distance(
            'k',
            rows,
            own.map((stride, d) => (d === last ? 1 : stride / 4)),
          );
    lines.push(`vec4 x${j} = ${texel(`${program.int(operand.offset / 4)} + ${away}`)};`);
    return (component: string) => `x${j}.${component}`;
  });
  const of = name === '' ? (value: string) => value : program.function(name);
  const results = [...'xyzw'].map((component) => of(...(values.map((value) => value(component)) as [string])));
  lines.push(`return vec4(${results.join(', ')});`);
  return program.callTexels(size, lines.join('\n'));
}
