import { type Call, Program, type Source } from './program.js';

/** Rows up to this length are gone through by each of their elements; longer ones in passes. */
export const SHORT_ROW = 32;

/** `exp(x - max) / sum` along the last dimension, of rows one after the other, or its logarithm. */
export function softmaxShort(x: Source, log: boolean): Call {
  const program = new Program();
  const length = x.shape.at(-1)!;
  const rows = x.shape.slice(0, -1);
  const element = program.texture(x.texture);
  const n = program.int(length);
  const along = program.int(x.strides.at(-1)!);
  const exp = program.function('kdExp');
  const most = program.function('op_maximum');
  const start = `${program.int(x.offset)} + ${program.distance('row', rows, x.strides.slice(0, -1))}`;
  const own = 'e - most';
  const result = log ? `${own} - ${program.function('kdLog')('total')}` : `${exp(own)} / total`;
  const body = `
  int row = i / ${n};
  int p = ${start};
  float e = ${element(`p + i % ${n} * ${along}`)};
  float most = e;
  for (int j = 0; j < ${n}; j++) most = ${most('most', element(`p + j * ${along}`))};
  float total = 0.0;
  for (int j = 0; j < ${n}; j++) total += ${exp(`${element(`p + j * ${along}`)} - most`)};
  return ${result};`;
  return program.call(
    rows.reduce((size, m) => size * m, length),
    body,
  );
}
