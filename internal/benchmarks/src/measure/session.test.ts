import { afterAll, describe, expect, test } from 'vitest';
import { participants } from '../competitors/index.ts';
import type { Entry } from '../tasks/catalogue.ts';
import type { Work } from '../tasks/work.ts';
import { type Cell, measure, Sessions } from './round-robin.ts';
import { TooSlow } from './session.ts';

const [major, minor] = process.versions.node.split('.').map(Number);
// The processes run TypeScript as it is; the benchmarks, unlike the packages, need not support older ones.
const runsTypeScript = major! > 22 || (major === 22 && minor! >= 18);

const participant = (id: string) => participants.find((p) => p.id === id)!;
const short = {
  quick: true,
  rounds: 3,
  blockMs: 1,
  warmupMs: { train: 2, other: 2 },
  budgetMs: 100,
  limitMs: 20_000,
} as const;

describe.skipIf(!runsTypeScript)('a competitor in its own process', () => {
  const sessions = new Sessions(undefined, 'not here');
  afterAll(() => sessions.close());
  const entry = (work: Work): Entry => ({ id: 'x', title: 'x', work, tolerance: 1e-5, slow: ['tfjs-cpu'] });

  test('is timed, says what it cannot do, or is left out', async () => {
    const who = ['loops', 'brain', 'tfjs-cpu', 'pytorch'].map(participant);
    const cells = await measure(entry({ kind: 'map', name: 'exp', size: 100 }), who, sessions, short);
    expect(cells.get('loops')).toMatchObject({ kind: 'timed', rounds: 3 });
    const { ms, values } = cells.get('loops') as Extract<Cell, { kind: 'timed' }>;
    expect(ms).toBeGreaterThan(0);
    expect(ms).toBeLessThan(1);
    expect(values).toHaveLength(16);
    expect(cells.get('brain')).toEqual({ kind: 'unable' });
    expect(cells.get('tfjs-cpu')).toEqual({ kind: 'left out' });
    expect(cells.get('pytorch')).toEqual({ kind: 'failed', reason: 'not here' });
  });

  test('is stopped when it is too slow, and starts anew for the next work', async () => {
    const session = (await sessions.get(participant('loops')))!;
    const work: Work = { kind: 'matmul', m: 2000, k: 2000, n: 2000 };
    await expect(session.request({ command: 'prepare', work }, 50)).rejects.toThrow(TooSlow);
    const again = (await sessions.get(participant('loops')))!;
    expect(again).not.toBe(session);
    const reply = await again.request({ command: 'prepare', work: { kind: 'map', name: 'sum', size: 10 } }, 20_000);
    expect(reply).toMatchObject({ values: [expect.any(Number)] });
  });

  test('that fails at a piece of work says why', async () => {
    const session = (await sessions.get(participant('loops')))!;
    await session.request({ command: 'finish' }, 20_000);
    await expect(session.request({ command: 'time', repetitions: 1, first: false }, 20_000)).rejects.toThrow(
      'nothing is prepared',
    );
  });
});
