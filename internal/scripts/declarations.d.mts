export function finished(files: ReadonlyMap<string, string>): Map<string, string>;
