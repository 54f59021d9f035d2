/** `pnpm bench --gpu`: bundles the page, opens it in a browser, and gives what it measured. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { ensureBrowser } from '../../../scripts/browser.mjs';
import type { PageResult } from './page.ts';
import { taskNames } from './task.ts';

/** How long all of it may take. */
const LIMIT = 40 * 60_000;

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('.', import.meta.url)),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      chunkSizeWarningLimit: 1e5,
      lib: { entry: fileURLToPath(new URL('page.ts', import.meta.url)), formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  if (first === undefined || !('output' in first)) throw new Error('the page was not bundled');
  return first.output[0].code;
}

/** What {@link runGpu} is asked for. */
export interface GpuBench {
  readonly quick: boolean;
  readonly only: RegExp | undefined;
  /** Where a line goes for each result. */
  readonly progress: (line: string) => void;
}

/** Measures in a browser. */
export async function runGpu({ quick, only, progress }: GpuBench): Promise<PageResult> {
  const code = await bundle();
  const server = createServer((request, response) => {
    const script = request.url?.startsWith('/page.js') === true;
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ? code : '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--enable-unsafe-webgpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'log') progress(message.text());
    });
    page.on('pageerror', (error) => progress(error.message));
    const tasks = taskNames.filter((name) => only?.test(name) ?? true);
    const query = new URLSearchParams({
      tasks: tasks.join(),
      ms: quick ? '300' : '2000',
      more: only === undefined ? 'yes' : 'no',
    });
    await page.goto(`http://127.0.0.1:${port}/?${query}`);
    await page.waitForFunction(() => 'result' in globalThis, null, { timeout: 60_000 });
    page.setDefaultTimeout(LIMIT);
    return await page.evaluate(() => (globalThis as unknown as { result: Promise<PageResult> }).result);
  } finally {
    await browser.close();
    server.close();
  }
}

/** The versions of those who take part. */
export function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
