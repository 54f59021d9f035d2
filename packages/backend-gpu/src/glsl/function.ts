/** A GLSL function. */
export interface GlslFunction {
  readonly name: string;
  readonly returns: 'int' | 'float' | 'bool' | 'vec4';
  readonly parameters: Readonly<Record<string, 'int' | 'float' | 'sampler2D' | 'vec2' | 'vec4'>>;
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

/** The functions of some names and all that they need, each after those it calls. */
export function link(library: Library, names: readonly string[]): GlslFunction[] {
  const ordered = new Set<GlslFunction>();
  const add = (name: string): void => {
    const item = find(library, name);
    for (const used of item.uses ?? []) add(used);
    ordered.add(item);
  };
  for (const name of names) add(name);
  return [...ordered];
}

function find(library: Library, name: string): GlslFunction {
  const item = library.get(name);
  if (item === undefined) throw new Error(`gpu: there is no GLSL function ${name}`);
  return item;
}

/** The GLSL of a function. */
export function glslSource({ name, returns, parameters, body }: GlslFunction): string {
  const list = Object.entries(parameters).map(([parameter, type]) => `${type} ${parameter}`);
  return `${returns} ${name}(${list.join(', ')}) {\n${body.trim()}\n}`;
}
