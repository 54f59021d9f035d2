import type { ClassifierSpec } from '@kindling/train';
import { type Content, html } from '../html.js';
import { counted, cut, short } from '../numbers.js';
import { type Section, section } from './section.js';

/** How the model is built, and what it does with each column. */
export function design(
  { design: network, members, calibration, threshold, epochs, encoder, pipelines }: ClassifierSpec,
  curves: Content,
): Section {
  const { inputs, hidden, activation, dropout, batchNorm } = network;
  const sizes = [inputs, ...hidden, 1];
  const weights = sizes.slice(1).reduce((sum, size, i) => sum + size * (sizes[i]! + 1), 0);
  const kind =
    hidden.length === 0
      ? 'logistic regressions'
      : `networks ${sizes.join(' → ')} with ${activation}${batchNorm ? ', batch normalisation' : ''}${dropout > 0 ? ` and dropout ${dropout}` : ''}`;
  return section(
    'design',
    'The model',
    html`<p>The mean of ${counted(members, 'model')}: ${kind}, ${counted(weights, 'weight')} each. Each was trained without one part of the training rows, which told when it had learnt enough (after ${epochs.join(', ')} epochs). Calibration: ${calibration === null ? 'none' : calibration.kind}. A row counts as positive above a probability of ${short(threshold)}.</p>`,
    html`<details><summary>What is done with each column</summary><ul>${(pipelines === undefined ? encoder.choices : ['prepared by a pipeline of its own for each model']).map((choice) => html`<li>${cut(choice, 200)}</li>`)}${encoder.dropped.map(({ name, reason }) => html`<li>${cut(name, 60)} is left out: ${reason}</li>`)}</ul></details>`,
    curves,
  );
}
