import type { Call } from '../kernels/program.js';
import type { ArgumentType, WebGPUKernel, WebGPUKernelConstructor } from './gpu-js.js';
import { GROUP, wgslSource } from './wgsl.js';

/** GPU.js's kernel of a call, built up to where it would wait for a device. */
export function describeKernel(kernelClass: WebGPUKernelConstructor, call: Call): WebGPUKernel {
  const argumentTypes: Record<string, ArgumentType> = {};
  for (const k of call.textures.keys()) argumentTypes[`t${k}`] = 'WebGPUBuffer';
  for (const k of call.floats.keys()) argumentTypes[`f${k}`] = 'Float';
  for (const k of call.ints.keys()) argumentTypes[`n${k}`] = 'Integer';
  argumentTypes.count = 'Integer';
  const names = Object.keys(argumentTypes);
  const types = Object.values(argumentTypes);
  const own = new kernelClass(`function (${names.join(', ')}) { return count; }`, {
    output: [GROUP],
    precision: 'single',
    pipeline: true,
    immutable: true,
    dynamicOutput: true,
    argumentTypes: types,
  });
  const samples = types.map((type) => (type === 'WebGPUBuffer' ? { type, output: [GROUP] } : 1));
  own.setupConstants();
  own.setupArguments(samples);
  own.validateSettings(samples);
  own.threadDim = [GROUP, 1, 1];
  own.translateSource();
  own.paramsLayout = own.computeParamsLayout();
  own.assembleWGSL = () => wgslSource(call, own.paramsLayout);
  own.compiledSource = own.assembleWGSL();
  return own;
}
