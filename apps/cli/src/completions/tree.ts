/** A command or a group of them, as far as completion needs it. */
export interface CommandTree {
  /** The words that lead to it: `['demo', 'blobs']`. */
  readonly path: readonly string[];
  readonly brief: string;
  readonly commands: readonly CommandTree[];
  readonly flags: readonly FlagOfTree[];
}

/** A flag: how it is typed, and what may follow. */
export interface FlagOfTree {
  /** With its dashes. */
  readonly name: string;
  readonly letter: string | undefined;
  readonly brief: string;
  /** The words that it takes; none where it takes no value, `null` where any text will do. */
  readonly values: readonly string[] | null;
  /** Whether it is given again for more, and not with commas. */
  readonly repeated: boolean;
}

/** What the command line's library keeps of a flag. */
interface Flag {
  readonly kind: string;
  readonly brief: string;
  readonly values?: readonly string[];
  readonly variadic?: boolean | string;
}

/** What it keeps of a command or a group of them. */
interface Target {
  readonly brief: string;
  readonly parameters?: {
    readonly flags?: Readonly<Record<string, Flag>>;
    readonly aliases?: Readonly<Record<string, string>>;
  };
  getAllEntries?(): readonly {
    readonly name: Readonly<Record<string, string>>;
    readonly target: unknown;
    readonly hidden: boolean;
  }[];
}

const help: FlagOfTree = {
  name: '--help',
  letter: '-h',
  brief: 'Print help information and exit',
  values: [],
  repeated: false,
};

/** The tree below a command. */
export function treeOf(target: unknown, path: readonly string[] = []): CommandTree {
  const { brief, parameters, getAllEntries } = target as Target;
  const entries = getAllEntries?.() ?? [];
  const { flags = {}, aliases = {} } = parameters ?? {};
  return {
    path,
    brief,
    commands: entries
      .filter(({ hidden }) => !hidden)
      .map((entry) => treeOf(entry.target, [...path, entry.name.original!])),
    flags: [
      ...Object.entries(flags).map(([name, { kind, brief, values, variadic }]) => ({
        name: `--${kebab(name)}`,
        letter: letterOf(name, aliases),
        brief,
        values: kind === 'enum' ? values! : kind === 'boolean' ? [] : null,
        repeated: variadic === true,
      })),
      help,
    ],
  };
}

/** The tree and all below it. */
export function allOf(tree: CommandTree): CommandTree[] {
  return [tree, ...tree.commands.flatMap(allOf)];
}

function letterOf(name: string, aliases: Readonly<Record<string, string>>): string | undefined {
  const letter = Object.keys(aliases).find((one) => aliases[one] === name);
  return letter === undefined ? undefined : `-${letter}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
