import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outside } from '../measure/processes.ts';
import { median } from '../measure/statistics.ts';
import { asText } from '../report/table.ts';
import { ask, command, finish, parser, start, type Used } from './programs.ts';
import { sendRequests } from './requests.ts';
import { names, writeTable } from './table-file.ts';

/** A line of the table: what was measured, what is wanted, and whether it is. */
interface Line {
  readonly what: string;
  readonly measured: string;
  readonly wanted: string;
  readonly met: boolean;
  readonly detail: string;
}

const mb = (value: number): string => `${value.toFixed(0)} MB`;

/** Measures the command: start-up, `predict` beside the CSV parser alone, and `serve`; returns 1 where something is not as wanted. */
export async function commandReport(quick: boolean): Promise<number> {
  if (!existsSync(command)) throw new Error('apps/cli is not built');
  const folder = mkdtempSync(join(tmpdir(), 'kindling-command-'));
  try {
    const [data, model] = [join(folder, 'train.csv'), join(folder, 'model')];
    writeTable(data, 600, 'train');
    await finish(command, 'train', data, '--target', 'class', '--out', model, '--quiet');
    const lines = [
      startUp(quick ? 7 : 21),
      ...(await prediction(folder, model, quick ? 200_000 : 1_000_000, quick ? 1 : 3)),
      ...(await serving(model, quick ? 20_000 : 100_000)),
    ];
    const table = lines.map(({ what, measured, wanted, met, detail }) => [
      what,
      measured,
      wanted,
      met ? 'met' : 'not met',
      detail,
    ]);
    console.log(asText([['command', 'measured', 'wanted', '', ''], ...table]));
    return lines.every(({ met }) => met) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Processes in turn, from outside. */
function startUp(rounds: number): Line {
  console.error('start-up');
  const times = Array.from(
    { length: rounds },
    () => [outside(process.execPath, command, '--version'), outside(process.execPath, '-e', '0')] as const,
  );
  const [version, node] = [median(times.map(([one]) => one)), median(times.map(([, other]) => other))];
  const ratio = median(times.map(([one, other]) => one / other));
  return {
    what: '`kindling --version` beside `node -e 0`',
    measured: `${ratio.toFixed(2)} times`,
    wanted: 'under 1.6',
    met: ratio < 1.6,
    detail: `${version.toFixed(0)} and ${node.toFixed(0)} ms`,
  };
}

/** The parser and the command in turn: CPU time tells where other programs run too. */
async function prediction(folder: string, model: string, rows: number, rounds: number): Promise<Line[]> {
  const [big, tenth] = [join(folder, 'big.csv'), join(folder, 'tenth.csv')];
  writeTable(big, rows, 'predict');
  writeTable(tenth, rows / 10, 'predict');
  const predict = (file: string) => finish(command, 'predict', model, file, '-o', join(folder, 'out.csv'));
  const small = await predict(tenth);
  const found: { alone: Used & { wall: number }; whole: Used & { wall: number } }[] = [];
  for (let round = 1; round <= rounds; round++) {
    console.error(`predict, round ${round} of ${rounds}`);
    found.push({ alone: await finish(parser, big), whole: await predict(big) });
  }
  const ratio = (of: 'cpu' | 'wall'): number => median(found.map(({ alone, whole }) => alone[of] / whole[of]));
  const seconds = (of: 'cpu' | 'wall'): string => {
    const each = (who: 'alone' | 'whole'): string => median(found.map((one) => one[who][of])).toFixed(1);
    return `${each('whole')} s, the parser ${each('alone')} s`;
  };
  const peak = Math.max(...found.map(({ whole }) => whole.peak));
  const shape = `${rows.toLocaleString('en')} x ${names.length}`;
  const speed = (of: 'cpu' | 'wall', what: string): Line => ({
    what: `\`kindling predict\`, ${shape}: speed beside the CSV parser's, ${what}`,
    measured: ratio(of).toFixed(2),
    wanted: 'at least 0.5',
    met: ratio(of) >= 0.5,
    detail: seconds(of),
  });
  return [
    speed('cpu', 'CPU time'),
    speed('wall', 'by the clock'),
    {
      what: `\`kindling predict\`, ${shape}: most memory above that with a tenth of the rows`,
      measured: mb(peak - small.peak),
      wanted: 'at most 64 MB',
      met: peak - small.peak <= 64,
      detail: `${mb(small.peak)}, then ${mb(peak)}`,
    },
  ];
}

async function serving(model: string, requests: number): Promise<Line[]> {
  console.error('serve');
  const server = start(command, 'serve', model, '--port', '0');
  try {
    const url = await new Promise<string>((resolve, reject) => {
      server.stdout!.on('data', (text: Buffer) => resolve(/^\S+(?=\/predict)/.exec(text.toString())![0]));
      server.on('close', () => reject(new Error('serve ended')));
    });
    const body = JSON.stringify(Object.fromEntries(names.map((name, i) => [name, i / names.length])));
    await sendRequests(url, body, requests / 10, 16);
    const before = await ask(server);
    const began = performance.now();
    await sendRequests(url, body, requests, 16);
    const wall = (performance.now() - began) / 1000;
    const after = await ask(server);
    const rate = requests / (after.cpu - before.cpu);
    const growth = after.rss - before.rss;
    return [
      {
        what: `\`kindling serve\`, ${requests.toLocaleString('en')} requests of a row of ${names.length} columns: each second of CPU time`,
        measured: rate.toFixed(0),
        wanted: 'at least 5,000',
        met: rate >= 5000,
        detail: `${(requests / wall).toFixed(0)} a second by the clock, with what asks on the same machine`,
      },
      {
        what: '`kindling serve`: growth of its memory on the way',
        measured: mb(growth),
        wanted: 'at most 16 MB',
        met: growth <= 16,
        detail: `${mb(before.rss)}, then ${mb(after.rss)}`,
      },
    ];
  } finally {
    server.kill();
  }
}
