import type { MarkdownRenderer } from 'vitepress';

/** Renders something whose code needs no colours; what the same `md` renders afterwards has them again. */
export function withoutColours<Result>(md: MarkdownRenderer, render: () => Result): Result {
  const { highlight } = md.options;
  md.options.highlight = null;
  try {
    return render();
  } finally {
    md.options.highlight = highlight;
  }
}

/** Colours the same code once: each page is rendered for the browser and for the server, and pages of the API are much alike. */
export function withKeptColours(md: MarkdownRenderer): void {
  const { highlight } = md.options;
  if (!highlight) return;
  const kept = new Map<string, string>();
  md.options.highlight = (code, language, attributes) => {
    const key = [language, attributes, code].join('\n');
    const html = kept.get(key) ?? highlight(code, language, attributes);
    kept.set(key, html);
    return html;
  };
}
