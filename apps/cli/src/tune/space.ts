import { nearest } from '@internal/arguments';
import {
  type ClassifierOptions,
  type Distribution,
  logUniform,
  type Space,
  uniform,
  wholeNumbers,
} from '@kindling/train';
import { positiveInteger } from '../demo/parameters.js';
import { plain } from '../output/plain.js';
import { hiddenSizes, number, positive, share } from '../train/parameters.js';

/** A part of the space: an option, and what it may be. */
interface Dimension {
  readonly name: keyof ClassifierOptions;
  readonly values: readonly unknown[] | Distribution;
}

/** How a value of each option is read; numbers may have ranges too. */
const options = {
  hidden: { parse: hiddenSizes },
  activation: { parse: oneOf('relu', 'tanh', 'gelu', 'silu', 'sigmoid') },
  dropout: { parse: share, range: uniform },
  batchNorm: { parse: truth },
  optimizer: { parse: oneOf('adamw', 'adam', 'sgd', 'rmsprop') },
  lr: { parse: positive, range: logUniform },
  schedule: { parse: oneOf('constant', 'cosine', 'plateau') },
  weightDecay: { parse: share, range: (low: number, high: number) => (low > 0 ? logUniform : uniform)(low, high) },
  epochs: { parse: positiveInteger, range: wholeNumbers },
  batchSize: { parse: positiveInteger, range: wholeNumbers },
  patience: { parse: positiveInteger, range: wholeNumbers },
} satisfies Partial<Record<keyof ClassifierOptions, Option>>;

interface Option {
  readonly parse: (text: string) => unknown;
  readonly range?: (low: number, high: number) => Distribution;
}

/** What is searched where nobody says what. */
const usual = ['hidden=none/16/32/64/32,32/64,64', 'dropout=0..0.5', 'lr=0.001..0.03', 'weight-decay=0.001..0.3'];

/**
 * Reads `lr=0.001..0.1` or `hidden=none/32/64,64`. Numbers that are drawn have four digits, as one would type them.
 *
 * @throws Error that says what it cannot be.
 */
function dimension(text: string): Dimension {
  const [, typed, values] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (typed === undefined) throw new Error(`"${text}" says no values, such as lr=0.001..0.1 or hidden=none/32/64,64`);
  const name = typed.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (!Object.hasOwn(options, name)) {
    const names = Object.keys(options);
    const near = nearest(name, names);
    throw new Error(
      `nothing is called "${plain(typed)}" in a space; ${near === undefined ? `there are ${names.join(', ')}` : `did you mean "${near}"?`}`,
    );
  }
  const { parse, range }: Option = options[name as keyof typeof options];
  const [, low, high] = /^(.+)\.\.(.+)$/.exec(values!) ?? [];
  if (low === undefined) return { name: name as Dimension['name'], values: values!.split('/').map(parse) };
  if (range === undefined) throw new Error(`"${text}": ${typed} has no range; list its values with / between`);
  for (const end of [low, high!]) parse(end);
  if (!(number(low) < number(high!))) throw new Error(`"${text}": ${low} is not below ${high}`);
  const drawn = range(number(low), number(high!));
  return {
    name: name as Dimension['name'],
    values: { draw: (random) => Number(drawn.draw(random).toPrecision(4)) },
  };
}

/**
 * The space to search: what was declared, or else the usual one without what is settled.
 *
 * @throws Error for an option that is declared twice, or settled and declared.
 */
export function spaceOf(declared: readonly string[] | undefined, settled: ClassifierOptions): Space<ClassifierOptions> {
  const space: Record<string, Dimension['values']> = {};
  for (const { name, values } of declared?.map(dimension) ??
    usual.map(dimension).filter(({ name }) => !(name in settled))) {
    if (Object.hasOwn(space, name)) throw new Error(`--space says twice what ${name} may be`);
    if (name in settled) throw new Error(`${name} is in the space and has a flag of its own; leave one of them out`);
    space[name] = values;
  }
  if (Object.keys(space).length === 0) throw new Error('nothing is left to search; say what with --space');
  return space as Space<ClassifierOptions>;
}

function oneOf(...words: string[]): (text: string) => string {
  return (text) => {
    if (!words.includes(text)) throw new Error(`"${text}" is none of ${words.join(', ')}`);
    return text;
  };
}

function truth(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Error(`"${text}" is neither true nor false`);
  return text === 'true';
}
