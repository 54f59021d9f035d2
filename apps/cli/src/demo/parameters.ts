/** A whole number of at least 1 from the command line. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < 1)
    throw new Error(`"${text}" is not a whole number from 1`);
  return value;
}

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
    backend: { kind: 'enum', values: ['cpu', 'gpu'], brief: 'What computes', default: 'cpu' },
    out: {
      kind: 'parsed',
      parse: String,
      optional: true,
      brief: 'Folder for the pictures [default = kindling-out/TASK]',
      placeholder: 'DIR',
    },
    json: { kind: 'boolean', brief: 'Print one JSON document and nothing else', default: false },
  }) as const;
