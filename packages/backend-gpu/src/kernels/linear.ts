import type { Activation } from '@kindling/tensor-core/backend';
import { type Call, Program, type Source } from './program.js';

/** The elements summed by themselves, so that rounding errors grow slower. */
const BLOCK = 64;

/** A matrix with rows and columns exchanged. */
export function transposed(x: Source): Source {
  return { ...x, shape: x.shape.toReversed(), strides: x.strides.toReversed() };
}

/** The gradient of the bias of a layer from that of its result `y` [n, o]: the slope of the activation times `grad`, summed. */
export function biasGradient(grad: Source, y: Source, activation: Activation): Call {
  const program = new Program();
  const [rows, columns] = grad.shape as readonly [number, number];
  const sources = activation === 'identity' ? [grad] : [grad, y];
  // Four columns at once, where they lie in whole texels.
  const wide =
    columns % 4 === 0 &&
    sources.every(({ offset, strides }) => strides[1] === 1 && strides[0]! % 4 === 0 && offset % 4 === 0);
  const [type, zero, number, per] = wide ? ['vec4', 'vec4(0.0)', 'k', 4] : ['float', '0.0', 'i', 1];
  const elements = sources.map(({ texture }, k) =>
    (wide ? program.texels(texture) : program.texture(texture))(`p${k}`),
  );
  const starts = sources.map(
    ({ offset, strides }, k) =>
      `int p${k} = ${program.int(offset / per)} + ${number} * ${program.int(wide ? 1 : strides[1]!)};`,
  );
  const moves = sources.map(({ strides }, k) => `p${k} += ${program.int(strides[0]! / per)};`);
  const slope = program.function(`slope_${activation}`);
  const reads = sources.map((_, k) => `${type} x${k} = ${elements[k]};`);
  const values = (wide ? ['.x', '.y', '.z', '.w'] : ['']).map((part) =>
    slope(`x0${part}`, sources.length > 1 ? `x1${part}` : '0.0'),
  );
  const body = `
  ${starts.join('\n')}
  ${type} total = ${zero};
  for (int left = ${program.int(rows)}; left > 0; left -= ${BLOCK}) {
    ${type} part = ${zero};
    for (int j = min(left, ${BLOCK}); j > 0; j--) {
      ${reads.join(' ')}
      part += ${wide ? `vec4(${values.join(', ')})` : values[0]};
      ${moves.join(' ')}
    }
    total += part;
  }
  return total;`;
  return wide ? program.callTexels(columns, body) : program.call(columns, body);
}
