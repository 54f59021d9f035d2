import type { Learner } from './learner.js';
import type { Points } from './messages.js';

/** One step in numbers: a point's answer, the losses around the step, and what the step did to each parameter. */
export async function dissect(learner: Learner, points: Points, index: number, advance: () => Promise<void>) {
  const { xy, labels } = points;
  const shown = learner.of(points, index);
  const place = { x: xy[2 * index]!, y: xy[2 * index + 1]! };
  const point = { index, ...place, label: labels[index]!, features: [...shown], ...(await learner.answer(shown)) };
  const { lr } = learner;
  const lossBefore = await learner.trainLoss();
  const before = await learner.numbers('values');
  await advance();
  const gradients = await learner.numbers('gradients');
  const after = await learner.numbers('values');
  const parameters = before.map(({ name, shape, values }, i) => ({
    name,
    shape,
    before: values!,
    gradient: gradients[i]!.values,
    after: after[i]!.values!,
  }));
  const lossAfter = await learner.trainLoss();
  return { step: learner.steps, lr, lossBefore, lossAfter, point, parameters };
}
