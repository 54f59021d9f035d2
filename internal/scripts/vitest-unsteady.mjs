import { appendFileSync } from 'node:fs';

/** Writes the names of tests that passed only when they were run again to the file that `KINDLING_UNSTEADY` names. */
export default class UnsteadyReporter {
  onTestCaseResult(test) {
    const { KINDLING_UNSTEADY } = process.env;
    if (KINDLING_UNSTEADY !== undefined && test.diagnostic()?.flaky) {
      appendFileSync(KINDLING_UNSTEADY, `${test.module.relativeModuleId}: ${test.fullName}\n`);
    }
  }
}
