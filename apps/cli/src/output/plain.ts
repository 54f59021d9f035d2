/** Text from a file or a command line on one line, without characters that move a cursor or colour a terminal. */
export function plain(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}

/** An argument as a shell takes it. */
export function shellWord(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

/** A field of a CSV file. A text that a spreadsheet would take for a formula gets a quote in front. */
export function csvField(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const formula = /^[=+\-@\t\r]./s.test(value) && Number.isNaN(Number(value));
  const text = formula ? `'${value}` : value;
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
