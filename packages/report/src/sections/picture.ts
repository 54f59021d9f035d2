import { type Scene, toSvg } from '@kindling/viz';
import { Html, html } from '../html.js';

/** A picture in the colours that the reader's screen has; on paper the light one. */
export function picture(light: Scene, dark: Scene, what: string): Html {
  const { width, height } = light;
  return html`<figure><picture><source media="screen and (prefers-color-scheme: dark)" srcset="${dataUrl(dark)}">
<img src="${dataUrl(light)}" width="${Math.round(width)}" height="${Math.round(height)}" alt="${light.title}. ${what}" loading="lazy"></picture>
<figcaption>${what}</figcaption></figure>\n`;
}

/** The picture as an address: only what an address or an attribute cannot hold is written in codes. */
function dataUrl(scene: Scene): Html {
  const svg = toSvg(scene).replace(/[%#&"\n<>\s]/g, (c) => (c === ' ' ? '%20' : encodeURIComponent(c)));
  return new Html(`data:image/svg+xml,${svg}`);
}
