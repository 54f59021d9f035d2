import { lightTheme, type Mark, type Scene, type Theme, toSvg } from '@kindling/viz';
import { times } from './format.ts';
import { ours, type Result, timeOf } from './result.ts';

const ROWS: readonly [id: string, label: string][] = [
  ['blobs step', 'blobs step'],
  ['sonar wide step', 'sonar wide step'],
  ['sonar deep step', 'sonar deep step'],
  ['circles step', 'circles step'],
  ['predict 1 row (sonar wide)', 'predict one row'],
  ['matmul 1024', 'matmul 1024'],
  ['sigmoid on 1e6', 'sigmoid on 1e6'],
];
const SERIES = ['pytorch', 'jax', 'tfjs-wasm', 'loops'];
const LEFT = 140;
const RIGHT = 60;
const TOP = 70;
const BAR = 13;
const GAP = 16;

/** A bar for each of the main competitors at the main work: how many times as fast Kindling is, on a logarithmic axis. */
export function ratioChart(result: Result, width = 760, theme: Theme = lightTheme): Scene {
  const groups = ROWS.flatMap(([row, label]) => {
    const bars = SERIES.flatMap((id, series) => {
      const participant = result.participants.find((p) => p.id === id);
      const theirs = timeOf(result, row, id);
      const mine = timeOf(result, row, ours(participant?.threads ?? 1));
      return theirs === undefined || mine === undefined ? [] : [{ series, ratio: theirs / mine }];
    });
    return bars.length === 0 ? [] : [{ label, bars }];
  });
  const ratios = groups.flatMap(({ bars }) => bars.map(({ ratio }) => ratio));
  const low = Math.min(-1, Math.floor(Math.log10(Math.min(1, ...ratios))));
  const high = Math.max(1, Math.ceil(Math.log10(Math.max(1, ...ratios))));
  const plot = width - LEFT - RIGHT;
  const place = (ratio: number): number => LEFT + (plot * (Math.log10(ratio) - low)) / (high - low);
  const bottom = TOP + groups.reduce((sum, { bars }) => sum + bars.length * BAR + GAP, 0);

  const title = 'How many times as fast as others Kindling is, one thread each';
  const marks: Mark[] = [
    { type: 'text', x: 16, y: 26, text: title, size: 16, fill: theme.ink },
    ...legend(result, theme),
  ];
  for (let power = low; power <= high; power++) {
    const x = place(10 ** power);
    const stroke = power === 0 ? theme.ink : theme.grid;
    marks.push({ type: 'polyline', points: [[x, TOP], [x, bottom]], stroke }); // biome-ignore format: a pair a point
    const text = `${10 ** power}×`;
    marks.push({ type: 'text', x, y: bottom + 16, text, size: 11, fill: theme.muted, anchor: 'middle' });
  }
  let y = TOP + GAP / 2;
  for (const { label, bars } of groups) {
    const middle = y + (bars.length * BAR) / 2 + 4;
    marks.push({ type: 'text', x: LEFT - 10, y: middle, text: label, size: 12, fill: theme.ink, anchor: 'end' });
    for (const { series, ratio } of bars) {
      const [from, to] = [Math.min(place(1), place(ratio)), Math.max(place(1), place(ratio))];
      const fill = theme.series[series]!;
      marks.push({ type: 'rect', x: from, y: y + 1, width: Math.max(1, to - from), height: BAR - 2, fill });
      const beside = ratio < 1 ? ({ x: from - 4, anchor: 'end' } as const) : { x: to + 4 };
      marks.push({ type: 'text', ...beside, y: y + BAR - 3, text: times(ratio), size: 10, fill: theme.muted });
      y += BAR;
    }
    y += GAP;
  }
  const resize = (newWidth: number): Scene => ratioChart(result, newWidth, theme);
  return { width, height: bottom + 30, title, theme, marks, panels: [], resize };
}

function legend(result: Result, theme: Theme): Mark[] {
  const marks: Mark[] = [];
  let x = 16;
  for (const [series, id] of SERIES.entries()) {
    const text = result.participants.find((p) => p.id === id)?.name ?? id;
    marks.push({ type: 'rect', x, y: 42, width: 10, height: 10, fill: theme.series[series]! });
    marks.push({ type: 'text', x: x + 15, y: 51, text, size: 12, fill: theme.ink });
    x += 40 + text.length * 6.6;
  }
  return marks;
}

/** The chart as an SVG document. */
export function chartSvg(result: Result, theme: Theme): string {
  return toSvg(ratioChart(result, 760, theme));
}
