/** PyTorch's lines for the blocks of the tutorials: a script each, whose cells are the page's blocks in their order. */
const scripts = import.meta.glob<string>('./pytorch/*.py', { query: '?raw', import: 'default', eager: true });

/** The cells of a script, which begin with `# %%` and their number. */
export function cellsOf(script: string): string[] {
  return script
    .split(/^# %% \d+\n/m)
    .slice(1)
    .map((cell) => cell.trim());
}

/** PyTorch's lines for a tutorial's blocks, by its name; none where there is no script. */
export function pytorchLines(tutorial: string): string[] {
  const script = scripts[`./pytorch/${tutorial}.py`];
  return script === undefined ? [] : cellsOf(script);
}
