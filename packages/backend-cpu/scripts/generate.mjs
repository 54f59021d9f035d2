// Compiles assembly/ to modules of WebAssembly with relaxed SIMD, and writes them as texts in modules to src/wasm/generated/:
// bundlers and Node take that alike, with no path to configure. The texts say where plain SIMD has other instructions; `wasmBytes` in
// src/wasm/module.ts makes either build of it. Does nothing when up to date.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from './parse.mjs';
import { write } from './write.mjs';

const root = new URL('..', import.meta.url);
const source = new URL('assembly/', root);
const target = new URL('src/wasm/generated/', root);

/** Keeps functions with the decorator `@outOfLine` from being compiled into their callers. */
class OutOfLine {
  #names = [];

  afterInitialize(program) {
    for (const { decoratorNodes, internalName } of program.elementsByName.values()) {
      if (decoratorNodes?.some(({ name }) => name.text === 'outOfLine')) this.#names.push(internalName);
    }
  }

  afterCompile(module) {
    for (const name of this.#names) {
      this.binaryen.setPassArgument('no-inline', name);
      module.runPasses(['no-inline']);
    }
  }
}

const flags = [
  ...['--runtime', 'stub', '-O3', '--noAssert', '--importMemory', '--noExportMemory', '--bindings', 'raw'],
  // Functions of one file lie together, as they are alike.
  ...['--runPasses', 'reorder-functions-by-name'],
  ...['--enable', 'simd', '--enable', 'relaxed-simd'],
  // The most pages there can be, not shared; src/wasm/among-threads.ts marks the memory as shared where there are threads.
  ...['--enable', 'threads', '--maximumMemory', '65536'],
];

const files = (await readdir(source)).filter((name) => name.endsWith('.ts')).sort();
const hash = createHash('sha256');
for (const name of ['generate', 'parse', 'write']) hash.update(await readFile(new URL(`scripts/${name}.mjs`, root)));
for (const name of files) hash.update(name).update(await readFile(new URL(name, source)));
hash.update(await readFile(new URL('package.json', root)));
const stamp = `// ${hash.digest('hex')}`;

// Constants lie where their addresses take a byte or two; those of the second module behind the first's.
await generate('index.ts', 'kernels.ts', 16);
await generate('more.ts', 'more.ts', 4096);
await generate('wide.ts', 'wide.ts', 16);
await generate('more-wide.ts', 'more-wide.ts', 4096);

async function generate(from, to, memoryBase) {
  const output = new URL(to, target);
  const existing = await readFile(output, 'utf8').catch(() => '');
  if (existing.startsWith(stamp)) return;
  const { default: asc } = await import('assemblyscript/asc');
  const made = {};
  const outputs = ['--outFile', 'out.wasm', '--textFile', 'out.wat'];
  const { error, stderr } = await asc.main(
    [from, '--baseDir', fileURLToPath(source), '--memoryBase', `${memoryBase}`, ...outputs, ...flags],
    {
      writeFile: (file, contents) => {
        made[file] = contents;
      },
      transforms: [OutOfLine],
    },
  );
  if (error) {
    process.stderr.write(stderr.toString());
    throw error;
  }
  const binary = made['out.wasm'];
  const instructions = parse(binary);
  const marks = instructions.filter(({ head }) => head === undefined).length;
  const relaxed = made['out.wat'].match(/\.relaxed_/g).length;
  if (marks !== relaxed) throw new Error(`${relaxed} relaxed instructions, but ${marks} places that look like one`);
  await mkdir(target, { recursive: true });
  const about = `/** The module \`assembly/${from}\` as texts that \`wasmBytes\` reads. */`;
  await writeFile(output, `${stamp}\n${about}\nexport default ${JSON.stringify(write(instructions))};\n`);
  console.log(`${to}: ${binary.length} bytes of WebAssembly`);
}
