/** What of the plots needs a page: a plot in an element, with hover and dragging, and fields that change with each frame. */
export { type DrawFieldOptions, drawField } from './render/draw-field.js';
export { type MountedPlot, type MountOptions, mountPlot } from './render/mount.js';
