import ts from 'typescript';
import { type Expectation, expectationsIn } from './expectations.js';

/** An example as a function body that can be run, and what it is expected to print. */
export interface Compiled {
  /** The body of an async function of `load` (imports a module) and `watch` (see {@link Watch}). */
  readonly body: string;
  /** One for each statement that has any, in order; the texts of several are joined. */
  readonly expectations: readonly Expectation[];
}

/** What a running example reports to; an index is that of an expectation. */
export interface Watch {
  /** The line of the statement under way. */
  line: number;
  /** Called after the statement of an expectation. */
  done(index: number): void;
  /** Called instead with the value of an expression that stands alone. */
  value(index: number, value: unknown): void;
  /** Runs an expression that should throw. */
  throws(index: number, run: () => unknown): Promise<void>;
}

/** Turns a program with `// =>` comments into a function body that reports what each of them is to be compared with. */
export function compile(file: string, code: string): Compiled {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const open = expectationsIn(source);
  const expectations: Expectation[] = [];
  const edits: Edit[] = [];
  let imports = '';
  for (const [i, statement] of source.statements.entries()) {
    const start = statement.getStart();
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    const next = source.statements[i + 1]?.getStart() ?? source.end + 1;
    const mine = open.splice(0, open.filter(({ pos }) => pos < next).length);
    if (mine[0] !== undefined && mine[0].pos < start)
      throw new Error(`${file}:${mine[0].line}: no statement stands before this expectation`);
    if (ts.isImportDeclaration(statement)) {
      imports += importLine(statement);
      edits.push({ start, end: statement.end, text: '' });
      continue;
    }
    if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement))
      throw new Error(`${file}:${line}: an example can export declarations only`);
    edits.push({ start, end: start, text: `watch.line = ${line};` });
    for (const modifier of ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [])
      if (modifier.kind === ts.SyntaxKind.ExportKeyword)
        edits.push({ start: modifier.getStart(), end: modifier.end, text: '' });
    edits.push(...dynamicImports(statement));
    if (mine.length > 0) {
      edits.push(...report(statement, expectations.length, mine));
      expectations.push({ ...mine[0]!, text: mine.map(({ text }) => text).join('\n') });
    }
  }
  const edited = applyEdits(code, edits);
  const { outputText } = ts.transpileModule(`async function example(load, watch) {${imports}${edited}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  return { body: `${outputText}\nreturn example(load, watch);`, expectations };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is written around a statement so that its expectations are checked, together. */
function report(statement: ts.Statement, index: number, mine: readonly Expectation[]): Edit[] {
  const expression = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  const throws = mine.some(({ kind }) => kind === 'throws');
  if (throws && (expression === undefined || mine.length > 1))
    throw new Error(`line ${mine[0]!.line}: \`// throws\` can follow a single expression only`);
  if (expression === undefined) return [{ start: statement.end, end: statement.end, text: `;watch.done(${index});` }];
  const [before, after] = throws
    ? [`await watch.throws(${index}, async () => (`, '))']
    : [`watch.value(${index}, (`, '))'];
  return [
    { start: expression.getStart(), end: expression.getStart(), text: before },
    { start: expression.end, end: expression.end, text: after },
  ];
}

/** `const { a, b: c } = await load('x')` for `import { a, b as c } from 'x'`. */
function importLine(statement: ts.ImportDeclaration): string {
  const from = JSON.stringify((statement.moduleSpecifier as ts.StringLiteral).text);
  const clause = statement.importClause;
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return '';
  const names: string[] = [];
  if (clause?.name !== undefined) names.push(`default: ${clause.name.text}`);
  const bindings = clause?.namedBindings;
  if (bindings !== undefined && ts.isNamespaceImport(bindings))
    return `const ${bindings.name.text} = await load(${from}, []);`;
  for (const element of bindings?.elements ?? [])
    if (!element.isTypeOnly) names.push(`${(element.propertyName ?? element.name).text}: ${element.name.text}`);
  const wanted = names.map((name) => name.split(':')[0]);
  return `const { ${names.join(', ')} } = await load(${from}, ${JSON.stringify(wanted)});`;
}

function dynamicImports(statement: ts.Statement): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      edits.push({ start: node.expression.getStart(), end: node.expression.end, text: 'load' });
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return edits;
}

function applyEdits(code: string, edits: Edit[]): string {
  let result = code;
  // Of edits at one place the first one ends up in front, as it is written.
  const order = edits.map((edit, i) => ({ ...edit, i })).sort((a, b) => b.start - a.start || b.i - a.i);
  for (const { start, end, text } of order) result = result.slice(0, start) + text + result.slice(end);
  return result;
}
