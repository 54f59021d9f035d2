import { expect, test, vi } from 'vitest';

test('where a bundler left the options out, an operation says what brings them', async () => {
  vi.resetModules();
  const { provideOptions, seldomOptions } = await import('./seldom-options.js');
  expect(() => seldomOptions('div')).toThrow(
    "div: bundlers leave its options out of a page; import '@kindling/tensor-core/methods' once",
  );
  const options = { div: vi.fn(), alpha: vi.fn() };
  provideOptions(options);
  expect(seldomOptions('div')).toBe(options);
});
