/** Public functions and classes that have no example, by `module: name`, and why. */
export const withoutExample: Readonly<Record<string, string>> = {};
