/** Runs a tutorial's program in the reader's machine, and tells what it prints and draws. */
import { inspect } from './inspect.js';
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
  '@kindling/data/images': () => import('@kindling/data/images'),
  '@kindling/metrics': () => import('@kindling/metrics'),
  '@kindling/train': () => import('@kindling/train'),
  '@kindling/train/safetensors': () => import('@kindling/train/safetensors'),
  '@kindling/viz': () => import('@kindling/viz'),
};

const tell = (event: RunEvent): void => postMessage(event);

/** The modules that a program asks for, by name. */
async function load(code: string): Promise<(name: string) => object> {
  const names = [...code.matchAll(/require\('([^']+)'\)/g)].map(([, name]) => name!);
  const loaded = new Map<string, object>();
  // All methods of tensors, as in Node: readers write what they like.
  await modules['@kindling/tensor-core/methods']!();
  for (const name of names) {
    const found = modules[name];
    if (found === undefined) throw new Error(`"${name}" is not in this page, which has Kindling's packages alone`);
    loaded.set(name, name === '@kindling/viz' ? showing(await found()) : await found());
  }
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

const print = (...values: unknown[]): void =>
  tell({ type: 'log', text: values.map((value) => inspect(value)).join(' ') });

self.onmessage = async ({ data: { code } }: MessageEvent<RunRequest>) => {
  try {
    const require = await load(code);
    const console = { log: print, info: print, warn: print, error: print };
    const body = `return (async () => { ${code} \n})()`;
    await new Function('require', 'console', 'begin', 'exports', body)(
      require,
      console,
      (block: number) => tell({ type: 'begin', block }),
      {},
    );
    tell({ type: 'done' });
  } catch (error) {
    tell({ type: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
};
