import type { Profile } from '../measure/profile.ts';
import { times } from './format.ts';
import { type Result, type Row, timeOf } from './result.ts';
import { type Table, workTable } from './table.ts';

/** What work of the middle is held to: PyTorch's time to ours, with one thread and with two. */
interface Goal {
  readonly matches: RegExp;
  readonly one: number;
  readonly two: number;
}

/** The first that matches a row's title counts. */
const GOALS: readonly Goal[] = [
  { matches: /^MLP epoch/, one: 1.1, two: 1.3 },
  { matches: /^MLP step:/, one: 0.85, two: 1 },
  { matches: /^MLP step with/, one: 0.75, two: 0.9 },
  { matches: /^images step/, one: 0.8, two: 0.8 },
  { matches: /^(relu|add|times|copy|sqrt|predict)/, one: 0.8, two: 1 },
  { matches: /^(exp|sigmoid|tanh) /, one: 0.6, two: 0.9 },
  { matches: /^(softmax|cross)/, one: 0.8, two: 1 },
  { matches: /^(sum|mean|max)/, one: 0.5, two: 0.8 },
  { matches: /./, one: 0.5, two: 0.5 },
];

const PEERS = ['tfjs-wasm', 'tfjs-cpu', 'jax'];

/** Rows of the middle, with the small steps on images that belong to it too. */
const rowsOf = ({ rows }: Result): Row[] =>
  rows.filter(({ section, id }) => section === 'middle' || /^images step/.test(id));

/** Who stands for Kindling where steps are products: 256-bit kernels, where they were measured. */
function best(result: Result, row: Row, threads: 1 | 2): number | undefined {
  const ids = threads === 1 ? ['kindling', 'wide'] : ['kindling-2', 'wide-2'];
  const measured = ids.flatMap((id) => timeOf(result, row.id, id) ?? []);
  return measured.length === 0 ? undefined : Math.min(...measured);
}

/** All work of the middle by all who do it. */
export function middleTable(result: Result): Table {
  return workTable(
    result,
    result.rows.filter(({ section }) => section === 'middle'),
  );
}

/** What was aimed at between small steps and large products, and where unmet goals' time goes. */
export function middleGoals(result: Result): Table {
  const lines = rowsOf(result).map((row) => {
    const { one, two } = GOALS.find(({ matches }) => matches.test(row.title))!;
    const ratios = ([1, 2] as const).map((threads) => {
      const mine = best(result, row, threads);
      const theirs = timeOf(result, row.id, threads === 1 ? 'pytorch' : 'pytorch-2');
      return mine === undefined || theirs === undefined ? undefined : theirs / mine;
    });
    const peer = ratioToPeers(result, row);
    const measured = ratios.every((ratio) => ratio !== undefined);
    const met = measured && ratios[0]! >= one && ratios[1]! >= two && (peer ?? 1) >= 1;
    const cell = row.cells.get('kindling');
    const profile = cell?.kind === 'timed' ? cell.profile : undefined;
    return [
      row.title,
      `${one}×, ${two}×`,
      ratios.map((ratio) => (ratio === undefined ? '–' : times(ratio))).join(', '),
      peer === undefined ? '–' : times(peer),
      measured ? (met ? 'met' : 'not met') : 'not measured',
      met || profile === undefined ? '' : profileText(profile),
    ];
  });
  return [['work', 'aimed at, 1 and 2 threads', 'measured', 'fastest peer', '', 'time goes to'], ...lines];
}

/** The fastest JavaScript competitor's time to ours, on one thread. */
function ratioToPeers(result: Result, row: Row): number | undefined {
  const mine = best(result, row, 1);
  const theirs = PEERS.flatMap((id) => timeOf(result, row.id, id) ?? []);
  return mine === undefined || theirs.length === 0 ? undefined : Math.min(...theirs) / mine;
}

function profileText(profile: Profile): string {
  return profile
    .slice(0, 4)
    .filter(([, share]) => share >= 0.03)
    .map(([name, share]) => `${name} ${(share * 100).toFixed(0)} %`)
    .join(', ');
}
