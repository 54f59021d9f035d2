/** `pnpm bench`, once the packages are built. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { darkTheme, lightTheme } from '@kindling/viz';
import { type Options, parseArguments, USAGE, UsageError } from './args.ts';
import { commandReport } from './command/report.ts';
import { participants, takesPart } from './competitors/index.ts';
import { growthReport } from './growth/report.ts';
import { measure, Sessions, settings } from './measure/round-robin.ts';
import { findPython } from './measure/session.ts';
import { measureStartUp } from './measure/start-up.ts';
import { memoryReport } from './memory/report.ts';
import { chartSvg } from './report/chart.ts';
import { markdownPage } from './report/markdown.ts';
import { middleGoals, middleTable } from './report/middle.ts';
import { disagreements, type Result, type Row } from './report/result.ts';
import { asText, footnotes, mainTable, startUpTable, targetTable } from './report/table.ts';
import { tablesReport } from './tables/report.ts';
import { catalogue } from './tasks/catalogue.ts';

/** Where pages go unless `--out` says otherwise. */
const docs = fileURLToPath(new URL('../../../docs', import.meta.url));

async function main(options: Options): Promise<number> {
  if (options.memory) return memoryReport(options.quick);
  if (options.tables) return tablesReport(options.quick);
  if (options.command) return commandReport(options.quick);
  if (options.gpu) return gpuReport(options);
  if (options.growth) return growthReport(options.quick, machine(), options.out ?? docs);
  const result = await run(options);
  if (result.rows.length === 0 && result.startUp.length === 0) throw new UsageError('--only: no work matches');
  for (const table of [mainTable(result), middleTable(result), middleGoals(result)])
    if (table.length > 1) console.log(`\n${asText(table)}`);
  if (result.startUp.length > 0) console.log(`\n${asText(startUpTable(result))}`);
  console.log(`\n${asText(targetTable(result))}\n`);
  for (const note of footnotes(result)) console.log(`- ${note}`);
  if (options.only === undefined) write(result, options.out ?? docs);
  return disagreements(result).length === 0 ? 0 : 1;
}

/** Measures in a browser, which only this needs. */
async function gpuReport({ quick, only, out }: Options): Promise<number> {
  const { runGpu, versionOf } = await import('./gpu/run.ts');
  const { gpuPage, gpuTables } = await import('./gpu/report.ts');
  const result = await runGpu({ quick, only, progress: (line) => console.error(line) });
  if (Object.keys(result.outcomes).length === 0) throw new UsageError('--only: no work matches');
  console.log(`\n${gpuTables(result)}`);
  if (only !== undefined) return 0;
  const names = ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-webgpu', '@jax-js/jax'];
  const versions = Object.fromEntries(names.map((name) => [name, versionOf(name)]));
  const folder = out ?? docs;
  mkdirSync(folder, { recursive: true });
  const page = join(folder, 'benchmarks-gpu.md');
  writeFileSync(page, gpuPage(result, versions, machine()));
  console.log(`\nWritten: ${page}`);
  return 0;
}

async function run({ quick, only }: Options): Promise<Result> {
  const how = settings[quick ? 'quick' : 'full'];
  const entries = (await catalogue(quick)).filter(({ id }) => only?.test(id) ?? true);
  const found = findPython();
  const python = 'program' in found ? found.program : undefined;
  const sessions = new Sessions(python, 'missing' in found ? found.missing : '');
  const rows: Row[] = [];
  const clock = performance.now();
  const progress = (text: string): void => {
    console.error(`${((performance.now() - clock) / 1e3).toFixed(0).padStart(4)} s  ${text}`);
  };
  try {
    for (const entry of entries) {
      progress(entry.title);
      const { id, title, tolerance, work, section } = entry;
      const relu = 'network' in work && 'hidden' in work.network && work.network.hidden === 'relu';
      rows.push({
        id,
        title,
        tolerance,
        relu,
        section,
        cells: await measure(
          entry,
          participants.filter((each) => takesPart(each, entry)),
          sessions,
          how,
        ),
      });
    }
  } finally {
    sessions.close();
  }
  const withStartUp = only?.test('start-up') ?? true;
  if (withStartUp) progress('start-up');
  const startUp = withStartUp ? measureStartUp(python, quick ? 3 : 9) : [];
  progress('done');
  const { versions, failures } = sessions;
  return { quick, machine: machine(), participants, versions, failures, rows, startUp };
}

function machine(): string {
  const cores = cpus();
  return `${cores.length} cores of ${cores[0]?.model.trim() ?? 'a CPU'}, Node ${process.versions.node}, ${process.platform}`;
}

function write(result: Result, folder: string): void {
  // The site shows the one of the page's own ground.
  mkdirSync(join(folder, 'public/dark'), { recursive: true });
  const page = join(folder, 'benchmarks.md');
  const picture = join(folder, 'public/benchmarks.svg');
  writeFileSync(page, markdownPage(result));
  writeFileSync(picture, chartSvg(result, lightTheme));
  writeFileSync(join(folder, 'public/dark/benchmarks.svg'), chartSvg(result, darkTheme));
  console.log(`\nWritten: ${page}, ${picture}`);
}

try {
  const options = parseArguments(process.argv.slice(2));
  if (options.help) process.stdout.write(USAGE);
  else process.exitCode = await main(options);
} catch (error) {
  const usage = error instanceof UsageError;
  console.error(usage ? `bench: ${error.message}` : error);
  process.exitCode = usage ? 2 : 1;
}
