// Compiles assembly/ to WebAssembly, once for plain SIMD and once for relaxed SIMD, and writes both as text in modules to
// src/wasm/generated/: bundlers and Node take them alike, with no path to configure. Does nothing when up to date.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const source = new URL('assembly/', root);
const target = new URL('src/wasm/generated/', root);
const builds = {
  simd: ['--enable', 'simd'],
  relaxed: ['--enable', 'simd', '--enable', 'relaxed-simd'],
};
const flags = [
  ...['--runtime', 'stub', '-O3', '--noAssert', '--importMemory', '--bindings', 'raw'],
  // Declared as shared with the most pages there can be; `Engine` takes the mark off where there is one thread.
  ...['--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536'],
];

const files = (await readdir(source)).filter((name) => name.endsWith('.ts')).sort();
const hash = createHash('sha256').update(await readFile(fileURLToPath(import.meta.url)));
for (const name of files) hash.update(name).update(await readFile(new URL(name, source)));
hash.update(await readFile(new URL('package.json', root)));
const stamp = `// ${hash.digest('hex')}`;

const outdated = [];
for (const name of Object.keys(builds)) {
  const existing = await readFile(new URL(`${name}.ts`, target), 'utf8').catch(() => '');
  if (!existing.startsWith(stamp)) outdated.push(name);
}
if (outdated.length > 0) {
  const { default: asc } = await import('assemblyscript/asc');
  await mkdir(target, { recursive: true });
  for (const name of outdated) await compile(asc, name);
}

async function compile(asc, name) {
  let binary;
  const { error, stderr } = await asc.main(
    ['index.ts', '--baseDir', fileURLToPath(source), '--outFile', 'out.wasm', ...builds[name], ...flags],
    {
      writeFile: (file, contents) => {
        if (file.endsWith('.wasm')) binary = contents;
      },
    },
  );
  if (error) {
    process.stderr.write(stderr.toString());
    throw error;
  }
  const about = `/** The module of \`assembly/\`, built with ${builds[name].join(' ')}, as text that \`wasmBytes\` reads. */`;
  await writeFile(
    new URL(`${name}.ts`, target),
    `${stamp}\n${about}\nexport default ${JSON.stringify(toText(binary))};\n`,
  );
  console.log(`${name}: ${binary.length} bytes of WebAssembly`);
}

/**
 * Bytes as printable ASCII: a byte, plus 3 so that the instructions' prefix 0xfd is among the first, is a character from
 * `#` on, and from 90 and 180 on that of the rest behind `}` and `~`. Equal bytes stay equal text wherever they stand,
 * which base64 does not keep, so that gzip finds what repeats.
 */
function toText(bytes) {
  const characters = Array.from(bytes, (byte) => {
    const value = (byte + 3) % 256;
    return ['', '}', '~'][Math.floor(value / 90)] + String.fromCharCode(35 + (value % 90));
  });
  return characters.join('');
}
