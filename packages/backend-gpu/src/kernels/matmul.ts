import { coalesce } from '../layout.js';
import { type Call, Program, type Source } from './program.js';

/** The products summed by themselves, so that rounding errors grow slower. */
const BLOCK = 64;

/** `[..., m, k] x [..., k, n]` with equal leading dimensions, every size at least 1. */
export function matmul(a: Source, b: Source): Call {
  const program = new Program();
  const lead = a.shape.length - 2;
  const k = a.shape[lead + 1]!;
  const out = [...a.shape.slice(0, lead + 1), b.shape[lead + 1]!];
  const rows = [...a.strides.slice(0, lead + 1), 0];
  const columns = [...b.strides.slice(0, lead), 0, b.strides[lead + 1]!];
  const walk = coalesce(out, [rows, columns]);
  const x = program.texture(a.texture);
  const y = program.texture(b.texture);
  const alongX = program.int(a.strides[lead + 1]!);
  const alongY = program.int(b.strides[lead]!);
  const body = `
  int p = ${program.int(a.offset)} + ${program.distance('i', walk.shape, walk.strides[0]!)};
  int q = ${program.int(b.offset)} + ${program.distance('i', walk.shape, walk.strides[1]!)};
  float total = 0.0;
  for (int left = ${program.int(k)}; left > 0; left -= ${BLOCK}) {
    float part = 0.0;
    for (int j = min(left, ${BLOCK}); j > 0; j--) {
      part += ${x('p')} * ${y('q')};
      p += ${alongX};
      q += ${alongY};
    }
    total += part;
  }
  return total;`;
  return program.call(
    out.reduce((size, n) => size * n, 1),
    body,
  );
}
