import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkpointFile, checkpointInBrowser } from './index.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kindling-file-'));
});
afterEach(() => rm(dir, { recursive: true }));

it('gives back what was written last, and leaves nothing beside it', async () => {
  const file = checkpointFile(join(dir, 'a'));
  expect(await file.read()).toBeNull();
  await file.write(Uint8Array.of(1, 2, 3));
  await file.write(Uint8Array.of(4));
  expect(await file.read()).toEqual(Uint8Array.of(4));
  expect(await checkpointFile(pathToFileURL(join(dir, 'a'))).read()).toEqual(Uint8Array.of(4));
  expect(await readdir(dir)).toEqual(['a']);
});

it('takes over what a killed process left half written', async () => {
  await writeFile(join(dir, 'a'), 'old');
  await writeFile(join(dir, 'a.tmp'), 'a good deal longer than what comes');
  await checkpointFile(join(dir, 'a')).write(Uint8Array.of(7));
  expect(await readdir(dir)).toEqual(['a']);
  expect([...(await readFile(join(dir, 'a')))]).toEqual([7]);
});

it('leaves the old file when writing fails', async () => {
  await writeFile(join(dir, 'a'), 'old');
  await expect(checkpointFile(join(dir, 'no', 'a')).write(Uint8Array.of(1))).rejects.toThrow('ENOENT');
  await expect(checkpointFile(dir).read()).rejects.toThrow('EISDIR');
  expect(() => checkpointFile('')).toThrow('the path is empty');
});

it('says where it does not work', () => {
  vi.stubGlobal('process', undefined);
  try {
    expect(() => checkpointFile('a')).toThrow('there is no file system here; in a page, use checkpointInBrowser');
  } finally {
    vi.unstubAllGlobals();
  }
  expect(() => checkpointInBrowser('a')).toThrow('there is no IndexedDB here; in Node, use checkpointFile');
});
