import { join } from 'node:path';
import { bundleSources } from '../../../scripts/bundle-sources.mjs';

/** Bundles a program of this folder out of the sources, so that nothing has to be built: `train.ts` becomes `train.mjs`. */
export function bundleFor(program: string, folder: string): Promise<void> {
  return bundleSources(new URL(program, import.meta.url), join(folder, program.replace(/\.ts$/, '.mjs')));
}
