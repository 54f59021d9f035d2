/** One memory measurement in a process of its own: `node child.ts sonar|fit|circles|deep STEPS`, megabytes as JSON. */

const MB = 2 ** 20;
// Before anything of ours is loaded: what Node takes for itself.
const node = process.memoryUsage.rss() / MB;

const { kindling } = await import('../competitors/kindling.ts');
const { catalogue } = await import('../tasks/catalogue.ts');

const [task, count] = process.argv.slice(2);
const steps = Number(count);
const entries = await catalogue(true);
// The catalogue draws its data with plain kernels; from here on the fast ones compute.
const competitor = await kindling(1);

function trialOf(id: string, sizes?: readonly number[]) {
  const work = entries.find((entry) => entry.id === id)!.work;
  if (work.kind !== 'train') throw new Error(`${id} is no training`);
  const network = sizes === undefined ? work.network : { ...work.network, sizes };
  const trial = competitor.start({ ...work, network });
  if (trial === undefined || trial instanceof Promise) throw new Error(`${id} does not start at once`);
  return trial;
}

const marks: number[] = [];
const rss = (): number => process.memoryUsage.rss() / MB;

if (task === 'sonar') {
  const trial = trialOf('sonar wide step');
  // Synchronous throughout: nothing is given a chance to run between two steps.
  trial.run(1000);
  marks.push(rss());
  for (let done = 1000; done < steps; done += steps / 10) {
    trial.run(steps / 10);
    marks.push(rss());
  }
} else if (task === 'fit') {
  const [{ fit }, { DataLoader, TensorDataset }, { BCEWithLogitsLoss, Linear, ReLU, Sequential }, { Adam }] =
    await Promise.all([
      import('@kindling/train'),
      import('@kindling/data'),
      import('@kindling/nn'),
      import('@kindling/optim'),
    ]);
  const { randn } = await import('@kindling/tensor-core');
  const ROWS = 200;
  const BATCH = 10;
  const x = randn([ROWS, 60]);
  const y = x.sum(1, { keepdim: true }).gt(0).float();
  const model = new Sequential(new Linear(60, 180), new ReLU(), new Linear(180, 1));
  const epochs = (steps * BATCH) / ROWS;
  await fit(model, {
    loss: new BCEWithLogitsLoss(),
    optimizer: new Adam(model.parameters()),
    trainData: new DataLoader(new TensorDataset(x, y), { batchSize: BATCH, shuffle: true }),
    epochs,
    callbacks: [
      {
        onEpochEnd({ epoch }) {
          if (epoch === 50 || epoch % (epochs / 10) === 0) marks.push(rss());
        },
      },
    ],
  });
} else {
  const sizes = task === 'circles' ? [2, 1024, 1024, 1] : [2, 512, 1024, 512, 1];
  const trial = trialOf('circles step', sizes);
  for (let done = 0; done < steps; done++) {
    trial.run(1);
    marks.push(rss());
  }
}
console.log(JSON.stringify({ node, marks }));
process.exit(0);
