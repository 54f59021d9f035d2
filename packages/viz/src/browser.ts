/** What of the plots needs a page: a plot in an element, with hover and dragging. */
export { type MountedPlot, type MountOptions, mountPlot } from './render/mount.js';
