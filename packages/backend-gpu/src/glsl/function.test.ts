import { describe, expect, it } from 'vitest';
import { type GlslFunction, glslSource, link, makeLibrary } from './function.js';

const item = (name: string, ...uses: string[]): GlslFunction => ({
  name,
  returns: 'float',
  parameters: { x: 'float', n: 'int' },
  body: `\n  return x;\n`,
  uses,
});

describe('link', () => {
  const library = makeLibrary(item('a', 'b', 'c'), item('b', 'c'), item('c'), item('unused'));

  it('gives what is needed, each after what it calls, once', () => {
    expect(link(library, ['a', 'b', 'a']).map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    expect(link(library, [])).toEqual([]);
  });

  it('refuses what is not there', () => {
    expect(() => link(library, ['d'])).toThrow('gpu: there is no GLSL function d');
    expect(() => makeLibrary(item('a'), item('a'))).toThrow('gpu: two GLSL functions are called a');
  });
});

describe('glslSource', () => {
  it('is a function', () => {
    expect(glslSource(item('a'))).toBe('float a(float x, int n) {\nreturn x;\n}');
  });
});
