import { transform } from 'sucrase';

/** A block of a page's program. */
export interface Block {
  readonly code: string;
  /** Whether it goes on with the names of the blocks before it. */
  readonly continues: boolean;
}

/** The blocks that have to run for a block: those of its program, from the first one to it. */
export function chainOf(blocks: readonly Block[], index: number): number[] {
  let first = index;
  while (first > 0 && blocks[first]!.continues) first--;
  return Array.from({ length: index - first + 1 }, (_, i) => first + i);
}

/**
 * The JavaScript of some blocks as the body of an asynchronous function of `require`, `console` and `begin`, which is told
 * which block begins. Throws where a block cannot be read, with its line.
 */
export function programOf(blocks: readonly Block[], indices: readonly number[]): string {
  const code = indices.map((i) => `begin(${i});\n${blocks[i]!.code}\n`).join('');
  return transform(code, { transforms: ['typescript', 'imports'], disableESTransforms: true }).code;
}
