/** Bundles a program with the sources of the packages, so that a test can run it in a process of its own and nothing has to be built. */
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @param {URL} entry
 * @param {string} file - where the bundle goes.
 * @param {Record<string, string>} outside - what cannot be bundled, such as native modules, and the files that it is loaded from.
 */
export async function bundleSources(entry, file, outside = {}) {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'outside',
        enforce: 'pre',
        resolveId: (id) => (Object.hasOwn(outside, id) ? { id: outside[id], external: true } : null),
      },
    ],
    resolve: {
      alias: [
        { find: '@internal/arguments', replacement: `${root}internal/arguments/src/index.ts` },
        { find: /^@kindling\/([a-z-]+)$/, replacement: `${root}packages/$1/src/index.ts` },
        { find: /^@kindling\/([a-z-]+)\/([a-z-]+)$/, replacement: `${root}packages/$1/src/$2.ts` },
      ],
    },
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(entry),
      outDir: dirname(file),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        // package.json speaks of what is built; of the sources, some register the methods of tensors.
        treeshake: false,
        output: { entryFileNames: basename(file) },
      },
    },
  });
}
