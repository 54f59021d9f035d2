import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A folder for a run's files, checked before the work begins, so that nothing is computed in vain. */
export class OutputFolder {
  readonly path: string;
  readonly #written: string[] = [];

  /**
   * Creates the folder where it does not exist.
   *
   * @throws Error when it cannot be created or written to.
   */
  constructor(path: string) {
    if (path === '') throw new Error('the name of the output folder is empty');
    this.path = resolve(path);
    try {
      makeFolder(this.path);
      if (!statSync(this.path).isDirectory()) throw new Error('it is not a folder');
      accessSync(this.path, constants.W_OK);
    } catch (error) {
      throw new Error(`cannot write to the output folder ${path}: ${reasonOf(error)}`);
    }
  }

  /** The files written so far, in order. */
  get written(): readonly string[] {
    return this.#written;
  }

  /** Writes a file piece by piece; it is there when it is whole. */
  async stream(name: string, pieces: AsyncIterable<string>): Promise<void> {
    const target = join(this.path, name);
    const partial = `${target}.${process.pid}.partial`;
    const problem = (error: unknown): Error => new Error(`cannot write ${target}: ${reasonOf(error)}`);
    let file: number;
    try {
      file = openSync(partial, 'w');
    } catch (error) {
      throw problem(error);
    }
    try {
      for await (const piece of pieces) {
        try {
          writeAll(file, Buffer.from(piece));
        } catch (error) {
          throw problem(error);
        }
      }
      closeSync(file);
      file = -1;
      renameSync(partial, target);
    } catch (error) {
      if (file >= 0) closeSync(file);
      rmSync(partial, { force: true });
      throw file >= 0 ? error : problem(error);
    }
    this.#written.push(target);
  }

  /** Writes a file, which may lie in a folder of its own in this one, whole or not at all. */
  write(name: string, content: string | Uint8Array): void {
    const target = join(this.path, name);
    const partial = `${target}.${process.pid}.partial`;
    try {
      makeFolder(dirname(target));
      writeFileSync(partial, content);
      renameSync(partial, target);
    } catch (error) {
      rmSync(partial, { force: true });
      throw new Error(`cannot write ${target}: ${reasonOf(error)}`);
    }
    this.#written.push(target);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** `mkdirSync` with `recursive` never returns on file systems that refuse new folders with ENOENT, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  // The root of a drive that is not there has no other parent.
  if (parent !== path && !existsSync(parent)) makeFolder(parent);
  mkdirSync(path);
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  EISDIR: 'a folder is in the way',
  ENOENT: 'no such file or folder',
};

/** What a system error means, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || message;
}
