import type { View } from '@kindling/tensor-core/backend';
import { denseSource, sourceOf } from '../buffer.js';
import type { Texture } from '../gpu-js.js';
import type { Source } from '../kernels/program.js';
import type { Host } from './host.js';

/** Gives views as row-major sources, and back to the pool what was made on the way. */
export class Passing {
  private readonly textures: Texture[] = [];

  constructor(private readonly host: Host) {}

  add(texture: Texture): Texture {
    this.textures.push(texture);
    return texture;
  }

  rows(view: View): Source {
    return view.dense ? sourceOf(view) : denseSource(this.add(this.host.copy(view)), view.shape);
  }

  end(): void {
    for (const texture of this.textures) this.host.device.pool.give(texture);
  }
}
