import { link } from '../glsl/function.js';
import { library } from '../glsl/operations.js';
import type { Call } from '../kernels/program.js';
import { wgslBody, wgslFunction } from './translate.js';

/** The threads of a workgroup. */
export const GROUP = 64;

/** What GLSL reads textures with: buffers are read where they are named. */
const reading = new Set(['kdFetch', 'kdTexel', 'kdPlane', 'kdPlaneAt']);

/** Of GPU.js's layout of a kernel's numbers, what the shader has to agree with. */
export interface ParamsLayout {
  readonly arrayArgs: readonly { readonly name: string; readonly dimsOffset: number }[];
  readonly scalarArgs: readonly { readonly name: string; readonly type: string; readonly offset: number }[];
  readonly byteLength: number;
}

/** The WGSL of a call: a thread for each texel of four elements, unless the call says how many. */
export function wgslSource({ body, each, uses, results = 1, plane }: Call, layout: ParamsLayout): string {
  const further = Array.from({ length: results - 1 }, (_, k) => k + 1);
  const { arrayArgs, scalarArgs } = layout;
  const lines = ['struct Params {', 'outputX : u32,', 'outputY : u32,', 'outputZ : u32,', 'dispatchWidth : u32,'];
  for (const { name } of arrayArgs) lines.push(`user_${name}_dims : vec4<u32>,`);
  for (const { name, type } of scalarArgs) lines.push(`user_${name} : ${type === 'Integer' ? 'i32' : 'f32'},`);
  lines.push('}', '@group(0) @binding(0) var<uniform> params : Params;');
  for (const [k, { name }] of arrayArgs.entries()) {
    lines.push(`@group(0) @binding(${k + 1}) var<storage, read> ${name} : array<vec4<f32>>;`);
    lines.push(`fn element_${name}(i : i32) -> f32 { return ${name}[i >> 2u][i & 3]; }`);
  }
  for (let k = 0; k < results; k++) {
    const binding = 1 + arrayArgs.length + k;
    lines.push(`@group(0) @binding(${binding}) var<storage, read_write> out${k} : array<vec4<f32>>;`);
  }
  lines.push('var<private> fragCoord : vec4<f32>;');
  for (const k of further) lines.push(`var<private> result${k} : vec4<f32>;`, `var<private> other${k} : f32;`);
  for (const item of link(library, uses)) if (!reading.has(item.name)) lines.push(wgslFunction(item));
  const variable = each === 'element' ? 'i' : 'k';
  const type = { element: ' -> f32', texel: ' -> vec4<f32>', thread: '' }[each];
  lines.push(`fn kernelBody(${variable}_ : i32)${type} {\n${wgslBody(body, [variable])}\n}`);
  lines.push(`@compute @workgroup_size(${GROUP}) fn main(@builtin(global_invocation_id) gid : vec3<u32>) {`);
  lines.push('let number = gid.x + gid.y * params.dispatchWidth;', 'if (number >= params.outputX) { return; }');
  lines.push('let k = i32(number);');
  if (plane !== undefined) {
    const [x, y] = ['k % i32(params.outputY)', 'k / i32(params.outputY)'];
    lines.push(`fragCoord = vec4<f32>(f32(${x}) + 0.5, f32(${y}) + 0.5, 0.0, 1.0);`);
  }
  if (each === 'thread') {
    lines.push('kernelBody(k);');
  } else if (each === 'texel') {
    lines.push('out0[k] = kernelBody(k);');
  } else {
    lines.push('var made = vec4<f32>();');
    for (const [c, part] of [...'xyzw'].entries()) {
      const others = further.map((n) => `result${n}.${part} = other${n};`).join(' ');
      lines.push(`if (k * 4 + ${c} < params.user_count) { made.${part} = kernelBody(k * 4 + ${c}); ${others} }`);
    }
    lines.push('out0[k] = made;');
  }
  for (const k of further) lines.push(`out${k}[k] = result${k};`);
  lines.push('}');
  return lines.join('\n');
}
