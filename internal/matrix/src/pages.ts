import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';

/** A browser and what serves pages to it. */
export interface Pages {
  readonly browser: Browser;
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the files of a folder, and starts a browser, which has WebGPU in software; `prepare` may set headers of each answer. */
export async function servePages(
  folder: string,
  prepare: (response: ServerResponse) => void = () => {},
): Promise<Pages> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url!, 'http://localhost').pathname);
    prepare(response);
    try {
      const body = readFileSync(join(folder, path));
      const type = path.endsWith('.html') ? 'text/html' : 'text/javascript';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const path = findBrowser();
  const browser = await chromium.launch({
    ...(path === null ? {} : { executablePath: path }),
    args: ['--enable-unsafe-webgpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return {
    browser,
    origin: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
