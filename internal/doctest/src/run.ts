import { format, inspect } from 'node:util';
import { compile, type Watch } from './compile.js';
import type { Example } from './examples.js';

/** An example that does not do what its comments say. */
export class ExampleError extends Error {
  override name = 'ExampleError';
  /** What vitest shows as a difference. */
  readonly expected: string;
  readonly actual: string;

  constructor(where: string, problem: string, expected: string, actual: string) {
    super(`${where}: ${problem}\n  expected: ${expected}\n  found:    ${actual}`);
    this.expected = expected;
    this.actual = actual;
  }
}

/** What `new Function` makes for async functions; the language gives it no name. */
const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (load: (specifier: string, names?: readonly string[]) => Promise<object>, watch: Watch) => Promise<void>;

/** Imports a module by the name that an example gives it. */
export type Load = (specifier: string) => Promise<object>;

/**
 * Runs an example and compares what it prints with its `// =>` comments.
 *
 * A comment speaks for everything printed since the one before it. Output that no comment speaks for is an error.
 *
 * @throws `ExampleError` for other output; whatever the example throws, with its line in front of the message.
 */
export async function runExample(example: Example, load: Load): Promise<void> {
  const { body, expectations } = compile(example.file, example.code);
  const printed: string[] = [];
  let reached = 0;
  const where = (): string => `${example.file}:${watch.line}`;
  const compare = (index: number, actual: string): void => {
    const { text, line } = expectations[index]!;
    if (!agrees(actual, text)) throw new ExampleError(`${example.file}:${line}`, 'other output', text, actual);
    reached++;
  };
  const watch: Watch = {
    line: 0,
    done(index) {
      compare(index, printed.splice(0).join('\n'));
    },
    value(index, value) {
      if (printed.length > 0) compare(index, printed.splice(0).join('\n'));
      else
        compare(index, typeof value === 'string' && agrees(value, expectations[index]!.text) ? value : inspect(value));
    },
    async throws(index, run) {
      let error: unknown;
      try {
        await run();
      } catch (caught) {
        error = caught;
      }
      if (error === undefined)
        throw new ExampleError(where(), 'nothing was thrown', expectations[index]!.text, 'no error');
      const message = error instanceof Error ? error.message : String(error);
      compare(index, agrees(String(error), expectations[index]!.text) ? String(error) : message);
    },
  };
  const restore = capture(printed);
  try {
    await new AsyncFunction('load', 'watch', body)(withNames(load), watch);
  } catch (error) {
    if (error instanceof ExampleError || !(error instanceof Error)) throw error;
    error.message = `${where()}: ${error.message}`;
    throw error;
  } finally {
    restore();
  }
  if (printed.length > 0)
    throw new ExampleError(where(), 'output that no `// =>` comment speaks for', '', printed.join('\n'));
  if (reached < expectations.length) {
    const { line, text } = expectations[reached]!;
    throw new ExampleError(`${example.file}:${line}`, 'never reached', text, '');
  }
}

/** A missing export is reported by its name; destructuring would only leave it undefined. */
function withNames(load: Load): (specifier: string, names?: readonly string[]) => Promise<object> {
  return async (specifier, names = []) => {
    const module = await load(specifier);
    const missing = names.filter((name) => !(name in module));
    if (missing.length > 0) throw new Error(`${specifier} exports no ${missing.join(', ')}`);
    return module;
  };
}

/** Collects what is logged instead of showing it. */
function capture(into: string[]): () => void {
  const { log, info, warn } = console;
  const collect = (...args: unknown[]): void => void into.push(format(...args));
  console.log = collect;
  console.info = collect;
  // Warnings go to standard error, which examples do not show.
  console.warn = () => {};
  return () => Object.assign(console, { log, info, warn });
}

/** Whether a text is what a comment says, but for white space; `…` in the comment stands for any text. */
export function agrees(actual: string, expected: string): boolean {
  const [a, b] = [normalise(actual), normalise(expected)];
  if (!b.includes('…')) return a === b;
  const parts = b.split('…').map((part) => part.trim());
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const found =
      i === 0 ? (a.startsWith(part) ? 0 : -1) : i === parts.length - 1 ? a.lastIndexOf(part) : a.indexOf(part, at);
    if (found < at) return false;
    at = found + part.length;
  }
  return parts.at(-1) === '' || at === a.length;
}

/** A tensor that prints on several lines may be written on one, and `[ 1, 2 ]` as `[1, 2]`. */
function normalise(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/([[({]) /g, '$1')
    .replace(/ ([\])}])/g, '$1')
    .trim();
}
