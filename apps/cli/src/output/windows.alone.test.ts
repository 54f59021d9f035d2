import { win32 } from 'node:path';
import { expect, it, vi } from 'vitest';

/** Folders that the disk has, and files that were written to it. */
const disk = vi.hoisted(() => ({ folders: new Set(['C:\\', 'C:\\work']), files: new Map<string, unknown>() }));

vi.mock('node:path', async (original) => {
  const { win32 } = await original<typeof import('node:path')>();
  return { ...win32, default: win32 };
});
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    existsSync: (path: string) => disk.folders.has(path),
    accessSync: () => undefined,
    statSync: (path: string) => ({ isDirectory: () => disk.folders.has(path) }),
    mkdirSync: (path: string) => {
      if (!disk.folders.has(win32.dirname(path)) || win32.dirname(path) === path)
        throw Object.assign(new Error('mkdir'), { code: 'ENOENT' });
      disk.folders.add(path);
    },
    writeFileSync: (path: string, content: unknown) => void disk.files.set(path, content),
    renameSync: (from: string, to: string) => {
      disk.files.set(to, disk.files.get(from));
      disk.files.delete(from);
    },
    rmSync: (path: string) => void disk.files.delete(path),
  };
});

const { OutputFolder } = await import('./files.js');
const { sayWritten } = await import('../train/trained-files.js');
const { shellWord } = await import('./plain.js');
const { openTable } = await import('../tables/blocks.js');

it('files go into folders with the marks of Windows, and are named without them', () => {
  const folder = new OutputFolder('C:\\work\\new\\model');
  folder.write('metrics.json', '{}');
  folder.write('pictures/roc.svg', '<svg/>');
  expect([...disk.files.keys()]).toEqual([
    'C:\\work\\new\\model\\metrics.json',
    'C:\\work\\new\\model\\pictures\\roc.svg',
  ]);
  const lines: string[] = [];
  sayWritten(folder, { line: (text = '') => void lines.push(text), progress: () => {}, result: () => {}, columns: 0 });
  expect(lines).toEqual(['Written to C:\\work\\new\\model:', '  metrics.json', '  pictures/']);
});

it('a drive that is not there is an error', () => {
  expect(() => new OutputFolder('Z:\\some\\model')).toThrow(
    'cannot write to the output folder Z:\\some\\model: no such file or folder',
  );
});

it('tables are called by their file, and paths are words of a command line', () => {
  expect(openTable('C:\\data\\my table.csv', undefined).name).toBe('my table.csv');
  expect(shellWord('C:\\data\\table.csv')).toBe("'C:\\data\\table.csv'");
});
