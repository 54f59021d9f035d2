import { TrainError } from '../errors.js';

/** Says which fold an error is of. */
export async function named<T>(fold: number, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof TrainError)) throw error;
    throw new TrainError(`crossValidate: fold ${fold}: ${error.message}`, { cause: error });
  }
}
