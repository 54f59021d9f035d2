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
  const elements = sources.map(({ texture }, k) => program.texture(texture)(`p${k}`));
  const starts = sources.map(
    ({ offset, strides }, k) => `int p${k} = ${program.int(offset)} + i * ${program.int(strides[1]!)};`,
  );
  const moves = sources.map(({ strides }, k) => `p${k} += ${program.int(strides[0]!)};`);
  const body = `
  ${starts.join('\n')}
  float total = 0.0;
  for (int left = ${program.int(rows)}; left > 0; left -= ${BLOCK}) {
    float part = 0.0;
    for (int j = min(left, ${BLOCK}); j > 0; j--) {
      part += ${program.function(`slope_${activation}`)(elements[0]!, elements[1] ?? '0.0')};
      ${moves.join(' ')}
    }
    total += part;
  }
  return total;`;
  return program.call(columns, body);
}
