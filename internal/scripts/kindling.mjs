/** Runs the built command on the arguments; its standard output and exit code are the command's alone. */
import { join } from 'node:path';
import { build, root, run } from './run.mjs';

// pnpm runs scripts in the root: paths on the command line are meant from where the person is.
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode =
  build(['--filter=@kindling/cli...']) ||
  run(process.execPath, [join(root, 'apps/cli/dist/main.js'), ...process.argv.slice(2)], { cwd });
