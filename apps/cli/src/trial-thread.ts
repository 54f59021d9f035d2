/** What a thread of `kindling tune` or `kindling worker` does: one trial after the other, each on one thread. */
import { cpu } from '@kindling/backend-cpu/wide';
import { setBackend } from '@kindling/tensor-core';
import { judgeTrial, type StudyTrial } from './tune/study.js';

setBackend(await cpu({ threads: 1, wide: 'tested' }));

export default (trial: StudyTrial) => judgeTrial(trial);
