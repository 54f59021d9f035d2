import type { Work } from '../tasks/work.ts';
import type { Profile } from './profile.ts';

/** What the parent writes to a competitor's standard input, a line of JSON each. */
export type Request =
  /** Makes ready for a piece of work, does it once, and answers with numbers to compare. */
  | { readonly command: 'prepare'; readonly work: Work }
  /**
   * Does it `repetitions` times and answers with the time taken, `first` with one more that is not counted: it pays for what
   * went cold while others ran. Training starts afresh from the initial weights.
   */
  | { readonly command: 'time'; readonly repetitions: number; readonly first: boolean }
  /** Does it for about so long, and says where the time went. */
  | { readonly command: 'profile'; readonly ms: number }
  /** Gives back what the work held. */
  | { readonly command: 'finish' };

/** What a competitor writes to standard output, a line of JSON each; the first line comes unasked, with the version. */
export type Reply =
  | { readonly version: string }
  /** `values` is null where the library cannot do the work; `ms` is the time of the last of the checked repetitions. */
  | { readonly values: readonly number[] | null; readonly ms: number }
  | { readonly ms: number }
  | { readonly profile: Profile }
  | { readonly error: string };
