import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Classifier } from '@kindling/train';
import { reasonOf } from '../output/files.js';

/** The file with the model in the folder that `kindling train` writes. */
export const modelFile = 'classifier.safetensors';

/** Whether a path is that of a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * The model in a folder that `kindling train` wrote, or in the file itself.
 *
 * @throws Error that names the file where there is none, or it holds no classifier.
 */
export async function loadModel(path: string): Promise<Classifier> {
  if (path === '') throw new Error('the name of the model is empty');
  const file = isFolder(path) ? join(path, modelFile) : path;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new Error(`cannot read the model ${file}: ${reasonOf(error)}; give the folder that kindling train wrote`);
  }
  try {
    return Classifier.fromBytes(bytes);
  } catch (error) {
    throw new Error(`${file} holds no classifier: ${(error as Error).message}`);
  }
}
