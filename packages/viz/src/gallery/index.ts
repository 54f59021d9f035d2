import type { PlotOptions, Scene } from '@kindling/viz';
import autogradGraph from './autograd-graph.js';
import barPlot from './bar-plot.js';
import barsLying from './bars-lying.js';
import calibration from './calibration.js';
import calibrationReport from './calibration-report.js';
import classAreas from './class-areas.js';
import classifierFigure from './classifier-figure.js';
import confidenceRegions from './confidence-regions.js';
import confusionMatrix from './confusion-matrix.js';
import contour from './contour.js';
import contourLines from './contour-lines.js';
import crossValidation from './cross-validation.js';
import decisionBoundary from './decision-boundary.js';
import det from './det.js';
import distributionHistory from './distribution-history.js';
import figure from './figure.js';
import filters from './filters.js';
import gain from './gain.js';
import heatmap from './heatmap.js';
import histogram from './histogram.js';
import imageGrid from './image-grid.js';
import importance from './importance.js';
import lift from './lift.js';
import linePlot from './line-plot.js';
import lossCurve from './loss-curve.js';
import lossCurveLog from './loss-curve-log.js';
import missingMap from './missing-map.js';
import moduleTree from './module-tree.js';
import partialDependence from './partial-dependence.js';
import precisionRecall from './precision-recall.js';
import principalComponents from './principal-components.js';
import roc from './roc.js';
import rocBand from './roc-band.js';
import scatter from './scatter.js';
import surface from './surface.js';
import thresholds from './thresholds.js';
import updateHistory from './update-history.js';

/** Every example, under the name of its picture in the package's folder `gallery`. */
export const gallery: Readonly<Record<string, (options?: PlotOptions) => Scene>> = {
  'autograd-graph': autogradGraph,
  'bar-plot': barPlot,
  'bars-lying': barsLying,
  calibration,
  'calibration-report': calibrationReport,
  'class-areas': classAreas,
  'classifier-figure': classifierFigure,
  'confidence-regions': confidenceRegions,
  'confusion-matrix': confusionMatrix,
  contour,
  'contour-lines': contourLines,
  'cross-validation': crossValidation,
  'decision-boundary': decisionBoundary,
  det,
  'distribution-history': distributionHistory,
  figure,
  filters,
  gain,
  heatmap,
  histogram,
  'image-grid': imageGrid,
  importance,
  lift,
  'line-plot': linePlot,
  'loss-curve': lossCurve,
  'loss-curve-log': lossCurveLog,
  'missing-map': missingMap,
  'module-tree': moduleTree,
  'partial-dependence': partialDependence,
  'precision-recall': precisionRecall,
  'principal-components': principalComponents,
  roc,
  'roc-band': rocBand,
  scatter,
  surface,
  thresholds,
  'update-history': updateHistory,
};
