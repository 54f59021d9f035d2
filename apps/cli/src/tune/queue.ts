import type { Judges, Study } from './study.js';
export async function queued(_study: Study, _url: string): Promise<Judges> {
  throw new Error('soon');
}
