#!/usr/bin/env node
import { readFileSync, writeSync } from 'node:fs';
import type { Context } from './context.js';
import { guardOutput } from './output/guard.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// What is said at the end of a process is written at once.
guardOutput(
  process.stdout,
  (text) => void writeSync(2, text),
  (code) => process.exit(code),
);

const args = process.argv.slice(2);
// To load the commands takes longer than Node itself.
if (args.length === 1 && args[0] === '--version') process.stdout.write(`${version}\n`);
else await (await import('./app.js')).main(args, version, process as Context['process']);
