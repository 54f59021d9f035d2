import { basename, dirname, extname, resolve } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { toJavaScript, toOnnx, toPytorch } from '@kindling/export';
import { setBackend } from '@kindling/tensor-core';
import type { Classifier } from '@kindling/train';
import type { Context } from '../context.js';
import { OutputFolder } from '../output/files.js';
import { plain } from '../output/plain.js';
import { loadModel } from '../tables/load-model.js';
import type { Format } from './export.command.js';

const writers: Record<Format, (model: Classifier) => Promise<string | Uint8Array>> = {
  onnx: toOnnx,
  safetensors: (model) => model.toBytes(),
  pytorch: toPytorch,
  js: toJavaScript,
};

const byEnding: Record<string, Format> = {
  '.onnx': 'onnx',
  '.safetensors': 'safetensors',
  '.py': 'pytorch',
  '.js': 'js',
  '.mjs': 'js',
};

/** Writes a model as a file of another format. */
export async function runExport(
  folder: string,
  format: Format | undefined,
  out: string,
  { process }: Context,
): Promise<void> {
  if (out === '') throw new Error('the name of the output file is empty');
  const chosen = format ?? byEnding[extname(out).toLowerCase()];
  if (chosen === undefined)
    throw new Error(`the name ${out} does not say a format; say --format onnx, safetensors, pytorch or js`);
  const place = new OutputFolder(dirname(out));
  setBackend(await cpu());
  place.write(basename(out), await writers[chosen](await loadModel(folder)));
  process.stdout.write(`Written to ${plain(resolve(out))}\n`);
}
