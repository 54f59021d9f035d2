// Advance widths of DejaVu Sans in thousandths of an em, for the characters 32 to 126, as the font file states them.
// It is a wide face: where a browser takes another, text only gets narrower and nothing collides.
const ascii = (
  '318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 ' +
  '636 636 636 636 636 636 636 636 636 636 337 337 838 838 838 531 ' +
  '1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 ' +
  '603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 ' +
  '500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 ' +
  '635 635 411 521 392 634 592 818 592 592 525 636 337 636 838'
)
  .split(' ')
  .map(Number);

/** The faces a picture asks for, the shipped one first. */
export const fontFamily = "'DejaVu Sans', Verdana, Geneva, sans-serif";

/** The height of a capital letter as a part of the text size. */
export const capHeight = 0.729;

/** The width of a line of text in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    // Letters beyond ASCII are about as wide as o; those of East Asia fill the em square, as do pictographs.
    width += ascii[code - 32] ?? (code < 0x2e80 ? 660 : 1000);
  }
  return (width * size) / 1000;
}

/** The text, or as much of it as fits with an ellipsis after it. */
export function fitText(text: string, size: number, width: number): string {
  const ellipsis = textWidth('…', size);
  let used = 0;
  let kept = '';
  let full = true;
  for (const character of text) {
    used += textWidth(character, size);
    if (full && (kept === '' || used + ellipsis <= width)) kept += character;
    else full = false;
    if (used > width) return `${kept.trimEnd()}…`;
  }
  return text;
}

/** The text as lines of at most a width, broken between words; what does not fit into `most` lines is cut off. */
export function wrapText(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(' '));
  return lines.map((line) => fitText(line, size, width));
}
