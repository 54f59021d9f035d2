/**
 * What Kindling's own packages need of this one and no user does: it may change in any release.
 *
 * @module
 */
export type { LossKind, LossReduction, Normalization, Spans, WeightedSpans } from './backend.js';
export { requireTensor, requireWhole, requireWholes } from './checks.js';
export { normal_ } from './create/random.js';
export { convert } from './ops/cast.js';
export { filtersFrom, imagesFrom } from './ops/conv2d.js';
export { requireFloat } from './ops/elementwise.js';
export { clamp_ } from './ops/in-place.js';
export { checkLayer, defineLayer, kernelsFor } from './ops/layer.js';
export { ValuesAndIndices } from './ops/values-and-indices.js';
export { windowCounts, windowsOf } from './ops/windows.js';
export { dropGrad, ephemeral, operationOf, peekGrad } from './ownership.js';
export { formatTensor } from './print.js';
export { normals } from './random/normals.js';
export { roundedCos, roundedLog, roundedSin } from './random/rounded.js';
export { drawWeighted } from './random/weighted.js';
export { memoriesOf, remember, replaceData } from './replace.js';
export { atEndOfScopes, inScope, outside } from './scope.js';
export { formatShape, sameShape, sizeOf, wrongShape } from './shape.js';
