/**
 * All tests: builds, finds or installs a browser, then runs the Node tests on the newest and on the oldest Node and the
 * browser tests in Chromium. Ends with `N passed, N failed` over all runs.
 *
 * A test that fails is run once more: browsers, threads and processes wait for a machine that others use as well, and what
 * is wrong in the code is wrong twice. What passed only then is told before the last line, as it may be a fault that seldom
 * shows.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { pnpm } from './pnpm.mjs';
import { binary, build, oldestNode, root, run } from './run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kindling-test-'));
const unsteady = join(folder, 'unsteady.txt');
let passed = 0;
let failed = 0;
let skipped = 0;
/** What passed only when it was run again. */
let again = '';
/** What failed, told once more before the last line: a long log is often read from its end. */
const failures = [];

function step(name, work) {
  console.log(`\n== ${name}`);
  const code = work();
  if (code !== 0) console.error(`${name}: failed with exit code ${code}`);
  return code;
}

/** One vitest run; its counts are added up, and a run that reports none counts as a failure. */
function vitest(name, node, args, env = {}) {
  const report = join(folder, `${name.replaceAll(/\W+/g, '-')}.json`);
  const code = step(name, () =>
    run(
      node,
      [
        binary('vitest'),
        'run',
        // By default one less than there are, which on two cores is half of them.
        '--maxWorkers=100%',
        '--retry=1',
        ...args,
        '--reporter=default',
        `--reporter=${join(root, 'internal/scripts/vitest-unsteady.mjs')}`,
        '--silent=passed-only',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      {
        env: { ...env, KINDLING_UNSTEADY: unsteady },
      },
    ),
  );
  let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.error(`${name}: no report was written`);
  }
  passed += counts.numPassedTests;
  skipped += counts.numPendingTests + counts.numTodoTests;
  failed += counts.numFailedTests;
  for (const file of counts.testResults) {
    for (const test of file.assertionResults) {
      if (test.status !== 'failed') continue;
      const [reason = ''] = (test.failureMessages[0] ?? '').split('\n');
      failures.push(`${name}: ${relative(root, file.name)}: ${test.fullName}: ${reason}`);
    }
  }
  if (counts.numFailedTests === 0 && (code !== 0 || counts.numPassedTests === 0)) {
    failed++;
    failures.push(`${name}: exit code ${code}, ${counts.numPassedTests} passed, no test failed`);
  }
}

/** A check that is one test: it passes or fails as a whole. */
function check(name, work) {
  if (step(name, work) === 0) {
    passed++;
    return;
  }
  failed++;
  failures.push(name);
}

try {
  check('build', () => build());
  if (failed === 0) {
    const browser = await ensureBrowser();
    check('types', () =>
      run(process.execPath, [binary('typescript').replace(/tsserver$/, 'tsc'), '-p', 'tsconfig.json']),
    );
    check('lint', () => run(process.execPath, [binary('@biomejs/biome'), 'check', '--error-on-warnings', '.']));
    // Writing its pages is for the site's own build; what is wrong with them is told before.
    check('API without a warning', () => run(process.execPath, [join(root, 'apps/docs/src/build-api.ts'), '--check']));
    const projects = ['--project', 'node', '--project', 'node-alone'];
    vitest(`node ${process.version}`, process.execPath, projects);
    // Not what tells of the repository rather than of what runs, which was told above.
    const runs = ['packages/', 'apps/', 'internal/arguments/', 'internal/conformance/', 'internal/doctest/src/doctest'];
    vitest('node, oldest supported', oldestNode(), [...projects, ...runs]);
    const pages = ['browser', 'browser-isolated', 'browser-webgpu'].flatMap((project) => ['--project', project]);
    vitest('browser', process.execPath, pages, { KINDLING_BROWSER: browser });
    vitest('site', process.execPath, ['--project', 'site'], { KINDLING_BROWSER: browser });
    const matrix = join(root, 'internal/matrix');
    check('packed packages: tools', () => {
      pnpm(['install', '--frozen-lockfile'], matrix);
      return 0;
    });
    vitest('packed packages', process.execPath, ['--root', matrix], { KINDLING_BROWSER: browser });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed++;
} finally {
  if (existsSync(unsteady)) again = readFileSync(unsteady, 'utf8').trimEnd();
  rmSync(folder, { recursive: true, force: true });
}
if (again !== '') console.log(`\n== passed only when run again\n${again}`);
if (failures.length > 0) console.log(`\n== failed\n${failures.join('\n')}`);
if (skipped > 0) console.log(`\n${skipped} skipped`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
