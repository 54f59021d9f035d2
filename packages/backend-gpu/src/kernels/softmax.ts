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

/** The gradient of {@link softmaxShort} from that of its result, of rows of one length that may lie in any way. */
export function softmaxGradientShort(grad: Source, y: Source, log: boolean): Call {
  const program = new Program();
  const length = y.shape.at(-1)!;
  const rows = y.shape.slice(0, -1);
  const n = program.int(length);
  const reader = (name: string, { texture, offset, strides }: Source) => {
    const element = program.texture(texture);
    const along = program.int(strides.at(-1)!);
    const start = `${program.int(offset)} + ${program.distance('row', rows, strides.slice(0, -1))}`;
    return { start: `int ${name} = ${start};`, at: (j: string) => element(`${name} + ${j} * ${along}`) };
  };
  const [g, of] = [reader('p', grad), reader('s', y)];
  const slope = program.function(log ? 'logSoftmaxSlope' : 'softmaxSlope');
  const body = `
  int row = i / ${n};
  int own = i % ${n};
  ${g.start}
  ${of.start}
  float total = 0.0;
  for (int j = 0; j < ${n}; j++) total += ${log ? g.at('j') : `${g.at('j')} * ${of.at('j')}`};
  return ${slope(g.at('own'), of.at('own'), 'total')};`;
  return program.call(
    rows.reduce((size, m) => size * m, length),
    body,
  );
}
