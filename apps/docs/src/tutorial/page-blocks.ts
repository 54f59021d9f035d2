import type { Block } from './program.js';

/** A block of code as it stands in the page. */
export interface PageBlock extends Block {
  readonly element: HTMLElement;
  /** Where what it prints is shown. */
  readonly output: HTMLElement;
}

/** The blocks of a page that can run, each with a place for its output behind it. */
export function findBlocks(page: HTMLElement): PageBlock[] {
  const found = page.querySelectorAll<HTMLElement>('[data-example]');
  return [...found].flatMap((wrapper) => {
    const element = wrapper.querySelector<HTMLElement>('[class*="language-"]');
    const code = element?.querySelector('pre.shiki code')?.textContent;
    if (element === null || code === null || code === undefined || wrapper.dataset.example === 'no-run') return [];
    const output = document.createElement('div');
    output.className = 'live-output';
    wrapper.append(output);
    return [{ element, output, code, continues: wrapper.dataset.example === 'continues' }];
  });
}
