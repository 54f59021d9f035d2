import { properShare } from './parameters.js';

/** The flags that say which rows are learnt from, and which columns. */
export const rowFlags = {
  target: { kind: 'parsed', parse: String, brief: 'The column with the class', placeholder: 'COLUMN' },
  positive: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'The class whose probability is told [default = the last in order]',
    placeholder: 'LABEL',
  },
  drop: {
    kind: 'parsed',
    parse: String,
    optional: true,
    variadic: ',',
    brief: 'Columns that it must not use, joined by commas',
    placeholder: 'COLUMN',
  },
  group: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'Rows with the same value here, such as a patient, stay together: in training or in the test',
    placeholder: 'COLUMN',
  },
  time: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'Test on the last rows by this column, such as a date; it is not learnt from',
    placeholder: 'COLUMN',
  },
  testSize: { kind: 'parsed', parse: properShare, optional: true, brief: 'Share of test rows [default = 0.25]' },
  test: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'Test on another file, and train on all rows of the first',
    placeholder: 'FILE',
  },
  seed: { kind: 'parsed', parse: String, brief: 'Seed of every random number: any number or text', default: '0' },
  rng: {
    kind: 'enum',
    values: ['seedrandom', 'torch'],
    brief: "Random streams: seedrandom, or PyTorch's and scikit-learn's own",
    default: 'seedrandom',
  },
} as const;

/** The flags that say what becomes of the results, of commands that go on where they stopped. */
export const outputFlags = {
  config: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'A file of flags, as JSON or YAML; those that are typed win',
    placeholder: 'FILE',
  },
  resume: { kind: 'boolean', brief: 'Go on where an interrupted run stopped', default: false },
  out: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'Folder for model and results [default = kindling-out/NAME of the table]',
    placeholder: 'DIR',
  },
  json: { kind: 'boolean', brief: 'Print one JSON document and nothing else', default: false },
  quiet: { kind: 'boolean', brief: 'Print nothing but errors', default: false },
} as const;
