import {
  type Application,
  buildApplication,
  buildRouteMap,
  type CommandContext,
  ExitCode,
  run,
  type StricliProcess,
  text_en,
} from '@stricli/core';
import { blobsCommand } from './demo/blobs.command.js';
import { circlesCommand } from './demo/circles.command.js';
import { imagesCommand } from './demo/images.command.js';
import { logisticCommand } from './demo/logistic.command.js';
import { sonarCommand } from './demo/sonar.command.js';

/** Every error of a run is one line: what was wrong, without a stack. */
function oneLine(error: unknown): string {
  return `kindling: ${error instanceof Error ? error.message : String(error)}`;
}

/** The command and its subcommands. */
export function createApp(version: string): Application<CommandContext> {
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
  const routes = buildRouteMap({ routes: { demo }, docs: { brief: 'Train binary classifiers as in PyTorch' } });
  return buildApplication(routes, {
    name: 'kindling',
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: 'allow-kebab-for-camel' },
    documentation: { caseStyle: 'convert-camel-to-kebab' },
    localization: { text: { ...text_en, exceptionWhileRunningCommand: oneLine, commandErrorResult: oneLine } },
  });
}

/** Runs the command; the exit code is 0, 1 for an error, or 2 for a command line that cannot be understood. */
export async function main(args: readonly string[], version: string, process: StricliProcess): Promise<void> {
  await run(createApp(version), args.flatMap(longLetter), { process });
  const code = process.exitCode;
  if (code === ExitCode.UnknownCommand || code === ExitCode.InvalidArgument) process.exitCode = 2;
  else if (typeof code === 'number' && code < 0) process.exitCode = 1;
}

/** Stricli takes no flag of one letter behind two dashes; `--n 20` is meant as `-n 20`. */
function longLetter(arg: string): string[] {
  const [, letter, value] = /^--([a-z])(?:=(.*))?$/s.exec(arg) ?? [];
  if (letter === undefined) return [arg];
  return value === undefined ? [`-${letter}`] : [`-${letter}`, value];
}
