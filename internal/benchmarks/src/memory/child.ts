/** One memory measurement in a process of its own: `node child.ts sonar|circles STEPS`, megabytes as JSON. */

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
