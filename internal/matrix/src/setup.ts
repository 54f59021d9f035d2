import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { pnpm } from '../../scripts/pnpm.mjs';
import { npm, program } from './stranger.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with every packed package installed, and a program in it that trains. */
    home: string;
    /** The folder of the tarballs. */
    tarballs: string;
  }
}

/** Packs every package and installs all of them from their tarballs, as a stranger would from the registry. */
export default function setup(project: TestProject): () => void {
  const home = mkdtempSync(join(tmpdir(), 'kindling-matrix-'));
  const tarballs = join(home, 'tarballs');
  mkdirSync(tarballs);
  pnpm(['--filter', './packages/*', '--filter', './apps/cli', 'pack', '--pack-destination', tarballs]);
  writeFileSync(join(home, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
  npm(home, ['install', ...readdirSync(tarballs).map((file) => join(tarballs, file))]);
  writeFileSync(join(home, 'train.mjs'), program);
  project.provide('home', home);
  project.provide('tarballs', tarballs);
  return () => rmSync(home, { recursive: true, force: true });
}
