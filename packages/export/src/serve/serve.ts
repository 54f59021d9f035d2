import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkOptions, type Known, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { Classifier } from '@kindling/train';
import { type Answer, createHandler, type Handler, type HandlerOptions, refuse } from './handler.js';
import { DEFAULTS } from './limits.js';

/** How {@link serve} listens. */
export interface ServeOptions extends HandlerOptions {
  /** Where it listens; default 127.0.0.1, which nobody else reaches. */
  readonly host?: string;
  /** The port; default 0: any that is free. */
  readonly port?: number;
  /** The most bytes of a body; default 1 MiB. */
  readonly maxBytes?: number;
}

/** A server that answers. */
export interface PredictionServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no more requests; resolves when those under way are answered. */
  close(): Promise<void>;
}

/** How long requests under way may take when it closes, in milliseconds. */
const GRACE = 10_000;

const known: Known<ServeOptions> = { maxRows: 1, host: 1, port: 1, maxBytes: 1 };

/**
 * An HTTP server of a classifier's predictions (Node), on this machine's own address unless it is told another.
 *
 * @throws `ArgumentError` for wrong options; what Node says where the port is taken.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { serve } from '@kindling/export/serve';
 * import { setBackend } from '@kindling/tensor-core';
 * import { classifier } from '@kindling/train';
 * setBackend(await cpu());
 * const rows = Array.from({ length: 60 }, (_, i) => ({ size: i % 20, kind: i % 20 > 9 ? 'large' : 'small' }));
 * const model = await classifier({ epochs: 60 }).fit(rows, { target: 'kind', positive: 'large' });
 * const server = await serve(model);
 * const answer = await fetch(`${server.url}/predict`, { method: 'POST', body: '[{ "size": 3 }]', headers: { 'content-type': 'application/json' } });
 * console.log((await answer.json()).predictions[0].label); // => small
 * await server.close();
 * ```
 */
export async function serve(model: Classifier, options: ServeOptions = {}): Promise<PredictionServer> {
  checkOptions(ArgumentError, 'serve', options, known);
  const { host = '127.0.0.1', port = 0, maxBytes = DEFAULTS.maxBytes, ...limits } = options;
  if (typeof host !== 'string' || host === '') wrong(ArgumentError, 'serve', 'host', 'an address', host);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    wrong(ArgumentError, 'serve', 'port', 'a whole number from 0 to 65535', port);
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1)
    wrong(ArgumentError, 'serve', 'maxBytes', 'a whole number from 1', maxBytes);
  const handle = await createHandler(model, limits);
  const server = createServer((request, response) => receive(request, response, handle, maxBytes));
  await listen(server, port, host);
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    close: () => close(server),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    // Connections that wait for a next request would keep it open, and so would a request that never ends.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  });
}

/** Reads a body up to the limit, and answers. */
function receive(request: IncomingMessage, response: ServerResponse, handle: Handler, maxBytes: number): void {
  const tooLarge = (): void => {
    // The rest of the body is not read: the connection ends with the answer.
    response.setHeader('connection', 'close');
    send(request, response, refuse(413, `the body is larger than ${maxBytes} bytes`));
    request.removeAllListeners('data');
    request.resume();
    response.once('finish', () => request.destroy());
  };
  if (Number(request.headers['content-length']) > maxBytes) {
    tooLarge();
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) tooLarge();
    else chunks.push(chunk);
  });
  request.on('end', () => {
    if (response.headersSent) return;
    const { method = 'GET', url = '/', headers } = request;
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    let answer: Answer;
    try {
      answer = handle(method, url.split('?', 1)[0]!, body.toString('utf8'), headers['content-type']);
    } catch {
      // What went wrong inside is nobody's business outside.
      answer = refuse(500, 'the prediction failed');
    }
    send(request, response, answer);
  });
  // A client that goes away in the middle is no error of the server.
  request.on('error', () => undefined);
}

function send({ method }: IncomingMessage, response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.headersSent) return;
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}
