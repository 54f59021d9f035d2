import { checkChoice, checkOptions, type Known } from '@internal/arguments';
import { requireWhole } from '@kindling/tensor-core/internal';
import type { AnyOptimizer } from '../optimizer.js';
import { checkKinds, checkNumber, NONE } from '../options.js';
import { checkGroups, LRScheduler, numbersPerGroup } from './scheduler.js';

/** What {@link OneCycleLR} may be told. */
export interface OneCycleLROptions {
  /** The highest learning rate; one for all parameter groups, or one each. */
  maxLr: number | readonly number[];
  /** How many steps the cycle takes; or give `epochs` and `stepsPerEpoch`. */
  totalSteps?: number;
  epochs?: number;
  stepsPerEpoch?: number;
  /** The part of the steps in which the learning rate rises, from 0 to 1; default 0.3. */
  pctStart?: number;
  /** The shape of the way; default `'cos'`. */
  annealStrategy?: 'cos' | 'linear';
  /** Whether momentum (or the first beta) goes the other way; default true. */
  cycleMomentum?: boolean;
  /** The lowest momentum; default 0.85. */
  baseMomentum?: number | readonly number[];
  /** The highest momentum; default 0.95. */
  maxMomentum?: number | readonly number[];
  /** The first learning rate is `maxLr / divFactor`; default 25. */
  divFactor?: number;
  /** The last learning rate is the first divided by this; default 10,000. */
  finalDivFactor?: number;
  /** Whether there is a third phase for the way from the first learning rate to the last; default false. */
  threePhase?: boolean;
}

type Point = 'first' | 'max' | 'last';

/** A part of the cycle: where it ends, and where the rates and momenta then are; the first part begins at `first`. */
interface Phase {
  readonly end: number;
  readonly to: Point;
}

/** Where a rate or momentum of a group is at the points; momentum is low where the rate is `max`. */
type Course = Readonly<Record<Point, number>>;

interface Cycle {
  readonly totalSteps: number;
  readonly phases: readonly Phase[];
  readonly rates: readonly Course[];
  /** `null` where momentum stays. */
  readonly momenta: readonly Course[] | null;
  readonly anneal: (from: number, to: number, part: number) => number;
}

const anneals = {
  cos: (from: number, to: number, part: number): number => to + ((from - to) / 2) * (Math.cos(Math.PI * part) + 1),
  linear: (from: number, to: number, part: number): number => (to - from) * part + from,
};

/** A group of an optimizer with momentum, or betas. */
interface MomentumGroup {
  momentum?: number;
  betas?: readonly [number, number];
}

/**
 * Lets the learning rate rise to `maxLr` and fall to almost nothing, in one cycle over the whole training: Smith and
 * Topin (2018); `torch.optim.lr_scheduler.OneCycleLR`. Step it after every batch.
 *
 * @throws `RangeError` for an option out of range, and for a step past the end; `TypeError` when momentum should
 * cycle
 * and the optimizer has none.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { OneCycleLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 0.1, momentum: 0.9 });
 * const schedule = new OneCycleLR(optimizer, { maxLr: 1, totalSteps: 10 });
 * const rates = [0, 1, 2, 3].map(() => {
 *   const [lr] = schedule.getLastLr();
 *   schedule.step();
 *   return lr!.toFixed(2);
 * });
 * console.log(rates.join(' ')); // => 0.04 0.52 1.00 0.95
 * ```
 */
export class OneCycleLR extends LRScheduler<Cycle> {
  constructor(optimizer: AnyOptimizer, options: OneCycleLROptions) {
    super(optimizer, plan(optimizer, options ?? { maxLr: NONE }));
  }

  protected override scheduleName(): string {
    return 'OneCycleLR';
  }

  protected override prepare(): void {
    this.optimizer.paramGroups.forEach((group, i) => {
      group.initialLr = this.options.rates[i]!.first;
    });
  }

  protected override next(): number[] {
    const { totalSteps, phases, rates, momenta, anneal } = this.options;
    const step = this.lastEpoch;
    if (step > totalSteps)
      throw new RangeError(`OneCycleLR: step ${step + 1} lies behind the end, ${totalSteps} steps`);
    // Where rounding leaves a step behind the last end, -1 is the last phase.
    const at = phases.findIndex(({ end }, i) => i > 0 && step <= end);
    const { end, to } = phases.at(at)!;
    const { end: start, to: from } = phases.at(at - 1)!;
    const part = (step - start) / (end - start);
    const way = (course: Course): number => anneal(course[from], course[to], part);
    return this.optimizer.paramGroups.map((own, i) => {
      const group: MomentumGroup = own as object;
      if (momenta !== null) {
        const momentum = way(momenta[i]!);
        if (group.betas === undefined) group.momentum = momentum;
        else group.betas = [momentum, group.betas[1]];
      }
      return way(rates[i]!);
    });
  }
}

const known: Known<OneCycleLROptions> = {
  maxLr: 1,
  totalSteps: 1,
  epochs: 'number',
  stepsPerEpoch: 'number',
  pctStart: 'number',
  annealStrategy: 1,
  cycleMomentum: 1,
  baseMomentum: 1,
  maxMomentum: 1,
  divFactor: 1,
  finalDivFactor: 1,
  threePhase: 1,
};

function plan(optimizer: AnyOptimizer, options: OneCycleLROptions): Cycle {
  checkOptions(TypeError, 'OneCycleLR', options, known);
  checkGroups('OneCycleLR', optimizer);
  const { pctStart = 0.3, annealStrategy = 'cos', cycleMomentum = true, threePhase = false } = options;
  const { divFactor = 25, finalDivFactor = 1e4, baseMomentum = 0.85, maxMomentum = 0.95 } = options;
  const name = 'OneCycleLR';
  let { totalSteps } = options;
  if (totalSteps === undefined) {
    if (options.epochs === undefined || options.stepsPerEpoch === undefined) {
      throw new RangeError(`${name}: give totalSteps, or epochs and stepsPerEpoch`);
    }
    requireWhole(name, 'epochs', options.epochs, 1);
    requireWhole(name, 'stepsPerEpoch', options.stepsPerEpoch, 1);
    totalSteps = options.epochs * options.stepsPerEpoch;
  }
  requireWhole(name, 'totalSteps', totalSteps, 1);
  if (!(pctStart >= 0 && pctStart <= 1))
    throw new RangeError(`${name}: pctStart must lie between 0 and 1, not ${pctStart}`);
  checkChoice(RangeError, name, 'annealStrategy', annealStrategy, Object.keys(anneals));
  const anneal = anneals[annealStrategy];
  checkKinds(name, { cycleMomentum, threePhase }, { cycleMomentum: true, threePhase: true });
  checkNumber(name, 'divFactor', divFactor);
  checkNumber(name, 'finalDivFactor', finalDivFactor);
  const groups: readonly object[] = optimizer.paramGroups;
  if (cycleMomentum && !groups.every((group) => 'momentum' in group || 'betas' in group)) {
    throw new TypeError(`${name}: the optimizer has no momentum to cycle; set cycleMomentum to false`);
  }
  const rates = numbersPerGroup(name, 'maxLr', options.maxLr, optimizer).map((max) => {
    const first = max / divFactor;
    return { first, max, last: first / finalDivFactor };
  });
  const highest = numbersPerGroup(name, 'maxMomentum', maxMomentum, optimizer);
  const lowest = numbersPerGroup(name, 'baseMomentum', baseMomentum, optimizer);
  // The first is where all begins.
  const phases: Phase[] = [
    { end: 0, to: 'first' },
    { end: pctStart * totalSteps - 1, to: 'max' },
    ...(threePhase ? [{ end: 2 * pctStart * totalSteps - 2, to: 'first' as const }] : []),
    { end: totalSteps - 1, to: 'last' },
  ];
  const momenta = cycleMomentum ? highest.map((high, i) => ({ first: high, max: lowest[i]!, last: high })) : null;
  return { totalSteps, phases, rates, momenta, anneal };
}
