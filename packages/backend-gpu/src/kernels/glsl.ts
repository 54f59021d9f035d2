import { glslSource, link } from '../glsl/function.js';
import { library } from '../glsl/operations.js';
import type { ArgumentType, KernelSettings } from '../gpu-js.js';
import type { Call } from './program.js';

/** What GPU.js makes a kernel of. */
export interface KernelSource extends Pick<KernelSettings, 'argumentTypes' | 'injectedNative' | 'nativeFunctions'> {
  /** A function in GPU.js's part of JavaScript; a string, as a minifier would change a function. */
  readonly source: string;
  /** The functions that stand for further results. */
  readonly further: Readonly<Record<string, string>>;
}

const typeOf = { t: 'ArrayTexture(4)', f: 'Float', n: 'Integer' } as const;

/** The number of the texel that is written, in textures 2^shift wide. GPU.js computes it from a rounded coordinate. */
const TEXEL = 'int k = (int(gl_FragCoord.y) << shift) | int(gl_FragCoord.x);';

/** Four elements, one after the other. What is past the last stays 0, and costs nothing. */
function fourElements(passed: readonly string[], further: readonly number[]): string {
  const lines = ['int i = k * 4;', 'vec4 result = vec4(0.0);'];
  for (const [c, part] of [...'xyzw'].entries()) {
    const call = `result.${part} = kdElement(${[...passed, `i + ${c}`].join(', ')});`;
    const others = further.map((k) => `result${k}.${part} = other${k};`);
    const all = [call, ...others].join(' ');
    lines.push(c === 0 ? all : `if (i + ${c} < count) { ${all} }`);
  }
  lines.push('return result;');
  return lines.join('\n');
}

/** A function of GPU.js that hands all over to the call's body. */
export function kernelSource({ body, each, uses, textures, floats, ints, results = 1 }: Call): KernelSource {
  const argumentTypes: Record<string, ArgumentType> = {};
  const glsl: string[] = [];
  const inner: string[] = [];
  const passed: string[] = [];
  for (const [letter, { length }] of Object.entries({ t: textures, f: floats, n: ints })) {
    const type = typeOf[letter as keyof typeof typeOf];
    for (let k = 0; k < length; k++) {
      const name = `${letter}${k}`;
      argumentTypes[name] = type;
      passed.push(name);
      const glslType = letter === 't' ? 'sampler2D' : letter === 'f' ? 'float' : 'int';
      inner.push(`${glslType} ${name}`);
      // GPU.js passes two sizes beside a texture.
      glsl.push(letter === 't' ? `sampler2D ${name}, ivec2 ${name}Size, ivec3 ${name}Dim` : `${glslType} ${name}`);
    }
  }
  argumentTypes.count = 'Integer';
  argumentTypes.shift = 'Integer';
  const parameters = [...glsl, 'int count', 'int shift'].join(', ');
  const names = Object.keys(argumentTypes).join(', ');
  const numbers = Array.from({ length: results - 1 }, (_, k) => k + 1);
  const parts = link(library, uses).map(glslSource);
  for (const k of numbers) parts.push(`vec4 result${k} = vec4(0.0);`);
  let main = body;
  if (each === 'element') {
    for (const k of numbers) parts.push(`float other${k} = 0.0;`);
    parts.push(`float kdElement(${[...inner, 'int i'].join(', ')}) {\n${body}\n}`);
    main = fourElements(passed, numbers);
  }
  parts.push(`vec4 kdMain(${parameters}) {\n${TEXEL}\n${main}\n}`);
  for (const k of numbers) parts.push(`vec4 kdResult${k}() { return result${k}; }`);
  const further = Object.fromEntries(
    numbers.map((k) => [`further${k}`, `function further${k}(value) { return value; }`]),
  );
  const calls = numbers.map((k) => `further${k}(kdResult${k}());`).join(' ');
  return {
    source: `function (${names}) { const first = kdMain(${names}); ${calls} return first; }`,
    further,
    argumentTypes,
    injectedNative: `${parts.join('\n')}\n`,
    nativeFunctions: [
      { name: 'kdMain', source: '', returnType: 'Array(4)', argumentTypes },
      ...numbers.map((k) => ({ name: `kdResult${k}`, source: '', returnType: 'Array(4)', argumentTypes: {} }) as const),
    ],
  };
}
