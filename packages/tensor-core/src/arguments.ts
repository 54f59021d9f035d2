// What the built packages import in the place of `@internal/arguments`, so that a page has it once.
export * from '@internal/arguments';
