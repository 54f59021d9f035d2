import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the pnpm that runs this, or that of package.json, in a folder; what it says is part of the error that it ends in. */
export function pnpm(args, cwd = root) {
  const entry = process.env.npm_execpath;
  const own = entry !== undefined && /pnpm/.test(entry) && existsSync(entry);
  const [program, before] = own
    ? /\.[cm]?js$/.test(entry)
      ? [process.execPath, [entry]]
      : [entry, []]
    : ['npx', ['-y', 'pnpm@12.21.0']];
  return execFileSync(program, [...before, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
}
