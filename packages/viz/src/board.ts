import { checkSize, type PlotOptions } from './chart.js';
import { titleSize } from './layout.js';
import type { Box } from './placement.js';
import type { Insets, Mark, Scene } from './scene.js';
import { wrapText } from './text.js';
import { type Theme, themeOf } from './theme.js';

/** A picture without axes, before its size is known: a title and whatever is drawn below. */
export interface BoardSpec {
  readonly title: string;
  /** Size where the options give none; the height may follow from the width. */
  readonly size: { readonly width: number; readonly height: number | ((width: number) => number) };
  /** Pixels kept free at the right. */
  readonly sideWidth?: number | undefined;
  readonly draw: (box: Box, theme: Theme) => readonly Mark[];
}

const margin = 14;

/** Lays a picture without axes out as a scene. */
export function board(where: string, spec: BoardSpec, options: PlotOptions, insets?: Insets): Scene {
  const theme = themeOf(where, options.theme);
  const width = checkSize(where, 'width', options.width ?? spec.size.width);
  const lines = wrapText(spec.title, titleSize, width - 2 * margin, 2);
  const top = margin + lines.length * (titleSize + 4) + (lines.length > 0 ? 6 : 0);
  const natural =
    typeof spec.size.height === 'function' ? spec.size.height(width - 2 * margin) + top : spec.size.height;
  const height = checkSize(where, 'height', options.height ?? Math.round(natural + margin));
  const own: Insets = {
    left: Math.max(margin, insets?.left ?? 0),
    right: Math.max(margin + (spec.sideWidth ?? 0), insets?.right ?? 0),
    top: Math.max(top, insets?.top ?? 0),
    bottom: Math.max(margin, insets?.bottom ?? 0),
  };
  const box = {
    x: own.left,
    y: own.top,
    width: Math.max(16, width - own.left - own.right),
    height: Math.max(16, height - own.top - own.bottom),
  };
  const marks: Mark[] = lines.map((text, i) => {
    const y = 12 + titleSize * 0.85 + i * (titleSize + 4);
    return { type: 'text', x: box.x, y, text, size: titleSize, fill: theme.ink };
  });
  marks.push(...spec.draw(box, theme));
  return {
    width,
    height,
    title: spec.title,
    theme,
    marks,
    panels: [],
    insets: own,
    resize: (w, h, newInsets) => board(where, spec, { ...options, width: w, height: h }, newInsets),
  };
}
