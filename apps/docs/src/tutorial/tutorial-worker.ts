/** Runs a tutorial's program in the reader's machine, and tells what it prints and draws. */
import { inspect } from './inspect.js';
import { LossRecord } from './loss-record.js';
import type { RunEvent, RunRequest } from './messages.js';

const modules: Readonly<Record<string, () => Promise<object>>> = {
  '@kindling/tensor-core': () => import('@kindling/tensor-core'),
  '@kindling/tensor-core/more': () => import('@kindling/tensor-core/more'),
  '@kindling/tensor-core/methods': () => import('@kindling/tensor-core/methods'),
  '@kindling/tensor-core/torch': () => import('@kindling/tensor-core/torch'),
  '@kindling/tensor-core/numpy': () => import('@kindling/tensor-core/numpy'),
  '@kindling/backend-cpu': async () => {
    // Some tutorials train on images.
    await import('@kindling/backend-cpu/kernels');
    return import('@kindling/backend-cpu');
  },
  '@kindling/backend-cpu/kernels': () => import('@kindling/backend-cpu/kernels'),
  '@kindling/backend-gpu': () => import('@kindling/backend-gpu'),
  '@kindling/nn': () => import('@kindling/nn'),
  '@kindling/optim': () => import('@kindling/optim'),
  '@kindling/optim/lr-scheduler': () => import('@kindling/optim/lr-scheduler'),
  '@kindling/data': () => import('@kindling/data'),
  '@kindling/data/images': async () => {
    // A page reads no folders: it has the files that ship with the package.
    const [images, { digitsFiles }] = await Promise.all([
      import('@kindling/data/images'),
      import('../digits-files.js'),
    ]);
    return { ...images, digitsFolder: digitsFiles };
  },
  '@kindling/metrics': () => import('@kindling/metrics'),
  '@kindling/train': () => import('@kindling/train'),
  '@kindling/train/safetensors': () => import('@kindling/train/safetensors'),
  '@kindling/viz': () => import('@kindling/viz'),
};

const tell = (event: RunEvent): void => postMessage(event);

/** The modules that a program asks for, by name. */
async function load(code: string, backend: RunRequest['backend']): Promise<(name: string) => object> {
  const names = [...code.matchAll(/require\('([^']+)'\)/g)].map(([, name]) => name!);
  const loaded = new Map<string, object>();
  // All methods of tensors, as in Node: readers write what they like.
  await modules['@kindling/tensor-core/methods']!();
  for (const name of names) {
    const found = modules[name];
    if (found === undefined) throw new Error(`"${name}" is not in this page, which has Kindling's packages alone`);
    loaded.set(name, name === '@kindling/viz' ? showing(await found()) : await found());
  }
  // Programs say `cpu()`; the reader's switch says where that is. Those after a page's first go on with what that one chose.
  const given = (await modules['@kindling/backend-cpu']!()) as typeof import('@kindling/backend-cpu');
  const make = backend === 'gpu' ? (await import('@kindling/backend-gpu')).gpu : given.cpu;
  loaded.set('@kindling/backend-cpu', { ...given, cpu: make });
  (await import('@kindling/tensor-core')).setBackend(await make());
  return (name) => loaded.get(name)!;
}

/** The plots, of which the page shows each that is drawn. */
function showing(viz: object): object {
  const { toSvg } = viz as typeof import('@kindling/viz');
  const draw: typeof toSvg = (scene, ...rest) => {
    const svg = toSvg(scene, ...rest);
    tell({ type: 'picture', svg });
    return svg;
  };
  return { ...viz, toSvg: draw };
}

/** Tells the losses that a program goes down from, whatever loop it has: each step calls `backward`. */
async function watchLosses(backend: RunRequest['backend']): Promise<LossRecord> {
  const tellLosses = (steps: number[], values: number[]): void => tell({ type: 'losses', steps, values });
  const record = new LossRecord(tellLosses, { cheap: backend === 'cpu' });
  const { prototype } = (await import('@kindling/tensor-core')).Tensor;
  const { backward } = prototype;
  prototype.backward = function (...all) {
    backward.apply(this, all);
    if (this.shape.length === 0) record.step(() => this.item());
  };
  return record;
}

const print = (...values: unknown[]): void =>
  tell({ type: 'log', text: values.map((value) => inspect(value)).join(' ') });

self.onmessage = async ({ data: { code, backend } }: MessageEvent<RunRequest>) => {
  try {
    const require = await load(code, backend);
    const losses = await watchLosses(backend);
    const begin = (block: number): void => {
      losses.end();
      tell({ type: 'begin', block });
    };
    const console = { log: print, info: print, warn: print, error: print };
    const body = `return (async () => { ${code} \n})()`;
    await new Function('require', 'console', 'begin', 'exports', body)(require, console, begin, {});
    losses.end();
    tell({ type: 'done' });
  } catch (error) {
    tell({ type: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
};
