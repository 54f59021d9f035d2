import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { outside } from './processes.ts';
import { median } from './statistics.ts';

/** A line of the table of start-up times. */
export interface StartUp {
  readonly id: string;
  readonly title: string;
  /** Median, in milliseconds; or why there is none. */
  readonly ms: number | string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One measurement of one line: milliseconds. */
type Probe = () => number;

/**
 * Fresh processes: from the first line to the end of the first training step, measured inside; and whole commands, from
 * outside. In turn, `rounds` times.
 */
export function measureStartUp(python: string | undefined, rounds: number): StartUp[] {
  const inside = (program: string, file: string, field: 'import' | 'total'): Probe => {
    return () => {
      const { status, stdout, stderr } = spawnSync(program, [here(file)], { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) ?? `exit code ${status}`);
      return (JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<'import' | 'total', number>)[field];
    };
  };
  const whole =
    (program: string, ...args: string[]): Probe =>
    () =>
      outside(program, ...args);
  const missing: Probe = () => {
    throw new Error('no PyTorch here');
  };
  const node = process.execPath;
  const main = here('../../../../apps/cli/dist/main.js');
  const command: Probe = existsSync(main)
    ? whole(node, main, '--version')
    : () => {
        throw new Error('apps/cli is not built');
      };
  const torch = '../../python/startup.py';
  const lines: [id: string, title: string, probe: Probe][] = [
    ['kindling', 'Kindling: import, cpu(), first training step', inside(node, '../startup/kindling.mjs', 'total')],
    ['kindling-import', 'Kindling: import alone', inside(node, '../startup/kindling.mjs', 'import')],
    ['pytorch-import', 'PyTorch: import alone', python ? inside(python, torch, 'import') : missing],
    ['pytorch', 'PyTorch: import, first training step', python ? inside(python, torch, 'total') : missing],
    ['tfjs-wasm', 'TensorFlow.js wasm: import, backend, first step', inside(node, '../startup/tfjs.mjs', 'total')],
    ['jax', 'jax-js wasm: import, backend, first step', inside(node, '../startup/jax.mjs', 'total')],
    ['brain', 'brain.js: import, first step', inside(node, '../startup/brain.mjs', 'total')],
    ['js-pytorch', 'js-pytorch: import, first step', inside(node, '../startup/js-pytorch.mjs', 'total')],
    ['version', '`kindling --version`, the whole command', command],
    ['node', '`node -e 0`, for comparison', whole(node, '-e', '0')],
  ];
  const times = lines.map((): number[] => []);
  const failures = new Map<number, string>();
  for (let round = 0; round < rounds; round++) {
    for (const [i, [, , probe]] of lines.entries()) {
      if (failures.has(i)) continue;
      try {
        times[i]!.push(probe());
      } catch (error) {
        failures.set(i, (error as Error).message);
      }
    }
  }
  return lines.map(([id, title], i) => ({ id, title, ms: failures.get(i) ?? median(times[i]!) }));
}
