/** What `pnpm bench` was asked for. */
export interface Options {
  readonly quick: boolean;
  readonly memory: boolean;
  readonly tables: boolean;
  readonly gpu: boolean;
  readonly growth: boolean;
  readonly command: boolean;
  readonly help: boolean;
  readonly only: RegExp | undefined;
  /** Where benchmarks.md, public/benchmarks.svg and its dark twin go. */
  readonly out: string | undefined;
}

/** A command line that asks for something that is not there. */
export class UsageError extends Error {}

export const USAGE = `pnpm bench [--quick] [--only REGEX] [--memory | --tables | --gpu | --growth | --command] [--out FOLDER]

Builds the packages and runs Kindling and other libraries side by side. Prints tables; without --only it also writes
docs/benchmarks.md and docs/public/benchmarks.svg.

  --quick        in under two minutes: fewer and shorter repetitions, fewer sizes, no work that takes seconds
  --only REGEX   only the work whose name matches, for instance --only 'step|matmul 1024', --only '^middle' or --only start-up
  --memory       instead: a million steps in one loop, and the large network, measuring the process's memory
  --gpu          instead: training steps on the GPU, in a browser, and docs/benchmarks-gpu.md
  --tables       instead: reading CSV, preprocessing, metrics and cross-validation, beside pandas and scikit-learn
  --growth       instead: how training steps grow with batch, width, depth and rows, beside PyTorch, and docs/benchmarks-growth.md
  --command      instead: the command's start-up, predict beside the CSV parser alone, and requests to serve
  --out FOLDER   write there instead of docs
  --help         this text
`;

/** Reads a command line; throws {@link UsageError} for anything it does not know. */
export function parseArguments(args: readonly string[]): Options {
  let quick = false;
  let memory = false;
  let tables = false;
  let gpu = false;
  let growth = false;
  let command = false;
  let help = false;
  let only: RegExp | undefined;
  let out: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const [flag, inline] = split(args[i]!);
    const value = (): string => {
      const text = inline ?? args[++i];
      if (text === undefined || text === '') throw new UsageError(`${flag} needs a value`);
      return text;
    };
    if (flag === '--only') only = pattern(value());
    else if (flag === '--out') out = value();
    else if (inline !== undefined) throw new UsageError(`unknown argument '${args[i]}'`);
    else if (flag === '--quick') quick = true;
    else if (flag === '--memory') memory = true;
    else if (flag === '--tables') tables = true;
    else if (flag === '--gpu') gpu = true;
    else if (flag === '--growth') growth = true;
    else if (flag === '--command') command = true;
    else if (flag === '--help' || flag === '-h') help = true;
    // pnpm passes its own separator on.
    else if (flag !== '--' || i > 0) throw new UsageError(`unknown argument '${args[i]}'`);
  }
  return { quick, memory, tables, gpu, growth, command, help, only, out };
}

function split(argument: string): [flag: string, inline: string | undefined] {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new UsageError(`--only: '${text}' is no regular expression`);
  }
}
