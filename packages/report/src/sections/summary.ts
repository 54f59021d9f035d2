import type { Interval } from '@kindling/metrics';
import { type Html, html } from '../html.js';
import type { Compared, Judgement } from '../judged.js';
import { counted, percent, short } from '../numbers.js';
import { type Section, section } from './section.js';

/** The answer first: a few numbers, and what they mean in words. */
export function summary(judgement: Judgement, alwaysRight: number): Section {
  const { measures, intervals } = judgement;
  const { auc } = intervals;
  const cards = [
    auc === null
      ? null
      : card(
          'AUC',
          auc.estimate.toFixed(3),
          range(auc, (value) => value.toFixed(3)),
        ),
    card('Accuracy', percent(measures.accuracy), range(intervals.accuracy, percent)),
    card('Log loss', measures.logLoss.toFixed(3), 'less is better'),
    card('Brier score', measures.brier.toFixed(3), 'less is better'),
    card('F1', measures.f1.toFixed(3), `at ${short(measures.threshold)}`),
  ];
  return section(
    'summary',
    'In short',
    html`<div class="cards">${cards}</div>`,
    html`<ul>${[...words(judgement, alwaysRight)].map((sentence) => html`<li>${sentence}</li>`)}</ul>`,
  );
}

function card(name: string, value: string, note: string): Html {
  return html`<div class="card"><span class="name">${name}</span><span class="value">${value}</span><span class="note">${note}</span></div>`;
}

const range = ({ low, high }: Interval, write: (value: number) => string): string =>
  `95 %: ${write(low)} to ${write(high)}`;

function* words({ measures, intervals, labels, compared, name }: Judgement, alwaysRight: number): Generator<string> {
  const [negative, positive] = labels.map(String);
  const { auc } = intervals;
  if (auc !== null) {
    const sure =
      auc.low > 0.5 ? '' : auc.high < 0.5 ? ': worse than a guess' : '; the interval holds 50 %, so it may be a guess';
    yield `Of a row of class ${positive} and one of class ${negative}, the ${name} gives the first the higher probability in ${percent(auc.estimate)} of pairs${sure}.`;
  }
  const gain = measures.accuracy - alwaysRight;
  yield gain > 0
    ? `It is right in ${percent(measures.accuracy)} of rows; always naming the more frequent class would be in ${percent(alwaysRight)}.`
    : `It is right in ${percent(measures.accuracy)} of rows, no more than always naming the more frequent class (${percent(alwaysRight)}): at this threshold it decides nothing.`;
  const [[, fp], [fn, tp]] = measures.confusion;
  yield `Of ${counted(tp + fn, 'row')} of class ${positive} it finds ${tp} and misses ${fn}; ${counted(fp, 'row')} of class ${negative} it takes for ${positive}.`;
  for (const other of compared) yield comparison(name, measures.logLoss, other);
}

function comparison(name: string, logLoss: number, other: Compared): string {
  const chance =
    other.aucPValue === null
      ? ''
      : other.aucPValue < 0.05
        ? ` The AUCs differ by more than chance (DeLong, p = ${other.aucPValue.toPrecision(2)}).`
        : ` The difference of the AUCs may be chance (DeLong, p = ${other.aucPValue.toPrecision(2)}).`;
  return logLoss < other.measures.logLoss
    ? `By log loss the ${name} is better than the ${other.name} (${logLoss.toFixed(3)} and ${other.measures.logLoss.toFixed(3)}).${chance}`
    : `By log loss the ${other.name} is as good or better (${other.measures.logLoss.toFixed(3)} and ${logLoss.toFixed(3)}): prefer the plain model.${chance}`;
}
