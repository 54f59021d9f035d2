import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { differences } from './differences.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where a name of ours is: an entry of a package. */
interface Place {
  readonly name: string;
  readonly entry: string;
}

/** The entries that the names of each of their modules are looked for in, first ones first. */
const entries: Readonly<Record<string, readonly string[]>> = {
  torch: [
    'tensor-core',
    'tensor-core.more',
    'tensor-core.methods',
    'tensor-core.torch',
    'nn.functional',
    'nn',
    'train',
    'viz',
  ],
  'torch.nn': ['nn'],
  'torch.optim': ['optim'],
  'torch.optim.lr_scheduler': ['optim.lr-scheduler'],
  'torch.utils.data': ['data'],
};
const ofScikitLearn = ['metrics', 'data', 'train'];

/** The page that sets PyTorch's and scikit-learn's names against ours, from the lists of both. */
export function pageOfNames(): string {
  const theirs = JSON.parse(readFileSync(`${root}internal/conformance/values/names.json`, 'utf8')) as Record<
    string,
    string[]
  >;
  const ours = ourNames();
  const parts = Object.entries(theirs).map(([module, names]) => {
    const rows = names.map((name) => row(module, name, ours));
    const there = rows.filter((one) => one.kind !== 'not yet');
    const missing = rows.filter((one) => one.kind === 'not yet');
    const table = there.map(({ name, text, how }) => `| \`${name}\` | ${text} | ${how} |`);
    return [
      `## ${module}`,
      '',
      `${there.length} of ${names.length}.`,
      '',
      ...(table.length > 0 ? ['| theirs | ours | how |', '|---|---|---|', ...table, ''] : []),
      ...(missing.length > 0 ? [`Not yet: ${missing.map(({ name }) => `\`${name}\``).join(', ')}.`, ''] : []),
    ].join('\n');
  });
  return `<!-- Written by \`pnpm --filter @kindling/docs names\`; do not edit. -->

# Names of PyTorch and scikit-learn

What the public names of PyTorch 1.13 and scikit-learn 1.2 are called here: *same* means the same name in camelCase with the same
meaning, checked against the original's numbers; where something differs it says how. The lists are made from the code, so what
stands here is there. [Coming from PyTorch](pytorch.md) shows a script beside its port.

${parts.join('\n')}`;
}

interface Row {
  readonly name: string;
  readonly kind: 'same' | 'differs' | 'not yet';
  readonly text: string;
  readonly how: string;
}

function row(module: string, name: string, ours: ReadonlyMap<string, readonly Place[]>): Row {
  const full = `${module}.${name}`;
  const known = differences[full];
  if (known?.ours !== undefined) return { name, kind: 'differs', text: known.ours, how: known.how };
  const camel = name.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const candidates = ours.get(camel) ?? [];
  const order = entries[module] ?? ofScikitLearn;
  const place = order.flatMap((entry) => candidates.find((one) => one.entry === entry) ?? [])[0];
  if (place === undefined) return { name, kind: 'not yet', text: '', how: '' };
  const at = place.entry === order[0] ? '' : ` in \`@kindling/${place.entry.replace('.', '/')}\``;
  const how = known?.how ?? 'same';
  return { name, kind: known === undefined ? 'same' : 'differs', text: `\`${place.name}\`${at}`, how };
}

/** Every public name with the entries that have it; a method of a tensor stands for its function. */
function ourNames(): Map<string, Place[]> {
  const all = new Map<string, Place[]>();
  const add = (key: string, place: Place): void => void all.set(key, [...(all.get(key) ?? []), place]);
  const folder = `${root}internal/repo/public/`;
  for (const file of readdirSync(folder).sort()) {
    const entry = file.replace(/\.txt$/, '');
    for (const line of readFileSync(folder + file, 'utf8').split('\n')) {
      const method = /^Tensor\.(\w+)$/.exec(line);
      if (method !== null) add(method[1]!, { name: `x.${method[1]}(…)`, entry });
      else if (/^\w+$/.test(line)) add(line, { name: line, entry });
    }
  }
  // A function comes before the method of its name.
  for (const [key, places] of all)
    all.set(
      key,
      places.sort((a, b) => Number(a.name.startsWith('x.')) - Number(b.name.startsWith('x.'))),
    );
  return all;
}
