import type { Attribute, Constant, Element, Model, Node, Port } from './proto.js';
import { encodeModel } from './proto.js';

/** The version of ONNX's operations, and of those for tables. */
const OPSETS = { '': 17, 'ai.onnx.ml': 3 } as const;

/** A graph as it grows: constants and operations, whose results have names of their own. */
export class Graph {
  private readonly nodes: Node[] = [];
  private readonly constants = new Map<string, Constant>();
  private readonly taken: ReadonlySet<string>;
  private count = 0;
  private usesTables = false;

  /** @param inputs - the names of what goes in and comes out are the user's. */
  constructor(
    private readonly inputs: readonly Port[],
    private readonly outputs: readonly Port[],
  ) {
    this.taken = new Set([...inputs, ...outputs].map(({ name }) => name));
  }

  /** Adds an operation; gives the name of its result. */
  add(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    to = this.fresh(op),
  ): string {
    this.nodes.push({ op, domain: '', inputs, outputs: [to], attributes });
    return to;
  }

  /** Adds an operation for tables, of `ai.onnx.ml`. */
  addForTables(op: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>>): string {
    this.usesTables = true;
    const to = this.fresh(op);
    this.nodes.push({ op, domain: 'ai.onnx.ml', inputs, outputs: [to], attributes });
    return to;
  }

  /** A constant of 32-bit numbers. */
  floats(values: Float32Array | readonly number[], dims: readonly number[] = []): string {
    return this.constant('float', dims, bytesOf(Float32Array.from(values)));
  }

  /** A constant of 64-bit numbers. */
  doubles(values: readonly number[], dims: readonly number[] = []): string {
    return this.constant('double', dims, bytesOf(Float64Array.from(values)));
  }

  /** A constant of whole numbers. */
  integers(values: readonly number[], dims: readonly number[] = [values.length]): string {
    return this.constant('int64', dims, bytesOf(BigInt64Array.from(values, BigInt)));
  }

  /** A constant of texts. */
  texts(values: readonly string[], dims: readonly number[] = []): string {
    return this.constant('string', dims, values);
  }

  /** The file. */
  encode(name: string, metadata: Model['metadata']): Uint8Array {
    const { nodes, inputs, outputs } = this;
    const opsets = this.usesTables ? OPSETS : { '': OPSETS[''] };
    return encodeModel({ name, opsets, nodes, inputs, outputs, metadata, constants: [...this.constants.values()] });
  }

  private constant(type: Element, dims: readonly number[], values: Uint8Array | readonly string[]): string {
    const name = this.fresh(type);
    this.constants.set(name, { name, type, dims, values });
    return name;
  }

  private fresh(what: string): string {
    let name: string;
    do name = `${what.toLowerCase()}_${++this.count}`;
    while (this.taken.has(name));
    return name;
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
}
