/**
 * Operations that few programs need, as functions. A page that does not import them does not load them.
 *
 * @module
 */
export { amax, amin } from './more/amax.js';
export { type BincountOptions, bincount } from './more/bincount.js';
export { bmm } from './more/bmm.js';
export { countNonzero } from './more/count-nonzero.js';
export { type CumprodOptions, cumprod } from './more/cumprod.js';
export { einsum } from './more/einsum.js';
export { type HistcOptions, histc } from './more/histc.js';
export { type IndexAddOptions, indexAdd } from './more/index-add.js';
export { lerp } from './more/lerp.js';
export { log2, log10 } from './more/log2.js';
export { logaddexp } from './more/logaddexp.js';
export { median } from './more/median.js';
export { movedim } from './more/movedim.js';
export { type MultinomialOptions, multinomial } from './more/multinomial.js';
export { type NanToNumOptions, nanToNum } from './more/nan-to-num.js';
export { type Interpolation, type QuantileOptions, quantile } from './more/quantile.js';
export { repeatInterleave } from './more/repeat-interleave.js';
export { scatter } from './more/scatter.js';
export { type SearchsortedOptions, searchsorted } from './more/searchsorted.js';
export { takeAlongDim } from './more/take-along-dim.js';
export { trunc } from './more/trunc.js';
export { type Unique, type UniqueOptions, unique } from './more/unique.js';
