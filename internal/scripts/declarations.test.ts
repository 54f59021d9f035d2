import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { finished, forOlder, withoutArguments } from './declarations.mjs';

const source = `
export declare class Tensor {
    /** The sizes. */
    readonly shape: number[];
    /** @internal Seen by none. */
    gradient: Tensor | null;
    /** The gradient. */
    get grad(): Tensor | null;
}
export interface Tensor {
    /** See {@link gt}. */
    gt(other: number): Tensor;
    /** See {@link sum}. */
    sum(): Tensor;
    sum(dim: number, keepdim: boolean): Tensor;
    /** See {@link nothing}. */
    other(): Tensor;
}
/**
 * Whether \`a > b\`.
 *
 * @param a - a tensor
 * of any shape.
 * @param b - a number.
 * @returns bool.
 */
export declare const gt: (a: Tensor, b: number) => Tensor;
/**
 * The sum.
 *
 * @param x - any shape.
 * @param dims - over which.
 */
export declare function sum(x: Tensor, dims?: number): Tensor;
export declare function sum(x: Tensor, dims: number, keepdim: boolean): Tensor;
`;

const use = `import { sum, type Tensor } from './tensor.js';
declare const x: Tensor;
sum(x, 0, true);
x.gt(1);
x.sum(0, true);
x.
`;

/** An editor's view of two files. */
function editor(): ts.LanguageService {
  const files = new Map([
    ['/tensor.d.ts', finished(new Map([['/tensor.d.ts', source]])).get('/tensor.d.ts')!],
    ['/use.ts', use],
  ]);
  return ts.createLanguageService({
    getCompilationSettings: () => ({
      noLib: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    }),
    getScriptFileNames: () => ['/use.ts'],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => (files.has(name) ? ts.ScriptSnapshot.fromString(files.get(name)!) : undefined),
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.d.ts',
    fileExists: (name) => files.has(name),
    readFile: (name) => files.get(name),
  });
}

const hover = (text: string): string => {
  const info = editor().getQuickInfoAtPosition('/use.ts', use.indexOf(text) + (text.startsWith('x.') ? 2 : 0))!;
  return [
    ts.displayPartsToString(info.documentation),
    ...(info.tags ?? []).map(({ name, text: words }) => `@${name} ${ts.displayPartsToString(words)}`),
  ].join('\n');
};

describe('declarations in an editor', () => {
  it('show the documentation of the function over its method, without the tensor', () => {
    expect(hover('x.gt')).toBe('Whether `a > b`.\n@param other - a number.\n@returns bool.');
  });

  it('show it for each signature', () => {
    expect(hover('x.sum(0')).toBe('The sum.\n@param dim - over which.');
    expect(hover('sum(x')).toBe('The sum.\n@param x - any shape.\n@param dims - over which.');
  });

  it('complete no internals', () => {
    const names = editor().getCompletionsAtPosition('/use.ts', use.lastIndexOf('x.') + 2, {})!.entries;
    expect(names.map(({ name }) => name).sort()).toEqual(['grad', 'gt', 'other', 'shape', 'sum']);
  });
});

describe('declarations for an older TypeScript', () => {
  it('have typed arrays without a parameter', () => {
    expect(forOlder('const a: Float64Array<ArrayBufferLike>[]; const b: Uint8ClampedArray<ArrayBuffer>;')).toBe(
      'const a: Float64Array[]; const b: Uint8ClampedArray;',
    );
  });
});

describe('declarations of what is not published', () => {
  it('say of options and their kinds what they are, without the package that they come from', () => {
    const known = 'type Known<Options> = { readonly [Name in keyof Options]-?: unknown };';
    for (const [line, written] of [
      ["import type { Known } from '@internal/arguments';", known],
      ["import { type Kind } from '@internal/arguments';", 'type Kind = unknown;'],
      ["import { type Kind, type Known } from '@internal/arguments';", `type Kind = unknown;\n${known}`],
      ['readonly encoding: import("@internal/arguments").Kind;', 'readonly encoding: unknown;'],
    ] as const)
      expect(withoutArguments(`${line}\n`)).toBe(`${written}\n`);
  });
});
