import { describe, expect, it } from 'vitest';
import { agrees, runExample } from './run.js';

function run(code: string): Promise<void> {
  const example = { name: 'example', file: 'page.md', code, run: true };
  return runExample(example, async (specifier) => {
    if (specifier !== 'numbers') throw new Error(`unexpected import of ${specifier}`);
    return { one: 1, default: 2, fail: () => Promise.reject(new RangeError('too far')) };
  });
}

describe('runExample', () => {
  it('passes what prints as its comments say', async () => {
    await run('console.log(1, "a"); // => 1 a');
    await run('for (const x of [1, 2]) {\n  console.log(x);\n}\n// => 1\n//    2');
    await run('for (const x of [1, 2]) console.log(x);\n// => 1\n// => 2');
    await run('console.log("a\\n\\nb");\n// => a\n//\n//    b');
    await run('console.log([1, 2]); // => [1, 2]');
    await run('try { throw new Error("x") } catch (e) {\n  console.log(String(e)); // => Error: x\n}');
  });

  it('shows other output', async () => {
    await expect(run('\nconsole.log(1); // => 2')).rejects.toThrow('page.md:2: other output');
    await expect(run('for (const x of [1, 2]) console.log(x); // => 1')).rejects.toThrow('other output');
    await expect(run('console.log(1); // => 1\n//    2')).rejects.toThrow('other output');
    await expect(run('if (false) console.log(1); // => 1')).rejects.toThrow('other output');
  });

  it('shows output that no comment speaks for', async () => {
    await expect(run('console.log(1); // => 1\nconsole.log(2);')).rejects.toThrow('no `// =>` comment');
  });

  it('takes the values of expressions', async () => {
    await run('1 + 1; // => 2\n"a"; // => a\n[1]; // => [ 1 ]');
    await expect(run('1 + 1; // => 3')).rejects.toThrow('page.md:1: other output');
  });

  it('knows comments from strings', async () => {
    await run('console.log("// => 2", `// => 3`); // => // => 2 // => 3');
  });

  it('imports', async () => {
    await run(
      "import two, { one as first, type Missing } from 'numbers';\nimport type { Nothing } from 'nowhere';\nimport * as all from 'numbers';\n" +
        "console.log(first, two, all.one, (await import('numbers')).one); // => 1 2 1 1",
    );
    await expect(run("import { three } from 'numbers';")).rejects.toThrow('numbers exports no three');
  });

  it('checks errors', async () => {
    await run(
      "import { fail } from 'numbers';\nawait fail(); // throws too far\nfail(); // throws RangeError: too far",
    );
    await run('JSON.parse("{"); // throws SyntaxError: …');
    await expect(run('Math.abs(1); // throws too far')).rejects.toThrow('nothing was thrown');
    await expect(run("import { fail } from 'numbers';\nawait fail(); // throws other")).rejects.toThrow('too far');
  });

  it('puts the line in front of errors', async () => {
    await expect(run("\n\nthrow new Error('broken');")).rejects.toThrow('page.md:3: broken');
  });

  it('restores the console', async () => {
    const { log } = console;
    await run('console.log(1); // => 1');
    await expect(run("throw new Error('x')")).rejects.toThrow();
    expect(console.log).toBe(log);
  });

  it('runs what TypeScript adds', async () => {
    await run(
      'export const x = 1 as number;\ninterface A { a: number }\nconst y: A = { a: x };\nconsole.log(y.a); // => 1',
    );
    await run('{ using x = { [Symbol.dispose]() { console.log("gone"); } }; void x; }\n// => gone');
  });
});

describe('agrees', () => {
  it('ignores white space', () => {
    expect(agrees('tensor([[1.],\n        [2.]])', 'tensor([[1.], [2.]])')).toBe(true);
    expect(agrees('tensor([1., 2.])', 'tensor([1., 3.])')).toBe(false);
  });

  it('takes … for any text', () => {
    expect(agrees('a 1 b 2 c', 'a … c')).toBe(true);
    expect(agrees('a 1 b 2 c', 'a … b … c')).toBe(true);
    expect(agrees('a 1 b 2 c', '… c')).toBe(true);
    expect(agrees('a 1 b 2 c', 'a …')).toBe(true);
    expect(agrees('a 1 b 2 c', 'a … b … d')).toBe(false);
    expect(agrees('a 1 b 2 c', 'b …')).toBe(false);
    expect(agrees('aba', 'ab…ba')).toBe(false);
  });
});
