import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Classifier } from '@kindling/train';
import type { ImageClassifier } from '@kindling/train/images';
import { reasonOf } from '../output/files.js';

/** The file with the model in the folder that `kindling train` writes. */
export const modelFile = 'classifier.safetensors';

/** Whether a path is that of a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The file of the model in a folder that `kindling train` wrote, or the file itself. */
export function fileOfModel(path: string): string {
  return isFolder(path) ? join(path, modelFile) : path;
}

/**
 * The model of tables in a folder that `kindling train` wrote, or in the file itself.
 *
 * @throws Error that names the file where there is none, or it holds no classifier of tables.
 */
export async function loadModel(path: string): Promise<Classifier> {
  const model = await loadAnyModel(path);
  if (model instanceof Classifier) return model;
  throw new Error(`${path} tells images apart; predict, evaluate and inspect take it, with images`);
}

/** The same for a model of tables or images. */
export async function loadAnyModel(path: string): Promise<Classifier | ImageClassifier> {
  if (path === '') throw new Error('the name of the model is empty');
  const file = fileOfModel(path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new Error(`cannot read the model ${file}: ${reasonOf(error)}; give the folder that kindling train wrote`);
  }
  try {
    return Classifier.fromBytes(bytes);
  } catch (error) {
    const images = await ofImages(bytes);
    if (images !== null) return images;
    throw new Error(`${file} holds no classifier: ${(error as Error).message}`);
  }
}

async function ofImages(bytes: Uint8Array): Promise<ImageClassifier | null> {
  const { ImageClassifier } = await import('@kindling/train/images');
  try {
    return ImageClassifier.fromBytes(bytes);
  } catch {
    return null;
  }
}
