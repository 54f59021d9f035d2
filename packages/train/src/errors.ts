/** Training that cannot go on: a loss that is no finite number, data that ran out, a metric that failed. */
export class TrainError extends Error {
  override name = 'TrainError';
}
