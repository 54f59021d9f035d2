import { buildCommand } from '@stricli/core';
// The commands and this one of them: it is asked for them when it runs.
import { routes } from '../app.js';
import type { Context } from '../context.js';
import { type Shell, shells } from './scripts.js';

export const completionsCommand = buildCommand<Record<never, never>, [Shell], Context>({
  docs: {
    brief: 'A script that has a shell complete commands and flags',
    fullDescription: [
      'Prints the script for bash, zsh, fish or powershell.',
      '',
      'Examples:',
      '  source <(kindling completions bash)                      # in ~/.bashrc, or zsh in ~/.zshrc',
      '  kindling completions fish > ~/.config/fish/completions/kindling.fish',
      '  kindling completions powershell | Out-String | Invoke-Expression',
    ].join('\n'),
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ brief: `The shell: ${shells.join(', ')}`, parse: shell, placeholder: 'SHELL' }],
    },
  },
  async func(_, chosen) {
    const [{ completionScript }, { treeOf }] = await Promise.all([import('./scripts.js'), import('./tree.js')]);
    this.process.stdout.write(completionScript(chosen, treeOf(routes())));
  },
});

function shell(text: string): Shell {
  const found = shells.find((one) => one === text);
  if (found === undefined) throw new Error(`"${text}" is none of ${shells.join(', ')}`);
  return found;
}
