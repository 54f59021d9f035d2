import { describe, expect, it } from 'vitest';

/** What somebody does, how it is called, and the words that the error must have. */
export type Mistake = readonly [name: string, run: () => unknown, ...words: string[]];

/** What the engine says where nobody checked. */
const unchecked = /^(Cannot|undefined|null)|is not (iterable|a function|defined)|not a constructor|reading '/;

/** Registers a test for each mistake: none is silent, and each is told in words of ours. */
export function eachIsTold(title: string, mistakes: readonly Mistake[]): void {
  describe(title, () => {
    it.each(mistakes.map(([name, run, ...words]) => ({ name, run, words })))('$name', async ({ run, words }) => {
      let message: string | undefined;
      try {
        await run();
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message, 'it is silent').toBeDefined();
      expect(message).not.toMatch(unchecked);
      for (const word of words) expect(message).toContain(word);
    });
  });
}
