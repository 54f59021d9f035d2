import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { browserProjects } from './internal/scripts/vitest-browser-project.js';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Tests run on the sources, so that a failing line is the line one edits; the packed packages have a test of their own. */
const alias = [
  { find: '@internal/arguments', replacement: `${root}internal/arguments/src/index.ts` },
  { find: '@kindling/tensor-core/testing', replacement: `${root}packages/tensor-core/src/testing/index.ts` },
  { find: /^@kindling\/([a-z-]+)$/, replacement: `${root}packages/$1/src/index.ts` },
  { find: /^@kindling\/([a-z-]+)\/([a-z-]+)$/, replacement: `${root}packages/$1/src/$2.ts` },
];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // Half of the time would go into loading the same modules for every file. A test that needs them untouched, or
          // puts others in their place, is an `.alone.test.ts`.
          isolate: false,
          setupFiles: ['internal/scripts/vitest-fresh-stream.ts'],
          // Two runs share two cores in CI; a test says so where it is meant to take long.
          testTimeout: 60_000,
          include: ['{packages,apps}/**/*.test.ts', 'internal/!(matrix)/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.{alone,browser,site}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'node-alone',
          testTimeout: 60_000,
          include: ['packages/**/*.alone.test.ts'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          testTimeout: 90_000,
          // What a page does next is waited for as long as a click is, not a second.
          expect: { poll: { timeout: 30_000 } },
          // Building the site.
          hookTimeout: 300_000,
          include: ['apps/docs/**/*.site.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['apps/docs/src/site/setup-site.ts'],
          // Two at a time: each has a browser. What counts frames compares with an idle page at the same time.
          maxWorkers: 2,
        },
      },
      ...browserProjects,
    ],
  },
});
