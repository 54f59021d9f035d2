import type { Pipeline, PipelineColumn } from '../pipeline.js';
import { addSteps } from './add-steps.js';
import { Graph } from './graph.js';
import type { Element, Port } from './proto.js';

/** The file of a classifier: an input [rows, 1] for each column; the classes and the probabilities come out. */
export function encodeClassifier(pipeline: Pipeline): Uint8Array {
  const { columns, members, labels, threshold } = pipeline;
  const [label, probability] = outputNames(columns);
  const inputs = columns.map(
    ({ name, kind }): Port => ({ name, type: kind === 'category' ? 'string' : 'double', dims: ['rows', 1] }),
  );
  const outputs: Port[] = [
    { name: label, type: labelType(labels), dims: ['rows'] },
    { name: probability, type: 'double', dims: ['rows'] },
  ];
  const graph = new Graph(inputs, outputs);
  const matrix = columns.map((column) => addColumn(graph, column));
  const x = graph.add('Cast', [graph.add('Concat', matrix, { axis: 1 })], { to: 1 });
  // Each as one row of numbers [rows, 1], whose mean is taken in 64 bits.
  const logits = members.map((steps) => graph.add('Cast', [addSteps(graph, steps, x)], { to: 11 }));
  const sum = logits.reduce((a, b) => graph.add('Add', [a, b]));
  const mean = graph.add('Div', [sum, graph.doubles([members.length])]);
  const p = addCalibration(graph, pipeline, mean);
  const flat = graph.add('Reshape', [p, graph.integers([-1])], {}, probability);
  const above = graph.add('Greater', [flat, graph.doubles([threshold])]);
  addLabel(graph, labels, above, label);
  return graph.encode('classifier', {
    target: pipeline.target,
    labels: JSON.stringify(labels),
    threshold: String(threshold),
    columns: JSON.stringify(columns.map(({ name, kind }) => ({ name, kind }))),
  });
}

/** The usual names, unless a column is called so. */
function outputNames(columns: readonly PipelineColumn[]): [string, string] {
  const taken = new Set(columns.map(({ name }) => name));
  const free = (name: string): string => (taken.has(name) ? free(`${name}_out`) : name);
  return [free('label'), free('probability')];
}

function labelType(labels: Pipeline['labels']): Element {
  if (labels.every((label) => typeof label === 'boolean')) return 'bool';
  if (labels.every((label) => Number.isSafeInteger(label))) return 'int64';
  return labels.every((label) => typeof label === 'number') ? 'double' : 'string';
}

/** The class of each row, given where the positive one is. */
function addLabel(graph: Graph, labels: Pipeline['labels'], above: string, name: string): void {
  const type = labelType(labels);
  // Truth values are not chosen among: there are only the two.
  if (type === 'bool') {
    graph.add(labels[1] === true ? 'Identity' : 'Not', [above], {}, name);
    return;
  }
  const [negative, positive] = labels.map((value) => {
    if (type === 'int64') return graph.integers([Number(value)], []);
    return type === 'double' ? graph.doubles([Number(value)]) : graph.texts([String(value)]);
  }) as [string, string];
  graph.add('Where', [above, positive, negative], {}, name);
}

/** The columns [rows, n] of 64-bit numbers that a column becomes. */
function addColumn(graph: Graph, column: PipelineColumn): string {
  return column.kind === 'category' ? addCategories(graph, column) : addNumbers(graph, column);
}

function addNumbers(graph: Graph, column: Exclude<PipelineColumn, { readonly kind: 'category' }>): string {
  const { name, mean, scale, fill, indicator, clip } = column;
  const absent = graph.add('IsNaN', [name]);
  const filled = graph.add('Where', [absent, graph.doubles([fill]), name]);
  const scaled = graph.add('Div', [graph.add('Sub', [filled, graph.doubles([mean])]), graph.doubles([scale])]);
  const cut = clip === null ? scaled : graph.add('Clip', [scaled, graph.doubles([-clip]), graph.doubles([clip])]);
  return indicator ? graph.add('Concat', [cut, graph.add('Cast', [absent], { to: 11 })], { axis: 1 }) : cut;
}

function addCategories(graph: Graph, column: Extract<PipelineColumn, { readonly kind: 'category' }>): string {
  const { name, categories, other, missing, width } = column;
  // A missing value is an empty text, unless training saw that as a value.
  const absent = categories.includes('') ? [] : [['', missing] as const];
  const known = [...categories.map((text, place) => [text, place] as const), ...absent];
  const place = graph.addForTables('LabelEncoder', [name], {
    keys_strings: known.map(([text]) => text),
    values_int64s: known.map(([, at]) => at),
    default_int64: other,
  });
  const all = graph.integers(
    Array.from({ length: width }, (_, i) => i),
    [1, width],
  );
  return graph.add('Cast', [graph.add('Equal', [place, all])], { to: 11 });
}

/** From logits [rows, 1] to probabilities. */
function addCalibration(graph: Graph, { calibration }: Pipeline, logits: string): string {
  if (calibration === null) return graph.add('Sigmoid', [logits]);
  if (calibration.kind === 'temperature')
    return graph.add('Sigmoid', [graph.add('Div', [logits, graph.doubles([calibration.temperature])])]);
  if (calibration.kind === 'platt') {
    const { slope, intercept } = calibration;
    const scaled = graph.add('Mul', [logits, graph.doubles([slope])]);
    return graph.add('Sigmoid', [graph.add('Add', [scaled, graph.doubles([intercept])])]);
  }
  const { scores, probabilities } = calibration;
  const last = graph.integers([scores.length - 1], []);
  const zero = graph.integers([0], []);
  // How many corners lie below: the first that does not is the right one.
  const below = graph.add('Cast', [graph.add('Greater', [logits, graph.doubles(scores, [1, scores.length])])], {
    to: 7,
  });
  const right = graph.add('ReduceSum', [below, graph.integers([1])], { keepdims: 1 });
  const left = graph.add('Sub', [right, graph.integers([1], [])]);
  const inside = (place: string): string => graph.add('Min', [graph.add('Max', [place, zero]), last]);
  const [l, r] = [inside(left), inside(right)];
  const at = (values: readonly number[], place: string): string =>
    graph.add('Gather', [graph.doubles(values, [values.length]), place]);
  const [x0, x1, y0, y1] = [at(scores, l), at(scores, r), at(probabilities, l), at(probabilities, r)];
  const run = graph.add('Sub', [x1, x0]);
  const one = graph.doubles([1]);
  // Beyond the ends both corners are the same.
  const flat = graph.add('Equal', [l, r]);
  const share = graph.add('Div', [graph.add('Sub', [logits, x0]), graph.add('Where', [flat, one, run])]);
  const rise = graph.add('Mul', [graph.add('Sub', [y1, y0]), share]);
  return graph.add('Add', [y0, rise]);
}
