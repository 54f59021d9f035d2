/** The main job on a fresh machine: builds everything, then trains on two tutorials and says where the pictures are. */
import { join } from 'node:path';
import { build, root, run } from './run.mjs';

const main = join(root, 'apps/cli/dist/main.js');
console.error('Building the packages; the first time, this takes a minute.');
process.exitCode = build(['--filter=@kindling/cli...']);
for (const task of ['blobs', 'sonar']) {
  if (process.exitCode) break;
  console.log(`\n$ kindling demo ${task}`);
  process.exitCode = run(process.execPath, [main, 'demo', task, '--out', join(root, 'out', task)]);
}
