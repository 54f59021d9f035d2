import fs, { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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

/** Node's own file system, which writes down what it is told; `fail` names what goes wrong. */
function watchedFileSystem(said: string[], fail?: string): () => void {
  const { getBuiltinModule } = process;
  const short = (path: unknown): string => basename(String(path));
  const tell = (what: string): void => {
    said.push(what);
    if (what === fail) throw new Error('no space left');
  };
  const watched = {
    ...fs,
    async open(path: string, flags: string) {
      const handle = await fs.open(path, flags);
      tell(`open ${short(path)} ${flags}`);
      return {
        async writeFile(bytes: Uint8Array) {
          tell('write');
          await handle.writeFile(bytes);
        },
        async sync() {
          tell('sync');
          await handle.sync();
        },
        async close() {
          tell('close');
          await handle.close();
        },
      };
    },
    async rename(from: string, to: string) {
      tell(`rename ${short(from)} ${short(to)}`);
      await fs.rename(from, to);
    },
  };
  process.getBuiltinModule = ((name: string) =>
    name === 'node:fs/promises' ? watched : getBuiltinModule(name)) as typeof getBuiltinModule;
  return () => {
    process.getBuiltinModule = getBuiltinModule;
  };
}

it('has the bytes on the disk before the file gets its name, and the name after that', async () => {
  const said: string[] = [];
  const restore = watchedFileSystem(said);
  try {
    await checkpointFile(join(dir, 'a')).write(Uint8Array.of(1));
  } finally {
    restore();
  }
  const folder = basename(dir);
  expect(said).toEqual([
    'open a.tmp w',
    'write',
    'sync',
    'close',
    'rename a.tmp a',
    `open ${folder} r`,
    'sync',
    'close',
  ]);
});

it.each(['write', 'sync', 'rename a.tmp a'])('a disk that is full at "%s" leaves the old file alone', async (fail) => {
  await writeFile(join(dir, 'a'), 'old');
  const restore = watchedFileSystem([], fail);
  try {
    await expect(checkpointFile(join(dir, 'a')).write(Uint8Array.of(1))).rejects.toThrow('no space left');
  } finally {
    restore();
  }
  expect(await readdir(dir)).toEqual(['a']);
  expect(String(await readFile(join(dir, 'a')))).toBe('old');
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
