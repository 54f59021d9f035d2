import { checkChoice, checkOptions, type Known, wrong } from '@internal/arguments';
import { ExperimentError } from './error.js';
import {
  ACTIVATIONS,
  BACKENDS,
  DATASETS,
  ENGINES,
  type ExperimentLayer,
  type ExperimentOptions,
  type ExperimentSpec,
  FEATURES,
  LOSSES,
  NORMS,
  OPTIMIZERS,
  PENALTIES,
  SCHEDULES,
  USUAL,
  USUAL_LAYER,
} from './spec.js';

const MOST_LAYERS = 6;

/**
 * A whole experiment from the parts that are to differ from the usual one: two hidden layers of eight ReLUs learn circles
 * with Adam. Takes what JSON or an address brought as well as literals.
 *
 * @throws `ExperimentError` for unknown names, with the nearest right one, for values of the wrong kind or out of range, and
 * for another version of the format.
 * @example
 * ```ts
 * import { experiment } from '@kindling/train/worker';
 * const spec = experiment({ data: { name: 'moons' }, layers: [{ units: 4, activation: 'Tanh' }] });
 * console.log(spec.data.samples, spec.layers[0]!.dropout, spec.optimizer.name); // => 300 0 Adam
 * ```
 */
export function experiment(options: ExperimentOptions = {}): ExperimentSpec {
  const where = 'experiment';
  names(where, options, USUAL);
  const { version = 1, features = USUAL.features, layers = USUAL.layers } = options;
  if (version !== 1) wrong(ExperimentError, where, 'version', '1, which this release reads', version);
  const data = part('data', options.data);
  choice('data.name', data.name, DATASETS);
  number('data.samples', data.samples, 10, 5000, true);
  number('data.noise', data.noise, 0, 1);
  number('data.balance', data.balance, 0.05, 0.95);
  number('data.heldOut', data.heldOut, 0, 0.9);
  if (!Array.isArray(features) || features.length === 0) {
    wrong(ExperimentError, where, 'features', 'a list of at least one', features);
  }
  features.forEach((name, i) => {
    choice(`features[${i}]`, name, FEATURES);
    if (features.indexOf(name) !== i) throw new ExperimentError(`${where}: features has ${name} twice`);
  });
  const { inputs = USUAL.inputs } = options;
  number('inputs', inputs, 0, 1024, true);
  if (inputs > 0 && data.name !== 'points') {
    throw new ExperimentError(`${where}: inputs is ${inputs}; only data 'points' bring any`);
  }
  if (!Array.isArray(layers) || layers.length > MOST_LAYERS) {
    wrong(ExperimentError, where, 'layers', `a list of at most ${MOST_LAYERS}`, layers);
  }
  const optimizer = part('optimizer', options.optimizer);
  choice('optimizer.name', optimizer.name, OPTIMIZERS);
  number('optimizer.lr', optimizer.lr, 1e-9, 100);
  number('optimizer.momentum', optimizer.momentum, 0, 0.999);
  const schedule = part('schedule', options.schedule);
  choice('schedule.name', schedule.name, SCHEDULES);
  number('schedule.every', schedule.every, 1, 100_000, true);
  number('schedule.gamma', schedule.gamma, 1e-6, 1);
  const penalty = part('penalty', options.penalty);
  choice('penalty.name', penalty.name, PENALTIES);
  number('penalty.rate', penalty.rate, 0, 10);
  const spec: ExperimentSpec = {
    version,
    data,
    features: [...features],
    inputs,
    layers: layers.map(layer),
    loss: options.loss ?? USUAL.loss,
    optimizer,
    schedule,
    penalty,
    batchSize: options.batchSize ?? USUAL.batchSize,
    seed: options.seed ?? USUAL.seed,
    engine: options.engine ?? USUAL.engine,
    backend: options.backend ?? USUAL.backend,
  };
  choice('loss', spec.loss, LOSSES);
  number('batchSize', spec.batchSize, 0, 100_000, true);
  number('seed', spec.seed, 0, 2 ** 32 - 1, true);
  choice('engine', spec.engine, ENGINES);
  choice('backend', spec.backend, BACKENDS);
  return spec;
}

function layer(given: Partial<ExperimentLayer>, i: number): ExperimentLayer {
  names(`experiment: layers[${i}]`, given, USUAL_LAYER);
  const full = { ...USUAL_LAYER, ...defined(given) };
  number(`layers[${i}].units`, full.units, 1, 256, true);
  choice(`layers[${i}].activation`, full.activation, ACTIVATIONS);
  number(`layers[${i}].dropout`, full.dropout, 0, 0.9);
  choice(`layers[${i}].norm`, full.norm, NORMS);
  return full;
}

function part<Name extends 'data' | 'optimizer' | 'schedule' | 'penalty'>(
  name: Name,
  given: Partial<ExperimentSpec[Name]> | undefined,
): ExperimentSpec[Name] {
  names(`experiment: ${name}`, given, USUAL[name]);
  return { ...USUAL[name], ...defined(given ?? {}) };
}

function defined<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

function names(where: string, given: object | undefined, whole: object): void {
  const known = Object.fromEntries(Object.keys(whole).map((name) => [name, 1])) as Known<object>;
  checkOptions(ExperimentError, where, given, known);
}

function choice(what: string, value: unknown, words: readonly string[]): void {
  checkChoice(ExperimentError, 'experiment', what, value, words);
}

function number(what: string, value: unknown, from: number, to: number, whole = false): void {
  const fits = typeof value === 'number' && value >= from && value <= to && (!whole || Number.isInteger(value));
  if (!fits)
    wrong(ExperimentError, 'experiment', what, `a ${whole ? 'whole ' : ''}number from ${from} to ${to}`, value);
}
