import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { asText } from '../report/table.ts';

interface Measured {
  /** Resident memory in MB before anything was loaded. */
  readonly node: number;
  /** The same on the way. */
  readonly marks: readonly number[];
}

const child = fileURLToPath(new URL('child.ts', import.meta.url));

function measureMemory(task: string, steps: number): Measured {
  console.error(`${task}: ${steps.toLocaleString('en')} steps`);
  const args = ['--disable-warning=ExperimentalWarning', child, task, String(steps)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${task}: ${stderr.trim().split('\n').at(-1)}`);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured;
}

/** Measures what training takes of the process's memory and prints it; returns 1 where it is more than allowed. */
export function memoryReport(quick: boolean): number {
  const rows: { what: string; mb: number; atMost: number; detail: string }[] = [];
  const steps = quick ? 100_000 : 1_000_000;
  for (const [task, how] of [
    ['sonar', 'synchronous steps'],
    ['fit', 'steps by fit'],
  ] as const) {
    const { marks } = measureMemory(task, steps);
    rows.push({
      what: `sonar wide, ${steps.toLocaleString('en')} ${how}: growth since the first thousand`,
      mb: marks.at(-1)! - marks[0]!,
      atMost: 16,
      detail: marks.map((mb) => mb.toFixed(0)).join(' '),
    });
  }
  for (const [task, name] of [
    ['circles', '2-1024-1024-1'],
    ['circles-three', '2-512-1024-512-1'],
  ] as const) {
    const { node, marks } = measureMemory(task, quick ? 30 : 500);
    rows.push({
      what: `circles ${name}, ${marks.length} steps: most above Node's own`,
      mb: Math.max(...marks) - node,
      atMost: 150,
      detail: `Node ${node.toFixed(0)}, end ${marks.at(-1)!.toFixed(0)}`,
    });
  }
  const table = rows.map(({ what, mb, atMost, detail }) => [
    what,
    `${mb.toFixed(1)} MB`,
    `${atMost} MB`,
    mb <= atMost ? 'met' : 'not met',
    detail,
  ]);
  console.log(asText([['memory', 'measured', 'at most', '', 'on the way, MB'], ...table]));
  return rows.every(({ mb, atMost }) => mb <= atMost) ? 0 : 1;
}
