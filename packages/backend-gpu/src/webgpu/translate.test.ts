import { expect, it } from 'vitest';
import { link } from '../glsl/function.js';
import { library } from '../glsl/operations.js';
import { wgslBody, wgslFunction } from './translate.js';

it('declares, loops and branches', () => {
  const glsl = `
    float total = 0.0; // a comment
    for (int j = 0; j < n0; j++) if (j % 2 == 0) total += float(j); else continue;
    return total > f1 ? total : -total;`;
  expect(wgslBody(glsl).replace(/\s+/g, ' ')).toBe(
    'var total_ : f32 = 0.0; for (var j_ : i32 = 0; (j_ < params.user_n0); j_++) ' +
      '{ if (((j_ % 2) == 0)) { total_ += f32(j_); } else { continue; } } ' +
      'if ((total_ > params.user_f1)) { return total_; } return (-total_);',
  );
});

it('keeps the order of operators, and shifts by unsigned numbers', () => {
  expect(wgslBody('int a = i + 2 * 3 >> 1 & 7;', ['i'])).toBe('var a_ : i32 = (((i_ + (2 * 3)) >> u32(1)) & 7);');
  expect(wgslBody('n >>= 1;', ['n'])).toBe('n_ >>= u32(1);');
});

it('reads elements where their number says', () => {
  expect(wgslBody('return kdFetch(t0, n1, i + 1);', ['i'])).toBe('return element_t0((i_ + 1));');
  expect(wgslBody('vec4 x = kdTexel(t1, n2, k);', ['k'])).toBe('var x_ : vec4<f32> = t1[k_];');
});

it('stores texels where a thread says', () => {
  expect(wgslBody('if (k < n0) { kdStore(k * 2, vec4(0.0)); }', ['k'])).toBe(
    'if ((k_ < params.user_n0)) {\nout0[(k_ * 2)] = vec4<f32>(0.0);\n}',
  );
});

it('says where it does not understand', () => {
  expect(() => wgslBody('if (x > 1.0 return 2.0;')).toThrow('gpu: kernel source: ) expected near if ( x > 1.0 return');
});

it('translates the whole library', () => {
  for (const item of link(library, [...library.keys()])) {
    if (/^kd(Fetch|Texel|Plane|PlaneAt)$/.test(item.name)) continue;
    const wgsl = wgslFunction(item);
    expect(wgsl).not.toMatch(/undefined|\?|\bfloat\b|\bint\b/);
  }
});
