/** Several lists of elements one behind the other in one texture, so that one kernel does for all of them. */
import type { View } from '@kindling/tensor-core/backend';
import { type GpuBuffer, sourceOf } from '../buffer.js';
import type { Texture } from '../gpu-js.js';
import { joined } from '../kernels/step.js';
import type { Host } from './host.js';

/** How many textures one kernel joins: with what it writes to, no more than every device has units for. */
const AT_ONCE = 12;

/** Elements that begin with a texel. */
interface Piece {
  readonly texture: Texture;
  /** The number of the first texel, and how many there are. */
  readonly from: number;
  readonly texels: number;
}

/** Where views would begin in one texture, each with a texel, and how many elements that would have. */
export function layOut(views: readonly View[]): { readonly starts: readonly number[]; readonly size: number } {
  let size = 0;
  const starts = views.map(({ count }) => {
    const start = size;
    size += Math.ceil(count / 4) * 4;
    return start;
  });
  return { starts, size };
}

/**
 * The texture of dense views, one behind the other: that which they share already, or a fresh one.
 *
 * @param passing - takes the textures that the caller gives back after use.
 */
export function join(host: Host, views: readonly View[], passing: Texture[]): Texture {
  const { starts } = layOut(views);
  let pieces = views.map((view) => pieceOf(host, view, passing));
  const { texture } = pieces[0]!;
  if (pieces.every((piece, i) => piece.texture === texture && piece.from * 4 === starts[i])) return texture;
  const most = Math.min(AT_ONCE, host.device.maxTextures - 1);
  for (;;) {
    const next: Piece[] = [];
    for (let i = 0; i < pieces.length; i += most) {
      const some = pieces.slice(i, i + most);
      const made = host.device.run(joined(some));
      passing.push(made);
      next.push({ texture: made, from: 0, texels: some.reduce((sum, { texels }) => sum + texels, 0) });
    }
    if (next.length === 1) return next[0]!.texture;
    pieces = next;
  }
}

function pieceOf(host: Host, view: View, passing: Texture[]): Piece {
  const { texture, offset } = sourceOf(view);
  const texels = Math.ceil(view.count / 4);
  if (offset % 4 === 0) return { texture, from: offset / 4, texels };
  const copy = host.copy(view);
  passing.push(copy);
  return { texture: copy, from: 0, texels };
}

/** Whether a view is all of its buffer, so that the buffer may take other elements in place of its own. */
export function isWhole(view: View): boolean {
  return view.dense && view.offset === 0 && view.count === (view.buffer as GpuBuffer).size;
}
