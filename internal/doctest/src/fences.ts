/** A fenced code block of a Markdown text. */
export interface Fence {
  /** What stands behind the opening fence, such as `ts no-run`. */
  readonly info: string;
  /** The code, without the fence's indentation. */
  readonly code: string;
  /** The line of the first line of code, counted from 1. */
  readonly line: number;
}

/** The fenced code blocks of a Markdown text, in order. */
export function fences(text: string): Fence[] {
  const found: Fence[] = [];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const open = /^(\s*)(`{3,})([^`]*)$/.exec(lines[i]!);
    if (open === null) continue;
    const [, indent, ticks, info] = open as unknown as [string, string, string, string];
    const code: string[] = [];
    const start = i + 1;
    for (i = start; i < lines.length && !lines[i]!.trimEnd().endsWith(ticks); i++) {
      const line = lines[i]!;
      code.push(line.startsWith(indent) ? line.slice(indent.length) : line.trimStart());
    }
    found.push({ info: info.trim(), code: code.join('\n'), line: start + 1 });
  }
  return found;
}
