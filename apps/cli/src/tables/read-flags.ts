/** What the commands that read tables may be told of how these are written. */
export interface ReadFlags {
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' | 'windows-1252';
  readonly delimiter?: string;
  readonly decimal?: '.' | ',';
  readonly onRagged?: 'error' | 'skip';
}

/** Their flags, which stand behind the others. */
export const readFlags = {
  encoding: {
    kind: 'enum',
    values: ['utf-8', 'utf-16le', 'utf-16be', 'latin1', 'windows-1252'],
    optional: true,
    brief: 'How the bytes of the table become text [default = utf-8, or what a mark says]',
  },
  delimiter: {
    kind: 'parsed',
    parse: delimiter,
    optional: true,
    brief: 'What parts fields: a character, tab or space [default = found out]',
    placeholder: 'MARK',
  },
  decimal: {
    kind: 'enum',
    values: ['.', ','],
    optional: true,
    brief: 'What stands before a fraction [default = found out]',
  },
  onRagged: {
    kind: 'enum',
    values: ['error', 'skip'],
    optional: true,
    brief: 'What becomes of rows with too many or too few fields [default = error]',
  },
} as const;

/** The flags of a command as the options of a reader. */
export function readOptions({ encoding, delimiter, decimal, onRagged }: ReadFlags): ReadFlags {
  const given = Object.entries({ encoding, delimiter, decimal, onRagged });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function delimiter(text: string): string {
  const mark = { tab: '\t', space: ' ', '\\t': '\t' }[text] ?? text;
  if (!/^[^"\r\n\ufeff\u0080-\uffff]$/.test(mark))
    throw new Error(`"${text}" is no delimiter: one character that is no quote, tab, or space`);
  return mark;
}

/** Hints of the reader, which name its options, as hints that name the flags of the command. */
export function inFlags(text: string): string {
  return text
    .replace(/\bencoding: '([\w-]+)' \(or '([\w-]+)'\)/g, '--encoding $1 (or $2)')
    .replace(/\b(encoding|onRagged): '([\w-]+)'/g, (_, name: keyof typeof names, value) => `${names[name]} ${value}`)
    .replace(/\b(delimiter|decimal): ('[^']')/g, '--$1 $2')
    .replace(/\bsay which with delimiter$/, 'say which with --delimiter')
    .replace(/; missing: \[\] keeps it as a text$/, '')
    .replace(/\bdeclare it with types and dateOrder$/, 'write them as 2024-01-31, or they are read as categories');
}

const names = { encoding: '--encoding', onRagged: '--on-ragged' } as const;
