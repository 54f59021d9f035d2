/** What computes, and what it is called. */
export interface Opened {
  readonly device: GPUDevice;
  readonly adapter: string;
  /** Whether the browser says that it is a program. */
  readonly fallback: boolean;
  /** Whether it comes from the package of Node. */
  readonly fromPackage: boolean;
}

/** As many buffers as an Adam step reads and writes. */
const MOST_BUFFERS = 9;

/** The process ends where it is collected while its devices are in use. */
let inNode: GPU | undefined;

/** WebGPU of a browser, or of the optional package `webgpu` in Node. */
async function findGPU(): Promise<GPU> {
  if (typeof navigator !== 'undefined' && navigator.gpu !== undefined) return navigator.gpu;
  if (typeof process === 'undefined' || process.versions?.node === undefined) {
    throw new Error('this browser has no WebGPU (navigator.gpu), or the page is not a secure one (https or localhost)');
  }
  // In a variable, so that no bundler looks for it.
  const name = 'webgpu';
  let loaded: { create(options: readonly string[]): GPU };
  try {
    loaded = (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as typeof loaded;
  } catch (error) {
    throw new Error(`the optional package webgpu is not there (npm install webgpu): ${firstLine(error)}`);
  }
  inNode ??= loaded.create([]);
  return inNode;
}

const firstLine = (error: unknown): string => String((error as Error)?.message ?? error).split('\n')[0]!;

/** A WebGPU device; throws where there is none, and says why. */
export async function openWebGPU(powerPreference: 'default' | 'high-performance' | 'low-power'): Promise<Opened> {
  const gpu = await findGPU();
  const asked = powerPreference === 'default' ? {} : { powerPreference };
  const adapter = await gpu.requestAdapter(asked);
  if (adapter === null) throw new Error('WebGPU is there, but gives no adapter (no GPU driver, or a blocked one)');
  const { limits, info } = adapter;
  if (limits.maxStorageBuffersPerShaderStage < MOST_BUFFERS) {
    const most = limits.maxStorageBuffersPerShaderStage;
    throw new Error(`the adapter binds ${most} buffers at once, and an optimizer's step needs ${MOST_BUFFERS}`);
  }
  const device = await adapter.requestDevice({
    // The defaults are those of the smallest devices.
    requiredLimits: {
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxBufferSize: limits.maxBufferSize,
      maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
    },
  });
  const words = [info.vendor, info.architecture, info.device, info.description].filter((word) => word !== '');
  return {
    device,
    adapter: `WebGPU (${words.join(', ')})`,
    fallback: info.isFallbackAdapter === true,
    fromPackage: gpu === inNode,
  };
}
