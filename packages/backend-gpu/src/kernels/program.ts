import type { Texture } from '../gpu-js.js';

/** Elements on the device, read with a shape. */
export interface Source {
  readonly texture: Texture;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** A kernel with its arguments, run once for each of `size` elements of the result, or for each four of them. */
export interface Call {
  readonly size: number;
  /**
   * GLSL statements that return the element number `i`, or the four elements of the texel number `k`, or that store texels
   * by themselves in the thread number `k`. They name textures `t0`, `t1`, …, floats `f0`, … and ints `n0`, …, and hold no
   * sizes, strides or offsets, so that one kernel does for all of them.
   */
  readonly body: string;
  /** `thread`: for a device that `stores` only. */
  readonly each: 'element' | 'texel' | 'thread';
  /** How many threads run it, where that is not one for each texel. */
  readonly threads?: number;
  /** Width and height of what it writes, where that is no list of elements: texels are found by `gl_FragCoord` then. */
  readonly plane?: readonly [number, number] | undefined;
  /**
   * How many textures it writes, 1 unless given. Texels of the further ones are `result1`, `result2`, …, elements
   * `other1`, `other2`, …
   */
  readonly results?: number;
  /** The library functions that the body calls. */
  readonly uses: readonly string[];
  readonly textures: readonly Texture[];
  readonly floats: readonly number[];
  readonly ints: readonly number[];
}

/** Writes the body of a {@link Call}, and collects the arguments that it names on the way. */
export class Program {
  private readonly textures: Texture[] = [];
  private readonly floats: number[] = [];
  private readonly ints: number[] = [];
  private readonly uses: string[] = [];

  /** An int, by name. */
  int(value: number): string {
    return `n${this.ints.push(value) - 1}`;
  }

  /** A float, by name. */
  float(value: number): string {
    return `f${this.floats.push(value) - 1}`;
  }

  /** A texture: what gives the GLSL of its element at an index. */
  texture(texture: Texture): (index: string) => string {
    const name = `t${this.textures.push(texture) - 1}`;
    const shift = this.int(Math.log2(texture.size[0]!));
    this.uses.push('kdFetch');
    return (index) => `kdFetch(${name}, ${shift}, ${index})`;
  }

  /** A texture: what gives the GLSL of its texel at a number, four elements from a multiple of four on. */
  texels(texture: Texture): (number: string) => string {
    const name = `t${this.textures.push(texture) - 1}`;
    const shift = this.int(Math.log2(texture.size[0]!));
    this.uses.push('kdTexel');
    return (number) => `kdTexel(${name}, ${shift}, ${number})`;
  }

  /** A texture, by name, of which texels are read by their place. */
  plane(texture: Texture): string {
    return `t${this.textures.push(texture) - 1}`;
  }

  /** A library function: what gives the GLSL of its value. */
  function(name: string): (...operands: readonly string[]) => string {
    this.uses.push(name);
    return (...operands) => `${name}(${operands.join(', ')})`;
  }

  /**
   * An int expression: how far the element number `variable` (a name, in row-major order of the shape) is from the
   * first. GPU.js would reckon in floats, which are exact to 2^24 only.
   */
  distance(variable: string, shape: readonly number[], strides: readonly number[]): string {
    const terms: string[] = [];
    let inner = 1;
    for (let d = shape.length - 1; d >= 0; d--) {
      let coordinate = inner === 1 ? variable : `${variable} / ${this.int(inner)}`;
      // The outermost coordinate needs no remainder.
      if (d > 0) coordinate = `(${coordinate}) % ${this.int(shape[d]!)}`;
      terms.push(`(${coordinate}) * ${this.int(strides[d]!)}`);
      inner *= shape[d]!;
    }
    return terms.length === 0 ? '0' : terms.join(' + ');
  }

  /** The call of a body that returns one element, in as many textures as there are results. */
  call(size: number, body: string, results = 1): Call {
    return this.make(size, body, 'element', results);
  }

  /** The call of a body that returns the four elements of a texel, in as many textures as there are results. */
  callTexels(size: number, body: string, results = 1): Call {
    return this.make(size, body, 'texel', results);
  }

  /** The call of a body that returns the texel at `gl_FragCoord` of textures of a size. */
  callPlane(plane: readonly [number, number], body: string, results = 1): Call {
    return { ...this.make(4 * plane[0] * plane[1], body, 'texel', results), plane };
  }

  /** The call of a body that stores the texels of `size` elements by `kdStore(number, texel)`, in so many threads. */
  callThreads(size: number, threads: number, body: string): Call {
    return { ...this.make(size, body, 'thread', 1), threads };
  }

  private make(size: number, body: string, each: Call['each'], results: number): Call {
    const { textures, floats, ints } = this;
    return { size, body: body.trim(), each, results, uses: [...new Set(this.uses)], textures, floats, ints };
  }
}
