import { describe, expect, it } from 'vitest';
import { declarations, type GlslFunction, glslSource, link, makeLibrary } from './function.js';

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
    expect(link(library, [item('own', 'b')], ['a']).map(({ name }) => name)).toEqual(['c', 'b', 'a', 'own']);
    expect(link(library, [], [])).toEqual([]);
  });

  it('refuses what is not there', () => {
    expect(() => link(library, [], ['d'])).toThrow('gpu: there is no GLSL function d');
    expect(() => makeLibrary(item('a'), item('a'))).toThrow('gpu: two GLSL functions are called a');
  });
});

describe('glslSource', () => {
  it('is a function', () => {
    expect(glslSource(item('a'))).toBe('float a(float x, int n) {\nreturn x;\n}');
    const reads: GlslFunction = { name: 'b', returns: 'int', parameters: { x: 'texture' }, body: 'return 1;' };
    expect(glslSource(reads)).toBe('int b(sampler2D x, ivec2 xSize, ivec3 xDim) {\nreturn 1;\n}');
  });
});

describe('declarations', () => {
  it('tells GPU.js of those that give numbers', () => {
    const test: GlslFunction = { name: 'test', returns: 'bool', parameters: { x: 'float' }, body: 'return true;' };
    const reads: GlslFunction = { name: 'b', returns: 'int', parameters: { x: 'texture' }, body: 'return 1;' };
    expect(declarations([item('a'), test, reads])).toEqual([
      { name: 'a', source: '', returnType: 'Number', argumentTypes: { x: 'Number', n: 'Integer' } },
      { name: 'b', source: '', returnType: 'Integer', argumentTypes: { x: 'ArrayTexture(1)' } },
    ]);
  });
});
