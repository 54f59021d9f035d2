import { type Scene, toSvg, toTerminal } from '@kindling/viz';
import { toPng } from '@kindling/viz/node';
import type { OutputFolder } from './files.js';
import type { Reporter } from './reporter.js';

/** Writes a picture as SVG and as PNG. */
export async function writePicture(folder: OutputFolder, name: string, scene: Scene): Promise<void> {
  folder.write(`${name}.svg`, toSvg(scene));
  folder.write(`${name}.png`, await toPng(scene, { scale: 2 }));
}

/** Shows a picture in the terminal, where there is one. */
export function showPicture(scene: Scene, reporter: Reporter): void {
  if (reporter.columns >= 60) reporter.line(toTerminal(scene, { columns: Math.min(reporter.columns, 100) }));
}

/** Says which files a run wrote. */
export function reportFiles(folder: OutputFolder, reporter: Reporter): void {
  reporter.line();
  reporter.line(`Pictures in ${folder.path}:`);
  for (const file of folder.written) reporter.line(`  ${file.slice(folder.path.length + 1)}`);
}
