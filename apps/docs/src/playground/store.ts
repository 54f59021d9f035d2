import { type ExperimentOptions, type ExperimentSpec, experiment } from '@kindling/train/worker';
import { markRaw, reactive } from 'vue';
import { fromQuery, MOST_SHARED_POINTS, rounded, toQuery } from './address.js';
import type { OwnTable, TablePoints } from './own-data.js';
import { withoutPoints, withPoint } from './painting.js';
import type { PinnedCurve } from './plots.js';
import { Run } from './run.js';

/** What the pointer does on the picture. */
export type Tool = 'look' | 'paint0' | 'paint1' | 'erase';

/** A run that was kept, with what it needs to be made again. */
export interface Pin extends PinnedCurve {
  readonly spec: ExperimentSpec;
}

/** Data that the page brings, by the name that stands in the address. */
export type SourceName = 'sonar' | 'digits';

type DataPart = 'data' | 'inputs' | 'batchSize' | 'seed' | 'engine' | 'backend';

/** Everything that the playground's components share. */
export class Playground {
  /** One experiment, or two that differ in what is not data. */
  specs: ExperimentSpec[] = [experiment()];
  runs: Run[] = [];
  /** Which network the panels edit. */
  active = 0;
  threshold = 0.5;
  tool: Tool = 'look';
  /** Points that were drawn or brought; `null` where the data's name says it all. */
  points: TablePoints | null = null;
  /** The name of data that the page brings. */
  source: string | null = null;
  table: OwnTable | null = null;
  /** The columns that are drawn; `null` for two principal components. */
  axes: readonly [string, string] | null = null;
  /** Whether the network is shown all columns of a row, rather than the two that are drawn. */
  whole = false;
  label = '';
  /** Runs that were kept to compare others with. */
  pins: Pin[] = [];
  /** Something that went wrong, for the reader. */
  problem = '';
  /** Something that went well. */
  note = '';

  private readonly inAddress: boolean;

  /** @param options.address - whether the address of the page holds the settings. */
  constructor({ address }: { readonly address: boolean }) {
    this.inAddress = address;
  }

  get spec(): ExperimentSpec {
    return this.specs[this.active]!;
  }

  get playing(): boolean {
    return this.runs.some((run) => run.playing);
  }

  /** Begins with what the address says. */
  open(query: string): void {
    try {
      const shared = fromQuery(query);
      this.specs = shared.specs;
      this.threshold = shared.threshold;
      this.points = shared.points;
      this.source = shared.source;
    } catch (error) {
      this.problem = `The link could not be read: ${words(error)}. These are the usual settings.`;
    }
    const { source } = this;
    if (source === 'sonar' || source === 'digits') void this.bringKnown(source, this.spec.inputs > 0);
    else this.begin();
  }

  /** Begins with an experiment. */
  start(options: ExperimentOptions): void {
    this.specs = [experiment(options)];
    this.begin();
  }

  close(): void {
    for (const run of this.runs) run.close();
    this.runs = [];
  }

  /** Trains anew from the first weights, and goes on training if it was. */
  begin(): void {
    const { playing } = this;
    while (this.runs.length > this.specs.length) this.runs.pop()!.close();
    while (this.runs.length < this.specs.length) this.runs.push(Run.start());
    this.specs.forEach((spec, i) => {
      this.configure(i, spec);
    });
    if (playing) for (const run of this.runs) run.play();
    this.remember();
  }

  private configure(i: number, spec: ExperimentSpec): void {
    const run = this.runs[i]!;
    if (spec.data.name === 'points') run.configure(spec, this.points ?? { xy: [], labels: [] });
    else run.configure(spec);
  }

  /** Changes the experiment that is edited; what belongs to the data changes in both. */
  change(options: ExperimentOptions): void {
    const shared = Object.keys(options).every((name) =>
      (['data', 'inputs', 'batchSize', 'seed', 'engine', 'backend'] satisfies DataPart[] as string[]).includes(name),
    );
    this.attempt(() => {
      const merge = (spec: ExperimentSpec): ExperimentSpec =>
        experiment({
          ...spec,
          ...options,
          data: { ...spec.data, ...options.data },
          optimizer: { ...spec.optimizer, ...options.optimizer },
          schedule: { ...spec.schedule, ...options.schedule },
          penalty: { ...spec.penalty, ...options.penalty },
        });
      this.specs = this.specs.map((spec, i) => (shared || i === this.active ? merge(spec) : spec));
      this.begin();
    });
  }

  /** Draws one of the known data. */
  choose(name: ExperimentSpec['data']['name']): void {
    this.points = null;
    this.source = null;
    this.table = null;
    this.tool = 'look';
    this.change({ data: { name }, inputs: 0 });
  }

  /** Begins one experiment that somebody else put together. */
  setUp(spec: ExperimentSpec): void {
    this.points = null;
    this.source = null;
    this.table = null;
    this.tool = 'look';
    this.active = 0;
    this.specs = [spec];
    this.begin();
  }

  play(): void {
    if (this.playing) for (const run of this.runs) run.pause();
    else for (const run of this.runs) run.play();
  }

  step(unit: 'step' | 'epoch'): void {
    for (const run of this.runs) run.step(unit);
  }

  seek(epoch: number): void {
    for (const run of this.runs) run.seek(epoch);
  }

  /** Sets a second network beside the first, or takes it away. */
  compare(): void {
    const [first, second] = this.specs;
    this.active = second === undefined ? 1 : 0;
    const layers =
      first!.layers.length > 1 || (first!.layers[0]?.units ?? 0) > 2 ? [{ units: 2 }] : [{ units: 32 }, { units: 32 }];
    this.specs = second === undefined ? [first!, experiment({ ...first!, layers })] : [first!];
    this.begin();
  }

  dissect(point: number): void {
    this.runs[this.active]?.dissect(point);
  }

  /** Replaces the points by others that the reader draws from. */
  draw(): void {
    if (this.spec.data.name !== 'points') {
      const ready = this.runs[0]?.ready;
      this.points =
        ready === null || ready === undefined
          ? { xy: [], labels: [], heldOut: [] }
          : { xy: rounded(ready.points.xy), labels: [...ready.points.labels], heldOut: [...ready.points.heldOut] };
      this.change({ data: { name: 'points' }, inputs: 0 });
    }
    this.tool = 'paint1';
  }

  /** Adds points around a place, or takes those near it away. */
  paint(x: number, y: number): void {
    const points = this.points;
    if (points === null || this.tool === 'look') return;
    const place = { x, y, label: this.tool === 'paint1' ? 1 : 0, holdOut: this.spec.data.heldOut > 0 } as const;
    this.points = this.tool === 'erase' ? withoutPoints(points, x, y) : withPoint(points, place);
    for (const run of this.runs) run.setPoints(this.points);
    this.remember();
  }

  clear(): void {
    this.points = { xy: [], labels: [], heldOut: [] };
    for (const run of this.runs) run.setPoints(this.points);
    this.remember();
  }

  /** Takes a CSV file. */
  async bring(file: File): Promise<void> {
    try {
      const { readOwnCsv } = await import('./own-data.js');
      this.take(await readOwnCsv(file), null);
    } catch (error) {
      this.problem = words(error);
    }
  }

  /** Takes images of two classes. */
  async bringImages(files: readonly [readonly File[], readonly File[]]): Promise<void> {
    try {
      const { readOwnImages } = await import('./own-images.js');
      this.take(await readOwnImages(files), null);
    } catch (error) {
      this.problem = words(error);
    }
  }

  /** Takes data that the page knows: of images the whole, of a table two components, unless one says. */
  async bringKnown(name: SourceName, whole?: boolean): Promise<void> {
    try {
      const table =
        name === 'sonar'
          ? (await import('./own-data.js')).sonarTable()
          : await (await import('./own-images.js')).digitsTable();
      this.take(table, name, whole);
    } catch (error) {
      this.problem = words(error);
    }
  }

  /** Keeps what the edited network has reached. */
  pin(): void {
    const run = this.runs[this.active];
    if (!run?.frame || !run.ready) return;
    const { epochs, train, heldOut } = run.curve(150);
    const { layers, optimizer, seed } = run.ready.spec;
    const name = `${layers.map(({ units }) => units).join('-') || 'no layer'} ${optimizer.name} ${optimizer.lr}, seed ${seed}`;
    const judged = heldOut.some(Number.isFinite) ? heldOut : train;
    this.pins = [...this.pins.slice(-3), markRaw({ name, epochs, heldOut: judged, spec: run.ready.spec })];
  }

  unpin(i: number): void {
    this.pins = this.pins.filter((_, at) => at !== i);
  }

  /** Brings the settings of a run that was kept back, with the data as they are. */
  restore(pin: Pin): void {
    const { data: _, inputs: __, ...rest } = pin.spec;
    this.change(rest);
  }

  private take(table: OwnTable, source: string | null, whole = table.images !== undefined): void {
    this.whole = whole;
    this.table = markRaw(table);
    this.source = source;
    this.label = table.classes.at(-1)!.name;
    this.axes = table.numbers.length === 2 ? [table.numbers[0]!.name, table.numbers[1]!.name] : null;
    void this.useTable();
  }

  /** Draws the columns that are chosen. */
  async useTable(): Promise<void> {
    if (this.table === null) return;
    const { pointsOf } = await import('./own-data.js');
    this.attempt(() => {
      const { xy, labels, inputs } = pointsOf(this.table!, this.axes, this.label, this.whole);
      const heldOut = labels.map((_, i) => ((i * 7919) % 10 < 10 * this.spec.data.heldOut ? 1 : 0));
      this.points = markRaw({ xy: rounded(xy), labels, heldOut, ...(inputs === undefined ? {} : { inputs }) });
      this.tool = 'look';
      this.change({ data: { name: 'points' }, inputs: inputs?.origin.length ?? 0 });
      const { names } = this.table!.classes.find(({ name }) => name === this.label)!;
      this.note = `${this.table!.name}: ${labels.length} rows, class 1 is “${names[1]}”.`;
    });
  }

  /** The address that brings back all that is shown. */
  address(): string {
    const { threshold, source } = this;
    if (this.tooMuchToShare) {
      const specs = this.specs.map((spec) => experiment({ ...spec, inputs: 0 }));
      return toQuery({ specs, threshold, points: null, source });
    }
    // What the page brings itself needs no points in the address.
    const points = source === null && this.spec.data.name === 'points' ? this.points : null;
    return toQuery({ specs: this.specs, threshold, points, source });
  }

  /** Whether the address is too short for the points, or for all that the network is shown of them. */
  get tooMuchToShare(): boolean {
    const { source, points } = this;
    if (source !== null || points === null || this.spec.data.name !== 'points') return false;
    return points.labels.length > MOST_SHARED_POINTS || points.inputs !== undefined;
  }

  /** Writes the settings into the address, without a new entry in the history. */
  remember(): void {
    if (!this.inAddress || typeof history === 'undefined') return;
    const query = this.address();
    history.replaceState(history.state, '', `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`);
  }

  private attempt(work: () => void): void {
    this.problem = '';
    this.note = '';
    try {
      work();
    } catch (error) {
      this.problem = words(error);
    }
  }
}

/** The store that components get. */
export function createPlayground(options: { readonly address: boolean }): Playground {
  return reactive(new Playground(options)) as Playground;
}

function words(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/^experiment: /, '');
}
