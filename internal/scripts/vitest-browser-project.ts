import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { findBrowser } from './browser.mjs';

const executablePath = findBrowser();

/** The vitest project of the tests that need a browser, `*.browser.test.ts`, in headless Chromium. */
export const browserProject: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'browser',
    include: ['{packages,internal}/**/*.browser.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          ...(executablePath === null ? {} : { executablePath }),
          // Chromium refuses to run as root with its sandbox.
          args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
};
