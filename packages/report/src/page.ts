import type { MistakeCosts } from '@kindling/metrics';
import { brierScoreLoss, logLoss } from '@kindling/metrics';
import type { Scene } from '@kindling/viz';
import { type Content, Html, html } from './html.js';
import type { Judgement } from './judged.js';
import { cut } from './numbers.js';
import { picturesOf, type Shown } from './pictures.js';
import { measures } from './sections/measures.js';
import { picture } from './sections/picture.js';
import { type Section, section } from './sections/section.js';
import { summary } from './sections/summary.js';
import { thresholds } from './sections/thresholds.js';
import { style } from './style.js';

/** A picture with words below it, by its name; nothing where there is no such picture. */
export type Figure = (of: string, what: string) => Content;

/** The pictures of a report, and what puts them into the page in light and dark colours. */
export function figuresOf(shown: Shown): { readonly figure: Figure; readonly pictures: Record<string, Scene> } {
  const [light, dark] = [picturesOf(shown, 'light'), picturesOf(shown, 'dark')];
  return {
    pictures: light,
    figure: (of, what) => (light[of] === undefined ? null : picture(light[of], dark[of]!, what)),
  };
}

/** Figures side by side. */
export function row(...figures: readonly Content[]): Content {
  return html`<div class="figures">${figures}</div>`;
}

/** What the parts about the judgement need besides it. */
interface Beside {
  readonly majority: ReturnType<typeof alwaysTheMoreFrequent>;
  readonly warnings: readonly string[];
  readonly cost: MistakeCosts;
  readonly figure: Figure;
}

/** The parts that say how good a model is, of tables or images. */
export function judgementParts(judgement: Judgement, { majority, warnings, cost, figure }: Beside): (Section | null)[] {
  return [
    summary(judgement, majority.accuracy),
    warnings.length === 0
      ? null
      : section(
          'warnings',
          'What to look out for',
          html`<ul class="findings">${warnings.map((message) => html`<li>${cut(message, 500)}</li>`)}</ul>`,
        ),
    measures(
      judgement,
      majority,
      row(
        figure(
          'roc',
          'How many of the positive rows are found for how many false alarms; the corner above left is perfect.',
        ),
        figure('precision-recall', 'How many of the rows called positive are, for how many that are found.'),
        figure('calibration', 'Whether what is given a probability happens as often; below, how many rows got which.'),
        figure('confusion', 'True classes in rows, predicted ones in columns.'),
      ),
    ),
    judgement.intervals.auc === null
      ? null
      : thresholds(
          judgement,
          cost,
          row(figure('thresholds', 'Choose high for few false alarms, low for few that are missed.')),
        ),
  ];
}

/** The part that says how to make a model again. */
export function reproduced(how: string | undefined): Section | null {
  if (how === undefined) return null;
  return section(
    'reproduce',
    'How to make it again',
    html`<pre>${how.split('\n').map((line, i) => [i > 0 && html`\n`, line])}</pre>`,
  );
}

/** The whole page: no script, nothing that is loaded from elsewhere. */
export function pageOf(title: string, intro: Html, parts: readonly (Section | null)[]): Html {
  const sections = parts.filter((part) => part !== null);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${cut(title, 200)}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header><h1>${cut(title, 200)}</h1>
<p>${intro}</p>
<nav aria-label="Parts">${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a> `)}</nav></header>
<main>
${sections.map(({ content }) => content)}</main>
</body>
</html>
`;
}

/** The measures of always saying the class that is more frequent in training, with its share as the probability. */
export function alwaysTheMoreFrequent(share: number, truth: readonly number[]) {
  const p = truth.map(() => share);
  const said = share > 0.5 ? 1 : 0;
  return {
    accuracy: truth.filter((value) => value === said).length / truth.length,
    logLoss: logLoss(truth, p, { labels: [0, 1] }),
    brier: brierScoreLoss(truth, p),
  };
}
