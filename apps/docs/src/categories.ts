import { type Reflection, ReflectionKind } from 'typedoc';

/** Headings by the folder in which a package's sources lie. */
const folders: Readonly<Record<string, string>> = {
  // tensor-core
  create: 'Making tensors',
  random: 'Randomness',
  autograd: 'Differentiation',
  testing: 'Testing',
  // nn
  containers: 'Modules',
  layers: 'Layers',
  losses: 'Losses',
  // optim
  schedules: 'Schedules',
  // data
  csv: 'CSV',
  datasets: 'Data sets',
  preprocessing: 'Preprocessing',
  splits: 'Splits',
  transforms: 'Transforms',
  // train
  callbacks: 'Callbacks',
  checkpoint: 'Checkpoints',
  // viz
  plots: 'Plots',
  marks: 'Marks',
  render: 'Rendering',
};

const ops: Readonly<Record<string, readonly string[]>> = {
  Reductions: [
    'sum',
    'mean',
    'var',
    'std',
    'max',
    'min',
    'prod',
    'argmax',
    'argmin',
    'all',
    'any',
    'logsumexp',
    'norm',
    'cumsum',
    'reduction',
  ],
  'Shapes and views': [
    'reshape',
    'transpose',
    'permute',
    'expand',
    'squeeze',
    'flatten',
    'select',
    'slice',
    'split',
    'flip',
    'clone',
    'cast',
  ],
  'Indexing and joining': [
    'cat',
    'stack',
    'meshgrid',
    'index-select',
    'gather',
    'scatter-add',
    'masked-select',
    'sort',
    'pad',
    'triangle',
    'one-hot',
    'where',
    'indexing',
  ],
  'Linear algebra': ['matmul'],
  Activations: ['activations', 'relu', 'sigmoid', 'tanh', 'softmax', 'log-softmax'],
};

const subjectOfOp = new Map(Object.entries(ops).flatMap(([subject, files]) => files.map((file) => [file, subject])));

/** The heading under which the index of a package lists a symbol; none where all symbols are of one kind. */
export function categoryOf(file: string, reflection: Reflection): string | undefined {
  const [, folder, path] = /packages\/([^/]+)\/src\/(.*)\.ts$/.exec(file) ?? [];
  if (folder === undefined || path === undefined) return undefined;
  if (reflection.kindOf(ReflectionKind.Namespace)) return 'Basics';
  if (reflection.name.endsWith('Error')) return 'Errors';
  const types = reflection.kindOf(ReflectionKind.Interface | ReflectionKind.TypeAlias);
  if (types) return 'Types';
  const parts = path.split('/');
  if (parts.length === 1) return 'Basics';
  if (parts[0] === 'ops') return subjectOfOp.get(parts[1]!) ?? 'Elementwise functions';
  return folders[parts[0]!] ?? 'Basics';
}

/** In which order headings come; types are read last. */
export const categoryOrder: string[] = [
  'Basics',
  'Modules',
  'Making tensors',
  'Randomness',
  'Differentiation',
  'Elementwise functions',
  'Activations',
  'Reductions',
  'Shapes and views',
  'Indexing and joining',
  'Linear algebra',
  '*',
  'Errors',
  'Types',
  'Defined elsewhere',
];
