import { clean } from '@internal/arguments';
import type { Label } from '@kindling/data';
import { percent } from '../numbers.js';
import type { Finding } from './finding.js';

/** From here on a class is rare. */
const RARE = 0.1;
/** Fewer rows of a class than this leave a wide interval around every measure. */
const FEW = 30;

/** What the numbers of rows of the classes mean for a judgement. */
export function classesFinding(labels: readonly Label[], what: 'row' | 'image' = 'row'): Finding[] {
  const counts = new Map<Label, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  if (counts.size !== 2) return [];
  const [[rare, few], [frequent, many]] = [...counts].sort((a, b) => a[1] - b[1]) as [[Label, number], [Label, number]];
  const found: Finding[] = [];
  const share = few / labels.length;
  const [seldom, often] = [clean(String(rare)), clean(String(frequent))];
  if (share < RARE) {
    found.push({
      kind: 'imbalance',
      column: null,
      message: `only ${few} of ${labels.length} ${what}s are "${seldom}" (${percent(share)}): always saying "${often}" is right in ${percent(many / labels.length)}, so judge by AUC, recall and precision, not by accuracy`,
    });
  }
  if (few < FEW) {
    found.push({
      kind: 'few-rows',
      column: null,
      message: `only ${few} ${few === 1 ? `${what} is` : `${what}s are`} "${seldom}": measures of them are uncertain; judge by repeated cross-validation, and look at the intervals`,
    });
  }
  return found;
}
