#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import type { StricliProcess } from '@stricli/core';
import { main } from './app.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// A reader that goes away early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

await main(process.argv.slice(2), version, process as StricliProcess);
