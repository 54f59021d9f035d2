/** How the API pages differ from what TypeDoc writes by itself. */
import {
  type Application,
  Comment,
  CommentTag,
  Converter,
  DeclarationReflection,
  type ProjectReflection,
  ReferenceReflection,
  ReferenceType,
  ReflectionFlag,
  ReflectionKind,
  ReflectionType,
} from 'typedoc';
import { MarkdownPageEvent } from 'typedoc-plugin-markdown';
import { categoryOf } from './categories.ts';

export function load(app: Application): void {
  // Before TypeDoc's own listeners, which move comments to signatures and sort members into groups and categories.
  app.converter.on(
    Converter.EVENT_RESOLVE_BEGIN,
    ({ project }) => {
      functionsFromConstants(project);
      nameOptions(project);
      withoutCallsOfSubclasses(project);
      withoutModifiers(project);
      categorise(project);
    },
    10_000,
  );
  // When it is known what is inherited (0), and before members are grouped (-100).
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => withoutInherited(project), -50);
  // When links are resolved (-300).
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => describeMethods(project), -10_000);
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    const contents = (page.contents ?? '').replaceAll(
      /\n#+ (Implementation of|Overrides|Inherited from)\n\n[^\n]+\n/g,
      '',
    );
    page.contents = `${frontmatter}${withOptions(page.model, withoutUndefined(contents))}`;
  });
}

/** The site's style sheet knows the class; neighbours in the alphabet are no next page. */
const frontmatter = '---\npageClass: api\nprev: false\nnext: false\n---\n\n';

/** `export const exp: (x: Tensor) => Tensor` is a function to those who call it. */
function functionsFromConstants(project: ProjectReflection): void {
  for (const reflection of declarations(project, ReflectionKind.Variable)) {
    const { type } = reflection;
    if (!(type instanceof ReflectionType) || type.declaration.signatures === undefined) continue;
    reflection.kind = ReflectionKind.Function;
    reflection.signatures = type.declaration.signatures;
    for (const signature of reflection.signatures) {
      signature.name = reflection.name;
      signature.parent = reflection;
      signature.comment = reflection.comment?.clone() ?? new Comment();
    }
    delete reflection.comment;
    delete reflection.type;
    delete reflection.defaultValue;
    reflection.setFlag(ReflectionFlag.Const, false);
  }
}

/** A parameter that is taken apart at once has no name; it is always what the call may be told. */
function nameOptions(project: ProjectReflection): void {
  for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter))
    if (parameter.name === '__namedParameters') parameter.name = 'options';
}

/** How modules are called stands on the page of Module; that a class has a name needs no saying. */
function withoutCallsOfSubclasses(project: ProjectReflection): void {
  for (const reflection of declarations(project, ReflectionKind.Class)) {
    if (reflection.name !== 'Module') delete reflection.signatures;
    const name = reflection.children?.find((child) => child.flags.isStatic && child.name === 'name');
    if (name !== undefined) project.removeReflection(name);
  }
}

/** What properties all are, of interfaces and of objects in them, needs no column: nobody writes to them. */
function withoutModifiers(project: ProjectReflection): void {
  for (const reflection of declarations(project, ReflectionKind.Property)) {
    if (reflection.parent?.kindOf(ReflectionKind.Interface | ReflectionKind.TypeLiteral))
      reflection.setFlag(ReflectionFlag.Readonly, false);
  }
}

/** That what must be given is `undefined` by default is no help. */
const withoutUndefined = (contents: string): string =>
  contents.replaceAll(/\n#+ Parameters\n\n(?:\|.*\n)+/g, (table) => table.replaceAll('| `undefined` |', '| - |'));

/** Behind a table of parameters, or of a constructor's, the options that one of them holds. */
function withOptions(model: unknown, contents: string): string {
  if (!(model instanceof DeclarationReflection)) return contents;
  const made = model.children?.find(({ kind }) => kind === ReflectionKind.Constructor);
  const signature = (made ?? model).signatures?.[0];
  const tables = (signature?.parameters ?? []).map(({ type }) => {
    const target = type instanceof ReferenceType ? type.reflection : undefined;
    if (!(target instanceof DeclarationReflection) || !target.kindOf(ReflectionKind.Interface)) return '';
    if (!/(Options|Init)$/.test(target.name)) return '';
    const rows = (target.children ?? []).map(
      (option) =>
        `| \`${option.name}${option.flags.isOptional ? '?' : ''}\` | \`${cell(String(option.type ?? 'function'))}\` | ${cell(textOf(option.comment))} |`,
    );
    return rows.length === 0 ? '' : `\n| Option | Type | Description |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const start = /\n#+ Parameters\n\n(?:\|.*\n)+/.exec(contents);
  if (start === null) return contents;
  const end = start.index + start[0].length;
  return `${contents.slice(0, end)}${tables.join('')}${contents.slice(end)}`;
}

/** What a comment says first, its links as names. */
const textOf = (comment: Comment | undefined): string =>
  (comment?.summary ?? []).map(({ kind, text }) => (kind === 'inline-tag' ? `\`${text}\`` : text)).join('');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** Sorts what a package exports by subject. */
function categorise(project: ProjectReflection): void {
  const exported =
    ReflectionKind.Class |
    ReflectionKind.Function |
    ReflectionKind.Variable |
    ReflectionKind.Interface |
    ReflectionKind.TypeAlias |
    ReflectionKind.Namespace |
    ReflectionKind.Reference;
  for (const reflection of declarations(project, exported)) {
    if (!reflection.parent?.kindOf(ReflectionKind.Module)) continue;
    const file = project.getSymbolIdFromReflection(reflection)?.fileName ?? '';
    // Beside a reference, the plugin writes no table.
    const category =
      reflection instanceof ReferenceReflection ? 'Defined elsewhere' : categoryOf(String(file), reflection);
    if (category === undefined) continue;
    // The category of a function is read from its signatures.
    for (const owner of reflection.signatures ?? [reflection]) {
      owner.comment ??= new Comment();
      owner.comment.blockTags.push(new CommentTag('@category', [{ kind: 'text', text: category }]));
    }
  }
}

/** Leaves inherited members to the page that has them; inherited options are options like others. */
function withoutInherited(project: ProjectReflection): void {
  for (const reflection of declarations(project, ReflectionKind.ClassMember)) {
    const listed = reflection.parent?.kindOf(ReflectionKind.Interface) && !reflection.kindOf(ReflectionKind.Method);
    if (reflection.inheritedFrom === undefined) continue;
    if (listed) delete reflection.inheritedFrom;
    else project.removeReflection(reflection);
  }
}

/** A method whose comment only points to the function of that name says what the function does. */
function describeMethods(project: ProjectReflection): void {
  for (const method of declarations(project, ReflectionKind.Method)) {
    for (const signature of method.signatures ?? []) {
      const summary = signature.comment?.summary ?? [];
      const [see, link, stop] = summary;
      if (see?.text !== 'See ' || link?.kind !== 'inline-tag' || stop?.text !== '.') continue;
      const target = link.target instanceof DeclarationReflection ? link.target : undefined;
      const meant = target?.signatures?.[0]?.comment?.summary ?? target?.comment?.summary;
      if (meant !== undefined)
        signature.comment!.summary = [...meant.map((part) => ({ ...part })), { kind: 'text', text: ' ' }, ...summary];
    }
  }
}

function declarations(project: ProjectReflection, kind: ReflectionKind): DeclarationReflection[] {
  return project.getReflectionsByKind(kind).filter((reflection) => reflection instanceof DeclarationReflection);
}
