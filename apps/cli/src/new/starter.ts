/** The files of a starter project, by their names. */
export function starterFiles(name: string, version: string): Record<string, string> {
  return {
    'package.json': `${JSON.stringify(manifest(name, version), null, 2)}\n`,
    'tsconfig.json': `${JSON.stringify(compiler, null, 2)}\n`,
    'src/train.ts': program,
    'data.csv': table(),
    'README.md': readme(name),
    '.gitignore': 'node_modules/\ndist/\nmodel/\n',
  };
}

function manifest(name: string, version: string): object {
  const ours = Object.fromEntries(
    ['backend-cpu', 'data', 'tensor-core', 'train'].map((part) => [`@kindling/${part}`, `^${version}`]),
  );
  return {
    name,
    private: true,
    type: 'module',
    engines: { node: '>=20.19' },
    scripts: { build: 'tsc', train: 'tsc && node dist/train.js' },
    dependencies: ours,
    devDependencies: { '@types/node': '^20.19.0', typescript: '^6.0.3' },
  };
}

const compiler = {
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    rootDir: 'src',
    outDir: 'dist',
  },
  include: ['src'],
};

const program = `import { cpu } from '@kindling/backend-cpu';
import { readCsv, trainTestSplitIndices } from '@kindling/data';
import { setBackend } from '@kindling/tensor-core';
import { classifier } from '@kindling/train';

setBackend(await cpu());

// A quarter of the rows is for the test, with both classes as frequent as in the whole.
const target = 'left';
const table = (await readCsv('data.csv')).dropMissing(target);
const { train, test } = trainTestSplitIndices(table.rows, {
  testSize: 0.25,
  stratify: table.labels(target),
  randomState: 0,
});

// The columns are filled, scaled and encoded by themselves.
const model = await classifier({ hidden: [32], epochs: 100, seed: 0 }).fit(table.take(train), {
  target,
  positive: 'yes',
});
const { accuracy, auc, logLoss, confusion } = await model.evaluate(table.take(test));
console.log(\`On \${test.length} rows that it did not see:\`);
console.log({ accuracy, auc, logLoss, confusion });

// kindling predict, serve and export take this folder; Classifier.load reads it.
await model.save('model');

const someone = { age: 61, town: 'Bern', member: true };
const [probability] = await model.predictProba([someone]);
console.log('Will leave:', someone, probability?.toFixed(3));
`;

function readme(name: string): string {
  return `# ${name}

A classifier of a table, trained with [Kindling](https://www.npmjs.com/package/@kindling/train).

\`\`\`sh
npm install
npm run train
\`\`\`

\`src/train.ts\` reads \`data.csv\`, trains on three quarters of its rows, tests on the others, and saves the model in \`model/\`. Put a
table of your own in its place, and say in \`src/train.ts\` which column to tell (\`target\`) and which class is the positive one.

With the command (\`npm install --global @kindling/cli\`) the model answers elsewhere:

\`\`\`sh
kindling predict model data.csv -o predictions.csv
kindling serve model
\`\`\`
`;
}

/** Customers, of whom older ones and those of one town leave; with gaps. */
function table(): string {
  const towns = ['Bern', 'Basel', 'Chur'];
  const rows = Array.from({ length: 240 }, (_, k) => {
    const age = 20 + ((k * 37) % 50);
    const town = towns[(k * 7 + (k >> 3)) % 3]!;
    const left = age + (town === 'Bern' ? 15 : 0) + ((k * 29) % 23) > 60 ? 'yes' : 'no';
    return [k % 11 === 4 ? '' : age, k % 13 === 3 ? '' : town, (k * 5) % 7 < 3, left].join(',');
  });
  return `age,town,member,left\n${rows.join('\n')}\n`;
}
