import type { Dataset, Draw } from '../dataset.js';
import { ImageFolder, type ImageFolderRecipe, type ImageSample } from './image-folder.js';
import * as transforms from './transforms/index.js';

/** The transform of a recipe. */
export function makeTransform({ transform, args }: transforms.TransformRecipe): transforms.ImageTransform {
  const makers = transforms as unknown as Record<string, new (...args: unknown[]) => transforms.ImageTransform>;
  return new makers[transform]!(...args.map(part));
}

function part(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(part);
  if (typeof value !== 'object' || value === null || !('transform' in value)) return value;
  return makeTransform(value as transforms.TransformRecipe);
}

/** The dataset of a recipe. */
export function makeFolder(recipe: unknown): Dataset<Promise<ImageSample>> {
  const { files, labels, transform, options } = recipe as ImageFolderRecipe;
  const folder = new ImageFolder(files, { ...options, transform: makeTransform(transform) });
  return {
    length: folder.length,
    get: async (index: number, draw?: Draw) => [(await folder.get(index, draw))[0], labels[index]!] as const,
  };
}
