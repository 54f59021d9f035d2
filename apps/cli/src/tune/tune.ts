import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setBackend } from '@kindling/tensor-core';
import { type ClassifierOptions, checkpointFile, judgeDesign, type TuneResult, tuneClassifier } from '@kindling/train';
import type { Context } from '../context.js';
import { plain, shellWord } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';
import { readOptions } from '../tables/read-flags.js';
import { readFileOrInput } from '../tables/read-table.js';
import { measureWords } from '../tables/show-measures.js';
import { fastCpu } from '../train/backend.js';
import { prepare } from '../train/prepare.js';
import { stoppable } from '../train/stop.js';
import { optionsOf, outputFolder, trainAndJudge } from '../train/train.js';
import { spaceOf } from './space.js';
import { type Judges, type Study, studyOf, threads } from './study.js';
import { designWords, flagName, trialLines, trialsCsv, valueWord } from './trials.js';
import type { TuneFlags } from './tune.command.js';

/** Where the trials are kept, in the output folder. */
const journal = 'trials.json';

/** Searches a design, trains it on all training rows, and judges it on test rows that the search did not see. */
export async function runTune(data: string, flags: TuneFlags, context: Context, reporter: Reporter): Promise<void> {
  await stoppable(context, reporter, async (signal) => {
    const started = performance.now();
    const { seed, by, folds, method, trials } = flags;
    if (flags.queue !== undefined && flags.jobs !== undefined)
      throw new Error('give --jobs to the workers: kindling worker URL --jobs N');
    const settled = designOf(flags);
    const space = spaceOf(flags.space, settled);
    const file = await readFileOrInput(data, context.process.stdin);
    const prepared = await prepare(file, flags);
    const folder = outputFolder(flags, prepared);
    setBackend(await fastCpu());
    const { train, task } = prepared;
    reporter.line(`${prepared.name}: ${prepared.rows} rows, ${train.rows} to learn from in ${folds} folds`);
    const study = studyOf(file, flags);
    const jobs = Math.min(flags.jobs ?? availableParallelism(), trials);
    const judges = await judgesOf(study, flags, jobs);
    let best: number | null = null;
    let found: TuneResult;
    try {
      found = await tuneClassifier(train, task, space, {
        trials,
        method,
        folds,
        by,
        seed,
        design: settled,
        // A queue knows best how many are at work.
        jobs: flags.queue === undefined ? jobs : trials,
        checkpoint: { store: checkpointFile(join(folder.path, journal)), about: study.id },
        resume: flags.resume,
        signal,
        judge: (trial, stop) => judges?.judge(trial) ?? judgeDesign(train, task, trial, stop),
        onTrial: ({ score }, finished, planned) => {
          const sign = by === 'logLoss' || by === 'brier' ? 1 : -1;
          if (score !== null && (best === null || sign * score < sign * best)) best = score;
          reporter.progress(
            finished / planned,
            `${finished} of ${planned} trials, best ${measureWords[by]} ${best?.toFixed(4) ?? '-'}`,
          );
        },
      });
    } finally {
      await judges?.close();
    }
    reporter.progress(1, '');
    for (const line of trialLines(found.trials, by)) reporter.line(line);
    reporter.line(
      `The best is trial ${found.best.trial}: ${designWords(found.best.params)}. Trained on all ${train.rows} rows:`,
    );
    folder.write('trials.csv', trialsCsv(found.trials, by));
    const { calibrate, threshold = 0.5 } = flags;
    const options: ClassifierOptions = { ...found.design, calibrate, threshold };
    const result = await trainAndJudge(prepared, flags, options, { context, reporter, folder, signal });
    reporter.line();
    reporter.line(`To train this design alone: ${trainCommand(data, flags, found.best.params)}`);
    const seconds = Math.round(performance.now() - started) / 1000;
    const search = { method, by, folds, best: found.best.trial, design: found.design, trials: found.trials };
    reporter.result({ ...result, search, seconds, files: [...folder.written, join(folder.path, journal)] });
  });
}

/** Who judges designs, where it is not this thread. */
async function judgesOf(study: Study, { queue }: TuneFlags, jobs: number): Promise<Judges | null> {
  if (queue !== undefined) return (await import('../queue/queued.js')).queued(study, queue);
  return jobs > 1 ? threads(study, jobs) : null;
}

/** What all designs have in common: the flags of a design that were given. */
function designOf({ calibrate, threshold, folds, ...flags }: TuneFlags): ClassifierOptions {
  return optionsOf(flags);
}

/** A command line that trains a design. */
function trainCommand(data: string, flags: TuneFlags, params: ClassifierOptions): string {
  const { target, positive, drop, group, time, test, testSize } = flags;
  const rows = { target, positive, drop, group, time, test, testSize, ...readOptions(flags) };
  const words = Object.entries({ ...rows, ...designOf(flags), ...params }).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [`--${flagName(name)}`] : [`--${flagName(name)}`, valueWord(value)];
  });
  return `kindling train ${[data, ...words].map((word) => shellWord(plain(word))).join(' ')}`;
}
