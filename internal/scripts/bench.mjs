/** Benchmarks: builds the packages and the command, then runs Kindling beside other libraries. */
import { join } from 'node:path';
import { build, root, run } from './run.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);

async function bench(args) {
  if (major < 22 || (major === 22 && minor < 18)) {
    throw new Error(`Node ${process.version} cannot run TypeScript; \`pnpm bench\` takes the Node of this repository`);
  }
  const folder = join(root, 'internal/benchmarks/src');
  // A wrong flag is told before anything is built.
  const { parseArguments, USAGE, UsageError } = await import('../benchmarks/src/args.ts');
  try {
    if (parseArguments(args).help) {
      process.stdout.write(USAGE);
      return 0;
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`bench: ${error.message}`);
    return 2;
  }
  const main = () => run(process.execPath, ['--disable-warning=ExperimentalWarning', join(folder, 'main.ts'), ...args]);
  return build(['--filter=@internal/benchmarks^...', '--filter=@kindling/cli...']) || main();
}

try {
  process.exitCode = await bench(process.argv.slice(2));
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
