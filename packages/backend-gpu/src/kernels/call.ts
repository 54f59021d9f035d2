import type { GlslFunction } from '../glsl/function.js';
import type { KernelArgument, Texture } from '../gpu-js.js';

/** Elements on the device, read with a shape. */
export interface Source {
  readonly texture: Texture;
  /** The number of elements in the texture. */
  readonly bufferSize: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** How a kernel is made. Its source is a string, as a minifier would change a function. */
export interface KernelSpec {
  /** A function in GPU.js's part of JavaScript; ascending loops with constant bounds only, as others may stop early. */
  readonly source: string;
  readonly parameters: Readonly<Record<string, 'texture' | 'elements' | 'int' | 'float'>>;
  /** GLSL functions of this kernel alone. */
  readonly own: readonly GlslFunction[];
  /** Functions of the library that the source calls. */
  readonly uses: readonly string[];
}

/** A kernel with its arguments: one thread for each of `size` elements of the result. */
export interface Call {
  /** Says all that the kernel's source depends on, texture sizes among it: a kernel keeps those of its first call. */
  readonly key: string;
  readonly size: number;
  readonly args: readonly KernelArgument[];
  /** The kernel; `thread` is the expression in GPU.js's JavaScript of the thread's number. */
  make(thread: string): KernelSpec;
}

/** A key's part that says how an operand is read. */
export function readKey(bufferSize: number, ...parts: readonly (readonly number[] | number)[]): string {
  return `|${bufferSize}:${parts.join(':')}`;
}

/** An index function: int in, int out, by GLSL statements or one expression. */
export function indexFunction(name: string, parameters: readonly string[], body: string): GlslFunction {
  return {
    name,
    returns: 'int',
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter, 'int'])),
    body: /[;{]/.test(body) ? body : `return ${body};`,
  };
}

/** A GLSL expression: the element at `index` of a texture, which is called `name` in the function around it. */
export function element({ size }: Texture, name: string, index: string): string {
  const width = size[0]!;
  return `texelFetch(${name}, ivec2(${index} & ${width - 1}, ${index} >> ${Math.log2(width)}), 0).r`;
}

/** The function `get_x(x, i)` that gives the element at `i` of a kernel's parameter `x`. */
export function getter(name: string, texture: Texture): GlslFunction {
  return {
    name: `get_${name}`,
    returns: 'float',
    parameters: { x: 'texture', i: 'int' },
    body: `return ${element(texture, 'x', 'i')};`,
  };
}
