import ts from 'typescript';
import { examplesOf, type Found } from './examples.js';
import { fences } from './fences.js';

/** The programs in the documentation comments of a source file. */
export function examplesOfSource(file: string, text: string, slow = false): Found {
  const found: Found = { examples: [], skipped: [] };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const seen = new Set<number>();
  const names = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    for (const comment of ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)) {
      if (seen.has(comment.pos)) continue;
      seen.add(comment.pos);
      const blocks = fences(blank(text, comment.pos, comment.end));
      if (blocks.length === 0) continue;
      const symbol = text.slice(comment.pos, comment.end).includes('@module') ? 'module' : nameOf(node);
      const nth = () => {
        const n = (names.get(symbol) ?? 0) + 1;
        names.set(symbol, n);
        return n === 1 ? '' : ` (${n})`;
      };
      const { examples, skipped } = examplesOf(file, blocks, () => `${file}: ${symbol}${nth()}`, slow);
      found.examples.push(...examples);
      found.skipped.push(...skipped);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text of a comment without its stars, on the lines on which it stands in the file. */
function blank(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split('\n').length - 1;
  const lines = text
    .slice(start, end)
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(\/\*\*|\*)? ?/, ''));
  return '\n'.repeat(before) + lines.join('\n');
}

/** `exp`, or `Tensor.add` for a member. */
function nameOf(node: ts.Node): string {
  const own = ownName(node);
  const parent = node.parent as ts.Node | undefined;
  const member = parent !== undefined && (ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent));
  return member && parent.name !== undefined ? `${parent.name.text}.${own}` : own;
}

function ownName(node: ts.Node): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText() ?? 'variable';
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const { name } = node as { name?: ts.Node };
  return name?.getText() ?? 'module';
}
