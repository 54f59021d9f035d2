/**
 * Builds the package in the working folder into `dist`: a file for each entry of `exports` and `bin`, and declarations.
 * Source files named as arguments (`csv/records`) become files of their own too: users' bundlers can then leave them out.
 *
 * What package.json lists under `dependencies` stays an import; what it lists under `devDependencies` becomes part of the
 * file. docs/decisions/bundles.md says why.
 */
import { readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { binary, run } from './run.mjs';

const { exports = {}, bin = {}, dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const files = [...Object.values(exports).map((entry) => entry.default), ...Object.values(bin)];
const names = files.flatMap((file) => /^\.\/dist\/(.+)\.js$/.exec(file ?? '')?.[1] ?? []).concat(process.argv.slice(2));

/** CommonJS as a module: around it as it is, a bundler puts helpers that are a third as large as seedrandom. */
const seedrandom = {
  name: 'seedrandom',
  transform(code, id) {
    if (!id.endsWith('/seedrandom.js')) return null;
    // Its crypto, for seeds that nobody gave, is never asked for. The lines stay, and so the source map.
    return {
      code: `const module = { exports: {} }, require = null; ${code}\nexport default module.exports;`,
      map: null,
    };
  },
};

const bundle = await rolldown({
  input: Object.fromEntries(names.map((name) => [name, `src/${name}.ts`])),
  external: [/^node:/, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`))],
  platform: 'browser',
  plugins: [seedrandom],
  // package.json tells users' bundlers about the files in dist; every source file of ours counts.
  treeshake: { moduleSideEffects: () => true },
  transform: { target: 'es2023' },
  // A warning is an error.
  onLog(level, log) {
    throw new Error(`${level}: ${log.message}`);
  },
});
await bundle.write({
  dir: 'dist',
  cleanDir: true,
  sourcemap: true,
  chunkFileNames: '[name].js',
  minifyInternalExports: false,
  // Editors read the documentation from the declarations.
  comments: { jsdoc: false },
});
await bundle.close();

const tsc = binary('typescript').replace(/tsserver$/, 'tsc');
process.exitCode = run(process.execPath, [tsc, '-p', '.', '--emitDeclarationOnly'], { cwd: process.cwd() });
