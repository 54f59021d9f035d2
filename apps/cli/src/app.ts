import {
  type Application,
  buildApplication,
  buildRouteMap,
  ExitCode,
  type RouteMap,
  run,
  text_en,
} from '@stricli/core';
import { completionsCommand } from './completions/completions.command.js';
import type { Context } from './context.js';
import { cvCommand } from './cv/cv.command.js';
import { blobsCommand } from './demo/blobs.command.js';
import { circlesCommand } from './demo/circles.command.js';
import { imagesCommand } from './demo/images.command.js';
import { logisticCommand } from './demo/logistic.command.js';
import { sonarCommand } from './demo/sonar.command.js';
import { doctorCommand } from './doctor/doctor.command.js';
import { evaluateCommand } from './evaluate/evaluate.command.js';
import { exportCommand } from './export/export.command.js';
import { inspectCommand } from './inspect/inspect.command.js';
import { newCommand } from './new/new.command.js';
import { plain } from './output/plain.js';
import { predictCommand } from './predict/predict.command.js';
import { serveCommand } from './serve/serve.command.js';
import { trainCommand } from './train/train.command.js';
import { tuneCommand } from './tune/tune.command.js';
import { workerCommand } from './worker/worker.command.js';

/** Every error of a run is one line: what was wrong, without a stack. */
function oneLine(error: unknown): string {
  return `kindling: ${plain(error instanceof Error ? error.message : String(error))}`;
}

/** The commands and groups of them. */
export function routes(): RouteMap<Context> {
  const demo = buildRouteMap({
    routes: {
      blobs: blobsCommand,
      logistic: logisticCommand,
      images: imagesCommand,
      sonar: sonarCommand,
      circles: circlesCommand,
    },
    docs: { brief: 'Train the networks of a tutorial' },
  });
  return buildRouteMap({
    routes: {
      train: trainCommand,
      cv: cvCommand,
      tune: tuneCommand,
      worker: workerCommand,
      evaluate: evaluateCommand,
      predict: predictCommand,
      inspect: inspectCommand,
      export: exportCommand,
      serve: serveCommand,
      new: newCommand,
      doctor: doctorCommand,
      completions: completionsCommand,
      demo,
    },
    docs: { brief: 'Train binary classifiers on tables, judge and use them' },
  });
}

/** The command and its subcommands. */
export function createApp(version: string): Application<Context> {
  return buildApplication(routes(), {
    name: 'kindling',
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: 'allow-kebab-for-camel' },
    // With all flags a line of usage is longer than a terminal; they are listed below it.
    documentation: { caseStyle: 'convert-camel-to-kebab', onlyRequiredInUsageLine: true },
    localization: { text: { ...text_en, exceptionWhileRunningCommand: oneLine, commandErrorResult: oneLine } },
  });
}

/** Runs the command; the exit code is 0, 1 for an error, or 2 for a command line that cannot be understood. */
export async function main(args: readonly string[], version: string, process: Context['process']): Promise<void> {
  const context: Context = { process, args, version };
  let words = args;
  if (args.some((arg) => arg.startsWith('--config'))) {
    const { withConfig } = await import('./config/expand.js');
    const { treeOf } = await import('./completions/tree.js');
    try {
      words = await withConfig(args, treeOf(routes()));
    } catch (error) {
      process.stderr.write(`${oneLine(error)}\n`);
      process.exitCode = 1;
      return;
    }
  }
  await run(createApp(version), words.flatMap(longLetter), context);
  if (args.some((arg) => /(gpu|auto)$/.test(arg))) await giveBackDevice();
  if (context.exitCode !== undefined) process.exitCode = context.exitCode;
  const code = process.exitCode;
  if (code === ExitCode.UnknownCommand || code === ExitCode.InvalidArgument) process.exitCode = 2;
  else if (typeof code === 'number' && code < 0) process.exitCode = 1;
}

/** Gives back the device that computed, if one did: the process would wait for it. */
async function giveBackDevice(): Promise<void> {
  const { getBackend } = await import('@kindling/tensor-core');
  try {
    (getBackend() as { destroy?: () => void }).destroy?.();
  } catch {
    // No backend was chosen.
  }
}

/** Stricli takes no flag of one letter behind two dashes; `--n 20` is meant as `-n 20`. */
function longLetter(arg: string): string[] {
  const [, letter, value] = /^--([a-z])(?:=(.*))?$/s.exec(arg) ?? [];
  if (letter === undefined) return [arg];
  return value === undefined ? [`-${letter}`] : [`-${letter}`, value];
}
