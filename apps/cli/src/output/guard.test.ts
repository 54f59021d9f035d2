import { createWriteStream, existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { guardOutput, outputProblem } from './guard.js';

it('says in one line that the reader has gone', () => {
  const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  expect(outputProblem(gone)).toBe('kindling: cannot write to standard output: its reader has gone\n');
});

// Linux has this file, on which there is never room.
it.skipIf(!existsSync('/dev/full'))('ends with one line and exit code 1 on a full disk', async () => {
  const stream = createWriteStream('/dev/full');
  const said: string[] = [];
  const code = await new Promise((resolve) => {
    guardOutput(stream, (text) => void said.push(text), resolve);
    stream.write('text');
  });
  expect(code).toBe(1);
  expect(said.join('')).toBe('kindling: cannot write to standard output: no space is left\n');
});
