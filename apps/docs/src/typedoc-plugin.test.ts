import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from 'typedoc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { load } from './typedoc-plugin.js';

const folder = mkdtempSync(join(tmpdir(), 'kindling-api-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  writeFileSync(
    join(folder, 'index.ts'),
    `/** Of {@link step}. */
    export interface StepOptions extends Common {
      /** How far; default 'near'. */
      readonly far?: 'near' | 'away';
    }
    /** What all have. */
    export interface Common {
      /** How often. */
      readonly times?: { readonly most: number };
    }
    /** A step. */
    export function step(length: number, options?: StepOptions): number { return options?.far === 'away' ? length : 0; }
    /** Strides. */
    export function stride(length: number, times = 2): number { return length * times; }
    /** Steps. */
    export class Walk { constructor(public options: StepOptions) {} }`,
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{ "compilerOptions": { "strict": true, "types": [] }, "files": ["index.ts"] }',
  );
  const app = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown', load],
    tsconfig: join(folder, 'tsconfig.json'),
    entryPoints: [join(folder, 'index.ts')],
    out: join(folder, 'api'),
    readme: 'none',
    logLevel: 'Error',
    disableSources: true,
    ...{ parametersFormat: 'table', interfacePropertiesFormat: 'table', expandParameters: true, expandObjects: true },
  });
  await app.generateOutputs((await app.convert())!);
});

const page = (path: string): string => readFileSync(join(folder, 'api', `${path}.md`), 'utf8');

test.each(['functions/step', 'classes/Walk'])('the options of %s stand below its parameters', (path) => {
  expect(page(path)).toContain(
    '| Option | Type | Description |\n| --- | --- | --- |\n| `far?` | `"near" \\| "away"` | How far; default \'near\'. |',
  );
});

test('what must be given is not said to be undefined by default', () => {
  expect(page('functions/stride')).toContain('`2`');
  expect(page('functions/stride')).not.toContain('undefined');
});

test('a table of properties says neither that nobody writes to them nor where they come from', () => {
  expect(page('interfaces/StepOptions')).toContain('`far?`');
  expect(page('interfaces/StepOptions')).toContain('`times?`');
  expect(page('interfaces/StepOptions')).not.toMatch(/Modifier|Inherited/);
});
