import { expect, test, vi } from 'vitest';
import { type Blas, findBlas } from './blas.js';
import type { Foreign, ForeignFunction } from './foreign.js';

/** A machine with some libraries, each with some functions. */
function machine(libraries: Record<string, Record<string, ForeignFunction>>): Foreign {
  return {
    name: 'test',
    addressOf: () => 0,
    open(path) {
      const functions = libraries[path];
      if (functions === undefined) throw new Error(`no ${path}`);
      return { find: (name) => functions[name] };
    },
  };
}

test('takes the first of the usual libraries, and can tell it how many threads it has', () => {
  const set = vi.fn();
  const sgemm = vi.fn();
  const found = findBlas(
    machine({
      'libblis.so.4': { cblas_sgemm: vi.fn() },
      'libopenblas.so': {
        cblas_sgemm: sgemm,
        openblas_set_num_threads: set,
        openblas_get_config: () => 'OpenBLAS 0.3.21 ',
      },
    }),
    'linux',
  ) as Blas;
  expect(found).toMatchObject({ name: 'OpenBLAS 0.3.21', path: 'libopenblas.so', sgemm });
  found.setThreads!(3);
  expect(set).toHaveBeenCalledWith(3);
});

test('a library without products is passed over', () => {
  const libraries = machine({ 'libopenblas.so.0': {}, 'libmkl_rt.so': { cblas_sgemm: vi.fn() } });
  expect(findBlas(libraries, 'linux')).toMatchObject({ name: 'MKL', path: 'libmkl_rt.so', setThreads: undefined });
});

test('on a Mac there is Accelerate', () => {
  const path = '/System/Library/Frameworks/Accelerate.framework/Accelerate';
  expect(findBlas(machine({ [path]: { cblas_sgemm: vi.fn() } }), 'darwin')).toMatchObject({ name: 'Accelerate', path });
});

test('where there is none it says what it tried', () => {
  const none = findBlas(machine({}), 'win32');
  expect(none).toMatchObject({ tried: expect.arrayContaining(['libopenblas.dll', 'mkl_rt.dll', 'libblis.dll']) });
  expect(findBlas(machine({}), 'aix')).toEqual({ tried: [] });
});

test('a path is taken alone, and known by what it has', () => {
  const text = vi.fn(() => '0.9.0');
  const own = { cblas_sgemm: vi.fn(), bli_info_get_version_str: text, bli_thread_set_num_threads: vi.fn() };
  expect(findBlas(machine({ '/mine': own }), 'linux', '/mine')).toMatchObject({ name: 'BLIS 0.9.0', path: '/mine' });
  expect(findBlas(machine({ '/mine': { cblas_sgemm: vi.fn() } }), 'linux', '/mine')).toMatchObject({ name: 'BLAS' });
  expect(findBlas(machine({ 'libopenblas.so.0': own }), 'linux', '/mine')).toEqual({ tried: ['/mine'] });
});
