import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import whole from '../../vitest.config.js';

/** The tests of the numbers, with what they compare written down for `scripts/report.mjs`. */
export default defineConfig({
  resolve: { alias: whole.resolve!.alias! },
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['internal/conformance/src/*.test.ts', 'apps/cli/src/demo/workflows.test.ts'],
    exclude: ['**/node_modules/**', '**/*.browser.test.ts', '**/{memory,properties}.test.ts'],
    setupFiles: ['internal/conformance/src/numbers/setup.ts'],
    testTimeout: 300_000,
    maxWorkers: 2,
  },
});
