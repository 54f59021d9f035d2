import { checkChoice, wrong } from '@internal/arguments';
import { ExperimentError } from './error.js';
import { experiment } from './experiment.js';
import {
  ACTIVATIONS,
  type ExperimentLayer,
  type ExperimentOptions,
  type ExperimentSpec,
  NORMS,
  widthOf,
} from './spec.js';

/** The modules, a line each; `make` stands before the name of each class. */
export function layersOf(spec: ExperimentSpec, make: 'new ' | 'nn.' = 'new '): string[] {
  const lines: string[] = [];
  let size = widthOf(spec);
  for (const { units, activation, dropout, norm } of spec.layers) {
    lines.push(`${make}Linear(${size}, ${units})`);
    if (norm !== 'none') lines.push(`${make}${norm}(${units})`);
    lines.push(`${make}${activation}()`);
    if (dropout > 0) lines.push(`${make}Dropout(${dropout})`);
    size = units;
  }
  return [...lines, `${make}Linear(${size}, 1)`];
}

/**
 * The network of an experiment as the code it stands for, to be edited and read back by {@link networkFromCode}.
 *
 * @throws `ExperimentError` for what {@link experiment} refuses.
 * @example
 * ```ts
 * import { networkToCode } from '@kindling/train/worker';
 * console.log(networkToCode({ layers: [{ units: 3, activation: 'Tanh' }] }));
 * // => new Sequential(
 * // =>   new Linear(2, 3),
 * // =>   new Tanh(),
 * // =>   new Linear(3, 1),
 * // => )
 * ```
 */
export function networkToCode(options: ExperimentOptions): string {
  const lines = layersOf(experiment(options)).map((line) => `  ${line},\n`);
  return `new Sequential(\n${lines.join('')})`;
}

const modules = ['Linear', 'Dropout', ...NORMS.filter((name) => name !== 'none'), ...ACTIVATIONS] as const;

/** A module as it stands in the code. */
interface Part {
  readonly name: (typeof modules)[number];
  readonly numbers: readonly number[];
  readonly where: string;
}

/**
 * The hidden layers that a network's code stands for: a `Linear` each, and after it a normalisation, an activation and a
 * `Dropout` where they are wanted; the last `Linear` gives one number.
 *
 * @param code - such as {@link networkToCode} writes.
 * @param inputs - how many numbers the network is shown; 2 when left out.
 * @throws `ExperimentError`, with the line, for modules that an experiment does not know or that do not fit together.
 * @example
 * ```ts
 * import { networkFromCode } from '@kindling/train/worker';
 * const [layer] = networkFromCode('new Linear(2, 16), new Tanh(), new Dropout(0.2), new Linear(16, 1)');
 * console.log(layer); // => { units: 16, activation: 'Tanh', dropout: 0.2, norm: 'none' }
 * ```
 */
export function networkFromCode(code: string, inputs = 2): ExperimentLayer[] {
  if (typeof code !== 'string') wrong(ExperimentError, 'networkFromCode', 'the code', 'a text', code);
  if (!Number.isSafeInteger(inputs) || inputs < 1)
    wrong(ExperimentError, 'networkFromCode', 'the inputs', 'a whole number from 1', inputs);
  const parts = partsOf(code);
  const last = parts.pop();
  if (last?.name !== 'Linear' || last.numbers[1] !== 1) {
    throw new ExperimentError('networkFromCode: the last module is a Linear with one output, new Linear(…, 1)');
  }
  const layers: ExperimentLayer[] = [];
  let size = inputs;
  for (let i = 0; i < parts.length; ) {
    const linear = parts[i++]!;
    if (linear.name !== 'Linear') throw new ExperimentError(`${linear.where}: ${linear.name} stands before any Linear`);
    size = units(linear, size);
    let layer: ExperimentLayer = { units: size, activation: 'Identity', norm: 'none', dropout: 0 };
    // In the order in which an experiment puts them.
    if (parts[i]?.name === 'BatchNorm1d' || parts[i]?.name === 'LayerNorm') {
      const { name, numbers, where } = parts[i++]!;
      if (numbers[0] !== size)
        throw new ExperimentError(`${where}: ${name}(${numbers[0]}) after a layer of ${size} units`);
      layer = { ...layer, norm: name as ExperimentLayer['norm'] };
    }
    const activation = ACTIVATIONS.find((name) => name === parts[i]?.name);
    if (activation !== undefined) {
      layer = { ...layer, activation };
      i++;
    }
    if (parts[i]?.name === 'Dropout') layer = { ...layer, dropout: parts[i++]!.numbers[0] ?? 0.5 };
    if (i < parts.length && parts[i]!.name !== 'Linear') {
      const { name, where } = parts[i]!;
      throw new ExperimentError(
        `${where}: ${name} comes too late; a layer is Linear, normalisation, activation, Dropout, in this order`,
      );
    }
    layers.push(layer);
  }
  units(last, size);
  return [...experiment({ layers }).layers];
}

/** What a Linear gives, if it takes what there is. */
function units({ numbers, where }: Part, size: number): number {
  if (numbers.length < 2 || numbers[0] !== size) {
    throw new ExperimentError(
      `${where}: Linear(${numbers.join(', ')}) is given ${size} numbers: new Linear(${size}, …)`,
    );
  }
  return numbers[1]!;
}

/** The modules of a text, with their lines. */
function partsOf(code: string): Part[] {
  const text = code.replace(/\/\/.*$/gm, '');
  const found = [...text.matchAll(/new\s+(\w+)\s*\(([^()]*)\)/g)];
  return found.map(({ 1: name, 2: given, index }) => {
    const where = `networkFromCode: line ${text.slice(0, index).split('\n').length}`;
    checkChoice(ExperimentError, where, 'the module', name, modules);
    const numbers = given!.split(',').flatMap((one) => (one.trim() === '' ? [] : [Number(one)]));
    if (numbers.some(Number.isNaN)) throw new ExperimentError(`${where}: ${name}(${given}) takes numbers`);
    return { name: name as Part['name'], numbers, where };
  });
}
