import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DefaultTheme, defineConfig } from 'vitepress';
import { withDarkPictures } from './dark-pictures.js';
import { withoutEmptyHeaders } from './empty-headers.js';
import { home } from './home.js';
import { withKeptColours, withoutColours } from './kept-colours.js';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));

/** The guide, in the order in which it is read. */
const guide: DefaultTheme.SidebarItem[] = [
  {
    text: 'Start',
    items: [
      { text: 'Install', link: '/guide/install' },
      { text: 'Five-minute start', link: '/guide/start' },
      { text: 'Coming from PyTorch', link: '/guide/pytorch' },
      { text: 'From TensorFlow.js and brain.js', link: '/guide/migrating' },
      { text: 'Names of PyTorch and scikit-learn', link: '/guide/names' },
    ],
  },
  {
    text: 'Guide',
    items: [
      { text: 'The command', link: '/guide/command' },
      { text: 'Choosing a backend', link: '/guide/backends' },
      { text: 'On a GPU', link: '/guide/gpu' },
      { text: 'Randomness', link: '/guide/randomness' },
      { text: 'Tables', link: '/guide/tables' },
      { text: 'Preprocessing without leaks', link: '/guide/preprocessing' },
      { text: 'Gallery of plots', link: '/guide/gallery' },
      { text: 'Checkpoints and resuming', link: '/guide/checkpoints' },
      { text: 'Memory', link: '/guide/memory' },
      { text: 'Judging a classifier', link: '/guide/judging' },
      { text: 'Thresholds and costs', link: '/guide/thresholds' },
      { text: 'A network that does not learn', link: '/guide/debugging' },
      { text: 'Errors', link: '/guide/errors' },
      { text: 'In a worker', link: '/guide/worker' },
      { text: 'React, Vue and Svelte', link: '/guide/frameworks' },
      { text: 'Saving and exporting', link: '/guide/saving' },
      { text: 'Examples are tests', link: '/guide/examples' },
      { text: 'How we know the numbers are right', link: '/guide/numbers' },
      { text: 'Benchmarks', link: '/benchmarks' },
      { text: 'Questions', link: '/guide/faq' },
      { text: 'Glossary', link: '/guide/glossary' },
      { text: 'Benchmarks on a GPU', link: '/benchmarks-gpu' },
      { text: 'How cost grows', link: '/benchmarks-growth' },
    ],
  },
  {
    text: 'Concepts',
    items: [
      { text: 'A line, and logistic regression', link: '/concepts/line-to-logistic' },
      { text: 'Loss and gradient', link: '/concepts/loss-and-gradient' },
      { text: 'A hidden layer', link: '/concepts/hidden-layer' },
      { text: 'Rate and optimizer', link: '/concepts/rate-and-optimizer' },
      { text: 'Overfitting', link: '/concepts/overfitting' },
      { text: 'Choosing a threshold', link: '/concepts/threshold' },
      { text: 'Calibration', link: '/concepts/calibration' },
      { text: 'Cross-validation', link: '/concepts/cross-validation' },
      { text: 'Your own CSV', link: '/concepts/your-csv' },
      { text: 'Save and deploy', link: '/concepts/save-and-deploy' },
    ],
  },
  {
    text: 'Tutorials',
    items: [
      { text: 'Two blobs', link: '/tutorials/blobs' },
      { text: 'Logistic regression', link: '/tutorials/logistic' },
      { text: 'Images: threes and eights', link: '/tutorials/images' },
      { text: 'Sonar: mine or rock', link: '/tutorials/sonar' },
      { text: 'Circles: how large a network', link: '/tutorials/circles' },
    ],
  },
];

/** The pages of `docs/decisions` by their headings. */
function decisions(): DefaultTheme.SidebarItem[] {
  const folder = `${docs}decisions/`;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      text: (/^# +(.+)$/m.exec(readFileSync(folder + file, 'utf8'))?.[1] ?? file).replaceAll('`', ''),
      link: `/decisions/${file.replace(/\.md$/, '')}`,
    }));
}

/**
 * A sidebar for each package, from what `build-api.ts` wrote beside the API's pages. One for all would be part of every
 * page; for the same reason types are left to the package's index and to links.
 */
function api(): DefaultTheme.SidebarMulti {
  const file = `${docs}api/typedoc-sidebar.json`;
  const packages = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DefaultTheme.SidebarItem[]) : [];
  const all = {
    text: 'Packages',
    items: packages.map(({ text, link }) => ({ text: text!.replace('@kindling/', ''), link: link! })),
  };
  const sidebars: DefaultTheme.SidebarMulti = { '/api/': [all] };
  for (const { text, link, items } of packages) {
    const subjects = (items ?? []).filter((item) => item.text !== 'Types' || items?.length === 1);
    sidebars[link!] = [{ text: text!, link: link!, items: subjects }, all];
  }
  return sidebars;
}

const written = decisions();

export default defineConfig({
  srcDir: '../../docs',
  base: process.env.DOCS_BASE ?? '/',
  lang: 'en',
  title: 'Kindling',
  description: "PyTorch's way of working, in TypeScript, for Node and the browser.",
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${process.env.DOCS_BASE ?? '/'}logo.svg` }]],
  lastUpdated: false,
  // The tests of the site look at its own pages; those of the API take most of a build.
  ...(process.env.DOCS_WITHOUT_API === undefined ? {} : { srcExclude: ['api/**'], ignoreDeadLinks: [/^\/api\//] }),
  // Else every page holds the names of all pages.
  metaChunk: true,
  transformPageData: (page) => {
    if (page.relativePath === 'index.md') return { frontmatter: home, title: '' };
    // As wide as the window, for all its panels.
    if (page.relativePath === 'playground.md') return { frontmatter: { layout: 'page', pageClass: 'wide' } };
    return undefined;
  },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => {
      withoutEmptyHeaders(md);
      withDarkPictures(md, `${docs}public`);
      withKeptColours(md);
      // What stands behind `ts` in a fence is for the tests of the examples.
      const fence = md.renderer.rules.fence!;
      md.renderer.rules.fence = (tokens, index, ...rest) => {
        const token = tokens[index]!;
        const [, kind] = /^(?:ts|typescript)(?:\s+(continues|slow|no-run))?\b/.exec(token.info) ?? [];
        const code = /^(ts|typescript)\b/.test(token.info);
        token.info = token.info.replace(/^(ts|typescript)\s+(continues|slow|no-run)\b.*$/, '$1');
        const html = fence(tokens, index, ...rest);
        return code ? `<div data-example="${kind ?? 'start'}">${html}</div>` : html;
      };
    },
  },
  vite: {
    worker: { format: 'es' },
    // What the packages are written in; anything older makes every class longer.
    build: { target: 'es2023' },
    plugins: [
      {
        name: 'whole-on-the-server',
        enforce: 'pre',
        // What writes the pages is thrown away afterwards: to look for what it does not use would be a quarter of the build.
        config: (_, { isSsrBuild }) =>
          isSsrBuild === true ? { build: { rollupOptions: { treeshake: false } } } : undefined,
        // And no page starts a worker there: each would be built a second time.
        transform: (code, _, options) =>
          options?.ssr === true && code.includes('new Worker(')
            ? {
                code: code.replaceAll(/new Worker\(\s*new URL\(([^,]+), import\.meta\.url\)/g, 'new Worker($1'),
                map: null,
              }
            : undefined,
      },
      {
        name: 'pages-whole',
        enforce: 'post',
        // Nothing in a page is unused either: to look for it in a thousand of them would be a third of the build.
        transform: (code, id) =>
          id.endsWith('.md') ? { code, map: null, moduleSideEffects: 'no-treeshake' } : undefined,
      },
      {
        name: 'pages-outside',
        enforce: 'pre',
        // The pages lie outside this workspace, where no package can be found.
        resolveId(source, importer, options) {
          if (!importer?.startsWith(docs) || source.startsWith('.') || source.startsWith('/')) return null;
          return this.resolve(source, fileURLToPath(import.meta.url), { ...options, skipSelf: true });
        },
      },
    ],
  },
  themeConfig: {
    logo: '/logo.svg',
    search: {
      provider: 'local',
      options: {
        // Words are looked for, not colours, which are most of the time that a page takes.
        _render: (source, env, md) => withoutColours(md, () => md.render(source, env)),
      },
    },
    outline: { level: [2, 3] },
    nav: [
      { text: 'Guide', link: '/guide/start', activeMatch: '^/(guide/|benchmarks)' },
      { text: 'Tutorials', link: '/tutorials/blobs', activeMatch: '^/tutorials/' },
      { text: 'Concepts', link: '/concepts/line-to-logistic', activeMatch: '^/concepts/' },
      { text: 'Playground', link: '/playground' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
      ...(written.length > 0 ? [{ text: 'Decisions', link: written[0]!.link!, activeMatch: '^/decisions/' }] : []),
    ],
    sidebar: {
      '/guide/': guide,
      '/benchmarks': guide,
      '/concepts/': guide,
      '/tutorials/': guide,
      '/decisions/': [{ text: 'Decisions', items: written }],
      ...api(),
    },
    docFooter: { prev: 'Before', next: 'Next' },
    footer: { message: 'MIT licence' },
  },
});
