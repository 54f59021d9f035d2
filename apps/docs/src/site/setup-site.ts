import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildSite } from './build-site.js';
import { serveSite } from './serve-site.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is. */
    site: string;
  }
}

/** Builds the site once for all of its tests, or takes one that `KINDLING_SITE` names. */
export default async function setup(project: TestProject): Promise<() => void> {
  const given = process.env.KINDLING_SITE;
  const folder = given ?? buildSite();
  const { url, close } = await serveSite(folder);
  project.provide('site', url);
  return () => {
    close();
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  };
}
