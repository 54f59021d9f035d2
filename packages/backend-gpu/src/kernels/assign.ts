import { coalesce, invert } from '../layout.js';
import { type Call, Program, type Source } from './program.js';

/**
 * All `size` elements of the target's buffer, which begin at `base` in its texture, those of the target replaced by a
 * source of its shape or by one number.
 */
export function assigned(target: Source, base: number, size: number, source: Source | number): Call {
  const program = new Program();
  const number = typeof source === 'number';
  const walk = coalesce(target.shape, number ? [target.strides] : [target.strides, source.strides]);
  const { first, start, dims } = invert(walk.shape, walk.strides[0]!);
  const old = program.texture(target.texture)(`i + ${program.int(base)}`);
  // The number of the target's element that is here: the strides, largest first, taken out of the place.
  const lines = [
    `int rest = i - ${program.int(target.offset - base + first)};`,
    `int k = ${program.int(start)};`,
    'int c;',
  ];
  lines.push(`if (rest < 0) return ${old};`);
  for (const dim of dims) {
    const stride = program.int(dim.stride);
    lines.push(`c = rest / ${stride};`, `if (c >= ${program.int(dim.size)}) return ${old};`);
    lines.push(`rest -= c * ${stride};`, `k += c * ${program.int(dim.count)};`);
  }
  lines.push(`if (rest != 0) return ${old};`);
  if (number) {
    lines.push(`return ${program.float(source)};`);
  } else {
    const from = program.texture(source.texture);
    lines.push(
      `return ${from(`${program.int(source.offset)} + ${program.distance('k', walk.shape, walk.strides[1]!)}`)};`,
    );
  }
  return program.call(size, lines.join('\n'));
}
