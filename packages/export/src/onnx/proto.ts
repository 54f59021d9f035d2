import { PbfWriter } from 'pbf';

/** The element types of ONNX's tensors, by their numbers in `onnx.proto`. */
export const ELEMENT = { float: 1, int64: 7, string: 8, bool: 9, double: 11 } as const;

/** The name of an element type. */
export type Element = keyof typeof ELEMENT;

/** A constant of a graph. */
export interface Constant {
  readonly name: string;
  readonly type: Element;
  readonly dims: readonly number[];
  /** The elements; bytes in memory's order for numbers. */
  readonly values: Uint8Array | readonly string[];
}

/** What an operation may be told. */
export type Attribute = number | { readonly float: number } | string | readonly number[] | readonly string[];

/** One operation. */
export interface Node {
  readonly op: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** An input or output; a size that is a text may be any. */
export interface Port {
  readonly name: string;
  readonly type: Element;
  readonly dims?: readonly (number | string)[];
}

/** A model. */
export interface Model {
  readonly name: string;
  readonly opsets: Readonly<Record<string, number>>;
  readonly nodes: readonly Node[];
  readonly constants: readonly Constant[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** The file of a model. The numbers are those of the fields in `onnx.proto`. */
export function encodeModel(model: Model): Uint8Array {
  const out = new PbfWriter();
  out.writeVarintField(1, 8);
  out.writeStringField(2, 'kindling');
  out.writeMessage(7, graph, model);
  for (const [domain, version] of Object.entries(model.opsets)) out.writeMessage(8, opset, { domain, version });
  for (const [key, value] of Object.entries(model.metadata)) out.writeMessage(14, pair, { key, value });
  return out.finish();
}

function opset({ domain, version }: { domain: string; version: number }, out: PbfWriter): void {
  out.writeStringField(1, domain);
  out.writeVarintField(2, version);
}

function pair({ key, value }: { key: string; value: string }, out: PbfWriter): void {
  out.writeStringField(1, key);
  out.writeStringField(2, value);
}

function graph({ name, nodes, constants, inputs, outputs }: Model, out: PbfWriter): void {
  for (const one of nodes) out.writeMessage(1, node, one);
  out.writeStringField(2, name);
  for (const one of constants) out.writeMessage(5, constant, one);
  for (const one of inputs) out.writeMessage(11, port, one);
  for (const one of outputs) out.writeMessage(12, port, one);
}

function node({ op, domain, inputs, outputs, attributes }: Node, out: PbfWriter): void {
  for (const name of inputs) out.writeStringField(1, name);
  for (const name of outputs) out.writeStringField(2, name);
  // Names of nodes must differ; that of its result does.
  out.writeStringField(3, `${op}:${outputs[0]}`);
  out.writeStringField(4, op);
  for (const [name, value] of Object.entries(attributes)) out.writeMessage(5, attribute, { name, value });
  if (domain !== '') out.writeStringField(7, domain);
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function attribute({ name, value }: { name: string; value: Attribute }, out: PbfWriter): void {
  out.writeStringField(1, name);
  let kind: number;
  if (typeof value === 'number') {
    out.writeVarintField(3, value);
    kind = 2;
  } else if (typeof value === 'string') {
    out.writeBytesField(4, bytes(value));
    kind = 3;
  } else if ('float' in value) {
    out.writeFloatField(2, value.float);
    kind = 1;
  } else if (typeof value[0] === 'string') {
    for (const text of value as readonly string[]) out.writeBytesField(9, bytes(text));
    kind = 8;
  } else {
    out.writePackedVarint(8, [...(value as readonly number[])]);
    kind = 7;
  }
  out.writeVarintField(20, kind);
}

function constant({ name, type, dims, values }: Constant, out: PbfWriter): void {
  out.writePackedVarint(1, [...dims]);
  out.writeVarintField(2, ELEMENT[type]);
  if (values instanceof Uint8Array) out.writeBytesField(9, values);
  else for (const text of values) out.writeBytesField(6, bytes(text));
  out.writeStringField(8, name);
}

function port({ name, ...type }: Port, out: PbfWriter): void {
  out.writeStringField(1, name);
  out.writeMessage(2, (_, message) => message.writeMessage(1, tensorType, type), null);
}

function tensorType({ type, dims }: Omit<Port, 'name'>, out: PbfWriter): void {
  out.writeVarintField(1, ELEMENT[type]);
  if (dims === undefined) return;
  out.writeMessage(
    2,
    (sizes, message) => {
      for (const size of sizes) message.writeMessage(1, dimension, size);
    },
    dims,
  );
}

function dimension(size: number | string, out: PbfWriter): void {
  if (typeof size === 'number') out.writeVarintField(1, size);
  else out.writeStringField(2, size);
}
