import { type ExperimentLayer, type ExperimentOptions, type ExperimentSpec, experiment } from '@kindling/train/worker';

/** Points that are in the address: with a tenth of a percent of the square's side, which no eye sees. */
export interface AddressPoints {
  readonly xy: number[];
  readonly labels: number[];
  readonly heldOut: number[];
}

/** What an address holds. */
export interface Shared {
  readonly specs: ExperimentSpec[];
  readonly threshold: number;
  readonly points: AddressPoints | null;
  /** The name of data that the page brings, such as `sonar`. */
  readonly source: string | null;
}

/** More points than this make an address that not every program takes. */
export const MOST_SHARED_POINTS = 600;

const usual = experiment();

/** Names of the address, and where their values stand in a spec. */
const SHORT = {
  data: ['data', 'name'],
  n: ['data', 'samples'],
  noise: ['data', 'noise'],
  balance: ['data', 'balance'],
  heldout: ['data', 'heldOut'],
  loss: ['loss'],
  optimizer: ['optimizer', 'name'],
  lr: ['optimizer', 'lr'],
  momentum: ['optimizer', 'momentum'],
  schedule: ['schedule', 'name'],
  every: ['schedule', 'every'],
  gamma: ['schedule', 'gamma'],
  penalty: ['penalty', 'name'],
  rate: ['penalty', 'rate'],
  inputs: ['inputs'],
  batch: ['batchSize'],
  seed: ['seed'],
  engine: ['engine'],
  backend: ['backend'],
} as const;

/** All settings as a query; those that are as usual are left out. */
export function toQuery({ specs, threshold, points, source }: Shared): string {
  const query = new URLSearchParams();
  specs.forEach((spec, i) => {
    const mark = i === 0 ? '' : 'b.';
    const base = i === 0 ? usual : specs[0]!;
    for (const [name, path] of Object.entries(SHORT)) {
      const value = read(spec, path);
      if (value !== read(base, path)) query.set(mark + name, String(value));
    }
    const features = spec.features.join(' ');
    if (features !== base.features.join(' ')) query.set(`${mark}features`, features);
    const layers = spec.layers.map(layerText).join(' ') || 'none';
    if (i > 0 || layers !== usual.layers.map(layerText).join(' ')) query.set(`${mark}layers`, layers);
  });
  if (threshold !== 0.5) query.set('threshold', String(threshold));
  if (source !== null) query.set('source', source);
  if (points !== null && points.labels.length <= MOST_SHARED_POINTS) query.set('points', packPoints(points));
  return query.toString();
}

/** What an address says; throws an error with words for the reader where it makes no sense. */
export function fromQuery(text: string): Shared {
  const query = new URLSearchParams(text);
  const first = specOf(query, '', undefined);
  const specs = [first];
  if (query.has('b.layers')) specs.push(specOf(query, 'b.', first));
  const threshold = Number(query.get('threshold') ?? 0.5);
  if (!(threshold > 0 && threshold < 1)) throw new Error(`the threshold is ${threshold}, not between 0 and 1`);
  const points = query.get('points');
  return { specs, threshold, points: points === null ? null : unpackPoints(points), source: query.get('source') };
}

function specOf(query: URLSearchParams, mark: string, base: ExperimentSpec | undefined): ExperimentSpec {
  const spec = JSON.parse(JSON.stringify(base ?? usual)) as Record<string, unknown>;
  for (const [name, path] of Object.entries(SHORT)) {
    const value = query.get(mark + name);
    if (value === null) continue;
    const known = read(usual, path);
    write(spec, path, typeof known === 'number' ? Number(value) : value);
  }
  const features = query.get(`${mark}features`);
  if (features !== null) spec.features = features.split(' ');
  const layers = query.get(`${mark}layers`);
  if (layers !== null) spec.layers = layers === 'none' ? [] : layers.split(' ').map(layerOf);
  return experiment(spec as ExperimentOptions);
}

/** `8-ReLU`, `8-Tanh-BatchNorm1d-0.2`. */
function layerText({ units, activation, norm, dropout }: ExperimentLayer): string {
  return [units, activation, ...(norm === 'none' ? [] : [norm]), ...(dropout === 0 ? [] : [dropout])].join('-');
}

function layerOf(text: string): Partial<ExperimentLayer> {
  const [units, activation, ...rest] = text.split('-');
  const dropout = rest.find((part) => /^[\d.]/.test(part));
  const norm = rest.find((part) => !/^[\d.]/.test(part));
  return {
    units: Number(units),
    activation: activation as ExperimentLayer['activation'],
    ...(norm === undefined ? {} : { norm: norm as ExperimentLayer['norm'] }),
    ...(dropout === undefined ? {} : { dropout: Number(dropout) }),
  };
}

function read(spec: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], spec);
}

function write(spec: object, path: readonly string[], value: unknown): void {
  const part = path.slice(0, -1).reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], spec);
  (part as Record<string, unknown>)[path.at(-1)!] = value;
}

const SCALE = 2048;

/** Five bytes a point: two coordinates, and class and part. */
function packPoints({ xy, labels, heldOut }: AddressPoints): string {
  const bytes = new DataView(new ArrayBuffer(5 * labels.length));
  const far = Math.max(1, ...xy.map(Math.abs));
  if (far > 15) throw new Error('points this far out cannot be shared');
  labels.forEach((label, i) => {
    bytes.setInt16(5 * i, Math.round(xy[2 * i]! * SCALE));
    bytes.setInt16(5 * i + 2, Math.round(xy[2 * i + 1]! * SCALE));
    bytes.setUint8(5 * i + 4, label + 2 * heldOut[i]!);
  });
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes.buffer)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function unpackPoints(text: string): AddressPoints {
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  if (raw.length % 5 !== 0) throw new Error('the points in the address are cut off');
  const bytes = new DataView(Uint8Array.from(raw, (letter) => letter.charCodeAt(0)).buffer);
  const count = raw.length / 5;
  const points: AddressPoints = { xy: [], labels: [], heldOut: [] };
  for (let i = 0; i < count; i++) {
    points.xy.push(bytes.getInt16(5 * i) / SCALE, bytes.getInt16(5 * i + 2) / SCALE);
    const flags = bytes.getUint8(5 * i + 4);
    points.labels.push(flags & 1);
    points.heldOut.push((flags >> 1) & 1);
  }
  return points;
}

/** Points as they come out of an address, so that sharing changes nothing that is trained. */
export function rounded(xy: ArrayLike<number>): number[] {
  return Array.from(xy, (value) => Math.round(value * SCALE) / SCALE);
}
