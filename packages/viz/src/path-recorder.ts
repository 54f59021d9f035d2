import type { Point } from './scene.js';

/** Takes what d3-shape draws and keeps it as rings of points; curves are cut into short straight pieces. */
export class PathRecorder {
  readonly rings: Point[][] = [];

  moveTo(x: number, y: number): void {
    this.rings.push([[x, y]]);
  }

  lineTo(x: number, y: number): void {
    const ring = this.rings.at(-1);
    if (ring === undefined) this.moveTo(x, y);
    else ring.push([x, y]);
  }

  closePath(): void {}

  rect(x: number, y: number, width: number, height: number): void {
    this.rings.push([
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ]);
  }

  arc(x: number, y: number, r: number, start: number, end: number, counterclockwise = false): void {
    const turn = counterclockwise ? start - end : end - start;
    const pieces = Math.max(4, Math.ceil(Math.abs(turn) / (Math.PI / 12)));
    for (let i = 0; i <= pieces; i++) {
      const angle = start + ((end - start) * i) / pieces;
      this.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
  }
}
