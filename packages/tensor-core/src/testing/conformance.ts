import type { Backend, FusedKernels } from '../backend.js';
import { type DType, isFloating } from '../dtype.js';
import type { OpCase } from './cases/case.js';
import { creation } from './cases/creation.js';
import { elementwise } from './cases/elementwise.js';
import { fused, singleOnly } from './cases/fused.js';
import { moreOperations } from './cases/more.js';
import { primitives } from './cases/primitives.js';
import { products } from './cases/products.js';
import { reductions } from './cases/reductions.js';
import { structure } from './cases/structure.js';
import { windows } from './cases/windows.js';
import { compareCreated, compareFused, compareGradients, compareResults, type Pair } from './run.js';

/** What {@link conformance} needs of a test framework: Vitest, Jest, Mocha and `node:test` have it. */
export interface TestFramework {
  /** Puts the tests that a function registers under a name. */
  describe(name: string, register: () => void): unknown;
  /**
   * Registers a test, which fails where its promise is rejected. What the framework calls it with, or on, may have a
   * `skip(note)`, for tests that find out only then that they cannot run: Vitest, `node:test` and Mocha have it.
   */
  it: {
    (name: string, run: (context?: unknown) => Promise<void>): unknown;
    /** Registers a test that is reported as skipped. */
    skip(name: string, run: () => Promise<void>): unknown;
  };
}

/** How far float32 results may lie from those of the reference. The defaults are what IEEE 754 arithmetic reaches. */
export interface ConformanceTolerances {
  /** Relative, for one operation: add, sub, mul, div, sqrt, reciprocal; default 2 ** -23, a unit in the last place. */
  readonly single?: number;
  /** Relative, for functions of each element; default 2e-6. */
  readonly function?: number;
  /** Relative, for reductions and products, and a quarter of it of the largest element, since terms cancel; default 2e-6. */
  readonly sum?: number;
}

/** What {@link conformance} tests, and against what. */
export interface ConformanceOptions {
  /** How the report calls the backend. */
  readonly name: string;
  /** Makes the backend under test; called once, when the first test runs. */
  readonly backend: () => Promise<Backend>;
  /** Makes the backend to compare with: the plain kernels, `() => cpu({ wasm: false })`. */
  readonly reference: () => Promise<Backend>;
  /** The test framework's functions, such as `{ describe, it }` of Vitest. */
  readonly test: TestFramework;
  /**
   * Tests that the backend cannot pass, and why. A key is one word or several of a test's name: `'float64'`, `'sort'`,
   * `'denormals'`, `'exp denormals'`. They are reported as skipped, with the reason; a key without a test is an error.
   */
  readonly skip?: Readonly<Record<string, string>>;
  /** The dtypes to test, by default all: fewer where a backend hands the others on to one that was tested. */
  readonly dtypes?: readonly DType[];
  /**
   * Tries each call in two of the seven kinds of views, by turns, where by default it is tried in all: for a backend whose
   * operations read views by one mechanism, and which takes long to prepare each.
   */
  readonly viewsInTurn?: boolean;
  /** Wider tolerances, for hardware that rounds in its own way. */
  readonly tolerances?: ConformanceTolerances;
}

/** The aspects under which every operation is tested, besides its own edges. */
type Aspect = 'forward' | 'views' | 'gradient' | 'large' | (string & {});

/**
 * Registers the tests that every backend has to pass: each operation, forward and gradient, over shapes (from scalars to
 * four dimensions, of sizes 0 and 1), views (with an offset, transposed, with gaps, backwards, expanded), dtypes (those
 * that the backend supports), special elements (NaN, infinities, -0, denormals, huge ones, ties) and many elements (where
 * fast kernels run); each fused kernel against its composition; and what `Backend` says of memory.
 *
 * A test is named by words, `exp float32 gradient`: the operation, the dtype, and the aspect: `forward`, `views`,
 * `gradient`, `large`, or one of the special elements. Results are compared with those of the reference backend: those
 * of moves and comparisons exactly, others within {@link ConformanceTolerances} (1e-12 in float64). Numbers below the
 * normal range of the dtype may be 0, but for the aspect `denormals`.
 *
 * Everything is read with `await tensor.data()`, so that a device without synchronous reads is tested too; there,
 * operations that have to read must refuse with an error that says so.
 *
 * A new backend begins with `skip` full of reasons and ends with none but those of its hardware. Dtypes that it does not
 * support and fused kernels that it does not have need no reason: their tests skip themselves, where the framework lets
 * them (Jest does not, and counts them as passed).
 *
 * @throws `Error`, when the tests are registered, for a key of `skip` that fits none, or a dtype that there is not.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { conformance } from '@kindling/tensor-core/testing';
 * // Usually: import { describe, it } from 'vitest';
 * const tests: (() => Promise<void>)[] = [];
 * const describe = (_name: string, register: () => void) => register();
 * const it = Object.assign((_name: string, run: () => Promise<void>) => tests.push(run), { skip: () => {} });
 * conformance({ name: 'mine', backend: cpu, reference: () => cpu({ wasm: false }), test: { describe, it } });
 * await tests[0]!();
 * console.log(tests.length > 500); // => true
 * ```
 */
export function conformance(options: ConformanceOptions): void {
  const { name, test, skip = {} } = options;
  const unknown = (options.dtypes ?? []).filter((dtype) => !everyDType.includes(dtype));
  if (unknown.length > 0) throw new Error(`conformance: there is no dtype ${unknown.join(', ')}`);
  const groups = plan(options);
  const titles = Object.values(groups).flatMap((list) => list.map(({ title }) => title));
  const unused = Object.keys(skip).filter((key) => !titles.some((title) => fits(key, title)));
  if (unused.length > 0) throw new Error(`conformance: no test has the words of skip: ${unused.join(', ')}`);

  const pair = both(options);
  test.describe(`${name}: conformance`, () => {
    for (const [group, list] of Object.entries(groups)) {
      test.describe(group, () => {
        for (const { title, dtype, kernel, run } of list) {
          // Without a parameter of its own, which to Jest and Mocha would mean that it calls back when it is done.
          const body = async function (this: unknown, ...[context = this]: [unknown?]): Promise<void> {
            const made = await pair();
            // What there is is known only now, when the backend is there.
            const lacking = lacks(made.backend, dtype, kernel);
            if (lacking === undefined) await run(made);
            else (context as { skip?(note: string): void } | undefined)?.skip?.(lacking);
          };
          const key = Object.keys(skip).find((words) => fits(words, title));
          if (key === undefined) test.it(title, body);
          // Only the backend's author skips, and each skip names its reason, which stands in the test's title.
          else test.it.skip(`${title} (skipped: ${skip[key]})`, body);
        }
      });
    }
  });
}

/** A test before it is registered. */
interface Entry {
  readonly title: string;
  readonly dtype: DType;
  /** The optional kernel without which there is nothing to test. */
  readonly kernel?: keyof FusedKernels;
  readonly run: (pair: Pair) => Promise<void>;
}

const everyDType: readonly DType[] = ['float32', 'float64', 'int32', 'bool'];

function fits(key: string, title: string): boolean {
  const words = title.split(' ');
  return key.split(' ').every((word) => words.includes(word));
}

/** Why a test cannot run on a backend. */
function lacks(backend: Backend, dtype: DType, kernel?: keyof FusedKernels): string | undefined {
  if (!backend.supports(dtype)) return `${backend.name} has no ${dtype}`;
  return kernel !== undefined && backend.fused?.[kernel] === undefined
    ? `${backend.name} composes ${kernel}`
    : undefined;
}

/** Both backends, made when they are first needed. */
function both({ backend, reference, viewsInTurn = false }: ConformanceOptions): () => Promise<Pair> {
  let made: Promise<Pair> | undefined;
  return () => {
    made ??= Promise.all([backend(), reference()]).then(([tested, plain]) => ({
      backend: tested,
      reference: plain,
      viewsInTurn,
    }));
    return made;
  };
}

/** All tests, in the groups in which they are reported. */
function plan({ tolerances, dtypes = everyDType }: ConformanceOptions): Record<string, readonly Entry[]> {
  const memory = Object.entries(primitives).flatMap(([word, check]) =>
    everyDType.map(
      (dtype): Entry => ({ title: `${word} ${dtype}`, dtype, run: ({ backend }) => check(backend, dtype) }),
    ),
  );
  const created = Object.entries(creation).flatMap(([word, make]) =>
    everyDType.map(
      (dtype): Entry => ({ title: `${word} ${dtype}`, dtype, run: (made) => compareCreated(made, make, dtype) }),
    ),
  );
  const kernels = (Object.keys(fused) as (keyof FusedKernels)[]).flatMap((kernel) =>
    (singleOnly.has(kernel) ? (['float32'] as const) : (['float32', 'float64'] as const)).map(
      (dtype): Entry => ({
        title: `fused ${kernel} ${dtype}`,
        dtype,
        kernel,
        run: (made) => compareFused(made, kernel, dtype, tolerances),
      }),
    ),
  );
  const operations = Object.entries({
    elementwise,
    reductions,
    products,
    structure,
    windows,
    more: moreOperations,
  }).map(([group, cases]) => [group, cases.flatMap((one) => entriesOf(one, tolerances))] as [string, Entry[]]);
  const all: [string, readonly Entry[]][] = [
    ['memory', memory],
    ['creation', created],
    ...operations,
    ['fused', kernels],
  ];
  return Object.fromEntries(all.map(([group, list]) => [group, list.filter(({ dtype }) => dtypes.includes(dtype))]));
}

/** The tests of an operation: one for each dtype and aspect. */
function entriesOf(one: OpCase, tolerances: ConformanceTolerances | undefined): Entry[] {
  return one.dtypes.flatMap((dtype) => {
    const list: Entry[] = [];
    const add = (aspect: Aspect, run: Entry['run']): void => {
      list.push({ title: `${one.op} ${dtype} ${aspect}`, dtype, run });
    };
    add('forward', (made) => compareResults(made, one, one.calls, dtype, { tolerances, views: false }));
    if (one.calls.some(({ inputs }) => inputs.some(({ shape }) => shape.length > 0))) {
      add('views', (made) => compareResults(made, one, one.calls, dtype, { tolerances, views: true }));
    }
    if (!isFloating(dtype)) return list;
    if (one.gradient) add('gradient', (made) => compareGradients(made, one, dtype, tolerances));
    if (one.large) add('large', (made) => compareResults(made, one, one.large!, dtype, { tolerances, views: false }));
    for (const [aspect, calls] of Object.entries(one.edges ?? {})) {
      const manner = { tolerances, views: false, aspect };
      add(aspect.replaceAll(' ', '-'), (made) => compareResults(made, one, calls, dtype, manner));
    }
    return list;
  });
}
