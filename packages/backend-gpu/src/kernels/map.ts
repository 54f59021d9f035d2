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
  const program = new Program();
  const sources = operands.filter((operand) => typeof operand !== 'number');
  const walk = coalesce(
    shape,
    sources.map((source) => source.strides),
  );
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
