import type { ClassifierOptions, ComparedMeasure, Trial, TuneScore } from '@kindling/train';
import { csvField, plain } from '../output/plain.js';
import { measureWords } from '../tables/show-measures.js';

/** A trial of `kindling tune`. */
export type DesignTrial = Trial<ClassifierOptions>;

const measures: readonly ComparedMeasure[] = ['auc', 'logLoss', 'accuracy', 'brier', 'f1'];

/** A design in short: `hidden 32,32, lr 0.004`. */
export function designWords(design: ClassifierOptions): string {
  return Object.entries(design)
    .map(([name, value]) => `${flagName(name)} ${valueWord(value)}`)
    .join(', ');
}

/** An option as a flag is called, without its dashes. */
export function flagName(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** An option's value as one types it. */
export function valueWord(value: unknown): string {
  return Array.isArray(value) ? (value.length === 0 ? 'none' : value.join(',')) : String(value);
}

/** The trials from the best to the worst; those that had more epochs before the others, those that failed at the end. */
export function ranked(trials: readonly DesignTrial[], by: ComparedMeasure): DesignTrial[] {
  const sign = by === 'logLoss' || by === 'brier' ? 1 : -1;
  return trials.toSorted(
    (a, b) =>
      Number(a.score === null) - Number(b.score === null) ||
      (b.resource ?? 0) - (a.resource ?? 0) ||
      sign * ((a.score ?? 0) - (b.score ?? 0)) ||
      a.trial - b.trial,
  );
}

/** Lines with the best of them. */
export function trialLines(trials: readonly DesignTrial[], by: ComparedMeasure, most = 10): string[] {
  const good = ranked(trials, by);
  const lines = good.slice(0, most).map(({ trial, score, details, resource, params, error }) => {
    const interval = (details as TuneScore['means'] | null)?.[by];
    const value =
      score === null ? 'failed' : `${score.toFixed(4)} (${interval!.low.toFixed(3)} to ${interval!.high.toFixed(3)})`;
    const epochs = resource === null ? '' : `${resource} epochs, `;
    const what = error === null ? designWords(params) : `${designWords(params)}: ${plain(error)}`;
    return `  ${String(trial).padStart(5)}  ${value.padEnd(24)} ${epochs}${what}`;
  });
  const rest = good.length - lines.length;
  return [
    `  trial  ${measureWords[by].padEnd(24)} design`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more, in trials.csv`] : []),
  ];
}

/** All trials as a CSV file, the best first. */
export function trialsCsv(trials: readonly DesignTrial[], by: ComparedMeasure): string {
  const names = [...new Set(trials.flatMap(({ params }) => Object.keys(params)))] as (keyof ClassifierOptions)[];
  const head = ['trial', ...names, 'epochs allowed', ...measures, 'seconds', 'error'];
  const rows = ranked(trials, by).map(({ trial, params, resource, details, seconds, error }) => [
    trial,
    ...names.map((name) => (params[name] === undefined ? '' : valueWord(params[name]))),
    resource ?? '',
    ...measures.map((measure) => (details as TuneScore['means'] | null)?.[measure].estimate ?? ''),
    Number(seconds.toPrecision(4)),
    error ?? '',
  ]);
  return [head, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
}
