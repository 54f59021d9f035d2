/** How long other events may have to wait, in milliseconds. */
const PATIENCE = 40;

/**
 * When other events ran last, for all work together: many short trainings in a row are long work too, and what was collected
 * meanwhile gives its memory back between turns only.
 */
let last = 0;

/** Lets timers, input and drawing run now and then during long work: rarely enough that the work is not slowed down. */
export class Pacer {
  /** Whether it is time. */
  get due(): boolean {
    return performance.now() - last > PATIENCE;
  }

  /** Lets other events run. */
  async pause(): Promise<void> {
    await nextTask();
    last = performance.now();
  }
}

const nextTask = chooseNextTask();

function chooseNextTask(): () => Promise<void> {
  const { scheduler, setImmediate } = globalThis as {
    scheduler?: { yield?(): Promise<void> };
    setImmediate?: (run: () => void) => unknown;
  };
  // In a page a timer waits 4 ms, a tenth of the time; tasks and messages do not.
  if (setImmediate !== undefined) return () => new Promise((resolve) => setImmediate(resolve));
  if (scheduler?.yield !== undefined) return () => scheduler.yield!();
  // jsdom under Jest has none of these.
  if (typeof MessageChannel === 'undefined') return () => new Promise((resolve) => setTimeout(resolve));
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
