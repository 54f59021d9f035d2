import { tensor } from '@kindling/tensor-core';
import ts from 'typescript';

/** A value with its type, to be given where the type does not belong. */
interface Probe {
  readonly label: string;
  readonly type: string;
  readonly make: () => unknown;
}

const probes: readonly Probe[] = [
  { label: 'undefined', type: 'undefined', make: () => undefined },
  { label: 'null', type: 'null', make: () => null },
  { label: 'an object', type: '{ noSuchOption: number }', make: () => ({ noSuchOption: 1 }) },
  { label: 'a Promise', type: 'Promise<number>', make: () => Promise.resolve(1) },
  { label: 'a word', type: "'noSuchWord'", make: () => 'noSuchWord' },
  { label: 'true', type: 'true', make: () => true },
  { label: 'a function', type: '() => 1', make: () => () => 1 },
  { label: 'a number', type: '7', make: () => 7 },
  { label: 'an array of objects', type: '{ noSuchOption: number }[]', make: () => [{ noSuchOption: 1 }] },
  { label: 'an array of words', type: "'noSuchWord'[]", make: () => ['noSuchWord'] },
  { label: 'a tensor', type: "import('@kindling/tensor-core').Tensor", make: () => tensor([1, 2]) },
];

/** A file for the compiler that has a name of the type of each probe. */
export const probeFile = probes.map(({ type }, i) => `export declare const probe${i}: ${type};`).join('\n');

/** What types say about the parameters of a function or class. */
export class WrongValues {
  readonly #checker: ts.TypeChecker;
  readonly #types: readonly ts.Type[];
  readonly #number: ts.Type;

  constructor(program: ts.Program, file: string) {
    this.#checker = program.getTypeChecker();
    const source = program.getSourceFile(file)!;
    const exports = this.#checker.getExportsOfModule(this.#checker.getSymbolAtLocation(source)!);
    this.#types = probes.map((_, i) => {
      const symbol = exports.find(({ name }) => name === `probe${i}`)!;
      return this.#checker.getTypeOfSymbolAtLocation(symbol, source);
    });
    this.#number = this.#checker.getNumberType();
  }

  /** Each argument list that is wrong in one place, by what is wrong. */
  *of(signatures: readonly ts.Signature[], right: readonly unknown[]): Generator<[label: string, args: unknown[]]> {
    const count = Math.max(...signatures.map(({ parameters }) => parameters.length), 0);
    const length = Math.max(count, right.length);
    for (let i = 0; i < length; i++) {
      const places = signatures.flatMap((signature) => this.#place(signature, i));
      if (places.length === 0) continue;
      // A parameter that another signature lacks may be missing.
      const optional = places.length < signatures.length || places.some((place) => place.optional);
      const given = right[i];
      const put = (value: unknown): unknown[] => {
        const args = [...right];
        while (args.length < i) args.push(undefined);
        args[i] = value;
        return args;
      };
      const name = places[0]!.name;
      const types = places.map(({ type }) => type);
      for (const [label, bad] of this.#wrongs(types, optional, given)) yield [`${name}: ${label}`, put(bad)];
      for (const [label, bad] of this.#options(name, types, given)) yield [`${name}${label}`, put(bad)];
    }
    if (this.#takesNoMore(signatures)) {
      const all = Array.from({ length: Math.max(count, right.length) }, (_, i) => right[i]);
      yield ['one argument too many', [...all, 7]];
    }
  }

  /** Whether no signature gathers the rest of the arguments. */
  #takesNoMore(signatures: readonly ts.Signature[]): boolean {
    return signatures.every(({ parameters }) => {
      const last = parameters.at(-1)?.valueDeclaration;
      return last === undefined || !ts.isParameter(last) || last.dotDotDotToken === undefined;
    });
  }

  #place(signature: ts.Signature, i: number): { name: string; type: ts.Type; optional: boolean }[] {
    const { parameters } = signature;
    const last = parameters.at(-1);
    const declarationOf = (one: ts.Symbol): ts.ParameterDeclaration | undefined =>
      one.valueDeclaration !== undefined && ts.isParameter(one.valueDeclaration) ? one.valueDeclaration : undefined;
    const isRest = last !== undefined && declarationOf(last)?.dotDotDotToken !== undefined;
    const parameter = isRest && i >= parameters.length - 1 ? last : parameters[i];
    if (parameter === undefined) return [];
    let type = this.#checker.getTypeOfSymbol(parameter);
    const rest = isRest && parameter === last;
    if (rest) type = this.#checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? type;
    const declared = declarationOf(parameter);
    const optional =
      rest || declared?.questionToken !== undefined || declared?.initializer !== undefined || declared === undefined;
    return [{ name: parameter.name, type, optional }];
  }

  *#wrongs(
    types: readonly ts.Type[],
    optional: boolean,
    given: unknown,
    isOption = false,
  ): Generator<[string, unknown]> {
    const takes = (probe: ts.Type): boolean =>
      types.some((type) => this.#checker.isTypeAssignableTo(probe, this.#bound(type)));
    for (const [i, { label, make }] of probes.entries()) {
      if (label === 'undefined' && optional) continue;
      if (Array.isArray(given) && label === 'an array of words' && given.every((one) => typeof one === 'string'))
        continue;
      // A function of other parameters is one that does something else.
      const called = types.some((type) => parts(this.#bound(type)).some((one) => one.getCallSignatures().length > 0));
      if (label === 'a function' && (typeof given === 'function' || called)) continue;
      if (!takes(this.#types[i]!)) yield [label, make()];
    }
    if (isOption && takes(this.#number)) yield ['NaN', Number.NaN];
  }

  *#options(name: string, types: readonly ts.Type[], given: unknown): Generator<[string, unknown]> {
    const plain = given === undefined || isPlain(given);
    if (!plain) return;
    for (const type of types.flatMap((one) => parts(this.#bound(one)))) {
      if (!this.#isOptions(name, type)) continue;
      for (const property of this.#checker.getPropertiesOfType(type)) {
        const of = this.#checker.getTypeOfSymbol(property);
        const inner = given === undefined ? undefined : (given as Record<string, unknown>)[property.name];
        const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
        for (const [label, bad] of this.#wrongs([of], optional, inner, true))
          yield [`.${property.name}: ${label}`, { ...(given as object), [property.name]: bad }];
      }
      yield [': an unknown option', { ...(given as object), noSuchOption: 1 }];
    }
  }

  /** Whether a type is that of options, and not of data: by its name or that of the parameter. */
  #isOptions(parameter: string, type: ts.Type): boolean {
    const names = `${type.symbol?.name} ${type.aliasSymbol?.name ?? ''}`;
    if (parameter !== 'options' && !/(Options|Task)\b/.test(names)) return false;
    if ((type.flags & ts.TypeFlags.Object) === 0 || type.symbol?.flags === undefined) return false;
    if ((type.symbol.flags & ts.SymbolFlags.Class) !== 0 || type.getCallSignatures().length > 0) return false;
    if (type.getStringIndexType() !== undefined || type.getNumberIndexType() !== undefined) return false;
    const properties = this.#checker.getPropertiesOfType(type);
    return properties.some(({ flags }) => (flags & ts.SymbolFlags.Optional) !== 0);
  }

  #bound(type: ts.Type): ts.Type {
    return this.#checker.getBaseConstraintOfType(type) ?? type;
  }
}

const parts = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
