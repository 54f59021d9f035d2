import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ImageClassifier } from '@kindling/train/images';
import { isFolder } from '../tables/load-model.js';
import { imagePredictionsCsv } from '../tables/predictions.js';

/** Images that are predicted before their lines are written. */
const BLOCK = 256;

/** The predictions of an image, or of all images below a folder, as pieces of a CSV file. */
export async function* imagePredictions(model: ImageClassifier, path: string): AsyncGenerator<string> {
  const images = imagesBelow(path);
  for (let at = 0; at < images.length; at += BLOCK) {
    const some = images.slice(at, at + BLOCK);
    const text = imagePredictionsCsv(model, await model.predictProba(some.map(({ source }) => source)), some);
    yield at === 0 ? text : text.slice(text.indexOf('\n') + 1);
  }
}

function imagesBelow(path: string): { readonly source: string; readonly name: string }[] {
  if (path === '-') throw new Error('the model tells images apart: give an image file or a folder of images');
  if (!isFolder(path)) return [{ source: path, name: basename(path) }];
  const names = readdirSync(path, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => /\.(?:png|jpe?g|webp|gif|bmp)$/i.test(name) && !/(?:^|\/)\./.test(name))
    .sort();
  if (names.length === 0) throw new Error(`there are no images in ${path}`);
  return names.map((name) => ({ source: join(path, name), name }));
}
