import type { Module } from '../module.js';

/** The type of the layer at a position of a list of layers, counted from the end where negative; any module where it is not known. */
export type LayerAt<List extends readonly Module[], Index extends number> = `${Index}` extends `-${infer Back}`
  ? LayerBefore<List, Back>
  : `${Index}` extends keyof List
    ? List[`${Index}`]
    : Module;

/** The layer so many places before the end: `'1'` is the last. */
type LayerBefore<
  List extends readonly unknown[],
  Back extends string,
  Passed extends 0[] = [0],
> = List extends readonly [...infer Rest, infer Last]
  ? Back extends `${Passed['length']}`
    ? Last
    : LayerBefore<Rest, Back, [...Passed, 0]>
  : Module;
