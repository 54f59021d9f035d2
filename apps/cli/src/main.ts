#!/usr/bin/env node
import { readFileSync, writeSync } from 'node:fs';
import { main } from './app.js';
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

await main(process.argv.slice(2), version, process as Context['process']);
