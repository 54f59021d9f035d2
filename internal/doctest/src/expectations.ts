import ts from 'typescript';

/** A comment that says what a program does. */
export interface Expectation {
  /** `// => text`: it prints or evaluates to that; `// throws text`: it throws an error with that message. */
  readonly kind: 'prints' | 'throws';
  readonly text: string;
  readonly pos: number;
  /** The line on which it begins, counted from 1. */
  readonly line: number;
}

/** The `// =>` and `// throws` comments of a program, each with the comment lines that go on under its text. */
export function expectationsIn(source: ts.SourceFile): Expectation[] {
  const found: Expectation[] = [];
  for (const { pos, text } of comments(source)) {
    const start = /^\/\/ (=>|throws) ?/.exec(text);
    const line = source.getLineAndCharacterOfPosition(pos).line;
    if (start !== null) {
      const kind = start[1] === '=>' ? 'prints' : 'throws';
      found.push({ kind, text: text.slice(start[0].length), pos, line: line + 1 });
      continue;
    }
    const last = found.at(-1);
    if (last === undefined || !/^\/\/( {3}|\s*$)/.test(text)) continue;
    if (line !== last.line - 1 + last.text.split('\n').length || !onlyComment(source, pos)) continue;
    found[found.length - 1] = { ...last, text: `${last.text}\n${text.slice(5)}` };
  }
  return found.map((expectation) => ({ ...expectation, text: expectation.text.trimEnd() }));
}

function onlyComment(source: ts.SourceFile, pos: number): boolean {
  const { line } = source.getLineAndCharacterOfPosition(pos);
  return source.text.slice(source.getPositionOfLineAndCharacter(line, 0), pos).trim() === '';
}

/** The line comments of a program, in order. */
function comments(source: ts.SourceFile): { pos: number; text: string }[] {
  const found = new Map<number, string>();
  const take = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end, kind } of ranges ?? [])
      if (kind === ts.SyntaxKind.SingleLineCommentTrivia) found.set(pos, source.text.slice(pos, end));
  };
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(source);
    for (const child of children) visit(child);
    if (children.length > 0) return;
    take(ts.getLeadingCommentRanges(source.text, node.getFullStart()));
    take(ts.getTrailingCommentRanges(source.text, node.end));
  };
  visit(source);
  return [...found].map(([pos, text]) => ({ pos, text })).sort((a, b) => a.pos - b.pos);
}
