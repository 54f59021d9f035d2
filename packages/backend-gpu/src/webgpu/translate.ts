/**
 * The part of GLSL that kernels are written in, as WGSL: an operation is written once, for both. Declarations, `if`, loops,
 * assignments, operators and calls; one declaration a statement, as all bodies have it.
 */
import type { GlslFunction } from '../glsl/function.js';

const types: Readonly<Record<string, string>> = {
  int: 'i32',
  uint: 'u32',
  float: 'f32',
  bool: 'bool',
  vec2: 'vec2<f32>',
  vec4: 'vec4<f32>',
  ivec2: 'vec2<i32>',
};

/** Functions of other names; the rest is called alike. */
const functions: Readonly<Record<string, string>> = {
  ...types,
  floatBitsToUint: 'bitcast<u32>',
  uintBitsToFloat: 'bitcast<f32>',
  intBitsToFloat: 'bitcast<f32>',
  roundEven: 'round',
  // Ours all choose by a bool.
  mix: 'select',
};

/** From the loosest to the tightest. */
const operators = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

const TOKEN =
  /\s*(?:\/\/[^\n]*\n?|(0x[\da-f]+u|\d+\.\d*(?:e[+-]?\d+)?|\d+e[+-]?\d+|\d+u?|\w+|<<=|>>=|[<>=!+\-*/%]=|\+\+|--|<<|>>|&&|\|\||\S))/giy;

function tokensOf(source: string): string[] {
  const text = source.trim();
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (found === null) break;
    if (found[1] !== undefined) tokens.push(found[1]);
  }
  return tokens;
}

/** What the arguments of a kernel are called in WGSL: `t0`, `f0`, `n0` and what every kernel has. */
const isUniform = (name: string): boolean => /^[fn]\d+$/.test(name) || name === 'count';

/** Translates one body. Names declared in it get a `_`, as WGSL keeps many words for itself. */
class Translator {
  private at = 0;
  private readonly tokens: string[];
  private readonly locals: Set<string>;

  constructor(source: string, parameters: readonly string[]) {
    this.tokens = tokensOf(source);
    this.locals = new Set(parameters);
  }

  body(): string {
    const lines: string[] = [];
    while (this.at < this.tokens.length) lines.push(this.statement());
    return lines.join('\n');
  }

  private get next(): string {
    return this.tokens[this.at] ?? '';
  }

  private take(expected?: string): string {
    const token = this.next;
    if (token === '' || (expected !== undefined && token !== expected)) {
      const near = this.tokens.slice(Math.max(0, this.at - 8), this.at + 8).join(' ');
      throw new Error(`gpu: kernel source: ${expected ?? 'more'} expected near ${near}`);
    }
    this.at++;
    return token;
  }

  private skip(token: string): boolean {
    if (this.next !== token) return false;
    this.at++;
    return true;
  }

  private statement(): string {
    if (this.skip('{')) {
      const lines: string[] = [];
      while (!this.skip('}')) lines.push(this.statement());
      return `{\n${lines.join('\n')}\n}`;
    }
    if (this.skip('if')) {
      const test = this.parenthesised();
      const yes = this.block();
      if (!this.skip('else')) return `if (${test}) ${yes}`;
      return `if (${test}) ${yes} else ${this.next === 'if' ? this.statement() : this.block()}`;
    }
    if (this.skip('while')) return `while (${this.parenthesised()}) ${this.block()}`;
    if (this.skip('for')) return this.loop();
    if (this.skip('return')) return this.result();
    const text = this.next === 'break' || this.next === 'continue' ? this.take() : this.simple();
    this.take(';');
    return `${text};`;
  }

  private block(): string {
    const inner = this.statement();
    return inner.startsWith('{') ? inner : `{ ${inner} }`;
  }

  private parenthesised(): string {
    this.take('(');
    const inner = this.expression();
    this.take(')');
    return inner;
  }

  private loop(): string {
    this.take('(');
    const first = this.next === ';' ? '' : this.simple();
    this.take(';');
    const test = this.expression();
    this.take(';');
    const step = this.simple();
    this.take(')');
    return `for (${first}; ${test}; ${step}) ${this.block()}`;
  }

  /** A choice becomes a branch, so that what is not chosen is not computed. */
  private result(): string {
    const lines: string[] = [];
    let value = this.binary(0);
    while (this.skip('?')) {
      const yes = this.expression();
      this.take(':');
      lines.push(`if (${value}) { return ${yes}; }`);
      value = this.binary(0);
    }
    this.take(';');
    return [...lines, `return ${value};`].join('\n');
  }

  /** A declaration, an assignment or a step. */
  private simple(): string {
    if (this.next in types) {
      const type = types[this.take()]!;
      const name = this.take();
      const value = this.skip('=') ? ` = ${this.expression()}` : '';
      this.locals.add(name);
      return `var ${name}_ : ${type}${value}`;
    }
    const target = this.postfix();
    // A call that stores something.
    if (this.next === ';') return target;
    const sign = this.take();
    if (sign === '++' || sign === '--') return `${target}${sign}`;
    const value = this.expression();
    return `${target} ${sign} ${sign === '>>=' || sign === '<<=' ? `u32(${value})` : value}`;
  }

  private expression(): string {
    const test = this.binary(0);
    if (!this.skip('?')) return test;
    const yes = this.expression();
    this.take(':');
    return `select(${this.expression()}, ${yes}, ${test})`;
  }

  private binary(level: number): string {
    const signs = operators[level];
    if (signs === undefined) return this.unary();
    let left = this.binary(level + 1);
    while (signs.includes(this.next)) {
      const sign = this.take();
      const right = this.binary(level + 1);
      left = `(${left} ${sign} ${sign === '<<' || sign === '>>' ? `u32(${right})` : right})`;
    }
    return left;
  }

  private unary(): string {
    if (this.skip('-')) return `(-${this.unary()})`;
    if (this.skip('!')) return `(!${this.unary()})`;
    return this.postfix();
  }

  private postfix(): string {
    let text: string;
    if (this.next === '(') {
      text = `(${this.parenthesised()})`;
    } else {
      const name = this.take();
      text = this.next === '(' ? this.call(name) : this.named(name);
    }
    while (this.skip('.')) text += `.${this.take()}`;
    return text;
  }

  private named(name: string): string {
    if (this.locals.has(name)) return `${name}_`;
    if (isUniform(name)) return `params.user_${name}`;
    return name === 'gl_FragCoord' ? 'fragCoord' : name;
  }

  private call(name: string): string {
    const operands: string[] = [];
    this.take('(');
    while (!this.skip(')')) {
      operands.push(this.expression());
      this.skip(',');
    }
    const [of, ...rest] = operands;
    // Elements are where their number says: a buffer has no width.
    if (name === 'kdFetch') return `element_${of}(${rest[1]})`;
    if (name === 'kdTexel') return `${of}[${rest[1]}]`;
    if (name === 'kdPlane') return `${of}[i32(${rest[2]}) * i32(params.user_${of}_dims.x) + i32(${rest[1]})]`;
    if (name === 'kdPlaneAt') return `${of}[${rest[1]} * i32(params.user_${of}_dims.x) + ${rest[0]}]`;
    if (name === 'kdStore') return `out0[${of}] = ${rest[0]}`;
    return `${functions[name] ?? name}(${operands.join(', ')})`;
  }
}

/** GLSL statements as WGSL; `parameters` are the names of the function that they are the body of. */
export function wgslBody(glsl: string, parameters: readonly string[] = []): string {
  return new Translator(glsl, parameters).body();
}

/** A library function in WGSL. Parameters cannot be assigned to there, as none of ours is. */
export function wgslFunction({ name, returns, parameters, body }: GlslFunction): string {
  const list = Object.entries(parameters).map(([parameter, type]) => `${parameter}_ : ${types[type]}`);
  return `fn ${name}(${list.join(', ')}) -> ${types[returns]} {\n${wgslBody(body, Object.keys(parameters))}\n}`;
}
