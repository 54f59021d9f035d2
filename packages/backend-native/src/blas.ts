import type { Foreign, ForeignFunction, ForeignType, Library } from './foreign.js';

/** A library of products that was found. */
export interface Blas {
  /** Whose it is, with what it says of itself. */
  readonly name: string;
  /** What was opened. */
  readonly path: string;
  /** `cblas_sgemm`. */
  readonly sgemm: ForeignFunction;
  /** Has so many threads share a product; `undefined` where the library cannot be told. */
  readonly setThreads: ((threads: number) => void) | undefined;
}

interface Kind {
  readonly name: string;
  /** A function that it alone has, or `undefined` where its path says who it is. */
  readonly mark?: string;
  /** The function that sets the number of threads, and the type of its argument. */
  readonly threads?: readonly [name: string, type: ForeignType];
  readonly paths: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>>;
}

const KINDS: readonly Kind[] = [
  {
    name: 'OpenBLAS',
    mark: 'openblas_get_config',
    threads: ['openblas_set_num_threads', 'int'],
    paths: {
      linux: ['libopenblas.so.0', 'libopenblas.so', 'libopenblasp.so.0'],
      darwin: [
        '/opt/homebrew/opt/openblas/lib/libopenblas.dylib',
        '/usr/local/opt/openblas/lib/libopenblas.dylib',
        'libopenblas.dylib',
      ],
      win32: ['libopenblas.dll', 'openblas.dll'],
    },
  },
  {
    name: 'MKL',
    mark: 'MKL_Get_Max_Threads',
    threads: ['MKL_Set_Num_Threads', 'int'],
    paths: {
      linux: ['libmkl_rt.so.2', 'libmkl_rt.so', '/opt/intel/oneapi/mkl/latest/lib/libmkl_rt.so'],
      darwin: ['libmkl_rt.dylib'],
      win32: ['mkl_rt.2.dll', 'mkl_rt.dll'],
    },
  },
  {
    name: 'BLIS',
    mark: 'bli_info_get_version_str',
    threads: ['bli_thread_set_num_threads', 'long'],
    paths: { linux: ['libblis.so.4', 'libblis.so.3', 'libblis.so'], darwin: ['libblis.dylib'], win32: ['libblis.dll'] },
  },
  {
    name: 'Accelerate',
    paths: { darwin: ['/System/Library/Frameworks/Accelerate.framework/Accelerate'] },
  },
];

/** What a library says of itself: the names of functions that return a text. */
const TEXTS: Readonly<Record<string, string>> = {
  OpenBLAS: 'openblas_get_config',
  BLIS: 'bli_info_get_version_str',
};

/** order, transA, transB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc */
const SGEMM: readonly ForeignType[] = [
  ...(['int', 'int', 'int', 'int', 'int', 'int', 'float'] as const),
  ...(['address', 'int', 'address', 'int', 'float', 'address', 'int'] as const),
];

/** Tries the libraries of this platform one after the other; with a path that one alone. Says what was tried where none is. */
export function findBlas(
  foreign: Foreign,
  platform: NodeJS.Platform,
  path?: string,
): Blas | { tried: readonly string[] } {
  const tried: string[] = [];
  const open = (name: string): Library | undefined => {
    tried.push(name);
    try {
      return foreign.open(name);
    } catch {
      return undefined;
    }
  };
  if (path !== undefined) {
    const library = open(path);
    const kind =
      library && (KINDS.find(({ mark }) => mark && library.find(mark, 'text') !== undefined) ?? { name: 'BLAS' });
    return (library && blasOf(library, path, kind!)) ?? { tried };
  }
  for (const kind of KINDS) {
    for (const name of kind.paths[platform] ?? []) {
      const library = open(name);
      const found = library && blasOf(library, name, kind);
      if (found !== undefined) return found;
    }
  }
  return { tried };
}

function blasOf(library: Library, path: string, { name, threads }: Pick<Kind, 'name' | 'threads'>): Blas | undefined {
  const sgemm = library.find('cblas_sgemm', 'nothing', ...SGEMM);
  if (sgemm === undefined) return undefined;
  const text = TEXTS[name] && library.find(TEXTS[name], 'text')?.();
  const set = threads && library.find(threads[0], 'nothing', threads[1]);
  return {
    name: typeof text === 'string' ? (text.startsWith(name) ? text.trim() : `${name} ${text.trim()}`) : name,
    path,
    sgemm,
    setThreads: set && ((count) => void set(count)),
  };
}
