import { relative } from 'node:path';
import { ImageFolder } from '@kindling/data/images';
import type { LabelledImage } from '@kindling/train/images';

/** An image of a folder, as messages name it. */
export interface NamedImage extends LabelledImage {
  readonly source: string;
  readonly name: string;
}

/** The images of a folder of class folders. */
export function namedImages(path: string): NamedImage[] {
  const { samples, classes } = new ImageFolder(path);
  return samples.map(([source, label]) => ({
    source,
    label: classes[label]!,
    name: relative(path, source).replaceAll('\\', '/'),
  }));
}
