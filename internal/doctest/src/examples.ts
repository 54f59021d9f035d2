import { type Fence, fences } from './fences.js';

/** A program in the documentation. */
export interface Example {
  /** `packages/tensor-core/src/ops/exp.ts: exp`, or `docs/guide/start.md: line 12`. */
  readonly name: string;
  /** The file, from the root of the repository. */
  readonly file: string;
  /** The code; its lines are those of the file, with nothing in place of what surrounds it. */
  readonly code: string;
  /** Whether it is run; the others are only type-checked. */
  readonly run: boolean;
}

/** A block that is neither run nor type-checked, and why. */
export interface Skipped {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** What the blocks of a text amount to. */
export interface Found {
  readonly examples: Example[];
  readonly skipped: Skipped[];
}

/** A block's words behind `ts`. */
interface Flags {
  /** It goes on where the block above stopped; both are one program. */
  readonly continues: boolean;
  /** It takes long, so it is run only where `KINDLING_SLOW_EXAMPLES` is set. */
  readonly slow: boolean;
  readonly noRun: boolean;
  /** Why it is not even type-checked; empty where it is. */
  readonly reason: string;
}

/** Reads `ts`, `ts continues`, `ts slow`, `ts no-run` and `ts no-run some reason`; `null` for another language. */
function readFlags(info: string): Flags | null {
  const [language, ...words] = info.split(/\s+/);
  if (language !== 'ts' && language !== 'typescript') return null;
  const flags = { continues: false, slow: false, noRun: false };
  while (words.length > 0) {
    const word = words[0]!;
    if (word === 'continues') flags.continues = true;
    else if (word === 'slow') flags.slow = true;
    else if (word === 'no-run') {
      return { ...flags, noRun: true, reason: words.slice(1).join(' ') };
    } else if (word.startsWith('{') || word.startsWith('[')) {
      // Highlighted lines and tab titles are the site's business.
    } else throw new Error(`unknown word ${JSON.stringify(word)} in the fence \`\`\`${info}`);
    words.shift();
  }
  return { ...flags, reason: '' };
}

/**
 * The programs in the blocks of one text. Blocks that continue one another are one program; slow ones end it where
 * they are not to be run.
 */
export function examplesOf(
  file: string,
  blocks: readonly Fence[],
  nameOf: (block: Fence) => string,
  slow: boolean,
): Found {
  const skipped: Skipped[] = [];
  const programs: Part[][] = [];
  for (const block of blocks) {
    const flags = readFlags(block.info);
    if (flags === null) continue;
    if (flags.reason !== '') {
      skipped.push({ file, line: block.line, reason: flags.reason });
      continue;
    }
    const part = { block, run: !flags.noRun && (slow || !flags.slow) };
    if (!flags.continues) programs.push([part]);
    else if (programs.length > 0) programs.at(-1)!.push(part);
    else throw new Error(`${file}:${block.line}: there is no block that this one could continue`);
  }
  return { examples: programs.flatMap((parts) => examplesOfProgram(file, parts, nameOf(parts[0]!.block))), skipped };
}

/** A block of a program, and whether it is run. */
interface Part {
  readonly block: Fence;
  readonly run: boolean;
}

/** The part of a program that is run; and all of it to be type-checked, where that is more. */
function examplesOfProgram(file: string, parts: readonly Part[], name: string): Example[] {
  const first = parts.findIndex(({ run }) => !run);
  if (first < 0) return [{ name, file, code: join(parts), run: true }];
  const all = { name: first === 0 ? name : `${name}, all`, file, code: join(parts), run: false };
  return first === 0 ? [all] : [{ name, file, code: join(parts.slice(0, first)), run: true }, all];
}

/** The blocks' code, each line where it is in the file. */
function join(parts: readonly Part[]): string {
  let code = '';
  let line = 1;
  for (const { block } of parts) {
    code += '\n'.repeat(block.line - line) + block.code;
    line = block.line + block.code.split('\n').length - 1;
  }
  return code;
}

/** The programs of a Markdown page. */
export function examplesOfPage(file: string, text: string, slow = false): Found {
  return examplesOf(file, fences(text), (block) => `${file}: line ${block.line}`, slow);
}
