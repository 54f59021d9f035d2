import { ArgumentError } from '@kindling/tensor-core';
import type { CalibratorState, Classifier, ClassifierSpec } from '@kindling/train';
import type { Step } from './steps/step.js';
import { stepsOf } from './steps/steps-of.js';

/** A column as a model reads it. */
export type PipelineColumn =
  | {
      readonly kind: 'number' | 'date' | 'boolean';
      readonly name: string;
      readonly fill: number;
      readonly mean: number;
      readonly scale: number;
      /** Whether a number of its own says where the value is missing. */
      readonly indicator: boolean;
      /** How far out scaled numbers are cut; `null`: they are not. */
      readonly clip: number | null;
      /** How many numbers it becomes. */
      readonly width: number;
    }
  | {
      readonly kind: 'category';
      readonly name: string;
      readonly categories: readonly string[];
      /** Which number is 1 for other categories, and for a missing one; -1: none is. */
      readonly other: number;
      readonly missing: number;
      readonly width: number;
    };

/** All that a classifier does from a row to a class, in plain data. */
export interface Pipeline {
  readonly target: string;
  readonly labels: readonly [string | number | boolean, string | number | boolean];
  readonly threshold: number;
  readonly columns: readonly PipelineColumn[];
  /** How many numbers a row becomes. */
  readonly width: number;
  readonly members: readonly (readonly Step[])[];
  readonly calibration: CalibratorState | null;
}

/** What a classifier does. */
export async function pipelineOf(where: string, model: Classifier): Promise<Pipeline> {
  const { target, labels, threshold, encoder, design, calibration, pipelines } = model.spec;
  if (pipelines !== undefined)
    throw new ArgumentError(`${where}: a classifier with a pipeline of its own has no counterpart; leave out pipeline`);
  const members = await Promise.all(model.networks.map((network) => stepsOf(where, network)));
  return {
    target,
    labels,
    threshold,
    columns: encoder.columns.map(columnOf),
    width: design.inputs,
    members,
    calibration,
  };
}

function columnOf(step: ClassifierSpec['encoder']['columns'][number]): PipelineColumn {
  const { name } = step;
  if (step.kind === 'number') {
    const { type, fill, mean, scale, indicator, clip = null } = step;
    const kind = type === 'date' || type === 'boolean' ? type : 'number';
    return { kind, name, fill, mean, scale, indicator, clip, width: indicator ? 2 : 1 };
  }
  const { categories } = step;
  const known = categories.length;
  const width = known + Number(step.other) + Number(step.missing);
  return {
    kind: 'category',
    name,
    categories,
    other: step.other ? known : -1,
    missing: step.missing ? width - 1 : -1,
    width,
  };
}
