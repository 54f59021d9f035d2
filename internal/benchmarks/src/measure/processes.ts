import { spawnSync } from 'node:child_process';
import { pythonEnvironment } from './session.ts';

/** What a process on one thread prints in its last line, which is JSON. */
export function printedBy<Printed>(program: string, args: readonly string[]): Printed {
  const env = pythonEnvironment(1);
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Printed;
}

/** The milliseconds that a process takes from outside. */
export function outside(program: string, ...args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) || `exit code ${status}`);
  return performance.now() - began;
}
