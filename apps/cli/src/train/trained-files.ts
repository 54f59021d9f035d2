import { relative } from 'node:path';
import type { Scene } from '@kindling/viz';
import type { OutputFolder } from '../output/files.js';
import { writePicture } from '../output/pictures.js';
import { plain } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';
import { modelFile } from '../tables/load-model.js';

/** Writes what a training leaves: texts by the names of their files, the model, and the page about it with its pictures. */
export async function writeTrained(
  folder: OutputFolder,
  texts: Readonly<Record<string, string>>,
  model: { toBytes(): Promise<Uint8Array> },
  page: { readonly html: string; readonly pictures: Readonly<Record<string, Scene>> },
): Promise<void> {
  for (const [name, text] of Object.entries(texts)) folder.write(name, text);
  folder.write(modelFile, await model.toBytes());
  folder.write('report.html', page.html);
  for (const [picture, scene] of Object.entries(page.pictures))
    await writePicture(folder, `pictures/${picture}`, scene);
}

/** Says which files there are. */
export function sayWritten(folder: OutputFolder, reporter: Reporter): void {
  reporter.line(`Written to ${plain(folder.path)}:`);
  // The pictures are those of the report: their folder says enough.
  const names = folder.written.map((written) => relative(folder.path, written));
  for (const top of new Set(names.map((written) => written.replace(/[\\/].*/, '/')))) reporter.line(`  ${plain(top)}`);
}
