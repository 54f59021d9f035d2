/** Steps of optimizers, four elements at a time, of textures that begin with the elements. */
import type { AdamStep, SGDStep } from '@kindling/tensor-core/backend';
import type { Texture } from '../gpu-js.js';
import { type Call, Program } from './program.js';

/** One texture behind the other: each part's texels from `starts` on. */
export function joined(
  parts: readonly { readonly texture: Texture; readonly from: number; readonly texels: number }[],
): Call {
  const program = new Program();
  let start = 0;
  const lines = parts.map(({ texture, from, texels }) => {
    const texel = program.texels(texture);
    const at = program.int(from - start);
    start += texels;
    return `if (k < ${program.int(start)}) return ${texel(`k + ${at}`)};`;
  });
  return program.callTexels(start * 4, `${lines.join('\n')}\nreturn vec4(0.0);`);
}

/** Declares `p`, `g`, … with a texel of each texture. */
function declare(program: Program, textures: Readonly<Record<string, Texture>>): string {
  return Object.entries(textures)
    .map(([name, texture]) => `vec4 ${name} = ${program.texels(texture)('k')};`)
    .join('\n');
}

type SGDNumbers = Omit<SGDStep, 'params' | 'grads' | 'momentumBuffers'>;

/** The new parameters, and the new momentum where there is one. */
export function sgdStep(size: number, p: Texture, g: Texture, m: Texture | null, numbers: SGDNumbers): Call {
  const { lr, momentum, dampening, weightDecay, nesterov, maximize, first } = numbers;
  const program = new Program();
  const lines = [declare(program, m === null || first ? { p, g } : { p, g, m })];
  if (maximize) lines.push('g = -g;');
  if (weightDecay !== 0) lines.push(`g += ${program.float(weightDecay)} * p;`);
  if (m !== null) {
    const kept = (x: string): string => `${program.float(momentum)} * ${x}`;
    lines.push(first ? 'vec4 next = g;' : `vec4 next = ${kept('m')} + ${program.float(1 - dampening)} * g;`);
    lines.push('result1 = next;', nesterov ? `g += ${kept('next')};` : 'g = next;');
  }
  lines.push(`return p - ${program.float(lr)} * g;`);
  return program.callTexels(size, lines.join('\n'), m === null ? 1 : 2);
}

type AdamNumbers = Omit<AdamStep, 'params' | 'grads' | 'expAvg' | 'expAvgSq' | 'maxExpAvgSq'>;

/** The new parameters, averages, averages of squares, and largest of these where they are kept. */
export function adamStep(
  size: number,
  p: Texture,
  g: Texture,
  m: Texture,
  v: Texture,
  most: Texture | null,
  how: AdamNumbers,
): Call {
  const { lr, beta1, beta2, eps, weightDecay, decoupled, maximize, step } = how;
  const program = new Program();
  const lines = [declare(program, most === null ? { p, g, m, v } : { p, g, m, v, most })];
  if (maximize) lines.push('g = -g;');
  if (decoupled) lines.push(`p *= ${program.float(1 - lr * weightDecay)};`);
  else if (weightDecay !== 0) lines.push(`g += ${program.float(weightDecay)} * p;`);
  lines.push(`m = ${program.float(beta1)} * m + ${program.float(1 - beta1)} * g;`);
  lines.push(`v = ${program.float(beta2)} * v + ${program.float(1 - beta2)} * g * g;`);
  lines.push('result1 = m;', 'result2 = v;');
  if (most !== null) lines.push('v = max(most, v);', 'result3 = v;');
  const root = program.float(Math.sqrt(1 - beta2 ** step));
  const divisor = `sqrt(v) / ${root} + ${program.float(eps)}`;
  lines.push(`return p - ${program.float(lr / (1 - beta1 ** step))} * m / (${divisor});`);
  return program.callTexels(size, lines.join('\n'), most === null ? 3 : 4);
}
