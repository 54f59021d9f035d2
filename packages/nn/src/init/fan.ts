import { type Generator, ShapeError, type Tensor } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';

/** What every initialiser that draws may be told. */
export interface InitOptions {
  /** The stream to draw from; default the one that `manualSeed` seeds. */
  generator?: Generator;
}

/** How many inputs and outputs an element of a layer's result and input has: [out, in, ...kernel]. */
export function fanInAndOut(name: string, { shape }: Tensor): { fanIn: number; fanOut: number } {
  if (shape.length < 2) {
    throw new ShapeError(`${name}: fan in and fan out need two dimensions or more, not ${formatShape(shape)}`);
  }
  const field = shape.slice(2).reduce((product, size) => product * size, 1);
  return { fanIn: shape[1]! * field, fanOut: shape[0]! * field };
}
