import type { Interval } from '@kindling/metrics';
import type { Measures } from '@kindling/train';
import { type Content, html } from '../html.js';
import type { Judgement } from '../judged.js';
import { percent, short } from '../numbers.js';
import { dataTable, type Section, section } from './section.js';

/** How good the model is on the test rows, beside the plain ones. */
export function measures(
  judgement: Judgement,
  majority: Pick<Measures, 'accuracy' | 'logLoss' | 'brier'>,
  pictures: Content,
): Section {
  const { compared, intervals } = judgement;
  const own = [judgement, ...compared].map(({ name, measures: its }) => [
    name,
    its.auc === null ? '–' : its.auc.toFixed(4),
    its.accuracy.toFixed(4),
    its.logLoss.toFixed(4),
    its.brier.toFixed(4),
    its.precision.toFixed(4),
    its.recall.toFixed(4),
    its.f1.toFixed(4),
  ]);
  const plain = [
    'more frequent class',
    '–',
    majority.accuracy.toFixed(4),
    majority.logLoss.toFixed(4),
    majority.brier.toFixed(4),
    '–',
    '–',
    '–',
  ];
  const sure: readonly (readonly [string, Interval | null])[] = [
    ['AUC', intervals.auc],
    ['Accuracy', intervals.accuracy],
    ['Precision', intervals.precision],
    ['Recall', intervals.recall],
  ];
  return section(
    'measures',
    'How good it is',
    dataTable(
      ['Model', 'AUC', 'Accuracy', 'Log loss', 'Brier', 'Precision', 'Recall', 'F1'],
      [...own, plain],
      'Measures on the test rows',
    ),
    dataTable(
      ['Measure', 'Value', 'Low', 'High'],
      sure.flatMap(([name, interval]) =>
        interval === null ? [] : [[name, short(interval.estimate), short(interval.low), short(interval.high)]],
      ),
      `Intervals that hold the true value in ${percent(intervals.accuracy.confidence)} of cases`,
    ),
    html`<p class="note">The interval of the AUC is DeLong's, the others are Wilson's. They say how much the choice of test rows matters, not how another training would do.</p>`,
    pictures,
  );
}
