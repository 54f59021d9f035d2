import { symbolOutline } from '../marks/symbols.js';
import { checkScene } from '../options.js';
import type { Fill, GroupMark, Mark, Point, PointsMark, Scene, Stroke } from '../scene.js';
import { fontFamily } from '../text.js';
import { imageUrl } from './image-url.js';

/**
 * Writes a scene as an SVG document. The same scene gives the same text on every machine.
 *
 * @param scene what a plot function returned
 * @returns the document, without an XML declaration, fit for a file or for a place in a page
 * @example
 * ```ts
 * import { lossCurve, toSvg } from '@kindling/viz';
 *
 * const svg = toSvg(lossCurve({ series: [{ values: [0.7, 0.5, 0.4] }], title: 'Training' }));
 * console.log(svg.includes('<title>Training</title>')); // => true
 * ```
 */
export function toSvg(scene: Scene): string {
  checkScene('toSvg', scene);
  const clips: string[] = [];
  // Two pictures in one page must not share the names of their clip paths.
  const body = scene.marks.map((mark) => markSvg(mark, clips)).join('');
  const name = `k${hash(body)}`;
  const rename = (text: string): string => text.replaceAll('url(#clip-', `url(#${name}-`);
  const defs = clips.map((rect, i) => `<clipPath id="${name}-${i}">${rect}</clipPath>`).join('');
  const size = `width="${num(scene.width)}" height="${num(scene.height)}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${num(scene.width)} ${num(scene.height)}" role="img"` +
    ` font-family="${escaped(fontFamily)}">\n<title>${escaped(scene.title)}</title>\n` +
    (defs === '' ? '' : `<defs>${defs}</defs>\n`) +
    `<rect ${size} fill="${escaped(scene.theme.background)}"/>\n${rename(body)}</svg>\n`
  );
}

function markSvg(mark: Mark, clips: string[]): string {
  switch (mark.type) {
    case 'group':
      return groupSvg(mark, clips);
    case 'polyline': {
      const join = ' stroke-linejoin="round" stroke-linecap="round"';
      return `<path d="${pathData([mark.points], false)}" fill="none"${stroke(mark)}${join}${opacity(mark)}/>\n`;
    }
    case 'polygon':
      return `<path d="${pathData(mark.rings, true)}" fill-rule="evenodd"${fill(mark)}${stroke(mark)}${opacity(mark)}/>\n`;
    case 'points':
      return pointsSvg(mark);
    case 'rect': {
      const box = `x="${num(mark.x)}" y="${num(mark.y)}" width="${num(mark.width)}" height="${num(mark.height)}"`;
      const radius = mark.radius === undefined ? '' : ` rx="${num(mark.radius)}"`;
      return `<rect ${box}${radius}${fill(mark)}${stroke(mark)}${opacity(mark)}/>\n`;
    }
    case 'heatmap': {
      const box = `x="${num(mark.x)}" y="${num(mark.y)}" width="${num(mark.width)}" height="${num(mark.height)}"`;
      return `<image ${box} preserveAspectRatio="none"${opacity(mark)} href="${imageUrl(mark)}"/>\n`;
    }
    case 'text': {
      const anchor = mark.anchor === undefined || mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
      const turn =
        mark.rotate === undefined ? '' : ` transform="rotate(${num(mark.rotate)} ${num(mark.x)} ${num(mark.y)})"`;
      const halo =
        mark.halo === undefined
          ? ''
          : ` stroke="${escaped(mark.halo)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;
      const place = `x="${num(mark.x)}" y="${num(mark.y)}" font-size="${num(mark.size)}" fill="${escaped(mark.fill)}"`;
      return `<text ${place}${anchor}${turn}${halo}${opacity(mark)}>${escaped(mark.text)}</text>\n`;
    }
  }
}

function groupSvg(mark: GroupMark, clips: string[]): string {
  const { x = 0, y = 0, clip } = mark;
  let attributes = x === 0 && y === 0 ? '' : ` transform="translate(${num(x)} ${num(y)})"`;
  if (clip !== undefined) {
    const box = `x="${num(clip.x)}" y="${num(clip.y)}" width="${num(clip.width)}" height="${num(clip.height)}"`;
    attributes += ` clip-path="url(#clip-${clips.push(`<rect ${box}/>`) - 1})"`;
  }
  return `<g${attributes}>\n${mark.marks.map((child) => markSvg(child, clips)).join('')}</g>\n`;
}

function pointsSvg(mark: PointsMark): string {
  if (mark.points.length === 0) return '';
  const shapes =
    mark.symbol === 'circle'
      ? mark.points.map(([x, y]) => `<circle cx="${num(x)}" cy="${num(y)}" r="${num(mark.r)}"/>`)
      : mark.points.map(([x, y]) => {
          const outline = symbolOutline(mark.symbol, mark.r).map(([dx, dy]): Point => [x + dx, y + dy]);
          return `<path d="${pathData([outline], true)}"/>`;
        });
  return `<g${fill(mark)}${stroke(mark)}${opacity(mark)}>${shapes.join('')}</g>\n`;
}

function pathData(lines: readonly (readonly Point[])[], closed: boolean): string {
  return lines.map((line) => `M${line.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}${closed ? 'Z' : ''}`).join('');
}

function fill(mark: Fill): string {
  if (mark.fill === undefined) return ' fill="none"';
  return ` fill="${escaped(mark.fill)}"${mark.fillOpacity === undefined || mark.fillOpacity === 1 ? '' : ` fill-opacity="${num(mark.fillOpacity)}"`}`;
}

function stroke(mark: Stroke): string {
  if (mark.stroke === undefined) return '';
  const width =
    mark.strokeWidth === undefined || mark.strokeWidth === 1 ? '' : ` stroke-width="${num(mark.strokeWidth)}"`;
  const dash = mark.dash === undefined ? '' : ` stroke-dasharray="${mark.dash.map(num).join(' ')}"`;
  return ` stroke="${escaped(mark.stroke)}"${width}${dash}`;
}

function opacity({ opacity: value }: { readonly opacity?: number | undefined }): string {
  return value === undefined || value === 1 ? '' : ` opacity="${num(value)}"`;
}

/** Two decimals are finer than any screen, and hide the last bits in which machines differ. */
function num(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// What XML allows not even as an entity: control characters, halves of surrogate pairs, and the two that are no characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => entities[sign]!);
}

/** FNV-1a: a short name that follows from the content. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
