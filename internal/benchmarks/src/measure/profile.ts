import { Session } from 'node:inspector/promises';

/** Shares of the time, the largest first: `[where, share]`. */
export type Profile = readonly (readonly [where: string, share: number])[];

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
}

/** Where the time of a piece of work goes. */
export async function profileOf(run: () => void | Promise<void>): Promise<Profile> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 100 });
    await session.post('Profiler.start');
    await run();
    const { profile } = await session.post('Profiler.stop');
    return shares(profile);
  } finally {
    session.disconnect();
  }
}

/** Sums up samples by where they fell. */
export function shares(profile: {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[] | undefined;
  readonly timeDeltas?: readonly number[] | undefined;
}): Profile {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  let total = 0;
  profile.samples?.forEach((id, i) => {
    const name = names.get(id);
    if (name === undefined) return;
    const time = Math.max(0, profile.timeDeltas?.[i] ?? 0);
    times.set(name, (times.get(name) ?? 0) + time);
    total += time;
  });
  return [...times].map(([name, time]) => [name, time / total] as const).sort((a, b) => b[1] - a[1]);
}

/** What a frame is summed up as; `undefined` for the profiler's own. */
function nameOf({ functionName, url }: ProfileNode['callFrame']): string | undefined {
  if (url.startsWith('node:inspector')) return undefined;
  if (url.startsWith('wasm:')) return 'kernels';
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)' || functionName === '(idle)' || functionName === '(root)') return 'the engine';
  return functionName === '' ? 'anonymous' : functionName;
}
