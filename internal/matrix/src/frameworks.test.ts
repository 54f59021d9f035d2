import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Pages, servePages } from './pages.js';
import { root, run, tool } from './stranger.js';

/** A project of its own, below the one that has the packages. */
const home = join(inject('home'), 'frameworks');
const guide = readFileSync(join(root, 'docs/guide/frameworks.md'), 'utf8');
let pages: Pages;

beforeAll(async () => {
  pages = await servePages(home);
  // As if the stranger had installed them too.
  for (const name of ['react', 'react-dom', 'vue', 'svelte', '@vitejs/plugin-vue', '@sveltejs/vite-plugin-svelte']) {
    mkdirSync(dirname(join(home, 'node_modules', name)), { recursive: true });
    symlinkSync(join(import.meta.dirname, '../node_modules', name), join(home, 'node_modules', name), 'dir');
  }
});

afterAll(() => pages?.close());

/** A block of the guide. */
function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]+?)\`\`\``).exec(guide)?.[1];
  if (found === undefined) throw new Error(`docs/guide/frameworks.md has no block of ${language}`);
  return found;
}

const frameworks = {
  React: {
    file: 'Network.tsx',
    language: 'tsx',
    main: "import './Network.tsx';",
    plugins: 'const plugins = [];',
  },
  Vue: {
    file: 'Network.vue',
    language: 'vue',
    main: "import { createApp } from 'vue'; import Network from './Network.vue'; createApp(Network).mount('#app');",
    plugins: "import vue from '@vitejs/plugin-vue'; const plugins = [vue()];",
  },
  Svelte: {
    file: 'Network.svelte',
    language: 'svelte',
    main: "import { mount } from 'svelte'; import Network from './Network.svelte'; mount(Network, { target: document.getElementById('app') });",
    plugins: "import { svelte } from '@sveltejs/vite-plugin-svelte'; const plugins = [svelte({ configFile: false })];",
  },
};

it.each(Object.entries(frameworks))('%s builds the guide’s component, which learns in the page', async (name, one) => {
  const folder = join(home, name.toLowerCase());
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, one.file), block(one.language));
  writeFileSync(join(folder, 'training-worker.js'), block('js'));
  writeFileSync(join(folder, 'main.js'), one.main);
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><div id="app"></div><script type="module" src="./main.js"></script>',
  );
  writeFileSync(
    join(folder, 'vite.config.mjs'),
    `${one.plugins}
export default { root: ${JSON.stringify(folder)}, base: './', logLevel: 'error', plugins, worker: { format: 'es' },
  oxc: { jsx: { runtime: 'automatic' } } };\n`,
  );
  run(folder, [tool('vite-8', 'vite'), 'build', '--config', 'vite.config.mjs']);
  const page = await pages.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${pages.origin}/${name.toLowerCase()}/dist/index.html`);
  await expect
    .poll(async () => Number.parseInt((await page.locator('figcaption').textContent()) ?? '0', 10), { timeout: 60_000 })
    .toBeGreaterThan(90);
  expect(errors).toEqual([]);
  await page.close();
});
