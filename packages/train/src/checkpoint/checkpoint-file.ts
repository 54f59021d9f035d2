import { wrong } from '@internal/arguments';
import { CheckpointError } from './error.js';
import type { CheckpointStore } from './store.js';

/** What is used of `node:fs/promises`. */
interface FileSystem {
  open(path: string, flags: string): Promise<FileHandle>;
  readFile(path: string): Promise<Uint8Array>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: boolean }): Promise<void>;
}

interface FileHandle {
  writeFile(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A file that is replaced as a whole, in Node: written under another name (`.tmp` at the end), brought to the disk, and then
 * renamed. A process killed at any moment, or a full disk, leaves the file that was there.
 *
 * @param path - a path, or a `file:` URL. Its folder must be there.
 * @throws {@link CheckpointError} where there is no file system, as in a page: use `checkpointInBrowser` there. What
 * the file system throws comes through.
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * import { checkpointFile, loadCheckpoint, saveCheckpoint } from '@kindling/train';
 * setBackend(await cpu());
 * const file = checkpointFile(join(await mkdtemp(join(tmpdir(), 'run-')), 'run.safetensors'));
 * console.log(await file.read()); // => null
 * await file.write(await saveCheckpoint({ model: new Linear(2, 1) }, { epoch: 3 }));
 * const bytes = await file.read();
 * if (bytes !== null) console.log(loadCheckpoint(bytes, { model: new Linear(2, 1) }).extra); // => { epoch: 3 }
 * ```
 */
export function checkpointFile(path: string | URL): CheckpointStore {
  if (typeof path !== 'string' && typeof path?.href !== 'string')
    wrong(CheckpointError, 'checkpointFile', 'the path', 'a string or a URL', path);
  const fs = builtin<FileSystem>('node:fs/promises');
  const name =
    typeof path === 'string' ? path : builtin<{ fileURLToPath(url: URL): string }>('node:url').fileURLToPath(path);
  if (name === '') throw new CheckpointError('checkpointFile: the path is empty');
  return {
    async read() {
      try {
        const bytes = await fs.readFile(name);
        return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      } catch (error) {
        if ((error as { code?: unknown }).code === 'ENOENT') return null;
        throw error;
      }
    },
    async write(bytes) {
      const temporary = `${name}.tmp`;
      try {
        await writeThrough(fs, temporary, bytes);
        await fs.rename(temporary, name);
      } catch (error) {
        await fs.rm(temporary, { force: true }).catch(() => {});
        throw error;
      }
      await syncFolder(fs, builtin<{ dirname(path: string): string }>('node:path').dirname(name));
    },
  };
}

async function writeThrough(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.open(path, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings the new name to the disk, where the system lets folders be opened. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows does not; the name then gets there a little later.
  }
}

/** A module of Node's own. No `import`, so that bundlers for pages have nothing to find. */
export function builtin<T>(
  name: string,
  missing = 'checkpointFile: there is no file system here; in a page, use checkpointInBrowser',
): T {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const found = process?.getBuiltinModule?.(name);
  if (found === undefined) throw new CheckpointError(missing);
  return found as T;
}
