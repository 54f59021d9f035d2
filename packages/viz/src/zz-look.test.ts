import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { toSvg } from './index.js';
import { toPng } from './node.js';

const dir = new URL('./gallery/', import.meta.url);
for (const f of readdirSync(dir))
  if (f !== 'data.ts' && f !== 'index.ts' && !f.includes('.test.'))
    test(f, async () => {
      const m = (await import(`./gallery/${f}`)) as { default: () => import('./index.js').Scene };
      const s = m.default();
      mkdirSync('/tmp/viz', { recursive: true });
      writeFileSync(`/tmp/viz/${f.replace('.ts', '')}.png`, await toPng(s, { scale: 1.5 }));
      writeFileSync(`/tmp/viz/${f.replace('.ts', '')}.svg`, toSvg(s));
    });

import { toTerminal } from './index.js';

for (const f of readdirSync(dir))
  if (f !== 'data.ts' && f !== 'index.ts' && !f.includes('.test.'))
    test(`${f} t`, async () => {
      const m = (await import(`./gallery/${f}`)) as { default: () => import('./index.js').Scene };
      writeFileSync(
        `/tmp/viz/${f.replace('.ts', '')}.ans`,
        `${toTerminal(m.default(), { columns: 80, rows: 24, color: true })}\n`,
      );
      writeFileSync(
        `/tmp/viz/${f.replace('.ts', '')}.txt`,
        `${toTerminal(m.default(), { columns: 80, rows: 24, color: false })}\n`,
      );
    });

import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
export function ansToPng(file: string, bg = '#1e1e1e', fg = '#d4d4d4') {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  let out = '';
  lines.forEach((line, r) => {
    let f = fg,
      b: string | undefined,
      col = 0;
    for (const m of line.matchAll(/\x1b\[([\d;]*)m|([\s\S])/gu)) {
      if (m[1] !== undefined) {
        const n = m[1].split(';').map(Number);
        for (let i = 0; i < n.length; i++) {
          if (n[i] === 0) {
            f = fg;
            b = undefined;
          } else if (n[i] === 39) f = fg;
          else if (n[i] === 49) b = undefined;
          else if (n[i] === 38) {
            f = `rgb(${n[i + 2]},${n[i + 3]},${n[i + 4]})`;
            i += 4;
          } else if (n[i] === 48) {
            b = `rgb(${n[i + 2]},${n[i + 3]},${n[i + 4]})`;
            i += 4;
          }
        }
      } else {
        const x = col * 9,
          y = r * 18;
        const ch = m[2]!;
        if (b) out += `<rect x="${x}" y="${y}" width="9.2" height="18.2" fill="${b}"/>`;
        const code = ch.codePointAt(0)!;
        if (code >= 0x2800 && code < 0x2900) {
          const bits = [
            [0, 0, 1],
            [0, 1, 2],
            [0, 2, 4],
            [1, 0, 8],
            [1, 1, 16],
            [1, 2, 32],
            [0, 3, 64],
            [1, 3, 128],
          ];
          for (const [cx, cy, bit] of bits)
            if ((code - 0x2800) & bit!)
              out += `<circle cx="${x + 2.25 + cx! * 4.5}" cy="${y + 2.25 + cy! * 4.5}" r="1.7" fill="${f}"/>`;
        } else if (ch === '▀') out += `<rect x="${x}" y="${y}" width="9.2" height="9" fill="${f}"/>`;
        else if (ch === '▄') out += `<rect x="${x}" y="${y + 9}" width="9.2" height="9" fill="${f}"/>`;
        else if (ch !== ' ')
          out += `<text x="${x}" y="${y + 14}" font-size="14.9" fill="${f}">${ch.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)}</text>`;
        col++;
      }
    }
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${80 * 9}" height="${lines.length * 18}" font-family="DejaVu Sans Mono"><rect width="100%" height="100%" fill="${bg}"/>${out}</svg>`;
  writeFileSync(
    file.replace('.ans', '-ans.png'),
    new Resvg(svg, {
      font: {
        fontFiles: ['/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf'],
        loadSystemFonts: false,
        defaultFontFamily: 'DejaVu Sans Mono',
      },
    })
      .render()
      .asPng(),
  );
}
test('ans', () => {
  for (const f of readdirSync('/tmp/viz')) if (f.endsWith('.ans')) ansToPng(`/tmp/viz/${f}`);
});
