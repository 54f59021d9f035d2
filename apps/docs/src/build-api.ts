/**
 * Writes the API of every package as Markdown pages to `docs/api`; a warning of TypeDoc's is an error. With `--check` it
 * writes nothing, and only tells of errors and warnings.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isInternalModule, modulePaths, publicModules, root } from '@internal/doctest/modules';
import { Application } from 'typedoc';
import { categoryOrder } from './categories.ts';
import { load } from './typedoc-plugin.ts';

const out = join(root, 'docs/api');
const checks = process.argv.includes('--check');
if (!checks) rmSync(out, { recursive: true, force: true });

/** The package for pages has the names of the others once more, which would double the site. */
const leftOut = (name: string): boolean => isInternalModule(name) || name === '@kindling/browser';

const app = await Application.bootstrapWithPlugins({
  plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme', load],
  tsconfig: join(root, 'apps/docs/tsconfig.api.json'),
  compilerOptions: { paths: modulePaths },
  entryPoints: [...publicModules].flatMap(([name, source]) => (leftOut(name) ? [] : [join(root, source)])),
  out,
  name: 'API',
  readme: 'none',
  disableGit: true,
  disableSources: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeInternal: true,
  excludeExternals: true,
  categorizeByGroup: false,
  categoryOrder,
  treatWarningsAsErrors: true,
  validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: true, rewrittenLink: true },
  // The plugins' own options.
  ...{
    docsRoot: join(root, 'docs'),
    pageTitleTemplates: { member: '{name}', module: '{name}' },
    hidePageHeader: true,
    useCodeBlocks: true,
    expandObjects: true,
    expandParameters: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    indexFormat: 'table',
  },
});

const entryPoints = app.getEntryPoints() ?? [];
const names = new Map([...publicModules].map(([name, source]) => [join(root, source), name]));
for (const entryPoint of entryPoints) {
  entryPoint.displayName = names.get(entryPoint.sourceFile.fileName) ?? entryPoint.displayName;
}
const project = app.converter.convert(entryPoints);
app.validate(project);
if (!checks) await app.generateOutputs(project);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;
