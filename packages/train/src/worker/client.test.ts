import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrainingClient } from './client.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A client of a worker that only writes down what it is told. */
function start(options?: { frameStays?: number }) {
  const told: string[] = [];
  const worker = {
    onmessage: null as ((event: never) => void) | null,
    postMessage: ({ type }: { type: string }) => void told.push(type),
    terminate: () => {},
  };
  const client = new TrainingClient(worker, () => {}, options);
  const frame = (playing: boolean): void => worker.onmessage!({ data: { type: 'frame', run: 0, playing } } as never);
  return { client, told, frame };
}

describe('the frames of a client', () => {
  it('come as often as the session has them', () => {
    const { told, frame } = start();
    frame(true);
    expect(told).toEqual(['taken']);
  });

  it('stay as long as a page wants while training goes on', () => {
    const { told, frame } = start({ frameStays: 500 });
    frame(true);
    vi.advanceTimersByTime(499);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['taken']);
    frame(false);
    expect(told).toEqual(['taken', 'taken']);
  });

  it('give way at once to what somebody asks for', () => {
    const { client, told, frame } = start({ frameStays: 500 });
    frame(true);
    client.pause();
    expect(told).toEqual(['taken', 'pause']);
    vi.advanceTimersByTime(1000);
    expect(told).toHaveLength(2);
    frame(true);
    client.close();
    vi.advanceTimersByTime(1000);
    expect(told).toHaveLength(2);
  });

  it('stay for a time that is one', () => {
    expect(() => start({ frameStays: -1 })).toThrow('frameStays must be milliseconds from 0, not -1');
    expect(() => start({ framesStay: 1 } as never)).toThrow("did you mean 'frameStays'?");
  });
});
