/** Plots of training and classification: functions that return a scene, and renderers that draw it. */
export type { PlotOptions } from './chart.js';
export { type ColorMap, type ColorMapName, colorMap } from './color-map.js';
export { VizError } from './errors.js';
export { type Grid, type GridOptions, gridOver } from './grid.js';
export { type Hit, type HitOptions, hitTest } from './hit-test.js';
export type { Numbers, Pairs, Readable } from './inputs.js';
export { type Plane, type PlaneOptions, planeOver } from './plane.js';
export { type BarPlotOptions, type BarSeries, barPlot } from './plots/bar-plot.js';
export { type CalibrationPlotCurve, type CalibrationPlotOptions, calibrationPlot } from './plots/calibration.js';
export { type CalibrationReportOptions, calibrationReport } from './plots/calibration-report.js';
export { type ClassifierFigureOptions, classifierFigure } from './plots/classifier-figure.js';
export { type ConfidenceRegionsOptions, confidenceRegions } from './plots/confidence-regions.js';
export { type ConfusionMatrixPlotOptions, confusionMatrixPlot } from './plots/confusion-matrix.js';
export { type ContourOptions, contour } from './plots/contour.js';
export { type CrossValidationPlotOptions, crossValidationPlot } from './plots/cross-validation.js';
export { type DecisionBoundaryOptions, decisionBoundary } from './plots/decision-boundary.js';
export { type DetPlotCurve, type DetPlotOptions, detPlot } from './plots/det-plot.js';
export { type DistributionHistoryOptions, distributionHistory } from './plots/distribution-history.js';
export { type FigureOptions, figure } from './plots/figure.js';
export { type GainPlotCurve, type GainPlotOptions, gainPlot, liftPlot } from './plots/gain-plot.js';
export { type GraphNode, type GraphPlotOptions, graphPlot } from './plots/graph.js';
export { type HeatmapOptions, heatmap } from './plots/heatmap.js';
export { type HistogramOptions, histogram } from './plots/histogram.js';
export { type ImageGridOptions, type ImageLike, imageGrid } from './plots/image-grid.js';
export { type ImportancePlotOptions, importancePlot } from './plots/importance.js';
export { type LinePlotOptions, type LineSeries, linePlot, type ReferenceLine } from './plots/line-plot.js';
export { type LossCurveOptions, type LossSeries, lossCurve } from './plots/loss-curve.js';
export { type MissingMapOptions, missingMap } from './plots/missing-map.js';
export { type ModuleLike, type ModuleTreeOptions, moduleTree } from './plots/module-tree.js';
export { type PartialDependencePlotOptions, partialDependencePlot } from './plots/partial-dependence.js';
export {
  type PrecisionRecallPlotCurve,
  type PrecisionRecallPlotOptions,
  precisionRecallPlot,
} from './plots/precision-recall.js';
export { type RocPlotCurve, type RocPlotOptions, rocPlot } from './plots/roc.js';
export { type RocBandOptions, rocBand } from './plots/roc-band.js';
export { type ScatterOptions, scatter } from './plots/scatter.js';
export { type SurfaceOptions, surface } from './plots/surface.js';
export { type ThresholdPlotOptions, thresholdPlot } from './plots/threshold-plot.js';
export { type UpdateHistoryOptions, updateHistory } from './plots/training-history.js';
export type { View } from './projection.js';
export { type ColorDepth, type TerminalHints, terminalColor } from './render/ansi.js';
export { type CanvasLike, type CanvasOptions, drawCanvas } from './render/browser.js';
export { toSvg } from './render/svg.js';
export { type TerminalOptions, toTerminal } from './render/terminal.js';
export type {
  Fill,
  GroupMark,
  HeatmapMark,
  Insets,
  Mark,
  Panel,
  PanelScale,
  Point,
  PointsMark,
  PolygonMark,
  PolylineMark,
  RectMark,
  Scene,
  Stroke,
  SymbolName,
  TextMark,
} from './scene.js';
export type { LineDash } from './style.js';
export { darkTheme, lightTheme, type Theme, type ThemeOption } from './theme.js';
export type { Tick } from './ticks.js';
