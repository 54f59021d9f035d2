/** Words and marks that stand for a missing value among numbers and dates, where in another column they may be a class. */
const GONE = new Set([
  ...['none given', 'undefined', 'unknown', 'unk', 'missing', 'nil', 'not available', 'not applicable', 'not recorded'],
  ...[
    'not reported',
    'not known',
    'no data',
    'nodata',
    'blank',
    'n.a.',
    'n.a',
    'n/d',
    'nd',
    'n.d.',
    'nr',
    'tbd',
    'tba',
  ],
  ...[
    'k.a.',
    'k. a.',
    'nat',
    '(null)',
    '<null>',
    '[null]',
    '(none)',
    '<none>',
    '(blank)',
    '(missing)',
    '\\n',
    '#n/a n/a',
  ],
  ...['.', '..', '...', '…', '--', '---', '–', '—', '*', '**', '***', '??', '???', '_', '~', ':', "''"],
  ...['1.#ind', '-1.#ind', '1.#qnan', '-1.#qnan', '#div/0!', '#value!', '#ref!', '#name?', '#num!', '#error!'],
  ...['0000-00-00', '00/00/0000', '00.00.0000', '0000-00-00 00:00:00'],
]);

/** Whether a text among numbers or dates says that there is none. */
export function isGone(text: string): boolean {
  // Python's own word; in small letters it may be an amount.
  return text === 'None' || GONE.has(text.toLowerCase());
}
