import { type Content, type Html, html } from '../html.js';

/** A part of the page, with a heading that one can link to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

/** A part of the page. */
export function section(id: string, title: string, ...contents: readonly Content[]): Section {
  return {
    id,
    title,
    content: html`<section id="${id}"><h2>${title}</h2>${contents}</section>
`,
  };
}

/** A table that scrolls by itself where the page is narrow. The cells of a column of numbers stand to the right. */
export function dataTable(head: readonly string[], rows: readonly (readonly Content[])[], caption: string): Html {
  const numeric = head.map(
    (_, j) => rows.length > 0 && rows.every((row) => /^[-+]?[\d.]*( %)?$|^–$/.test(String(row[j] ?? ''))),
  );
  const cell = (content: Content, j: number): Html =>
    j === 0 ? html`<th scope="row">${content}</th>` : html`<td${numeric[j] && html` class="number"`}>${content}</td>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${head.map((name, j) => html`<th scope="col"${numeric[j] && html` class="number"`}>${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody></table></div>\n`;
}
