import { linePlot, type PlotOptions, type Scene } from '@kindling/viz';

export default function example(options: PlotOptions = {}): Scene {
  const x = Array.from({ length: 25 }, (_, i) => i / 4);
  const sine = x.map((value) => Math.sin(value));
  return linePlot({
    ...options,
    series: [
      {
        name: 'sine',
        x,
        y: sine,
        marker: 'circle',
        band: { low: sine.map((y) => y - 0.2), high: sine.map((y) => y + 0.2) },
      },
      { name: 'cosine', x, y: x.map((value) => Math.cos(value)), dash: 'dashed' },
      { name: 'sign', x, y: sine.map(Math.sign), steps: true, opacity: 0.6, width: 1.4 },
    ],
    lines: [{ y: 0 }, { x: Math.PI, text: 'π' }],
    title: 'Lines, symbols, bands',
    xLabel: 'x',
    yLabel: 'y',
  });
}
