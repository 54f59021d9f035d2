import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Bundles a program of this folder out of the sources, so that nothing has to be built: `train.ts` becomes `train.mjs`. */
export async function bundleFor(program: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: '@internal/arguments', replacement: `${root}internal/arguments/src/index.ts` },
        { find: /^@kindling\/([a-z-]+)$/, replacement: `${root}packages/$1/src/index.ts` },
        { find: /^@kindling\/([a-z-]+)\/([a-z-]+)$/, replacement: `${root}packages/$1/src/$2.ts` },
      ],
    },
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL(program, import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { treeshake: false, output: { entryFileNames: program.replace(/\.ts$/, '.mjs') } },
    },
  });
}
