import { describe, expect, it } from 'vitest';
import { examplesOfSource } from './docstrings.js';
import { examplesOfPage } from './examples.js';

const page = (...blocks: [info: string, code: string][]): string =>
  blocks.map(([info, code]) => `Text.\n\n\`\`\`${info}\n${code}\n\`\`\`\n`).join('\n');

describe('examplesOfPage', () => {
  it('takes TypeScript blocks, on the lines on which they stand', () => {
    const { examples } = examplesOfPage('a.md', page(['sh', 'ls'], ['ts', 'x;']));
    expect(examples).toEqual([{ name: 'a.md: line 10', file: 'a.md', code: `${'\n'.repeat(9)}x;`, run: true }]);
  });

  it('joins blocks that continue one another', () => {
    const { examples } = examplesOfPage('a.md', page(['ts', 'a;'], ['ts continues', 'b;'], ['ts', 'c;']));
    expect(examples.map(({ code }) => code.trim().replaceAll(/\n+/g, ' '))).toEqual(['a; b;', 'c;']);
    expect(examples[0]!.code.split('\n')[9]).toBe('b;');
    expect(() => examplesOfPage('a.md', page(['ts continues', 'b;']))).toThrow('a.md:4: there is no block');
  });

  it('only type-checks what is not to be run', () => {
    const { examples } = examplesOfPage('a.md', page(['ts no-run', 'a;'], ['ts slow', 'b;']));
    expect(examples.map(({ run }) => run)).toEqual([false, false]);
    expect(examplesOfPage('a.md', page(['ts slow', 'b;']), true).examples[0]!.run).toBe(true);
  });

  it('runs a program up to its slow part', () => {
    const text = page(['ts', 'a;'], ['ts continues', 'b;'], ['ts continues slow', 'c;'], ['ts continues', 'd;']);
    const { examples } = examplesOfPage('a.md', text);
    expect(examples.map(({ code, run }) => [code.replaceAll(/\s+/g, ''), run])).toEqual([
      ['a;b;', true],
      ['a;b;c;d;', false],
    ]);
    expect(examplesOfPage('a.md', text, true).examples.map(({ run }) => run)).toEqual([true]);
  });

  it('skips what gives a reason, and nothing else', () => {
    expect(examplesOfPage('a.md', page(['ts no-run a sketch', 'a;'])).skipped).toEqual([
      { file: 'a.md', line: 4, reason: 'a sketch' },
    ]);
    expect(() => examplesOfPage('a.md', page(['ts norun', 'a;']))).toThrow('unknown word "norun"');
  });

  it('takes the indentation of a block away', () => {
    const { examples } = examplesOfPage('a.md', '1. One\n\n   ```ts\n   a;\n     b;\n   ```\n');
    expect(examples[0]!.code.trim()).toBe('a;\n  b;');
  });
});

describe('examplesOfSource', () => {
  it('finds the examples of functions, members and the module', () => {
    const source = [
      '/**\n * Things.\n *\n * ```ts\n * zero;\n * ```\n * @module\n */',
      "import x from 'x';",
      '/** A. @example\n * ```ts\n * one;\n * ```\n * @example\n * ```ts\n * two;\n * ```\n */\nexport const a = x;',
      'export class B {\n  /**\n   * @example\n   * ```ts\n   * if (x) {\n   *   three;\n   * }\n   * ```\n   */\n  c() {}\n}',
    ].join('\n');
    const { examples } = examplesOfSource('b.ts', source);
    expect(examples.map(({ name, code }) => [name, code.trim()])).toEqual([
      ['b.ts: module', 'zero;'],
      ['b.ts: a', 'one;'],
      ['b.ts: a (2)', 'two;'],
      ['b.ts: B.c', 'if (x) {\n  three;\n}'],
    ]);
    expect(examples[1]!.code.split('\n').length).toBe(12);
    expect(source.split('\n')[11]).toBe(' * one;');
  });
});
