/** What kind of trouble a {@link Finding} is about. */
export type FindingKind =
  | 'leak'
  | 'duplicates'
  | 'identifier'
  | 'constant'
  | 'imbalance'
  | 'few-rows'
  | 'time'
  | 'group'
  | 'drift'
  | 'outside';

/** Something about a table that would make a judgement wrong, or a model useless. */
export interface Finding {
  readonly kind: FindingKind;
  /** The column that it is about; `null` where it is about the rows or the classes. */
  readonly column: string | null;
  /** What it is and what to do, in a sentence or two. */
  readonly message: string;
}
