import { wrong } from '@internal/arguments';
import { ExperimentError } from './error.js';
import { experiment } from './experiment.js';
import type { Points } from './messages.js';
import type { ExperimentOptions, ExperimentSpec } from './spec.js';

/** What scripts are made of in either language. */
export interface ScriptParts {
  readonly spec: ExperimentSpec;
  readonly epochs: number;
  /** Rows `x, y, class`, or of inputs and the class, of the points that are trained on, and of those held out; with brackets, without the outer ones. */
  readonly train: string;
  readonly heldOut: string;
}

/** Checks what a script is made from. */
export function scriptParts(where: string, options: ExperimentOptions, points: Points, epochs: number): ScriptParts {
  if (!Number.isSafeInteger(epochs) || epochs < 1) {
    wrong(ExperimentError, where, 'epochs', 'a whole number from 1', epochs);
  }
  if (points?.xy?.length !== 2 * points?.labels?.length || points.heldOut?.length !== points.labels.length) {
    wrong(ExperimentError, where, 'the points', 'those of a session, { xy, labels, heldOut }', points);
  }
  const spec = experiment(options);
  const { labels, heldOut, inputs } = points;
  if ((inputs?.origin.length ?? 0) !== spec.inputs) {
    throw new ExperimentError(
      `${where}: the experiment has ${spec.inputs} inputs, the points ${inputs?.origin.length ?? 0}`,
    );
  }
  const [values, columns] = inputs === undefined ? [points.xy, 2] : [inputs.values, spec.inputs];
  // Short rows share a line.
  const beside = Math.max(1, Math.floor(8 / columns));
  const rows = (held: number): string => {
    const own = Array.from(labels.keys()).filter((i) => heldOut[i] === held);
    const texts = own.map((i) => {
      const row = Array.from(values.subarray(i * columns, (i + 1) * columns), short);
      return `[${row.join(', ')}, ${labels[i]}]`;
    });
    const lines = Array.from({ length: Math.ceil(texts.length / beside) }, (_, i) =>
      texts.slice(beside * i, beside * (i + 1)).join(', '),
    );
    return lines.map((line) => `\n    ${line},`).join('');
  };
  return { spec, epochs, train: rows(0), heldOut: rows(1) };
}

/** As many digits as a float32 has. */
function short(value: number): string {
  return String(Number(value.toPrecision(9)));
}
