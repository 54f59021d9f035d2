/**
 * Builds the package in the working folder into `dist`: a file for each entry of `exports` and `bin`, and declarations.
 * Source files named as arguments (`images-worker`) become files of their own too: users' bundlers can then leave them out.
 *
 * What package.json lists under `dependencies` stays an import; what it lists under `devDependencies` becomes part of the
 * file. docs/decisions/bundles.md says why. With `--self-contained` everything becomes part of one file, our packages too.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { finishDeclarations } from './declarations.mjs';
import { binary, build, run } from './run.mjs';

const { name: own, exports = {}, bin = {}, dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const files = [...Object.values(exports).map((entry) => entry.default), ...Object.values(bin)];
const selfContained = process.argv.includes('--self-contained');
const more = process.argv.slice(2).filter((argument) => argument !== '--self-contained');
const names = files.flatMap((file) => /^\.\/dist\/(.+)\.js$/.exec(file ?? '')?.[1] ?? []).concat(more);

// Turbo builds what a package depends on before it; one that is built alone would meet declarations that are out of date.
if (process.env.TURBO_HASH === undefined && build([`--filter=${own}^...`]) !== 0) process.exit(1);

/**
 * The checks of arguments are in tensor-core, for the packages that have it: a page then has one copy of them. Tensors' methods
 * come with tensor-core's main entry, which a backend brings along; all others name the operations that they call.
 */
const bringsMethods = own.startsWith('@kindling/backend-');
const shared = {
  name: 'shared',
  resolveId(id) {
    if (dependencies['@kindling/tensor-core'] === undefined || selfContained) return null;
    if (id === '@internal/arguments') return { id: '@kindling/tensor-core/arguments', external: true };
    return id === '@kindling/tensor-core' ? { id: bringsMethods ? id : `${id}/functions`, external: true } : null;
  },
};

/** Which modules each module imports. */
const imports = new Map();
const graph = {
  name: 'graph',
  moduleParsed: ({ id, importedIds }) => {
    imports.set(id, importedIds);
  },
};

/**
 * What tensor-core's functions are made of, in one file; the methods are in two others, of which bundlers drop the seldom ones.
 */
const groups = [
  { name: 'core', test: (id) => behindFunctions().has(id), priority: 1 },
  { name: 'usual-methods', test: /[\\/]methods[\\/](usual|missing)\.ts$/ },
  { name: 'seldom-methods', test: /[\\/]methods[\\/](seldom|counted)\.ts$/ },
];
let behind;
function behindFunctions() {
  if (behind === undefined) {
    const first = /[\\/](functions|methods[\\/]define)\.ts$/;
    behind = new Set([...imports.keys()].filter((id) => first.test(id)));
    for (const id of behind) for (const next of imports.get(id) ?? []) behind.add(next);
  }
  return behind;
}

/** What of seedrandom makes seeds of its own, or puts it elsewhere. */
const unused = [
  /(?<=function autoseed\(\) \{)[\s\S]*?(?=\n\}\n)/,
  /\n {2}mixkey\(tostring\(arc4\.S\), pool\);/,
  /\nmixkey\(math\.random\(\), pool\);[\s\S]*?(?=\n\/\/ End anonymous scope|\n\}\)\()/,
];

/** CommonJS as a module: around it as it is, a bundler puts helpers that are a third as large as seedrandom. */
const seedrandom = {
  name: 'seedrandom',
  transform(code, id) {
    if (!id.endsWith('/seedrandom.js')) return null;
    // Seeds that nobody gave, from its crypto or Math.random, are never asked for. The lines stay, and so the source map.
    const used = unused.reduce((text, part) => {
      if (!part.test(text)) throw new Error(`seedrandom: ${part} is not in this version`);
      return text.replace(part, (cut) => cut.replace(/[^\n]/g, ''));
    }, code);
    return {
      // Called while loading, by what a bundler may leave out.
      code: `export default /* @__PURE__ */ (() => { let seed_random; ${used}\nreturn seed_random; })();`.replace(
        '\n})(',
        '\nseed_random = seedrandom;})(',
      ),
      map: null,
    };
  },
};

/** jsdom under Jest has neither TextEncoder nor TextDecoder; who writes no text into a PNG needs none. */
const texts = {
  name: 'texts',
  transform(code, id) {
    if (!/\/(iobuffer\/lib|fast-png\/lib\/helpers)\/text\.js$/.test(id)) return null;
    const [line, name, made] = /^const (\w+) = (new Text(?:En|De)coder\(.*\));$/m.exec(code) ?? [];
    if (line === undefined) throw new Error(`${id} makes no coder of text any more`);
    return { code: code.replace(line, '').replaceAll(`${name}.`, `${made}.`), map: null };
  },
};

/**
 * d3 ships each package as one file, in which a class and the statement that sets its prototype are apart, and values are made by
 * calls: a bundler keeps all of them, and what they use. So written they go where nobody asks for them.
 */
const pure = {
  name: 'pure',
  transform(code, id) {
    if (!/[\\/]d3-[a-z-]+[\\/]/.test(id)) return null;
    const parts =
      /^function ([A-Z]\w*)\(.*\) \{\n(?:[ \t].*\n|\n)*\}\n+(?:\1\.prototype = |define\(\1, ).*\n(?:[ \t].*\n|\n)*\}.*$/gm;
    return {
      code: code
        .replace(parts, (text, name) => `var ${name} = /* @__PURE__ */ (() => {${text}\nreturn ${name};})();`)
        .replace(/^(var [\w$]+ = )(?=[\w$]+\(|\(function)/gm, '$1/* @__PURE__ */ '),
      map: null,
    };
  },
};

/** What a dependency's own bundle contains, which no module's path shows. */
const inside = { 'gpu.js': ['acorn'] };

/** Writes the names, versions and licences of what became part of the files to `dist/licenses.txt`. */
const licenses = {
  name: 'licenses',
  generateBundle(_, chunks) {
    const ids = Object.values(chunks).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
    const folders = ids.flatMap(
      (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll('\\', '/')) ?? [],
    );
    const all = new Set(folders);
    for (const folder of folders) {
      const resolve = createRequire(join(folder, 'package.json')).resolve;
      for (const name of inside[JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name] ?? [])
        all.add(dirname(resolve(`${name}/package.json`)));
    }
    // A package of ours says what its files contain.
    const ours = ids.flatMap((id) => /^.*\/packages\/[^/]+\/dist\//.exec(id.replaceAll('\\', '/')) ?? []);
    const theirs = [...new Set(ours)].map((dist) => `${dist}licenses.txt`).filter(existsSync);
    const notices = [...[...all].sort().map(notice), ...theirs.sort().map((file) => readFileSync(file, 'utf8'))];
    if (notices.length > 0) this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: notices.join('\n') });
  },
};

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  // A package that ships no licence has it beside our package.json.
  const text = readFileSync(file === undefined ? `${name}-LICENSE.txt` : join(folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const kept = selfContained ? [] : Object.keys(dependencies);
const bundle = await rolldown({
  input: Object.fromEntries(names.map((name) => [name, `src/${name}.ts`])),
  external: [/^node:/, ...kept.map((name) => new RegExp(`^${name}(/${name === '@kindling/tensor-core' ? '' : '|$'})`))],
  platform: 'browser',
  plugins: [shared, graph, seedrandom, texts, pure, licenses],
  // package.json tells users' bundlers about the files in dist; every source file of ours counts. What of d3 nobody asks for
  // would stay in the file, and in each page.
  treeshake: { moduleSideEffects: (id) => !/[\\/](d3-[a-z-]+|internmap)[\\/]/.test(id) },
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
  // What pages load as it is, is small.
  codeSplitting: selfContained ? false : { groups: './functions' in exports ? groups : [] },
  minify: selfContained,
  // Editors read the documentation from the declarations.
  comments: { jsdoc: false },
});
await bundle.close();
// Nobody reads WebAssembly as a text, nor its copy in a source map; GPU.js's one file is there itself, hardly changed.
for (const name of readdirSync('dist').filter((file) => file.endsWith('.map'))) {
  const map = JSON.parse(readFileSync(join('dist', name), 'utf8'));
  map.sourcesContent = map.sources.map((source, i) =>
    /[\\/]generated[\\/]|more-kernels|gpu-browser/.test(source) ? null : map.sourcesContent[i],
  );
  writeFileSync(join('dist', name), JSON.stringify(map));
}

const tsc = binary('typescript').replace(/tsserver$/, 'tsc');
process.exitCode = run(process.execPath, [tsc, '-p', '.', '--emitDeclarationOnly'], { cwd: process.cwd() });
if (process.exitCode === 0) finishDeclarations('dist');
