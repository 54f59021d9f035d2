import { calibrationCurve, rocCurve } from '@kindling/metrics';
import { calibrationPlot, linePlot, lossCurve, rocPlot, type Scene, surface, type Theme } from '@kindling/viz';
import type { Run } from './run.js';

/** The plots that the playground has. */
export type PlotName = 'loss' | 'gradient' | 'surface' | 'roc' | 'calibration';

/** What the reader calls them. */
export const plotNames: Record<PlotName, string> = {
  loss: 'Loss',
  gradient: 'Gradient',
  surface: 'Surface',
  roc: 'ROC',
  calibration: 'Calibration',
};

interface Look {
  readonly theme: Theme;
  readonly height: number;
}

/** As many points as a curve needs to look smooth. */
const MOST = 150;

/** A plot of one run or of two. */
export function plotOf(name: PlotName, runs: readonly Run[], look: Look): Scene {
  const common = { theme: look.theme, width: 420, height: look.height };
  if (name === 'surface') return surfaceOf(runs[0], common);
  if (name === 'roc') return rocOf(runs, common);
  if (name === 'calibration') return calibrationOf(runs, common);
  if (name === 'gradient') return gradientOf(runs, common);
  return lossOf(runs, common);
}

const nameOf = (i: number): string => (i === 0 ? 'A' : 'B');

type Common = { theme: Theme; width: number; height: number };

function lossOf(runs: readonly Run[], common: Common): Scene {
  const series = runs.map((run, i) => {
    const { epochs, train, heldOut } = run.curve(MOST);
    const held = heldOut.some(Number.isFinite) ? { validation: heldOut } : {};
    return { values: train, epochs, ...held, ...(runs.length > 1 ? { name: nameOf(i) } : {}) };
  });
  return lossCurve({ ...common, title: 'Loss, trained on and held out', series });
}

/** Classes and logits of the points to judge by: those held out, or all where there are none. */
function judged(run: Run): { labels: number[]; logits: number[] } {
  const { ready, metrics } = run;
  if (ready === null || metrics === null || metrics.logits.length !== ready.points.labels.length)
    return { labels: [], logits: [] };
  const { labels, heldOut } = ready.points;
  const any = heldOut.some((one) => one === 1);
  const own = Array.from(labels.keys()).filter((i) => !any || heldOut[i] === 1);
  return { labels: own.map((i) => labels[i]!), logits: own.map((i) => metrics.logits[i]!) };
}

const both = (labels: readonly number[]): boolean => labels.includes(0) && labels.includes(1);

function rocOf(runs: readonly Run[], common: Common): Scene {
  const curves = runs.flatMap((run, i) => {
    const { labels, logits } = judged(run);
    if (!both(labels) || !logits.every(Number.isFinite)) return [];
    const { fpr, tpr } = rocCurve(labels, logits);
    return [{ fpr, tpr, name: runs.length > 1 ? nameOf(i) : 'held out' }];
  });
  if (curves.length === 0) return linePlot({ ...common, title: 'ROC curve', series: [] });
  return rocPlot({ ...common, curves });
}

function calibrationOf(runs: readonly Run[], common: Common): Scene {
  const curves = runs.flatMap((run, i) => {
    const { labels, logits } = judged(run);
    if (!both(labels) || !logits.every(Number.isFinite)) return [];
    const probabilities = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
    const { probTrue, probPred } = calibrationCurve(labels, probabilities, { nBins: 8 });
    return [{ probTrue, probPred, name: runs.length > 1 ? nameOf(i) : 'held out' }];
  });
  if (curves.length === 0) return linePlot({ ...common, title: 'Calibration', series: [] });
  return calibrationPlot({ ...common, curves });
}

/** The probability over the square, as hills. */
function surfaceOf(run: Run | undefined, common: Common): Scene {
  const { ready, frame } = run ?? {};
  const size = 20;
  const extent = ready?.extent ?? 1.5;
  const side = Math.sqrt(frame?.field.length ?? 4);
  const axis = Array.from({ length: size }, (_, i) => extent * ((2 * i) / (size - 1) - 1));
  const values = Float32Array.from({ length: size * size }, (_, i) => {
    const at = (k: number): number => Math.round((k * (side - 1)) / (size - 1));
    const logit = frame?.field[at(Math.floor(i / size)) * side + at(i % size)] ?? 0;
    return 1 / (1 + Math.exp(-logit));
  });
  return surface({
    ...common,
    title: 'Probability of class 1',
    grid: { x: axis, y: axis },
    probabilities: values,
    faces: 20,
  });
}

/** How large the gradients were: that they fade or explode is seen here first. */
function gradientOf(runs: readonly Run[], common: Common): Scene {
  const series = runs.flatMap((run, i) => {
    const known = run.norms.filter(({ norm }) => norm > 0);
    if (known.length < 2) return [];
    return [
      { name: runs.length > 1 ? nameOf(i) : '', x: known.map(({ epoch }) => epoch), y: known.map(({ norm }) => norm) },
    ];
  });
  const scale = series.length > 0 ? ({ yScale: 'log' } as const) : {};
  return linePlot({ ...common, ...scale, title: 'Norm of the gradient', xLabel: 'epoch', yLabel: 'norm', series });
}
