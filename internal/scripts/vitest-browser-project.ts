import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { findBrowser } from './browser.mjs';

const executablePath = findBrowser();

/** Tests in headless Chromium, of the files that end in one of these. */
function browserProject(
  name: string,
  include: string[],
  exclude: string[],
  headers = {},
  flags: string[] = [],
): TestProjectConfiguration {
  return {
    extends: true,
    server: { headers },
    test: {
      name,
      include: include.map((end) => `{packages,internal}/**/*${end}`),
      exclude: ['**/node_modules/**', '**/dist/**', ...exclude.map((end) => `**/*${end}`)],
      testTimeout: 60_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            ...(executablePath === null ? {} : { executablePath }),
            // Chromium refuses to run as root with its sandbox.
            args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...flags],
          },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

/** The vitest projects of the tests that need a browser: `*.browser.test.ts`, and in a page that may share memory `*.isolated.browser.test.ts`, or that has WebGPU, in software, `*.webgpu.browser.test.ts`. */
export const browserProjects = [
  browserProject('browser', ['.browser.test.ts'], ['.isolated.browser.test.ts', '.webgpu.browser.test.ts']),
  browserProject('browser-isolated', ['.isolated.browser.test.ts'], [], {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  }),
  browserProject('browser-webgpu', ['.webgpu.browser.test.ts'], [], {}, [
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
  ]),
];
