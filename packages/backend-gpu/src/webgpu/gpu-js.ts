/** What we use of GPU.js 2.24.1's WebGPU mode, typed here because the types that it ships do not match what it does. */
import type { ParamsLayout } from './wgsl.js';

/** GPU.js's names of what kernels take. */
export type ArgumentType = 'Integer' | 'Float' | 'WebGPUBuffer';

/** A kernel of that mode, of which GPU.js makes the source and lays out the numbers; nothing of it waits for a device. */
export interface WebGPUKernel {
  threadDim: readonly number[];
  paramsLayout: ParamsLayout;
  compiledSource: string;
  setupConstants(): void;
  setupArguments(args: readonly unknown[]): void;
  validateSettings(args: readonly unknown[]): void;
  translateSource(): void;
  computeParamsLayout(): ParamsLayout;
  /** Makes the shader; we put ours in its place. */
  assembleWGSL(): string;
  destroy(): void;
}

/** The class of these kernels. */
export type WebGPUKernelConstructor = new (
  source: string,
  settings: {
    readonly output: readonly number[];
    readonly precision: 'single';
    readonly pipeline: true;
    readonly immutable: true;
    readonly dynamicOutput: true;
    readonly argumentTypes: readonly ArgumentType[];
  },
) => WebGPUKernel;
