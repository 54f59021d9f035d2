import { aRecord, checkOptions, type Known } from '@internal/arguments';
import type { Table } from '@kindling/data';
import type { MistakeCosts } from '@kindling/metrics';
import type { Classifier } from '@kindling/train';
import type { LossSeries, Scene } from '@kindling/viz';
import { checkModel, checkTable } from './checks.js';
import { type ColumnDependence, columnDependence } from './column-dependence.js';
import { type ColumnImportance, columnImportance } from './column-importance.js';
import { ReportError } from './errors.js';
import { html } from './html.js';
import { judge } from './judged.js';
import { counted, cut } from './numbers.js';
import { alwaysTheMoreFrequent, figuresOf, judgementParts, pageOf, reproduced, row } from './page.js';
import type { Shown } from './pictures.js';
import { data } from './sections/data.js';
import { design } from './sections/design.js';
import { mistakes } from './sections/mistakes.js';
import { type Section, section } from './sections/section.js';

/** What a report is made of. */
export interface ReportOptions {
  /** The rows that the model was trained on. */
  readonly train: Table;
  /** Rows whose class is known, that the model was not trained on. */
  readonly test: Table;
  /** The page's heading; what the model tells when left out. */
  readonly title?: string | undefined;
  /** What the text calls the model; `'network'` when left out, or `'logistic regression'` where it has no hidden layer. */
  readonly name?: string | undefined;
  /** Plain models to compare it with, by name. */
  readonly baselines?: Readonly<Record<string, Classifier>> | undefined;
  /** The loss after each epoch of the trainings. */
  readonly curves?: readonly LossSeries[] | undefined;
  /** What a reader must know of the data: `auditTable`'s messages, the table's own warnings. */
  readonly warnings?: readonly string[] | undefined;
  /** What mistakes cost, in the table of thresholds; 1 each when left out. */
  readonly cost?: MistakeCosts | undefined;
  /** The command or the code that makes the model again. */
  readonly reproduce?: string | undefined;
  /** The same seed shuffles columns alike; 0 when left out. */
  readonly seed?: number | undefined;
}

/** A page about a classifier, and its parts. */
export interface Report {
  /** The whole page: no script, nothing that is loaded from elsewhere. */
  readonly html: string;
  /** Its pictures by name, in light colours. */
  readonly pictures: Readonly<Record<string, Scene>>;
  /** How much the model relies on each column, the most important first. */
  readonly importance: readonly ColumnImportance[];
  /** How the probability depends on the most important columns. */
  readonly dependence: readonly ColumnDependence[];
}

const known: Known<ReportOptions> = {
  train: 1,
  test: 1,
  title: 1,
  name: 1,
  baselines: aRecord,
  curves: 1,
  warnings: 1,
  cost: 1,
  reproduce: 1,
  seed: 1,
};
const where = 'report';

/** So many columns get a picture of how the probability depends on them. */
const DEPENDENCES = 4;

/**
 * Makes one page that says how good a classifier is and why one may trust it: measures with intervals, plain models beside
 * it, ROC, precision and recall, calibration, thresholds and their costs, what it relies on, its worst mistakes, the data
 * and how to make it again. The page needs no network and no scripts, is readable on a phone, in the dark and on paper, and
 * shows texts of the data as they are, never as HTML. The same model and rows give the same page.
 *
 * @param model the classifier
 * @throws ReportError for what is no classifier or no table, a table without rows, or unknown options
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Table } from '@kindling/data';
 * import { report } from '@kindling/report';
 * import { setBackend } from '@kindling/tensor-core';
 * import { classifier } from '@kindling/train';
 *
 * setBackend(await cpu());
 * const rows = Array.from({ length: 120 }, (_, i) => ({
 *   age: 20 + ((i * 37) % 60), town: ['Ulm', 'Bonn'][i % 2], left: (i * 37) % 60 > 30 ? 'yes' : 'no',
 * }));
 * const table = Table.from(rows);
 * const [train, test] = [table.head(90), table.tail(30)];
 * const model = await classifier({ epochs: 30 }).fit(train, { target: 'left' });
 * const { html, pictures, importance } = await report(model, { train, test });
 * console.log(html.startsWith('<!doctype html>'), html.includes('<script'), importance[0]?.column); // => true false age
 * console.log(Object.keys(pictures).slice(0, 2)); // => [ 'roc', 'precision-recall' ]
 * ```
 */
export async function report(model: Classifier, options: ReportOptions): Promise<Report> {
  checkModel(where, model);
  if (options === undefined) throw new ReportError(`${where}: the options must hold train and test`);
  checkOptions(ReportError, where, options, known);
  const { train, test, baselines = {}, curves = [], warnings = [], reproduce, seed = 0 } = options;
  checkTable(where, 'train', train);
  checkTable(where, 'test', test);
  for (const [name, baseline] of Object.entries(baselines)) checkModel(`${where}: baselines.${name}`, baseline);
  const { spec, labels } = model;
  const { target } = spec;
  const { name = spec.design.hidden.length === 0 ? 'logistic regression' : 'network' } = options;
  const title = options.title ?? `Is ${target} ${String(labels[1])}?`;
  const cost = options.cost ?? { falseNegative: 1, falsePositive: 1 };
  const judgement = await judge(model, name, { rows: test, labels: test.labels(target) }, baselines);
  const importance = await columnImportance(model, test, { seed });
  const dependence: ColumnDependence[] = [];
  for (const { column } of importance.slice(0, DEPENDENCES)) {
    const one = await columnDependence(model, train, column);
    if (one.values.length > 1) dependence.push(one);
  }
  const shown: Shown = { train, judgement, cost, curves, importance, dependence };
  const { figure, pictures } = figuresOf(shown);
  const majority = alwaysTheMoreFrequent(
    train.labels(target).filter((label) => String(label) === String(labels[1])).length / train.rows,
    judgement.truth,
  );
  const columns = importance.map(({ column }) => column);
  const parts: readonly (Section | null)[] = [
    ...judgementParts(judgement, { majority, warnings, cost, figure }),
    section(
      'reliance',
      'What it relies on',
      row(
        figure(
          'importance',
          'How much worse it gets on the test rows when a column is shuffled. Columns that say the same share it.',
        ),
        dependence.map((one, i) =>
          figure(`dependence-${i + 1}`, `The mean probability if all rows had the same ${cut(one.column, 40)}.`),
        ),
      ),
    ),
    mistakes(judgement, test, columns),
    data(train, test, target, row(figure('missing', 'Training rows from top to bottom.'))),
    design(spec, row(figure('loss', 'The loss after each epoch; dashed on the rows left out.'))),
    reproduced(reproduce),
  ];
  const page = pageOf(
    title,
    html`The ${name} gives the probability of ${String(labels[1])} against ${String(labels[0])} from ${counted(columns.length, 'column')}; judged on ${counted(test.rows, 'row')} that it was not trained on.`,
    parts,
  );
  return { html: page.text, pictures, importance, dependence };
}
