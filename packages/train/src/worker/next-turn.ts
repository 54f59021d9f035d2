/**
 * Lets messages in. What `scheduler.yield` resolves with comes before them, so that a worker that used it would hear none.
 */
export const nextTurn: () => Promise<void> = choose();

function choose(): () => Promise<void> {
  const { setImmediate } = globalThis as { setImmediate?: (run: () => void) => unknown };
  if (setImmediate !== undefined) return () => new Promise((resolve) => setImmediate(resolve));
  // A timer would wait 4 ms each time.
  return () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
}
