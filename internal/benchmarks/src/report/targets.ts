import { type Result, startUpOf, timeOf } from './result.ts';

/** What the table must show, and what it shows. */
export interface Target {
  readonly work: string;
  readonly against: string;
  /** The least ratio, theirs / ours. */
  readonly atLeast: number;
  /** As measured; `undefined` where one of the two was not. */
  readonly ratio: number | undefined;
}

const JAVASCRIPT = ['tfjs-wasm', 'tfjs-cpu', 'jax', 'brain', 'js-pytorch', 'loops'];
const PYTORCH = ['pytorch', 'pytorch-2'];

/** The speeds that Kindling is held to, in the order of the table. */
export function targets(result: Result): Target[] {
  const time = (row: string, id: string): number | undefined => timeOf(result, row, id);
  const name = (id: string): string => result.participants.find((p) => p.id === id)?.name ?? id;
  const ratio = (theirs: number | undefined, mine: number | undefined): number | undefined =>
    theirs === undefined || mine === undefined ? undefined : theirs / mine;
  const fastest = (row: string, ids: readonly string[]): { id: string; ms: number } | undefined =>
    ids
      .flatMap((id) => {
        const ms = time(row, id);
        return ms === undefined ? [] : [{ id, ms }];
      })
      .sort((a, b) => a.ms - b.ms)[0];

  const pytorch = (row: string, atLeast: number): Target => ({
    work: row,
    against: 'PyTorch, at its better number of threads',
    atLeast,
    ratio: ratio(fastest(row, PYTORCH)?.ms, time(row, 'kindling')),
  });
  const javascript = (row: string, atLeast: number): Target => {
    const best = fastest(row, JAVASCRIPT);
    return {
      work: row,
      against: `the fastest JavaScript competitor${best === undefined ? '' : ` (${name(best.id)})`}`,
      atLeast,
      ratio: ratio(best?.ms, time(row, 'kindling')),
    };
  };
  const one = (work: string, row: string, against: string, id: string, atLeast: number): Target => ({
    work,
    against,
    atLeast,
    ratio: ratio(time(row, id), time(row, 'kindling')),
  });
  const images = (row: string): Target[] => [
    one(`${row}, one thread`, row, 'PyTorch, one thread', 'pytorch', 0.55),
    {
      work: `${row}, two threads`,
      against: 'PyTorch, two threads',
      atLeast: 0.5,
      ratio: ratio(time(row, 'pytorch-2'), time(row, 'kindling-2')),
    },
    { ...javascript(row, 5), work: `${row}, one thread` },
  ];
  return [
    pytorch('sonar wide step', 5),
    pytorch('sonar deep step', 5),
    pytorch('blobs step', 10),
    javascript('sonar wide step', 4),
    javascript('sonar deep step', 4),
    javascript('blobs step', 4),
    one('circles step, one thread', 'circles step', 'PyTorch, one thread', 'pytorch', 0.55),
    { ...javascript('circles step', 2), work: 'circles step, one thread' },
    {
      ...pytorch('circles step', 1),
      work: 'circles step, two threads',
      ratio: ratio(fastest('circles step', PYTORCH)?.ms, time('circles step', 'kindling-2')),
    },
    ...images('images step'),
    ...images('large images step'),
    one('matmul 1024, one thread', 'matmul 1024', 'OpenBLAS (PyTorch), one thread', 'pytorch', 0.52),
    {
      work: 'matmul 1024, two threads',
      against: 'ours, one thread',
      atLeast: 1.85,
      ratio: ratio(time('matmul 1024', 'kindling'), time('matmul 1024', 'kindling-2')),
    },
    one('sigmoid on 1e6', 'sigmoid on 1e6', 'plain loop', 'loops', 6),
    pytorch('predict 1 row (sonar wide)', 10),
    {
      work: 'import, cpu(), first training step',
      against: "PyTorch's import",
      atLeast: 20,
      ratio: ratio(startUpOf(result, 'pytorch-import'), startUpOf(result, 'kindling')),
    },
  ];
}
