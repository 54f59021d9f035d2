import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** A folder as a static host gives it: compressed, pages without their ending. */
export async function serveSite(folder: string): Promise<{ url: string; close(): void }> {
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url!, 'http://x').pathname));
    const candidates = [path, `${path}.html`, join(path, 'index.html')].map((name) => join(folder, name));
    const found = candidates.find((name) => name.startsWith(folder) && existsSync(name) && statSync(name).isFile());
    const file = found ?? join(folder, '404.html');
    const body = kept.get(file) ?? gzipSync(readFileSync(file));
    kept.set(file, body);
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'content-length': body.length,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
