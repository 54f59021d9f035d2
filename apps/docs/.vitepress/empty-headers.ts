import type { MarkdownRenderer } from 'vitepress';

/** A table's header that says nothing is none: the row is left out where all of it is empty, and an empty corner is a plain cell. */
export function withoutEmptyHeaders(md: MarkdownRenderer): void {
  md.core.ruler.push('empty-headers', ({ tokens }) => {
    for (let i = 0; i < tokens.length; i++) {
      if (tokens[i]!.type !== 'thead_open') continue;
      const end = tokens.findIndex(({ type }, at) => at > i && type === 'thead_close');
      const head = tokens.slice(i, end);
      if (head.every(({ type, content }) => type !== 'inline' || content === '')) {
        tokens.splice(i, end - i + 1);
        continue;
      }
      head.forEach((token, at) => {
        if (token.type !== 'th_open' || head[at + 1]?.content !== '') return;
        token.tag = 'td';
        head[at + 2]!.tag = 'td';
      });
    }
  });
}
