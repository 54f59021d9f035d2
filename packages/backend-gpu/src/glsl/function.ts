import type { NativeFunction } from '../gpu-js.js';

/** A GLSL function; those with numbers in and out can be called from kernels, the others only from each other. */
export interface GlslFunction {
  readonly name: string;
  readonly returns: 'int' | 'float' | 'bool';
  /** A texture is a sampler, and two sizes that GPU.js passes beside it. */
  readonly parameters: Readonly<Record<string, 'int' | 'float' | 'texture'>>;
  readonly body: string;
  /** The library functions that the body calls. */
  readonly uses?: readonly string[];
}

/** Functions by name. */
export type Library = ReadonlyMap<string, GlslFunction>;

/** A library of these functions; two of one name are an error, since one would silently replace the other. */
export function makeLibrary(...functions: readonly GlslFunction[]): Library {
  const library = new Map<string, GlslFunction>();
  for (const item of functions) {
    if (library.has(item.name)) throw new Error(`gpu: two GLSL functions are called ${item.name}`);
    library.set(item.name, item);
  }
  return library;
}

/** The functions that some functions need and the functions themselves, each after all that it calls. */
export function link(library: Library, own: readonly GlslFunction[], uses: readonly string[]): GlslFunction[] {
  const ordered = new Set<GlslFunction>();
  const add = (item: GlslFunction): void => {
    if (ordered.has(item)) return;
    for (const name of item.uses ?? []) add(find(library, name));
    ordered.add(item);
  };
  for (const name of uses) add(find(library, name));
  for (const item of own) add(item);
  return [...ordered];
}

function find(library: Library, name: string): GlslFunction {
  const item = library.get(name);
  if (item === undefined) throw new Error(`gpu: there is no GLSL function ${name}`);
  return item;
}

/** The GLSL of a function. */
export function glslSource(item: GlslFunction): string {
  const parameters = Object.entries(item.parameters).map(([name, type]) =>
    type === 'texture' ? `sampler2D ${name}, ivec2 ${name}Size, ivec3 ${name}Dim` : `${type} ${name}`,
  );
  return `${item.returns} ${item.name}(${parameters.join(', ')}) {\n${item.body.trim()}\n}`;
}

const types = { int: 'Integer', float: 'Number', texture: 'ArrayTexture(1)' } as const;

/** How GPU.js is told of the functions that kernels can call: those that return numbers. */
export function declarations(functions: readonly GlslFunction[]): NativeFunction[] {
  return functions.flatMap(({ name, returns, parameters }) => {
    if (returns === 'bool') return [];
    const argumentTypes = Object.fromEntries(Object.entries(parameters).map(([key, type]) => [key, types[type]]));
    return [{ name, source: '' as const, returnType: types[returns], argumentTypes }];
  });
}
