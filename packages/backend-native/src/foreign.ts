/** A type of an argument or a result; `address` is a number of bytes from 0 on. */
export type ForeignType = 'int' | 'long' | 'float' | 'address' | 'text' | 'nothing';

/** A function of a library written in C. */
export type ForeignFunction = (...values: number[]) => unknown;

/** What loads libraries written in C. */
export interface Foreign {
  readonly name: string;
  /** Opens a library; throws where there is none, or none that fits this process. */
  open(path: string): Library;
  /** The address of an array's first byte. */
  addressOf(bytes: ArrayBufferLike): number;
}

export interface Library {
  /** A function, or `undefined` where the library has none of that name. */
  find(name: string, result: ForeignType, ...values: ForeignType[]): ForeignFunction | undefined;
}

/** Node's own loader where there is one (Node 26), else koffi where that is installed; `undefined` where neither is. */
export async function foreign(): Promise<Foreign | undefined> {
  return ofNode() ?? (await ofKoffi());
}

/** As far as it is needed of `node:ffi`. */
interface NodeFfi {
  DynamicLibrary: new (
    path: string,
  ) => {
    getFunction(
      name: string,
      signature: { return: string; arguments: readonly string[] },
    ): (...values: unknown[]) => unknown;
  };
  getRawPointer(bytes: ArrayBufferLike): bigint;
  toString(pointer: bigint): string;
}

function ofNode(): Foreign | undefined {
  const ffi = process.getBuiltinModule('node:ffi') as NodeFfi | undefined;
  if (ffi === undefined) return undefined;
  const types = {
    int: 'i32',
    long: 'i64',
    float: 'f32',
    address: 'pointer',
    text: 'pointer',
    nothing: 'void',
  } as const;
  return {
    name: 'node:ffi',
    addressOf: (bytes) => Number(ffi.getRawPointer(bytes)),
    open(path) {
      const library = new ffi.DynamicLibrary(path);
      return {
        find(name, result, ...values) {
          const call = orUndefined(() =>
            library.getFunction(name, { return: types[result], arguments: values.map((type) => types[type]) }),
          );
          if (call === undefined) return undefined;
          // Addresses and long numbers are bigints there.
          const large = values.map((type) => type === 'address' || type === 'long');
          const converted: ForeignFunction = (...given) => call(...given.map((v, i) => (large[i] ? BigInt(v) : v)));
          return result === 'text' ? (...given) => ffi.toString(converted(...given) as bigint) : converted;
        },
      };
    },
  };
}

/** Loads a module, if it is there: the name of an optional one is none that a bundler may look for. */
async function load(name: string): Promise<unknown> {
  try {
    return await import(/* @vite-ignore */ name);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** As far as it is needed of koffi. */
interface Koffi {
  load(path: string): { func(name: string, result: string, values: readonly string[]): ForeignFunction };
  address(bytes: ArrayBufferLike): bigint;
}

async function ofKoffi(): Promise<Foreign | undefined> {
  const module = (await load('koffi')) as { default: Koffi } | undefined;
  if (module === undefined) return undefined;
  const koffi = module.default;
  const types = {
    int: 'int',
    long: 'int64_t',
    float: 'float',
    address: 'uintptr_t',
    text: 'const char *',
    nothing: 'void',
  } as const;
  return {
    name: 'koffi',
    addressOf: (bytes) => Number(koffi.address(bytes)),
    open(path) {
      const library = koffi.load(path);
      return {
        find: (name, result, ...values) =>
          orUndefined(() =>
            library.func(
              name,
              types[result],
              values.map((type) => types[type]),
            ),
          ),
      };
    },
  };
}

function orUndefined<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
