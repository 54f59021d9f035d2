import { expect, test } from 'vitest';
import * as viz from './index.js';

const notPlots = new Set([
  'VizError',
  'colorMap',
  'drawCanvas',
  'gridOver',
  'hitTest',
  'terminalColor',
  'toSvg',
  'toTerminal',
  'planeOver',
]);
const plots = Object.entries(viz).filter(([name, value]) => typeof value === 'function' && !notPlots.has(name));

test.each(plots)('%s names an unknown option, and missing ones', (name, plot) => {
  const call = plot as unknown as (options?: unknown) => void;
  expect(() => call({ titel: 'x' })).toThrow(`${name}: unknown option 'titel'; did you mean 'title'?`);
  expect(() => call()).toThrow(`${name}: the options must be an object, not undefined`);
});
