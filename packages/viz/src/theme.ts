import { describe } from '@internal/arguments';
import { VizError } from './errors.js';

/** The colours of a picture, each as `#rrggbb`. */
export interface Theme {
  readonly background: string;
  /** Titles and what matters most. */
  readonly ink: string;
  /** Labels, ticks, reference lines. */
  readonly muted: string;
  /** The frame of a plot. */
  readonly axis: string;
  /** Lines behind the data. */
  readonly grid: string;
  /** Curves, in order; after the last it begins again. */
  readonly series: readonly string[];
  /** Classes, in order of their labels. */
  readonly classes: readonly string[];
  /** Shades for a probability from 0 to 1, at even distances. */
  readonly probability: readonly string[];
  /** Shades from nothing to everything, at even distances. */
  readonly intensity: readonly string[];
}

/**
 * Dark on white. The hues are Okabe and Ito's ("Color Universal Design", 2008), told apart by people with any common
 * kind of colour blindness.
 *
 * @example
 * ```ts
 * import { lightTheme } from '@kindling/viz';
 *
 * console.log(lightTheme.background); // => #ffffff
 * ```
 */
export const lightTheme: Theme = {
  background: '#ffffff',
  ink: '#1f2328',
  muted: '#59636e',
  axis: '#b1b8c0',
  grid: '#eaedf0',
  series: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#6e7781'],
  classes: ['#d55e00', '#0072b2', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#6e7781'],
  probability: ['#e8894a', '#f5c096', '#fbf7ee', '#a3cfec', '#4f9fd4'],
  intensity: ['#f4f8fc', '#0a5c96'],
};

/**
 * Light on near-black, with the same hues lifted.
 *
 * @example
 * ```ts
 * import { darkTheme } from '@kindling/viz';
 *
 * console.log(darkTheme.background); // => #0d1117
 * ```
 */
export const darkTheme: Theme = {
  background: '#0d1117',
  ink: '#e6edf3',
  muted: '#9aa4b0',
  axis: '#4a525c',
  grid: '#1f262e',
  series: ['#56b4e9', '#f0883e', '#2ec29a', '#e39ac4', '#f2c14e', '#9fd3f5', '#9aa4b0'],
  classes: ['#f0883e', '#56b4e9', '#2ec29a', '#e39ac4', '#f2c14e', '#9fd3f5', '#9aa4b0'],
  probability: ['#b05a14', '#63381a', '#1a1f26', '#17466b', '#1f7fc0'],
  intensity: ['#161d26', '#4aa3df'],
};

/** A theme by name, or one's own. */
export type ThemeOption = 'light' | 'dark' | Theme;

/** The theme an option stands for; light when left out. */
export function themeOf(where: string, option: ThemeOption | undefined): Theme {
  if (option === undefined || option === 'light') return lightTheme;
  if (option === 'dark') return darkTheme;
  if (typeof option === 'object' && option !== null && Array.isArray(option.series)) return option;
  throw new VizError(`${where}: theme is ${describe(option)}, expected 'light', 'dark' or a Theme`);
}

/** The colour at a place in a palette, which begins again after its end. */
export function pick(palette: readonly string[], index: number): string {
  return palette[index % palette.length] ?? '#000000';
}
