import { wrong } from '@internal/arguments';
import { ExperimentError } from './error.js';
import type { SessionMessage } from './messages.js';
import { type SessionOptions, TrainingSession } from './session.js';

/** What a worker's global scope has, or one end of a channel. */
export interface MessagePortLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  onmessage: ((event: { data: unknown }) => void) | null;
}

/**
 * Makes a worker train: the whole of a worker's file but for its imports. `scope` is the worker itself unless it is
 * given.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { serveTraining } from '@kindling/train/worker';
 * const { port1, port2 } = new MessageChannel();
 * serveTraining({ backends: { cpu } }, port1 as never); // in a worker's own file without the second argument
 * const answer = new Promise((resolve) => (port2.onmessage = ({ data }) => resolve(data.type)));
 * port2.postMessage({ type: 'configure', spec: {} });
 * console.log(await answer); // => ready
 * port2.close();
 * ```
 */
export function serveTraining(
  options: Pick<SessionOptions, 'backends'>,
  scope: MessagePortLike = globalThis as unknown as MessagePortLike,
): TrainingSession {
  if (typeof scope?.postMessage !== 'function') {
    wrong(ExperimentError, 'serveTraining', 'the scope', 'a worker or a port of a channel', scope);
  }
  const session = new TrainingSession({
    ...options,
    send: (event, transfer) => scope.postMessage(event, transfer),
  });
  scope.onmessage = ({ data }) => void session.receive(data as SessionMessage);
  return session;
}
