import { existsSync } from 'node:fs';
import type { MarkdownRenderer } from 'vitepress';

/** Beside a picture that has a dark one, `dark/NAME` next to it, stands that one; the page's theme shows one of them. */
export function withDarkPictures(md: MarkdownRenderer, folder: string): void {
  const image = md.renderer.rules.image!;
  md.renderer.rules.image = (tokens, index, ...rest) => {
    const token = tokens[index]!;
    const source = token.attrGet('src') ?? '';
    const dark = source.replace(/\/(?=[^/]+$)/, '/dark/');
    if (!source.startsWith('/') || !existsSync(folder + dark)) return image(tokens, index, ...rest);
    // Of the one that is not shown nothing is fetched.
    token.attrSet('loading', 'lazy');
    token.attrJoin('class', 'in-light');
    const light = image(tokens, index, ...rest);
    token.attrSet('src', dark);
    token.attrSet('class', 'in-dark');
    return light + image(tokens, index, ...rest);
  };
}
