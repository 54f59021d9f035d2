import { allOf, type CommandTree } from './tree.js';

/** The shells that there are scripts for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** One of them. */
export type Shell = (typeof shells)[number];

/** A script that tells a shell how to complete the command. */
export function completionScript(shell: Shell, tree: CommandTree): string {
  return { bash, zsh, fish, powershell }[shell](tree);
}

/** In single quotes, as the shells of Unix take it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const words = ({ commands, flags }: CommandTree): string[] => [
  ...commands.map(({ path }) => path.at(-1)!),
  ...flags.flatMap(({ name, letter }) => (letter === undefined ? [name] : [name, letter])),
];

function bash(tree: CommandTree): string {
  const nodes = allOf(tree);
  const cases = nodes.map((node) => `    ${quoted(node.path.join(' '))}) words=${quoted(words(node).join(' '))} ;;`);
  const values = nodes.flatMap(({ path, flags }) =>
    flags.flatMap(({ name, letter, values }) => {
      if (values === null || values.length === 0) return [];
      return [name, ...(letter === undefined ? [] : [letter])].map(
        (flag) => `    ${quoted(`${path.join(' ')}:${flag}`)}) words=${quoted(values.join(' '))} ;;`,
      );
    }),
  );
  const groups = nodes.filter(({ commands }) => commands.length > 0).map(({ path }) => quoted(path.join(' ')));
  return `# bash completion for kindling: source <(kindling completions bash)
_kindling() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} path= words= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path" in
      ${groups.join(' | ')}) [[ \${COMP_WORDS[i]} == -* ]] || path="\${path:+$path }\${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$path:$previous" in
${values.join('\n')}
  esac
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case "$path" in
${cases.join('\n')}
  esac
  if [[ $current == -* || "$path" == @(${groups.map((group) => group.slice(1, -1)).join('|')}) ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  else
    compopt -o default 2>/dev/null
  fi
}
complete -F _kindling kindling
`;
}

function zsh(tree: CommandTree): string {
  /** A colon ends a name, and brackets hold what describes. */
  const plain = (text: string): string => text.replace(/[[\]\\]/g, '\\$&').replaceAll(':', '\\:');
  const nameOf = ({ path }: CommandTree): string => ['_kindling', ...path].join('_').replaceAll('-', '_');
  const functions = allOf(tree).map((node) => {
    const flags = node.flags.flatMap(({ name, letter, brief, values }) => {
      const value = values === null ? ':value:_files' : values.length > 0 ? `:value:(${values.join(' ')})` : '';
      return [name, ...(letter === undefined ? [] : [letter])].map((flag) =>
        quoted(`${flag}[${plain(brief)}]${value}`),
      );
    });
    if (node.commands.length === 0)
      return `${nameOf(node)}() {\n  _arguments ${[...flags, "'*:file:_files'"].join(' ')}\n}`;
    const list = node.commands.map(({ path, brief }) => quoted(`${path.at(-1)}:${plain(brief)}`));
    const cases = node.commands.map((child) => `    ${child.path.at(-1)}) ${nameOf(child)} ;;`);
    return `${nameOf(node)}() {
  local line state
  _arguments -C ${flags.join(' ')} '1: :->command' '*::argument:->rest'
  case $state in
    command) local -a commands=(${list.join(' ')}); _describe command commands ;;
    rest) case $line[1] in
${cases.join('\n')}
    esac ;;
  esac
}`;
  });
  return `#compdef kindling\n# zsh completion for kindling: source <(kindling completions zsh)\n${functions.join('\n')}\ncompdef _kindling kindling\n`;
}

function fish(tree: CommandTree): string {
  const lines = allOf(tree).flatMap((node) => {
    const inside = node.path.map((word) => `__fish_seen_subcommand_from ${word}`);
    const children = node.commands.map(({ path }) => path.at(-1)!);
    const outside = children.length === 0 ? [] : [`not __fish_seen_subcommand_from ${children.join(' ')}`];
    const when = [...inside, ...outside].join('; and ');
    const condition = when === '' ? '' : ` -n ${quoted(when)}`;
    return [
      ...node.commands.map(
        ({ path, brief }) => `complete -c kindling -f${condition} -a ${path.at(-1)} -d ${quoted(brief)}`,
      ),
      ...node.flags.map(({ name, letter, brief, values }) => {
        const short = letter === undefined ? '' : ` -s ${letter.slice(1)}`;
        const value = values === null ? ' -r' : values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : '';
        return `complete -c kindling${condition} -l ${name.slice(2)}${short} -d ${quoted(brief)}${value}`;
      }),
    ];
  });
  return `# fish completion for kindling: kindling completions fish | source\n${lines.join('\n')}\n`;
}

function powershell(tree: CommandTree): string {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const nodes = allOf(tree);
  const list = nodes.map((node) => `    ${text(node.path.join(' '))} = @(${words(node).map(text).join(', ')})`);
  const values = nodes.flatMap(({ path, flags }) =>
    flags.flatMap(({ name, values }) =>
      values === null || values.length === 0
        ? []
        : [`    ${text(`${path.join(' ')}:${name}`)} = @(${values.map(text).join(', ')})`],
    ),
  );
  return `# PowerShell completion for kindling: kindling completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName kindling -ScriptBlock {
  param($word, $ast, $position)
  $words = @{
${list.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $typed = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $path = ''
  foreach ($one in $typed) {
    $longer = "$path $one".Trim()
    if ($words.ContainsKey($longer)) { $path = $longer }
  }
  $last = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $found = if ($values.ContainsKey("\${path}:$last")) { $values["\${path}:$last"] } else { $words[$path] }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}
