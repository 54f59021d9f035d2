// Compiles assembly/ to WebAssembly with relaxed SIMD, and writes it as text in a module to src/wasm/generated/: bundlers
// and Node take that alike, with no path to configure. The text says where plain SIMD has other instructions; `wasmBytes` in
// src/wasm/module.ts makes either build of it. Does nothing when up to date.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

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
  // Constants lie where their addresses take a byte or two.
  ...['--memoryBase', '16'],
  ...['--enable', 'simd', '--enable', 'relaxed-simd'],
  // The most pages there can be, not shared; src/wasm/among-threads.ts marks the memory as shared where there are threads.
  ...['--enable', 'threads', '--maximumMemory', '65536'],
];

const files = (await readdir(source)).filter((name) => name.endsWith('.ts')).sort();
const hash = createHash('sha256').update(await readFile(fileURLToPath(import.meta.url)));
for (const name of files) hash.update(name).update(await readFile(new URL(name, source)));
hash.update(await readFile(new URL('package.json', root)));
const stamp = `// ${hash.digest('hex')}`;
const output = new URL('kernels.ts', target);
const existing = await readFile(output, 'utf8').catch(() => '');
if (!existing.startsWith(stamp)) await generate();

async function generate() {
  const { default: asc } = await import('assemblyscript/asc');
  const made = {};
  const outputs = ['--outFile', 'out.wasm', '--textFile', 'out.wat'];
  const { error, stderr } = await asc.main(['index.ts', '--baseDir', fileURLToPath(source), ...outputs, ...flags], {
    writeFile: (file, contents) => {
      made[file] = contents;
    },
    transforms: [OutOfLine],
  });
  if (error) {
    process.stderr.write(stderr.toString());
    throw error;
  }
  const binary = [...made['out.wasm']];
  const { text, marks } = toText(binary);
  const relaxed = made['out.wat'].match(/\.relaxed_/g).length;
  if (marks !== relaxed) throw new Error(`${relaxed} relaxed instructions, but ${marks} places that look like one`);
  await mkdir(target, { recursive: true });
  const about = '/** The module of `assembly/` as text that `wasmBytes` reads. */';
  await writeFile(output, `${stamp}\n${about}\nexport default ${JSON.stringify(text)};\n`);
  console.log(`${binary.length} bytes of WebAssembly`);
}

/**
 * A module as printable ASCII: a byte, plus 3 so that the instructions' prefix 0xfd is among the first, is a character from
 * `#` on, and from 90 and 180 on that of the rest behind `}` and `~`. Equal bytes stay equal text wherever they stand, which
 * base64 does not keep, so that gzip finds what repeats.
 *
 * `!` and the number of a local variable stand for a multiply-add, 10 bytes in either build, and a space for a choice of
 * lanes, which is 3; so no other byte depends on the build.
 */
function toText(module) {
  let at = 8;
  let marks = 0;
  const leb = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const list = (read) => Array.from({ length: leb() }, read);

  const parameters = [];
  let types = [];
  let text = write(module.slice(0, 8));
  while (at < module.length) {
    const start = at;
    const id = module[at++];
    const end = leb() + at;
    if (id === 1) {
      list(() => {
        at++;
        parameters.push(list(() => at++).length);
        list(() => at++);
      });
    } else if (id === 3) {
      types = list(leb);
    }
    if (id === 10) {
      const bodies = list((_, i) => body(parameters[types[i]]));
      const size = bodies.reduce((sum, { size }) => sum + size, 0) + encode(bodies.length).length;
      text += write([10, ...encode(size), ...encode(bodies.length)]) + bodies.map((body) => body.text).join('');
    } else {
      text += write(module.slice(start, end));
    }
    at = end;
  }
  return { text, marks };

  /** A function, with one vector more where it multiplies and adds. */
  function body(parameterCount) {
    const end = leb() + at;
    const groups = list(() => [leb(), module[at++]]);
    const free = groups.reduce((sum, [count]) => sum + count, parameterCount);
    let code = '';
    let size = end - at;
    let adds = 0;
    while (at < end) {
      const [a, b, c] = module.slice(at, at + 3);
      if (a === 0xfd && b === 0x85 && c === 2) {
        if (free > 86) throw new Error(`a function has ${free} variables, more than a character holds`);
        code += `!${write([free])}`;
        size += 7;
        adds++;
        at += 3;
      } else if (a === 0xfd && b === 0x8b && c === 2) {
        code += ' ';
        marks++;
        at += 3;
      } else {
        code += write([a]);
        at++;
      }
    }
    marks += adds;
    if (adds > 0) groups.push([1, 0x7b]);
    const head = [...encode(groups.length), ...groups.flatMap(([count, type]) => [...encode(count), type])];
    const length = encode(head.length + size);
    return { text: write([...length, ...head]) + code, size: length.length + head.length + size };
  }
}

/** A number as LEB128. */
function encode(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...encode(value >>> 7)];
}

function write(bytes) {
  const characters = bytes.map((byte) => {
    const value = (byte + 3) % 256;
    return ['', '}', '~'][Math.floor(value / 90)] + String.fromCharCode(35 + (value % 90));
  });
  return characters.join('');
}
