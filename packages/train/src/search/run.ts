import { TrainError } from '../errors.js';
import type { Objective, SearchOptions, SearchResult, Trial } from './options.js';
import { TrialLog } from './trial-log.js';

/** One search, which may have several rounds. */
export class Search<P extends object> {
  private readonly where: string;
  private readonly objective: Objective<P>;
  private readonly options: SearchOptions<P>;
  private readonly log: TrialLog | null;
  private readonly planned: number;
  private finished = 0;

  private constructor(
    where: string,
    objective: Objective<P>,
    options: SearchOptions<P>,
    log: TrialLog | null,
    planned: number,
  ) {
    this.where = where;
    this.objective = objective;
    this.options = options;
    this.log = log;
    this.planned = planned;
  }

  static async begin<P extends object>(
    where: string,
    objective: Objective<P>,
    options: SearchOptions<P>,
    planned: number,
  ): Promise<Search<P>> {
    const { checkpoint, resume = false, mode = 'max', seed = 0 } = options;
    const log = checkpoint === undefined ? null : new TrialLog(where, checkpoint, { mode, seed });
    if (log !== null && resume) await log.load();
    return new Search(where, objective, options, log, planned);
  }

  /** Tries each, some at a time; in their order. */
  async run(candidates: readonly P[], before: number, resource: number | null): Promise<Trial<P>[]> {
    const { jobs = 1, signal, onTrial } = this.options;
    const trials: Trial<P>[] = [];
    let next = 0;
    let failed = false;
    const work = async (): Promise<void> => {
      while (next < candidates.length && !failed) {
        signal?.throwIfAborted();
        const at = next++;
        try {
          trials[at] = await this.try(candidates[at]!, before + at + 1, resource);
        } catch (error) {
          failed = true;
          throw error;
        }
        await onTrial?.(trials[at], ++this.finished, this.planned);
      }
    };
    await Promise.all(Array.from({ length: Math.min(jobs, candidates.length) }, work));
    return trials;
  }

  /** From the best to the worst, without those that failed; equals as they stand. */
  ranked(trials: readonly Trial<P>[]): Trial<P>[] {
    const sign = this.options.mode === 'min' ? 1 : -1;
    const good = trials.filter(({ score }) => score !== null);
    if (good.length === 0) throw new TrainError(`${this.where}: every trial failed; the first: ${trials[0]?.error}`);
    return good.sort((a, b) => sign * (a.score! - b.score!) || a.trial - b.trial);
  }

  private async try(params: P, trial: number, resource: number | null): Promise<Trial<P>> {
    const known = this.log?.find(trial, params, resource) ?? null;
    if (known !== null) return known as unknown as Trial<P>;
    const { seed = 0, signal, failures = 'throw' } = this.options;
    const began = performance.now();
    const seconds = (): number => (performance.now() - began) / 1000;
    let done: Trial<P>;
    try {
      const found = await this.objective(params, { trial, seed: `${seed}/trial ${trial}`, resource, signal });
      const { score, details } = typeof found === 'number' ? { score: found, details: null } : found;
      if (!Number.isFinite(score)) throw new TrainError(`the score is ${String(score)}`);
      done = { trial, params, score, error: null, details, resource, seconds: seconds() };
    } catch (cause) {
      signal?.throwIfAborted();
      const message = cause instanceof Error ? cause.message : String(cause);
      if (failures === 'throw') {
        throw new TrainError(`${this.where}: trial ${trial}, ${JSON.stringify(params)}: ${message}`, { cause });
      }
      done = { trial, params, score: null, error: message, details: null, resource, seconds: seconds() };
    }
    await this.log?.add(done as unknown as Trial);
    return done;
  }
}

/** Tries candidates once each. */
export async function oneRound<P extends object>(
  where: string,
  candidates: readonly P[],
  objective: Objective<P>,
  options: SearchOptions<P>,
): Promise<SearchResult<P>> {
  const search = await Search.begin(where, objective, options, candidates.length);
  const trials = await search.run(candidates, 0, null);
  return { best: search.ranked(trials)[0]!, trials };
}
