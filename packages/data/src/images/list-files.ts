import { describe } from '@internal/arguments';
import { builtIn } from './built-in.js';
import { ImageError } from './errors.js';
import { type ImageSource, reasonOf } from './source.js';

/** A file of an image folder. */
export interface ImageFile {
  /** Folders and name below the root, `cats/1.png`: the first folder is the class. */
  readonly path: string;
  /** Its bytes, or where they are. */
  readonly source: ImageSource;
}

/** A folder that a page was given: the part of a `FileSystemDirectoryHandle` that is used. */
export interface DirectoryHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<DirectoryHandle | { readonly kind: 'file'; readonly name: string; getFile(): Promise<File> }>;
}

/** What was found below a root. */
export interface Listing {
  /** What messages call the root. */
  readonly root: string;
  readonly files: readonly ImageFile[];
  /** The folders right below the root, those without files too. */
  readonly folders: readonly string[];
}

/** The files below a folder of this machine. */
export function listFolder(root: string | URL): Listing {
  const fs = builtIn('node:fs');
  const path = builtIn('node:path');
  if (fs === undefined || path === undefined) {
    throw new ImageError(
      'ImageFolder: a page reads no paths; give a FileList, or a directory handle to ImageFolder.open',
    );
  }
  const name = root instanceof URL ? builtIn('node:url')!.fileURLToPath(root) : root;
  const files: ImageFile[] = [];
  const folders: string[] = [];
  const walk = (folder: string, below: string): void => {
    for (const entry of fs.readdirSync(folder).sort()) {
      if (entry.startsWith('.')) continue;
      const full = path.join(folder, entry);
      // Links are followed.
      if (fs.statSync(full).isDirectory()) {
        if (below === '') folders.push(entry);
        walk(full, `${below}${entry}/`);
      } else files.push({ path: `${below}${entry}`, source: full });
    }
  };
  try {
    walk(name, '');
  } catch (error) {
    throw new ImageError(`ImageFolder: cannot read ${name}: ${reasonOf(error)}`, { cause: error });
  }
  return { root: name, files, folders };
}

/** The files that a page's `<input type="file" webkitdirectory>` gives, or files with paths of one's own. */
export function listFiles(given: ArrayLike<File | ImageFile>): Listing {
  const files = Array.from(given, (file, i): ImageFile => {
    if (typeof File === 'function' && file instanceof File) {
      const { webkitRelativePath: path } = file;
      if (path) return { path: path.slice(path.indexOf('/') + 1), source: file };
      throw new ImageError(`ImageFolder: ${file.name} has no folder; choose a folder, or give { path, source }`);
    }
    const { path, source } = (file ?? {}) as Partial<ImageFile>;
    if (typeof path === 'string' && source !== undefined) return { path, source };
    throw new ImageError(`ImageFolder: file ${i} must be a File or { path, source }, not ${describe(file)}`);
  });
  return { root: 'the files', files, folders: [] };
}

/** The files below a folder that a page was given. */
export async function listHandle(root: DirectoryHandle): Promise<Listing> {
  const files: ImageFile[] = [];
  const folders: string[] = [];
  const walk = async (folder: DirectoryHandle, below: string): Promise<void> => {
    for await (const entry of folder.values()) {
      if (entry.name.startsWith('.')) continue;
      if (entry.kind === 'directory') {
        if (below === '') folders.push(entry.name);
        await walk(entry, `${below}${entry.name}/`);
      } else files.push({ path: `${below}${entry.name}`, source: await entry.getFile() });
    }
  };
  await walk(root, '');
  return { root: root.name, files, folders };
}
