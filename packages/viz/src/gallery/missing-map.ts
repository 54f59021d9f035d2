import { missingMap, type PlotOptions, type Scene } from '@kindling/viz';
import { stream } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const next = stream(4);
  const flags = (part: number, from = 0): boolean[] =>
    Array.from({ length: 240 }, (_, i) => i >= from && next() < part);
  const columns = {
    age: flags(0.05),
    income: flags(0.3),
    visits: flags(0),
    phone: flags(0.9, 150),
    city: flags(0.004),
  };
  return missingMap({ ...options, columns, title: 'Where a table has gaps' });
}
