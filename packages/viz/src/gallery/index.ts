import type { Scene } from '@kindling/viz';
import calibration from './calibration.js';
import confusionMatrix from './confusion-matrix.js';
import decisionBoundary from './decision-boundary.js';
import decisionBoundaryDark from './decision-boundary-dark.js';
import figure from './figure.js';
import histogram from './histogram.js';
import lossCurve from './loss-curve.js';
import lossCurveLog from './loss-curve-log.js';
import roc from './roc.js';
import scatter from './scatter.js';

/** Every example, under the name of its picture in the package's folder `gallery`. */
export const gallery: Readonly<Record<string, () => Scene>> = {
  calibration,
  'confusion-matrix': confusionMatrix,
  'decision-boundary': decisionBoundary,
  'decision-boundary-dark': decisionBoundaryDark,
  figure,
  histogram,
  'loss-curve': lossCurve,
  'loss-curve-log': lossCurveLog,
  roc,
  scatter,
};
