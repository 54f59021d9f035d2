/** Runs the pnpm that runs this, or that of package.json, in a folder (default the root); returns what it prints. */
export function pnpm(args: readonly string[], cwd?: string): string;
