export function finished(files: ReadonlyMap<string, string>): Map<string, string>;
export function forOlder(text: string): string;
export function withoutArguments(text: string): string;
