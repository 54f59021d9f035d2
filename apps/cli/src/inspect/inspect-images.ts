import { readFile } from 'node:fs/promises';
import { auditImages } from '@kindling/report/images';
import { plain } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';
import { modelFile } from '../tables/load-model.js';
import { type NamedImage, namedImages } from '../tables/named-images.js';

/** Describes a folder with a folder of images for each class. */
export async function inspectFolder(path: string, reporter: Reporter): Promise<void> {
  let images: NamedImage[];
  try {
    images = namedImages(path);
  } catch {
    throw new Error(`${path} has neither a model (${modelFile}) nor folders of images`);
  }
  const counts = new Map<string, number>();
  for (const { label } of images) counts.set(label, (counts.get(label) ?? 0) + 1);
  const name = (image: NamedImage): string => image.name;
  const found = await auditImages(images, { name, read: ({ source }) => readFile(source) });
  const warnings = found.map(({ message }) => message);
  reporter.line(`${plain(path)}: ${images.length} images`);
  for (const [label, count] of counts) reporter.line(`  ${plain(label)}: ${count}`);
  for (const warning of warnings) reporter.line(`note: ${plain(warning)}`);
  const classes = Object.fromEntries(counts);
  reporter.result({ schema: 1, kind: 'images', images: images.length, classes, warnings });
}
