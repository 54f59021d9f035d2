/**
 * Makes declarations what an editor is to show: without members that say `@internal`, and with the documentation of the
 * function where a method says `See {@link function}.`. docs/decisions/public-surface.md says why.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Rewrites all declarations below a folder. */
export function finishDeclarations(folder) {
  const files = new Map(
    readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.d.ts'))
      .map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')]),
  );
  for (const [file, text] of finished(files)) {
    const alone = forOlder(withoutArguments(text));
    if (alone !== files.get(file)) writeFileSync(file, alone);
  }
}

/** Types that declarations take from `@internal/arguments`, which is not published, and what they say there. */
const argumentTypes = {
  Kind: 'type Kind = unknown;',
  Known: 'type Known<Options> = { readonly [Name in keyof Options]-?: unknown };',
};

/** Declarations with the types of `@internal/arguments` written out. */
export function withoutArguments(text) {
  return text
    .replaceAll('import("@internal/arguments").Kind', 'unknown')
    .replace(/^import (?:type )?\{ ([\w, ]+) \} from '@internal\/arguments';$/m, (line, names) => {
      const types = names.split(', ').map((name) => argumentTypes[name.replace('type ', '')]);
      return types.includes(undefined) ? line : types.join('\n');
    });
}

/** Typed arrays as before TypeScript 5.7, which gave them a parameter that inferred types then spell out. */
export function forOlder(text) {
  return text.replace(/\b((?:Float|Int|Uint|BigInt|BigUint)\d+(?:Clamped)?Array)<ArrayBuffer(?:Like)?>/g, '$1');
}

/** Texts of declarations by their names, made anew. */
export function finished(files) {
  const sources = [...files].map(([file, text]) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  const functions = new Map(sources.flatMap((source) => source.statements.flatMap(functionsIn)));
  return new Map(sources.map((source) => [source.fileName, applied(source.text, source.statements.flatMap(editsOf))]));

  function editsOf(statement) {
    if (ts.isFunctionDeclaration(statement)) return overload(statement);
    if (ts.isModuleDeclaration(statement)) return (statement.body?.statements ?? []).flatMap(editsOf);
    if (!ts.isClassDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) return [];
    return statement.members.flatMap((member, i) => {
      const comment = commentOf(member);
      // Without its constructor a class could be made of nothing.
      if (/@internal\b/.test(comment?.text ?? '') && !ts.isConstructorDeclaration(member))
        return [{ start: member.pos, end: member.end, text: '' }];
      // Editors show the comment of one signature, so each has to have it.
      const before = statement.members[i - 1];
      const described = comment ?? (sameName(before, member) ? firstComment(statement.members, i) : undefined);
      const name = /^\/\*\* See \{@link (\w+)\}\. \*\/$/.exec(described?.text ?? '')?.[1];
      const found = functions.get(name);
      const text = found === undefined ? described?.text : asMethod(found, member);
      if (text === undefined || text === comment?.text) return [];
      const start = comment?.start ?? member.getStart();
      const margin = `\n${' '.repeat(member.getSourceFile().getLineAndCharacterOfPosition(member.getStart()).character)}`;
      const after = comment === undefined ? margin : '';
      return [{ start, end: comment?.end ?? start, text: text.replaceAll('\n', margin) + after }];
    });
  }
}

/** Each signature of a function has the comment of the first. */
function overload(statement) {
  const { statements } = statement.parent;
  const i = statements.indexOf(statement);
  if (commentOf(statement) !== undefined || !sameName(statements[i - 1], statement)) return [];
  const text = firstComment(statements, i)?.text;
  const start = statement.getStart();
  return text === undefined ? [] : [{ start, end: start, text: `${text}\n` }];
}

/** Documented functions, and constants that are functions: `[name, { comment, parameters }]`. */
function functionsIn(statement) {
  const comment = commentOf(statement);
  if (comment === undefined || /@internal\b/.test(comment.text)) return [];
  if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
    return [[statement.name.text, { comment: comment.text, parameters: statement.parameters.map(nameOf) }]];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, type }) =>
    type !== undefined && ts.isFunctionTypeNode(type)
      ? [[name.getText(), { comment: comment.text, parameters: type.parameters.map(nameOf) }]]
      : [],
  );
}

/** The comment of a function of a tensor as that of its method: without the tensor, with the method's names. */
function asMethod({ comment, parameters }, member) {
  const own = (member.parameters ?? []).map(nameOf);
  const at = parameters.length > 0 ? 1 : 0;
  return comment.replace(/\n \* @param (\w+)((?:(?!\n \* @|\n \*\/)[\s\S])*)/g, (whole, name, rest) => {
    const i = parameters.indexOf(name);
    if (i < at) return i < 0 ? whole : '';
    return `\n * @param ${own[i - at] ?? name}${rest}`;
  });
}

const nameOf = ({ name }) => name.getText();

/** The documentation comment right before a node. */
function commentOf(node) {
  const { text } = node.getSourceFile();
  const last = (ts.getLeadingCommentRanges(text, node.pos) ?? []).at(-1);
  if (last === undefined || !text.startsWith('/**', last.pos)) return undefined;
  // As it would stand at the margin.
  return { start: last.pos, end: last.end, text: text.slice(last.pos, last.end).replace(/\n\s*\*/g, '\n *') };
}

function firstComment(members, i) {
  while (i > 0 && sameName(members[i - 1], members[i])) i--;
  return commentOf(members[i]);
}

function sameName(a, b) {
  return a?.name !== undefined && b.name !== undefined && a.name.getText() === b.name.getText();
}

function applied(text, edits) {
  let result = text;
  for (const edit of edits.sort((a, b) => b.start - a.start))
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  return result;
}
