/** A whole number of at least 1 from the command line. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < 1)
    throw new Error(`"${text}" is not a whole number from 1`);
  return value;
}

/** What `--backend` may be. */
export type BackendName = 'auto' | 'cpu' | 'gpu';

export const backendFlag = {
  kind: 'enum',
  values: ['cpu', 'gpu', 'auto'],
  brief: 'What computes; auto measures both at the sizes of the network',
  default: 'cpu',
} as const;

/** The flags that every demo takes; `epochs` says what the tutorial trains for. */
export const demoFlags = (epochs: number) =>
  ({
    seed: { kind: 'parsed', parse: String, brief: 'Seed of every random number: any number or text', default: '42' },
    rng: {
      kind: 'enum',
      values: ['seedrandom', 'torch'],
      brief: "Random streams: seedrandom, or PyTorch's and NumPy's own",
      default: 'seedrandom',
    },
    epochs: {
      kind: 'parsed',
      parse: positiveInteger,
      optional: true,
      brief: `How long to train [default = ${epochs}]`,
    },
    backend: backendFlag,
    theme: { kind: 'enum', values: ['light', 'dark'], brief: 'Ground of the pictures', default: 'light' },
    out: {
      kind: 'parsed',
      parse: String,
      optional: true,
      brief: 'Folder for the pictures [default = kindling-out/TASK]',
      placeholder: 'DIR',
    },
    json: { kind: 'boolean', brief: 'Print one JSON document and nothing else', default: false },
  }) as const;
