import { readParquet, streamParquet } from '@kindling/data/parquet';
import { serveDataset } from '@kindling/data/worker';
import { checkpointInBrowser } from '@kindling/train';
import { drawCanvas, lossCurve } from '@kindling/viz';
import { drawField, mountPlot } from '@kindling/viz/browser';
import { expect, it } from 'vitest';

// Examples that run are walked over in internal/doctest; those of these need a page, a file or a worker.
// biome-ignore lint/suspicious/noExplicitAny: what somebody writes who has no compiler.
type Any = any;

const scene = lossCurve({ series: [{ values: [1, 2] }] });
const context = { save: (): void => undefined };
const element = { append: (): void => undefined };
const canvas = { getContext: (): null => null };
const field = { logits: [0, 0, 0, 0], extent: 1 };

it.each<readonly [run: () => unknown, message: string]>([
  [() => (readParquet as Any)(5), 'readParquet: '],
  [() => (readParquet as Any)(Promise.resolve('a')), 'readParquet: '],
  [
    () => (readParquet as Any)('a', { columns: 'a' }),
    "readParquet: columns must be an array of strings, not a string 'a'",
  ],
  [
    () => (readParquet as Any)('a', { columns: [1] }),
    'readParquet: columns must be an array of strings, not an array of 1',
  ],
  [() => (readParquet as Any)('a', { compressors: 5 }), 'readParquet: compressors must be an object, not 5'],
  [() => (readParquet as Any)('a', { name: 5 }), 'readParquet: name must be a string, not 5'],
  [() => (readParquet as Any)('a', { column: ['a'] }), "readParquet: unknown option 'column'; did you mean 'columns'?"],
  [
    () => (streamParquet as Any)('a', { batchSize: '5' }),
    "streamParquet: batchSize must be a number, not a string '5'",
  ],
  [
    () => (streamParquet as Any)('a', { batchSize: 0 }),
    'streamParquet: batchSize must be a whole number from 1, not 0',
  ],
  [
    () => (streamParquet as Any)('a', { columns: null }),
    'streamParquet: columns must be an array of strings, not null',
  ],
  [
    () => (serveDataset as Any)(),
    'serveDataset: the dataset must be one such as new TensorDataset(x, y), not undefined',
  ],
  [
    () => (serveDataset as Any)([1]),
    'serveDataset: the dataset must be one such as new TensorDataset(x, y), not an array',
  ],
  [() => (checkpointInBrowser as Any)(5), 'checkpointInBrowser: the name must be a string, not 5'],
  [() => (checkpointInBrowser as Any)(), 'checkpointInBrowser: the name must be a string, not undefined'],
  [() => (drawCanvas as Any)(5, context), 'drawCanvas: the scene must be'],
  [() => (drawCanvas as Any)(scene, canvas), "drawCanvas: the context must be of canvas.getContext('2d')"],
  [() => (drawCanvas as Any)(scene, context, { scale: '2' }), "drawCanvas: scale must be a number, not a string '2'"],
  [() => (drawCanvas as Any)(scene, context, { scale: 0 }), 'drawCanvas: scale must be a number above 0, not 0'],
  [() => (drawField as Any)(5, field), 'drawField: the first argument must be a canvas, not 5'],
  [() => (drawField as Any)(canvas), 'drawField: logits are undefined numbers'],
  [
    () => (drawField as Any)(canvas, { ...field, logits: 'four' }),
    "drawField: logits must be an array, not a string 'four'",
  ],
  [() => (drawField as Any)(canvas, { ...field, extent: '1' }), 'drawField: '],
  [() => (drawField as Any)(canvas, { ...field, points: 1 }), 'drawField: points must be an array, not 1'],
  [() => (drawField as Any)(canvas, { ...field, scale: '1' }), "drawField: scale must be a number, not a string '1'"],
  [() => (mountPlot as Any)('#plot', scene), 'mountPlot: element is #plot, not an element'],
  [() => (mountPlot as Any)(element, Promise.resolve(scene)), 'mountPlot: the scene must be'],
  [() => (mountPlot as Any)(element, scene, true), 'mountPlot: the options must be an object, not true'],
  [() => (mountPlot as Any)(element, scene, { fit: 1 }), 'mountPlot: fit must be a boolean, not 1'],
  [
    () => (mountPlot as Any)(element, scene, { hover: 'x' }),
    "mountPlot: hover must be true, false or a function, not a string 'x'",
  ],
  [() => (mountPlot as Any)(element, scene, { onhit: 1 }), "mountPlot: unknown option 'onhit'; did you mean 'onHit'?"],
])('%s', async (run, message) => {
  await expect((async () => run())()).rejects.toThrow(message);
});
