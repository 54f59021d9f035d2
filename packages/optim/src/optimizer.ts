import { checkOptions, describe, wrong } from '@internal/arguments';
import { enableGrad, noGrad, Tensor } from '@kindling/tensor-core';
import { dropGrad, formatShape, peekGrad, remember } from '@kindling/tensor-core/internal';
import type { Fields } from './fields.js';
import { checkKinds, checkNames, notParameters } from './options.js';
import { type OptimizerStateDict, readState, saveState } from './state-dict.js';

/** What an optimizer remembers of a parameter from step to step. */
export type ParamState = Record<string, Tensor | number>;

/** Parameters that are stepped with the same options, and those options, which may be changed at any time. */
export type ParamGroup<Options extends object> = Required<Options> & {
  params: Tensor[];
  /** The learning rate before any schedule; set by schedules. */
  initialLr?: number;
};

/** Parameters, and the options in which they differ from the optimizer's. */
export type ParamGroupOptions<Options extends object> = Partial<Options> & { params: Iterable<Tensor> };

/** What an optimizer takes: the parameters, or groups of them with options of their own. */
export type OptimizerParams<Options extends object> = Iterable<Tensor> | Iterable<ParamGroupOptions<Options>>;

/** An optimizer of any kind, as schedules take it. */
export interface AnyOptimizer {
  readonly paramGroups: readonly (object & { params: Tensor[]; lr: number; initialLr?: number })[];
  step(): unknown;
}

/**
 * The base of all optimizers: parameters in groups, and what is remembered of each; `torch.optim.Optimizer`.
 *
 * A parameter whose `grad` is `null` is left alone by `step()`.
 */
export abstract class Optimizer<
  Options extends { lr?: number; weightDecay?: number; maximize?: boolean },
  State extends ParamState = ParamState,
> {
  /** The groups, whose options hold from the next step on when they are changed. */
  readonly paramGroups: ParamGroup<Options>[] = [];
  /** The options of groups that say nothing else. */
  readonly defaults: Required<Options>;
  /** What is remembered of each parameter; empty before its first step. */
  readonly state = new Map<Tensor, State>();

  /**
   * @throws `TypeError` for something that is no tensor; `RangeError` for no parameters at all, a parameter
   * twice, the
   * result of an operation, or an option out of range.
   */
  constructor(params: OptimizerParams<Options>, defaults: Required<Options>) {
    this.defaults = defaults;
    const groups = groupsOf<Options>(this.optimizerName(), params);
    this.checkOptions(defaults);
    for (const group of groups) this.addParamGroup(group);
  }

  /** Throws where an option is out of range. */
  protected abstract checkOptions(options: Required<Options>): void;

  /**
   * Changes one parameter by `g`: its gradient, turned round with `maximize`, the decay added. Operations are not recorded.
   */
  protected abstract change(group: ParamGroup<Options>, param: Tensor, g: Tensor): void;

  /** What is descended along for a parameter: its gradient and decay. */
  protected decayed({ weightDecay = 0 }: ParamGroup<Options>, param: Tensor, g: Tensor): Tensor {
    return weightDecay === 0 ? g : g.add(param.mul(weightDecay));
  }

  /** Changes the parameters of a group, all of which have a gradient; operations are not recorded. */
  protected update(group: ParamGroup<Options>, params: readonly Tensor[], grads: readonly Tensor[]): void {
    params.forEach((param, i) => {
      const grad = grads[i]!;
      const state = this.state.get(param);
      const name = this.optimizerName();
      // A class with a formula of its own inherits the name.
      const known = state && Object.hasOwn(this.constructor.prototype, 'optimizerName');
      if (known && param.backend.fused?.optimize?.({ name, group, param, grad, state })) return;
      this.change(group, param, this.decayed(group, param, group.maximize ? grad.neg() : grad));
    });
  }

  /** How messages call it. */
  protected optimizerName(): string {
    return this.constructor.name || 'Optimizer';
  }

  /** Adds parameters, as of a layer that is trained from now on. */
  addParamGroup(group: ParamGroupOptions<Options>): void {
    const name = this.optimizerName();
    if (group === undefined) wrong(TypeError, name, 'a group', 'an object with params', group);
    checkNames(name, group, [...Object.keys(this.defaults), 'params', 'initialLr']);
    const params = listOf(name, group.params);
    const known = new Set(this.paramGroups.flatMap((other) => other.params));
    params.forEach((param, i) => {
      if (!(param instanceof Tensor)) {
        throw new TypeError(`${name}: parameter ${i} is not a tensor but ${describe(param)}`);
      }
      const what = `${name}: parameter ${i} (${formatShape(param.shape)})`;
      if (!param.isLeaf)
        throw new RangeError(`${what} is the result of an operation; only leaf tensors can be optimized`);
      if (known.has(param)) throw new RangeError(`${what} appears twice`);
      known.add(param);
      // So that it goes where the parameter goes.
      remember(param, this.state);
    });
    const full = { ...this.defaults, ...group, params } as ParamGroup<Options>;
    this.check(full);
    this.paramGroups.push(full);
  }

  /** Throws where the options of a group are not of the kinds that they are at first, or out of range. */
  private check(group: Required<Options>): void {
    checkKinds(this.optimizerName(), group, this.defaults);
    this.checkOptions(group);
  }

  /** Forgets the gradients of all parameters; with `setToNone: false` they become 0 instead. */
  zeroGrad(options?: { setToNone?: boolean }): void {
    checkOptions(TypeError, `${this.optimizerName()}.zeroGrad`, options, { setToNone: 'boolean' });
    for (const { params } of this.paramGroups) for (const param of params) dropGrad(param, options);
  }

  /** Changes every parameter by its gradient. */
  step(): null;
  /**
   * @param closure - computes the loss anew with its gradients, and returns it.
   * @returns that loss.
   */
  step(closure: () => Tensor): Tensor;
  step(closure?: () => Tensor): Tensor | null {
    if (closure !== undefined && typeof closure !== 'function') {
      wrong(TypeError, `${this.optimizerName()}.step`, 'the closure', 'a function that returns the loss', closure);
    }
    const loss = closure === undefined ? null : enableGrad(closure);
    noGrad(() => {
      for (const group of this.paramGroups) {
        // What was written into the group since has been checked by nobody.
        if (!Number.isFinite(group.lr)) this.check(group);
        const params: Tensor[] = [];
        const grads: Tensor[] = [];
        for (const param of group.params) {
          const grad = peekGrad(param);
          if (grad === null) continue;
          params.push(param);
          grads.push(grad);
        }
        if (params.length > 0) this.update(group, params, grads);
      }
    });
    return loss;
  }

  /**
   * The options of the groups and what is remembered of the parameters, which are numbered through all groups.
   *
   * The tensors share their elements with the optimizer: `clone()` them to keep a snapshot.
   */
  stateDict(): OptimizerStateDict {
    return saveState(this.paramGroups, this.state);
  }

  /**
   * Goes on from where a state dict was taken, with copies of its tensors.
   *
   * @throws `RangeError` or `TypeError` when it has other groups, options that the constructor would refuse, what another
   * optimizer remembers, or a tensor of another shape than its parameter; nothing is changed then.
   */
  loadStateDict(state: OptimizerStateDict): void {
    const { paramGroups, defaults, state: remembered } = this;
    const check = (group: object): void => this.check(group as Required<Options>);
    const own = { name: this.optimizerName(), paramGroups, defaults, fields: this.stateFields(), check };
    const loaded = readState(own, state) as { groups: object[]; state: Map<Tensor, State> };
    paramGroups.forEach((group, i) => {
      delete group.initialLr;
      Object.assign(group, loaded.groups[i]);
    });
    remembered.clear();
    for (const [param, known] of loaded.state) remembered.set(param, known);
  }

  /** What is remembered of each parameter, for checks of state dicts; `null` (default): anything. */
  protected stateFields(): Fields | null {
    return null;
  }

  /** What is remembered of a parameter, made by `first` before its first step. */
  protected stateOf(param: Tensor, first: () => State): State {
    let state = this.state.get(param);
    if (state === undefined) {
      state = first();
      this.state.set(param, state);
    }
    return state;
  }
}

/** The groups of what an optimizer is given. */
function groupsOf<Options extends object>(
  name: string,
  params: OptimizerParams<Options>,
): ParamGroupOptions<Options>[] {
  const list = listOf<Tensor | ParamGroupOptions<Options>>(name, params) as Partial<ParamGroupOptions<Options>>[];
  if (list.length === 0) throw new RangeError(`${name}: the list of parameters is empty`);
  if (list[0]?.params === undefined) return [{ params: list } as unknown as ParamGroupOptions<Options>];
  return list as ParamGroupOptions<Options>[];
}

function listOf<T>(name: string, params: Iterable<T>): T[] {
  if (params instanceof Tensor) throw new TypeError(`${name}: expected a list of parameters, got one tensor`);
  const iterates = typeof params === 'object' && params !== null && Symbol.iterator in params;
  if (!iterates) throw new TypeError(`${name}: expected a list of parameters, got ${notParameters(params)}`);
  return [...params];
}
