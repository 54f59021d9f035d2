import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/** Runs a program, its output on this one's unless `options.stdio` says otherwise; returns the exit code. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: { ...env, ...options.env },
  });
  if (error) throw error;
  return status ?? 1;
}

/** The file that a dependency's command runs, so that any Node can run it, without a shell. */
export function binary(name, from = join(root, 'package.json')) {
  const manifest = createRequire(from).resolve(`${name}/package.json`);
  const { bin } = createRequire(from)(manifest);
  return join(
    dirname(manifest),
    typeof bin === 'string' ? bin : (bin[name.split('/').at(-1)] ?? Object.values(bin)[0]),
  );
}

/** Builds the packages, silently unless it fails; nothing goes to standard output. */
export function build(filter = []) {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [binary('turbo'), 'run', 'build', '--output-logs=errors-only', ...filter],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, env },
  );
  if (error) throw error;
  if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
  return status ?? 1;
}

/** The Node of `internal/oldest-node`: the oldest that the packages support. */
export function oldestNode() {
  const folder = join(root, 'internal/oldest-node/node_modules/node/bin');
  const program = [join(folder, 'node'), join(folder, 'node.exe')].find(existsSync);
  if (program === undefined) throw new Error(`no Node was installed in ${folder}; run pnpm install`);
  return program;
}
