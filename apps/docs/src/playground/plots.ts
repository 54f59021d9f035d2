import { calibrationCurve, precisionRecallCurve, rocCurve } from '@kindling/metrics';
import { type LineSeries, linePlot, type Scene, type Theme } from '@kindling/viz';
import type { Run } from './run.js';

/** The plots that the playground has. */
export type PlotName = 'loss' | 'gradient' | 'surface' | 'roc' | 'pr' | 'calibration';

/** What the reader calls them. */
export const plotNames: Record<PlotName, string> = {
  loss: 'Loss',
  gradient: 'Gradient',
  surface: 'Surface',
  roc: 'ROC',
  pr: 'PR',
  calibration: 'Calibration',
};

/** A run that was kept to compare others with. */
export interface PinnedCurve {
  readonly name: string;
  readonly epochs: readonly number[];
  readonly heldOut: readonly number[];
}

/** What plots show beside the runs. */
export interface PlotExtras {
  readonly pins: readonly PinnedCurve[];
  readonly threshold: number;
}

/** How a plot looks. */
export interface Look {
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
}

/** As many points as a curve needs to look smooth. */
const MOST = 150;

let surfaces: typeof import('./surface-plot.js') | undefined;

/** Loads what a plot needs beside the others. */
export async function readyFor(name: PlotName): Promise<void> {
  // The one that few look at, and that brings most.
  if (name === 'surface') surfaces ??= await import('./surface-plot.js');
}

/** A plot of one run or of two, after `readyFor`. */
export function plotOf(name: PlotName, runs: readonly Run[], extras: PlotExtras, look: Look): Scene {
  if (name === 'roc') return rocOf(runs, extras, look);
  if (name === 'pr') return precisionRecallOf(runs, extras, look);
  if (name === 'calibration') return calibrationOf(runs, extras, look);
  if (name === 'gradient') return gradientOf(runs, look);
  return name === 'surface' ? surfaces!.surfaceOf(runs[0], look) : lossOf(runs, extras, look);
}

const nameOf = (i: number): string => (i === 0 ? 'A' : 'B');

function lossOf(runs: readonly Run[], { pins }: PlotExtras, look: Look): Scene {
  const several = runs.length > 1;
  const series = runs.flatMap((run, i): LineSeries[] => {
    const { epochs, train, heldOut } = run.curve(MOST);
    const color = look.theme.series[i]!;
    const name = several ? `${nameOf(i)} ` : '';
    return [
      { x: epochs, y: train, color, name: `${name}trained on` },
      ...(heldOut.some(Number.isFinite)
        ? [{ x: epochs, y: heldOut, color, dash: [5, 4], name: `${name}held out` } satisfies LineSeries]
        : []),
    ];
  });
  const kept = pins.map(
    ({ name, epochs, heldOut }, i): LineSeries => ({
      x: epochs,
      y: heldOut,
      name,
      color: look.theme.series[(i + 2) % look.theme.series.length]!,
      width: 1.5,
      dash: [5, 4],
    }),
  );
  return linePlot({ ...look, title: 'Loss', xLabel: 'epoch', series: [...series, ...kept] });
}

/** Classes and logits of the points to judge by: those held out, or all where there are none. */
export function judged(run: Run | undefined): { labels: number[]; logits: number[] } {
  const { ready, metrics } = run ?? {};
  if (!ready || !metrics || metrics.logits.length !== ready.points.labels.length) return { labels: [], logits: [] };
  const { labels, heldOut } = ready.points;
  const any = heldOut.some((one) => one === 1);
  const own = Array.from(labels.keys()).filter((i) => !any || heldOut[i] === 1);
  return { labels: own.map((i) => labels[i]!), logits: own.map((i) => metrics.logits[i]!) };
}

/** What can be judged: both classes, and no number that is none. */
function judgeable(run: Run): { labels: number[]; logits: number[] } | null {
  const { labels, logits } = judged(run);
  return labels.includes(0) && labels.includes(1) && logits.every(Number.isFinite) ? { labels, logits } : null;
}

const guess = { points: [[0, 0] as const, [1, 1] as const], dash: [4, 4] };
const unit = { xDomain: [0, 1], yDomain: [0, 1], equal: true } as const;

/** How much of each class is called class 1 at a threshold. */
export function ratesAt(labels: readonly number[], logits: readonly number[], threshold: number) {
  const level = Math.log(threshold / (1 - threshold));
  const rate = (label: number): number => {
    const own = logits.filter((_, i) => labels[i] === label);
    return own.filter((logit) => logit > level).length / Math.max(1, own.length);
  };
  return { fpr: rate(0), tpr: rate(1) };
}

/** Precision and recall at a threshold; `null` where nothing is called class 1. */
function precisionAt(labels: readonly number[], logits: readonly number[], threshold: number) {
  const level = Math.log(threshold / (1 - threshold));
  const said = labels.filter((_, k) => logits[k]! > level);
  if (said.length === 0) return null;
  const hits = said.filter((label) => label === 1).length;
  return { recall: hits / labels.filter((label) => label === 1).length, precision: hits / said.length };
}

/** The threshold whose point of a curve is nearest to a place in it; `null` where there is no curve. */
export function thresholdAt(
  name: PlotName,
  run: Run | undefined,
  place: { readonly x: number; readonly y: number },
): number | null {
  // The steps of the slider.
  const steps = Array.from({ length: 49 }, (_, i) => (2 * (i + 1)) / 100);
  const far = (threshold: number): number => {
    if (name === 'calibration') return Math.abs(threshold - place.x);
    const { labels, logits } = known!;
    if (name === 'roc') {
      const { fpr, tpr } = ratesAt(labels, logits, threshold);
      return Math.hypot(fpr - place.x, tpr - place.y);
    }
    const here = precisionAt(labels, logits, threshold);
    return here === null ? Number.POSITIVE_INFINITY : Math.hypot(here.recall - place.x, here.precision - place.y);
  };
  const known = run === undefined ? null : judgeable(run);
  if (known === null) return null;
  return steps.reduce((best, step) => (far(step) < far(best) ? step : best));
}

function rocOf(runs: readonly Run[], { threshold }: PlotExtras, look: Look): Scene {
  const series = runs.flatMap((run, i): LineSeries[] => {
    const known = judgeable(run);
    if (known === null) return [];
    const { fpr, tpr } = rocCurve(known.labels, known.logits);
    const color = look.theme.series[i]!;
    const here = ratesAt(known.labels, known.logits, threshold);
    let area = 0;
    for (let k = 1; k < fpr.length; k++) area += ((fpr[k]! - fpr[k - 1]!) * (tpr[k]! + tpr[k - 1]!)) / 2;
    const name = `${runs.length > 1 ? nameOf(i) : 'held out'} (AUC ${area.toFixed(3)})`;
    return [
      { x: fpr, y: tpr, name, color },
      {
        x: [here.fpr],
        y: [here.tpr],
        color,
        width: 0,
        marker: 'circle',
        markerSize: 6,
        name: `at ${threshold.toFixed(2)}`,
      },
    ];
  });
  const labels = { xLabel: 'false positive rate', yLabel: 'true positive rate' };
  return linePlot({
    ...look,
    ...unit,
    ...labels,
    title: 'ROC curve',
    series,
    lines: [{ ...guess, color: look.theme.muted }],
  });
}

function precisionRecallOf(runs: readonly Run[], { threshold }: PlotExtras, look: Look): Scene {
  const series = runs.flatMap((run, i): LineSeries[] => {
    const known = judgeable(run);
    if (known === null) return [];
    const { labels, logits } = known;
    const { precision, recall } = precisionRecallCurve(labels, logits);
    const color = look.theme.series[i]!;
    const here = precisionAt(labels, logits, threshold);
    const marker = { width: 0, marker: 'circle', markerSize: 6, color, name: `at ${threshold.toFixed(2)}` } as const;
    return [
      { x: recall, y: precision, name: runs.length > 1 ? nameOf(i) : 'held out', color },
      ...(here === null ? [] : [{ x: [here.recall], y: [here.precision], ...marker }]),
    ];
  });
  const labels = { xLabel: 'recall', yLabel: 'precision' };
  return linePlot({ ...look, ...unit, ...labels, title: 'Precision and recall', series });
}

function calibrationOf(runs: readonly Run[], { threshold }: PlotExtras, look: Look): Scene {
  const series = runs.flatMap((run, i): LineSeries[] => {
    const known = judgeable(run);
    if (known === null) return [];
    const probabilities = known.logits.map((logit) => 1 / (1 + Math.exp(-logit)));
    const { probTrue, probPred } = calibrationCurve(known.labels, probabilities, { nBins: 8 });
    const name = runs.length > 1 ? nameOf(i) : 'held out';
    return [{ x: probPred, y: probTrue, name, color: look.theme.series[i]!, marker: 'circle' }];
  });
  const labels = { xLabel: 'predicted probability', yLabel: 'share of class 1' };
  const lines = [
    { ...guess, color: look.theme.muted },
    { x: threshold, color: look.theme.muted, text: 'threshold' },
  ];
  return linePlot({ ...look, ...unit, ...labels, title: 'Calibration', series, lines });
}

/** How large the gradients were: that they fade or explode is seen here first. */
function gradientOf(runs: readonly Run[], look: Look): Scene {
  const series = runs.flatMap((run, i): LineSeries[] => {
    const known = run.norms.filter(({ norm }) => norm > 0);
    if (known.length < 2) return [];
    const name = runs.length > 1 ? { name: nameOf(i) } : {};
    return [{ ...name, x: known.map(({ epoch }) => epoch), y: known.map(({ norm }) => norm) }];
  });
  const scale = series.length > 0 ? ({ yScale: 'log' } as const) : {};
  return linePlot({ ...look, ...scale, title: 'Norm of the gradient', xLabel: 'epoch', yLabel: 'norm', series });
}
