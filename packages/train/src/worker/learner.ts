import {
  type Backend,
  type Generator,
  keep,
  noGrad,
  SeedrandomGenerator,
  scope,
  type Tensor,
  tensor,
} from '@kindling/tensor-core';
import { shownAt, shownOf } from './features.js';
import type { PointInputs, Points, Score } from './messages.js';
import { buildLoss, buildNetwork, buildOptimizer, buildSchedule } from './network.js';
import { type ExperimentSpec, widthOf } from './spec.js';

/** Rows as the network sees them. */
interface Rows {
  readonly x: Tensor;
  readonly y: Tensor;
  readonly count: number;
}

/** The losses of an epoch; NaN where nothing is held out. */
export interface EpochLosses {
  readonly epoch: number;
  readonly train: number;
  readonly heldOut: number;
}

/** A network that is being trained as a spec says, a step at a time. */
export class Learner {
  readonly spec: ExperimentSpec;
  readonly backend: Backend;
  readonly model;
  readonly outputs: readonly number[];
  readonly optimizer;
  readonly schedule;
  readonly generator: Generator;
  epoch = 0;
  steps = 0;
  private readonly loss;
  private readonly parameters: Tensor[];
  private order: Int32Array | null = null;
  private position = 0;
  private total = 0;
  private totalThere: Tensor | null = null;
  private train!: Rows;
  private heldOut!: Rows;
  private inputs: PointInputs | undefined;

  private constructor(spec: ExperimentSpec, points: Points, backend: Backend, generator: Generator) {
    this.spec = spec;
    this.backend = backend;
    this.generator = generator;
    const { model, outputs } = buildNetwork(spec, { backend, generator: this.generator });
    this.model = model;
    this.outputs = outputs;
    this.parameters = model.parameters();
    this.loss = buildLoss(spec);
    this.optimizer = buildOptimizer(spec, this.parameters);
    this.schedule = buildSchedule(spec, this.optimizer);
    this.setPoints(points);
  }

  /** PyTorch's stream is loaded where a spec asks for it. */
  static async of(spec: ExperimentSpec, points: Points, backend: Backend): Promise<Learner> {
    if (spec.engine !== 'torch') return new Learner(spec, points, backend, new SeedrandomGenerator(spec.seed));
    const { TorchGenerator } = await import('@kindling/tensor-core/torch');
    return new Learner(spec, points, backend, new TorchGenerator(spec.seed));
  }

  /** Goes on with other points; an epoch under way begins anew. */
  setPoints(points: Points): void {
    this.inputs = points.inputs;
    this.train = this.rows(points, 0);
    this.heldOut = this.rows(points, 1);
    this.position = 0;
  }

  /** Stands at the end of an epoch, whose weights somebody put back. */
  goTo(epoch: number, steps: number): void {
    this.epoch = epoch;
    this.steps = steps;
    this.position = 0;
  }

  /** How many points it trains on. */
  get size(): number {
    return this.train.count;
  }

  /** Whether an epoch is under way. */
  get within(): boolean {
    return this.position > 0;
  }

  get lr(): number {
    return this.optimizer.paramGroups[0]!.lr;
  }

  /** How many numbers are learned. */
  get weights(): number {
    return this.parameters.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  }

  /** One step of the optimizer; whether it was the last one of its epoch. */
  step(): boolean {
    const { batchSize } = this.spec;
    const { count } = this.train;
    const size = batchSize === 0 ? count : Math.min(batchSize, count);
    if (this.position === 0) {
      this.order = size < count ? this.generator.permutation(count) : null;
      this.total = 0;
      this.totalThere?.dispose();
      this.totalThere = null;
    }
    const end = Math.min(this.position + size, count);
    this.model.train();
    scope(() => this.stepOn(this.position, end));
    this.steps++;
    this.position = end;
    if (end < count) return false;
    this.position = 0;
    this.epoch++;
    this.schedule?.step();
    return true;
  }

  private stepOn(from: number, to: number): void {
    let { x, y } = this.train;
    if (this.order !== null) {
      const rows = tensor(this.order.slice(from, to), { backend: this.backend });
      x = x.indexSelect(0, rows);
      y = y.indexSelect(0, rows);
    }
    const loss = this.loss(this.model(x), y);
    const { name, rate } = this.spec.penalty;
    let wanted = loss;
    if (name === 'L1') for (const weight of this.parameters) wanted = wanted.add(weight.abs().sum().mul(rate));
    this.optimizer.zeroGrad();
    wanted.backward();
    this.optimizer.step();
    // A device would have to stop to say it.
    if (this.backend.garbageCollected === true) this.total += loss.item() * (to - from);
    else this.addThere(loss.detach().mul(to - from));
  }

  private addThere(part: Tensor): void {
    const before = this.totalThere;
    this.totalThere = keep(before === null ? part : before.add(part));
    before?.dispose();
  }

  /** The loss on all points that are trained on, in evaluation mode. */
  trainLoss(): Promise<number> {
    return this.read(() => this.loss(this.model(this.train.x), this.train.y));
  }

  /** The parameters by name, or what the last step's gradients were. */
  async numbers(
    what: 'values' | 'gradients',
  ): Promise<{ name: string; shape: number[]; values: Float32Array | null }[]> {
    const out: { name: string; shape: number[]; values: Float32Array | null }[] = [];
    for (const [name, parameter] of this.model.namedParameters()) {
      const own = what === 'values' ? parameter : parameter.grad;
      out.push({
        name,
        shape: [...parameter.shape],
        values: own === null ? null : Float32Array.from(await own.data()),
      });
    }
    return out;
  }

  /** The losses of the epoch that just ended. */
  async losses(): Promise<EpochLosses> {
    const total = this.totalThere === null ? this.total : (await this.totalThere.data())[0]!;
    const { x, y, count } = this.heldOut;
    const heldOut = count === 0 ? Number.NaN : await this.read(() => this.loss(this.model(x), y));
    return { epoch: this.epoch, train: total / this.train.count, heldOut: Number(heldOut) };
  }

  private async read(work: () => Tensor): Promise<number> {
    return (await this.ask(work))[0]!;
  }

  /** What comes out of some work in evaluation mode, without gradients. */
  private async ask(work: () => Tensor): Promise<Float32Array> {
    this.model.eval();
    const result = scope(() => noGrad(work));
    const values = Float32Array.from(await result.data());
    result.dispose();
    return values;
  }

  /** What the network is shown at places of the picture, two coordinates each. */
  at(xy: ArrayLike<number>): Float32Array {
    return shownAt(this.spec, xy, this.inputs);
  }

  /** What it is shown of all points, or of one. */
  of(points: Points, index?: number): Float32Array {
    return shownOf(this.spec, points, index === undefined ? [...points.labels.keys()] : [index]);
  }

  /** Logits of rows that it is shown. */
  async logits(shown: Float32Array): Promise<Float32Array> {
    if (shown.length === 0) return new Float32Array(0);
    return this.ask(() => this.model(this.see(shown)));
  }

  /** What each unit's activation makes of rows that it is shown: unit after unit, layer after layer. */
  async responses(shown: Float32Array): Promise<Float32Array> {
    const rows = shown.length / widthOf(this.spec);
    const out = new Float32Array(rows * this.spec.layers.reduce((sum, { units }) => sum + units, 0));
    let at = 0;
    for (const [i, last] of this.outputs.entries()) {
      const { units } = this.spec.layers[i]!;
      // Layers are few and small: going through from the start each time keeps nothing on a device.
      const values = await this.ask(() => {
        let x = this.see(shown);
        for (let place = 0; place <= last; place++) x = (this.model.at(place) as typeof this.model)(x);
        return x.transpose(0, 1).reshape(-1);
      });
      out.set(values, at);
      at += units * rows;
    }
    return out;
  }

  /** What the network makes of one row. */
  async answer(shown: Float32Array): Promise<{ logit: number; probability: number; activations: number[][] }> {
    const logit = (await this.logits(shown))[0]!;
    const all = [...(await this.responses(shown))];
    const activations = this.spec.layers.map(({ units }) => all.splice(0, units));
    return { logit, probability: 1 / (1 + Math.exp(-logit)), activations };
  }

  /** The weights of each linear layer, a row a unit. */
  async linearWeights(): Promise<Float32Array[]> {
    const state = Object.entries(this.model.stateDict());
    const weights = state.filter(([name, { shape }]) => name.endsWith('.weight') && shape.length === 2);
    const out: Float32Array[] = [];
    for (const [, value] of weights) out.push(Float32Array.from(await value.data()));
    return out;
  }

  /** The norm of all gradients of the last step together. */
  async gradientNorm(): Promise<number | null> {
    if (this.steps === 0) return null;
    let sum = 0;
    for (const { grad } of this.parameters) {
      for (const value of grad === null ? [] : await grad.data()) sum += Number(value) ** 2;
    }
    return Math.sqrt(sum);
  }

  /** Loss and accuracy of some points, from their logits. */
  async score(logits: Float32Array, labels: Uint8Array): Promise<Score> {
    let right = 0;
    for (const [i, label] of labels.entries()) if (logits[i]! > 0 === (label === 1)) right++;
    const column = { backend: this.backend };
    const loss = await this.read(() =>
      this.loss(tensor(logits, column).reshape(-1, 1), tensor(Float32Array.from(labels), column).reshape(-1, 1)),
    );
    return { loss, accuracy: right / labels.length };
  }

  private see(shown: Float32Array): Tensor {
    return tensor(shown, { backend: this.backend }).reshape(-1, widthOf(this.spec));
  }

  private rows(points: Points, held: 0 | 1): Rows {
    const { labels, heldOut } = points;
    const own = Array.from(labels.keys()).filter((i) => heldOut[i] === held);
    const x = this.see(shownOf(this.spec, points, own));
    const y = tensor(
      Float32Array.from(own, (i) => labels[i]!),
      { backend: this.backend },
    ).reshape(-1, 1);
    return { x, y, count: own.length };
  }
}
