import { type MistakeCosts, thresholdTable } from '@kindling/metrics';
import { type Content, html } from '../html.js';
import type { Judgement } from '../judged.js';
import { short } from '../numbers.js';
import { dataTable, type Section, section } from './section.js';

/** What other thresholds would lead to. */
export function thresholds(
  { truth, probabilities, measures, labels }: Judgement,
  cost: MistakeCosts,
  picture: Content,
): Section {
  const chosen = measures.threshold;
  const steps = [...new Set([0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, chosen])].sort((a, b) => a - b);
  // A row is positive above the threshold; the table counts from it on.
  const rows = thresholdTable(truth, probabilities, { thresholds: steps.map(above), cost }).map((row, i) => [
    steps[i] === chosen ? html`<strong>${short(steps[i]!)} (chosen)</strong>` : short(steps[i]!),
    String(row.tp),
    String(row.fp),
    String(row.fn),
    String(row.tn),
    row.precision.toFixed(3),
    row.recall.toFixed(3),
    row.f1.toFixed(3),
    short(row.cost),
  ]);
  return section(
    'thresholds',
    'Where to draw the line',
    picture,
    html`<p>A ${String(labels[1])} that is missed costs ${short(cost.falseNegative)}, a ${String(labels[0])} taken for it ${short(cost.falsePositive)}.</p>`,
    dataTable(
      ['Threshold', 'Hits', 'False alarms', 'Missed', 'Left alone', 'Precision', 'Recall', 'F1', 'Cost'],
      rows,
      'What thresholds lead to on the test rows',
    ),
    html`<p class="note">Choose a threshold on rows that are neither for training nor for the test: by looking here for the best one, the test is used up.</p>`,
  );
}

/** The next number above. */
function above(value: number): number {
  return value === 0 ? Number.MIN_VALUE : value + value * Number.EPSILON;
}
