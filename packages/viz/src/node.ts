/** What of the plots needs Node: PNG images. */
export { type PngOptions, toPng } from './render/png.js';
