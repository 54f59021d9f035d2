import { describe } from '@internal/arguments';
import { builtIn } from './built-in.js';
import { ImageError } from './errors.js';

/** Where the bytes of an image are: themselves, a `Blob` or `File`, or in Node a path or `file:` URL. */
export type ImageSource = Uint8Array | ArrayBuffer | Blob | string | URL;

/** What messages call a source. */
export function sourceName(source: ImageSource): string {
  if (typeof source === 'string') return source;
  if (source instanceof URL) return source.href;
  return source instanceof Blob && 'name' in source ? String(source.name) : 'an image';
}

/** The bytes of a source. */
export async function bytesOf(source: ImageSource, name = sourceName(source)): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (source instanceof Blob) return new Uint8Array(await source.arrayBuffer());
  if (typeof source !== 'string' && !(source instanceof URL)) {
    throw new ImageError(`decodeImage: the source must be bytes, a Blob or a path, not ${describe(source)}`);
  }
  const files = builtIn('node:fs');
  if (files === undefined) throw new ImageError(`${name}: a page reads no paths; give the File or Blob`);
  try {
    return await files.promises.readFile(source);
  } catch (error) {
    throw new ImageError(`cannot read ${name}: ${reasonOf(error)}`, { cause: error });
  }
}

/** What an error of the file system means, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  return (code !== undefined && reasons[code]) || message;
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
};
