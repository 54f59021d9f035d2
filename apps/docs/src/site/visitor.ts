import { type Browser, chromium, type Page } from 'playwright';

/** A page that is watched: what it says on the console, and what it asks others for. */
export interface Visit {
  readonly page: Page;
  /** Errors on the console and in scripts, failed requests, and requests to other origins. */
  readonly problems: string[];
  /** Bytes that came over the line; those of files that a pattern names are left out. */
  readonly transferred: (without?: RegExp) => number;
}

/** The pages that a page links to, which are fetched ahead. */
export const ahead = /\.md\.[^/]*$|logo\.svg$/;

/** Starts the browser that the tests use. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env.KINDLING_BROWSER;
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });
}

/** A new page of a window of its own. */
export async function visit(
  browser: Browser,
  base: string,
  options: { width?: number; dark?: boolean; scripts?: boolean; still?: boolean } = {},
): Promise<Visit> {
  const { width = 1280, dark = false, scripts = true, still = false } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: scripts,
    reducedMotion: still ? 'reduce' : 'no-preference',
    baseURL: base,
  });
  const page = await context.newPage();
  if (scripts) waitForVue(page);
  const problems: string[] = [];
  const sizes: { url: string; bytes: number }[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base)) problems.push(`asks ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
    sizes.push({ url: response.url(), bytes: Number(response.headers()['content-length'] ?? 0) });
  });
  const transferred = (without?: RegExp): number =>
    sizes.reduce((sum, { url, bytes }) => (without?.test(url) ? sum : sum + bytes), 0);
  return { page, problems, transferred };
}

/** Lets `goto` and `reload` wait until the page answers: a click or a key before Vue took the page over is lost. */
function waitForVue(page: Page): void {
  const answers = () => page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}));
  const { goto, reload } = page;
  page.goto = async (...request) => {
    const response = await goto.apply(page, request);
    await answers();
    return response;
  };
  page.reload = async (...request) => {
    const response = await reload.apply(page, request);
    await answers();
    return response;
  };
}
