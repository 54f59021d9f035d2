import type { FusedKernels } from '@kindling/tensor-core/backend';
import type { Wrap } from '../fused.js';
import { WasmBackend } from '../wasm/backend.js';
import type { Engines } from '../wasm/engines.js';
import { wasmFused } from '../wasm/fused.js';
import type { WasmKind } from '../wasm/support.js';
import { moreWasmFused } from './wasm/fused.js';

/** The WebAssembly backend with kernels for what few pages need. */
export class MoreWasmBackend extends WasmBackend {
  override readonly fused: FusedKernels;

  constructor(kind: WasmKind, engines: Engines) {
    super(kind, engines);
    const wrap: Wrap = (values) => this.wrap(values);
    this.fused = { ...wasmFused(engines, wrap), ...moreWasmFused(engines, wrap) };
  }
}
