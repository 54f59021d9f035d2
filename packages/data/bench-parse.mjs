import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esmMin = (fn, res, err) => () => {
	if (err) throw err[0];
	try {
		return fn && (res = fn(fn = 0)), res;
	} catch (e) {
		throw err = [e], e;
	}
};
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __require = /* #__PURE__ */ (() => createRequire(import.meta.url))();
// packages/tensor-core/src/as-a-value.ts
/** @internal `x > 0.5` would compare texts, and `x + x` join them. */
function toPrimitive(x, hint) {
	if (hint === "string") return String(x.toString());
	throw new TypeError("a Tensor is no number: operators do not work on it. Use its methods, such as x.gt(0.5), x.mul(2) and x.add(y); item() gives the number of one element, and `${x}` a text");
}
/** @internal The method `toJSON`. */
function toJSON(x) {
	return {
		shape: x.shape,
		dtype: x.dtype,
		...x.backend.readSync !== void 0 && { values: x.tolist() }
	};
}
var init_as_a_value = __esmMin((() => {}));
// internal/arguments/src/describe.ts
/**
* What a value is, in a few words: `an array of 3`, `a string 'x'`, `a Tensor [2, 3]`, `undefined`, `-1`.
*
* Never longer than a line, and never with characters that steer a terminal.
*/
function describe$3(value) {
	if (typeof value === "string") return `a string '${clean(value)}'`;
	if (typeof value === "bigint") return `a bigint ${clean(String(value))}`;
	if (typeof value === "symbol") return "a symbol";
	if (typeof value === "function") {
		const { constructor: maker } = value;
		if (typeof maker === "function" && !/Function$/.test(maker.name)) return withArticle(clean(maker.name));
		const kind = /^class\b/.test(Function.prototype.toString.call(value)) ? "class" : "function";
		return value.name === "" ? `a ${kind}` : `a ${kind} ${clean(value.name)}`;
	}
	if (typeof value !== "object" || value === null) return String(value);
	if (Array.isArray(value)) return `an array of ${value.length}`;
	const tag = Object.prototype.toString.call(value).slice(8, -1);
	const { shape, length, constructor: maker } = value;
	if (ArrayBuffer.isView(value)) return withArticle(length === void 0 ? tag : `${tag} of ${length}`);
	if (Array.isArray(shape) && "dtype" in value) return `a Tensor [${shape.join(", ")}]`;
	if (tag === "Promise") return "a Promise, which `await` would resolve";
	const name = typeof maker === "function" ? maker.name : "";
	if (name !== "" && name !== "Object") return withArticle(clean(name));
	const keys = Object.keys(value);
	if (keys.length === 0) return "an empty object";
	return `an object { ${keys.slice(0, 3).map(clean).join(", ")}${keys.length > 3 ? ", …" : ""} }`;
}
/** At most 40 characters, none of which moves a cursor or colours a line. */
function clean(text) {
	return (text.length > 40 ? `${text.slice(0, 39).replace(/[\ud800-\udbff]$/, "")}…` : text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function withArticle(name) {
	return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
}
var init_describe = __esmMin((() => {}));
// internal/arguments/src/nearest.ts
/**
* The known name that somebody most likely meant: `batch_size` -> `batchSize`, `momentun` -> `momentum`; `undefined` where
* none is near.
*/
function nearest(name, known) {
	const plain = (text) => text.toLowerCase().replace(/[_\s-]/g, "");
	if (name.length > 40) return void 0;
	const wanted = plain(name);
	let best;
	let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of known) {
		const steps = distance(wanted, plain(candidate));
		if (steps < least) {
			least = steps;
			best = candidate;
		}
	}
	return best;
}
/** How many letters have to be added, dropped or changed, or swapped with their neighbour. */
function distance(a, b) {
	let before = [];
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
		}
		before = row;
		row = next;
	}
	return row[b.length];
}
var init_nearest = __esmMin((() => {}));
// internal/arguments/src/choice.ts
/** Throws unless a value is one of some words: `gelu: approximate must be 'none' or 'tanh', not a string 'tahn'; did you mean 'tanh'?` */
function checkChoice(Class, where, what, value, words) {
	if (words.includes(value)) return;
	const near = typeof value === "string" ? nearest(value, words) : void 0;
	const list = words.map((word) => `'${clean(word)}'`);
	throw new Class(`${where}: ${what} must be ${list.length === 1 ? list[0] : `${list.slice(0, -1).join(", ")} or ${list.at(-1)}`}, not ${describe$3(value)}${near === void 0 ? "" : `; did you mean '${near}'?`}`);
}
var init_choice = __esmMin((() => {
	init_describe();
	init_nearest();
}));
// internal/arguments/src/options.ts
/**
* Throws unless options are an object with known names: `Linear: unknown option 'Bias'; did you mean 'bias'?`
*
* @param where - the function or class.
* @param options - what the caller gave; nothing is fine.
* @param known - `{ bias: 1, dtype: 1 }`, best a constant beside the options' type.
*/
function checkOptions$1(Class, where, options, known) {
	if (options === void 0) return;
	if (typeof options !== "object" || Object.prototype.toString.call(options) !== "[object Object]") throw new Class(`${where}: the options must be an object, not ${describe$3(options)}`);
	for (const name in options) if (known[name] !== 1) unknown(Class, where, options, name, Object.keys(known));
}
function unknown(Class, where, options, name, known) {
	const prototype = Object.getPrototypeOf(options);
	if (prototype !== null && Object.getPrototypeOf(prototype) !== null && Object.keys(options).includes(name)) throw new Class(`${where}: the options must be an object, not ${describe$3(options)}`);
	const near = nearest(name, known);
	const list = known.map((one) => `'${one}'`).join(", ");
	const remedy = near !== void 0 ? `did you mean '${near}'?` : list === "" ? "there are none" : `there are ${list}`;
	throw new Class(`${where}: unknown option '${clean(name)}'; ${remedy}`);
}
var init_options$1 = __esmMin((() => {
	init_describe();
	init_nearest();
}));
// internal/arguments/src/wrong.ts
/**
* Throws what every wrong argument is told: `unsqueeze: dim must be a whole number, not an object { dim }`.
*
* @param where - the function or class.
* @param what - the argument.
* @param wanted - what it takes.
*/
function wrong(Class, where, what, wanted, got) {
	throw new Class(`${where}: ${what} must be ${wanted}, not ${describe$3(got)}`);
}
var init_wrong = __esmMin((() => {
	init_describe();
}));
// internal/arguments/src/index.ts
var init_src$1 = __esmMin((() => {
	init_choice();
	init_describe();
	init_nearest();
	init_options$1();
	init_wrong();
}));
// packages/tensor-core/src/errors.ts
var ShapeError, DTypeError, AutogradError, BackendError, ArgumentError;
var init_errors = __esmMin((() => {
	ShapeError = class extends Error {
		name = "ShapeError";
	};
	DTypeError = class extends Error {
		name = "DTypeError";
	};
	AutogradError = class extends Error {
		name = "AutogradError";
	};
	BackendError = class extends Error {
		name = "BackendError";
	};
	ArgumentError = class extends Error {
		name = "ArgumentError";
	};
}));
// packages/tensor-core/src/dtype.ts
/**
* A zero-filled array of `size` elements for a dtype.
*
* @example
* ```ts
* import { makeArray } from '@kindling/tensor-core/backend';
* console.log(makeArray('int32', 2)); // => Int32Array(2) [ 0, 0 ]
* ```
*/
function makeArray(dtype, size) {
	return new constructors[dtype](size);
}
/** Whether values are an array of the type that holds elements of a dtype. */
function isArrayOf(dtype, values) {
	return values instanceof constructors[dtype];
}
/** A fresh array of a dtype with these values: as int32 their fractions are cut off, as bool anything but 0 is true. */
function toArray(values, dtype) {
	const array = makeArray(dtype, values.length);
	if (dtype === "bool") for (let i = 0; i < values.length; i++) array[i] = Number(values[i]) === 0 ? 0 : 1;
	else array.set(values);
	return array;
}
/**
* The dtype whose elements an array holds; `undefined` for an array of another kind.
*
* @example
* ```ts
* import { dtypeOfArray } from '@kindling/tensor-core/backend';
* console.log(dtypeOfArray(new Int32Array(2)), dtypeOfArray([1, 2])); // => int32 undefined
* ```
*/
function dtypeOfArray(array) {
	if (array instanceof Float32Array) return "float32";
	if (array instanceof Float64Array) return "float64";
	if (array instanceof Int32Array) return "int32";
	if (array instanceof Uint8Array) return "bool";
	if (!ArrayBuffer.isView(array)) return void 0;
	const tag = Object.prototype.toString.call(array).slice(8, -1);
	return dtypes.find((dtype) => constructors[dtype].name === tag);
}
/** Throws unless numbers fit int32, whose fractions are cut off: 3e9 would become -1294967296, and NaN 0. */
function requireInt32(name, values) {
	for (let i = 0; i < values.length; i++) {
		const value = Math.trunc(Number(values[i]));
		if (value !== (value | 0)) throw new ArgumentError(`${name}: int32 holds whole numbers from -2147483648 to 2147483647, not ${Number(values[i])} (element ${i})`);
	}
}
/**
* Whether a dtype holds fractions, and so can carry gradients.
*
* @example
* ```ts
* import { isFloating } from '@kindling/tensor-core';
* console.log(isFloating('float32'), isFloating('int32')); // => true false
* ```
*/
function isFloating(dtype) {
	if (dtype === "float32" || dtype === "float64") return true;
	if (dtype !== "int32" && dtype !== "bool") requireDType$1("isFloating", dtype);
	return false;
}
/**
* The smaller dtype that holds the values of both: bool < int32 < float32 < float64, as `torch.promote_types`.
*
* @example
* ```ts
* import { promoteTypes } from '@kindling/tensor-core';
* console.log(promoteTypes('int32', 'float32')); // => float32
* ```
*/
function promoteTypes(a, b) {
	const [p, q] = [dtypes.indexOf(a), dtypes.indexOf(b)];
	if (p < 0 || q < 0) requireDType$1("promoteTypes", p < 0 ? a : b);
	return p >= q ? a : b;
}
/** Throws unless an argument is the name of a dtype. */
function requireDType$1(name, value) {
	checkChoice(ArgumentError, name, "the dtype", value, dtypes);
}
var constructors, dtypes;
var init_dtype = __esmMin((() => {
	init_src$1();
	init_errors();
	constructors = {
		bool: Uint8Array,
		int32: Int32Array,
		float32: Float32Array,
		float64: Float64Array
	};
	dtypes = Object.keys(constructors);
}));
// packages/tensor-core/src/shape.ts
/**
* A shape as PyTorch prints it: `[2, 3]`.
*
* @example
* ```ts
* import { ones } from '@kindling/tensor-core';
* import { formatShape } from '@kindling/tensor-core/internal';
* console.log(formatShape(ones(2, 3).shape)); // => [2, 3]
* ```
*/
function formatShape(shape) {
	return `[${shape.join(", ")}]`;
}
/**
* The number of elements: the product of the sizes, 1 for a scalar.
*
* @example
* ```ts
* import { sizeOf } from '@kindling/tensor-core/internal';
* console.log(sizeOf([2, 3]), sizeOf([])); // => 6 1
* ```
*/
function sizeOf(shape) {
	let size = 1;
	for (let i = 0; i < shape.length; i++) size *= shape[i];
	return size;
}
/**
* The steps between neighbours along each dimension when elements lie in row-major order.
*
* @example
* ```ts
* import { rowMajorStrides } from '@kindling/tensor-core/backend';
* console.log(rowMajorStrides([2, 3, 4])); // => [ 12, 4, 1 ]
* ```
*/
function rowMajorStrides(shape) {
	const strides = new Array(shape.length);
	let step = 1;
	for (let i = shape.length - 1; i >= 0; i--) {
		strides[i] = step;
		step *= shape[i];
	}
	return strides;
}
/**
* Whether strides are row-major without gaps; the stride of a dimension of size 1 does not matter.
*
* @example
* ```ts
* import { isRowMajor } from '@kindling/tensor-core/backend';
* console.log(isRowMajor([2, 3], [3, 1]), isRowMajor([3, 2], [1, 3])); // => true false
* ```
*/
function isRowMajor(shape, strides) {
	let step = 1;
	for (let i = shape.length - 1; i >= 0; i--) {
		const size = shape[i];
		if (size !== 1 && strides[i] !== step) return shape.includes(0);
		step *= size;
	}
	return true;
}
/**
* Whether two shapes are equal.
*
* @example
* ```ts
* import { sameShape } from '@kindling/tensor-core/internal';
* console.log(sameShape([2, 3], [2, 3]), sameShape([2], [2, 1])); // => true false
* ```
*/
function sameShape(a, b) {
	if (a === b) return true;
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}
/** The strides with which a view reads as the larger `to`: 0 along the dimensions that repeat. Shapes are compatible. */
function expandStrides(shape, strides, to) {
	const lead = to.length - shape.length;
	const result = new Array(to.length);
	for (let i = 0; i < to.length; i++) {
		const own = i - lead;
		result[i] = own < 0 || shape[own] === 1 && to[i] !== 1 ? 0 : strides[own];
	}
	return result;
}
/**
* Strides that let a view be read with another shape of the same size without copying, or `null` where none exist.
* Each run of old dimensions that can be walked with one stride is matched with the new dimensions that fill it. The view
* has an element and a dimension: others are row-major.
*/
function reshapeStrides(shape, strides, to) {
	const result = new Array(to.length);
	let next = to.length - 1;
	let runSize = 1;
	let runStride = strides[shape.length - 1];
	for (let i = shape.length - 1; i >= 0; i--) {
		runSize *= shape[i];
		if (!(i === 0 || shape[i - 1] !== 1 && strides[i - 1] !== runSize * runStride)) continue;
		let filled = 1;
		while (next >= 0 && (filled < runSize || to[next] === 1)) {
			result[next] = filled * runStride;
			filled *= to[next];
			next--;
		}
		if (filled !== runSize) return null;
		if (i > 0) {
			runSize = 1;
			runStride = strides[i - 1];
		}
	}
	return result;
}
var init_shape = __esmMin((() => {}));
/** @internal Has buffers marked as made by a backward pass; returns the pass before. */
function setPass(next) {
	const before = pass;
	pass = next;
	return before;
}
/**
* A tensor over a fresh buffer that a backend made, for operations that call a backend's kernels themselves.
*
* @param buffer - elements in row-major order that no other tensor has.
* @param shape - sizes with the product `buffer.size`.
* @param strides - the row-major strides of the shape, where they are at hand.
* @example
* ```ts
* import { fromBuffer, getBackend } from '@kindling/tensor-core';
* console.log(fromBuffer(getBackend().fill(2, 7, 'float32'), [2]).tolist()); // => [ 7, 7 ]
* ```
*/
function wrap(buffer, shape, strides = rowMajorStrides(shape)) {
	if (pass !== 0) buffer.pass = pass;
	const result = new Tensor(buffer, shape, strides, 0, buffer.size, true);
	if (watcher !== null) watcher(result);
	return result;
}
/** @internal A tensor over a fresh buffer of the shape of `like`, whose stride list is shared where it fits. */
function wrapLike(buffer, like) {
	return like.dense ? wrap(buffer, like.shape, like.strides) : wrap(buffer, like.shape);
}
/** @internal Another view of a tensor's buffer. */
function viewOf(x, shape, strides, offset = x.offset) {
	return new Tensor(x.buffer, shape, strides, offset, sizeOf(shape), isRowMajor(shape, strides));
}
var Tensor, watcher, pass;
var init_tensor$1 = __esmMin((() => {
	init_src$1();
	init_dtype();
	init_errors();
	init_shape();
	Tensor = class {
		/** @internal What `grad` holds, for those who do not keep it; see `peekGrad`. */
		gradient = null;
		/** @internal Whether somebody read or set `grad`, and may have kept it. */
		gradSeen = false;
		/** @internal Whether nobody but the graph can reach this tensor; see `ephemeral`. */
		isEphemeral = false;
		/** @internal The operation that made this tensor, while autograd remembers it; `null` for a leaf. */
		node = null;
		/** Whether `backward()` keeps the gradient of this tensor although it is not a leaf. */
		retainsGrad = false;
		/** @internal */
		tracked = false;
		/** @internal Tensors are made by `tensor()`, `zeros()` and their like. */
		constructor(buffer, shape, strides, offset, count, dense) {
			this.buffer = buffer;
			this.shape = shape;
			this.strides = strides;
			this.offset = offset;
			this.count = count;
			this.dense = dense;
			this.dtype = buffer.dtype;
		}
		/** The gradient that `backward()` accumulated, of this tensor's shape. */
		get grad() {
			if (!this.gradSeen) this.gradient?.backend.unpin?.(this.gradient.buffer);
			this.gradSeen = true;
			return this.gradient;
		}
		set grad(value) {
			const before = this.gradient;
			if (before !== null && !this.gradSeen && before.node === null && before.buffer !== value?.buffer) before.backend.release(before.buffer);
			this.gradient = value;
			this.gradSeen = value !== null;
		}
		/** The backend that holds the elements and runs the operations. */
		get backend() {
			return this.buffer.backend;
		}
		/** The number of dimensions. */
		get ndim() {
			return this.shape.length;
		}
		/** Whether autograd follows this tensor. */
		get requiresGrad() {
			return this.tracked;
		}
		set requiresGrad(value) {
			if (typeof value !== "boolean") wrong(ArgumentError, "requiresGrad", "the value", "true or false", value);
			if (this.node !== null && !value) throw new AutogradError("requiresGrad can be turned off for leaf tensors only; use detach() for the result of an operation");
			if (value && !isFloating(this.dtype)) throw new DTypeError(`only float32 and float64 tensors can require gradients, not ${this.dtype}`);
			this.tracked = value;
		}
		/** Sets `requiresGrad` and returns the tensor. */
		requiresGrad_(value = true) {
			this.requiresGrad = value;
			return this;
		}
		/** Whether the tensor was made by the user and not by a tracked operation. */
		get isLeaf() {
			return this.node === null;
		}
		/** Keeps `grad` on this tensor in later `backward()` calls, also when it is the result of an operation. */
		retainGrad() {
			if (!this.tracked) throw new AutogradError("retainGrad: the tensor does not require gradients");
			this.retainsGrad = this.node !== null;
			return this;
		}
		/** Whether the elements lie in row-major order without gaps. */
		isContiguous() {
			return this.dense;
		}
		/** The number of elements. */
		numel() {
			return this.count;
		}
		/** Gives the memory back now; on a GPU, where garbage collection comes too late. The tensor and its views are unusable after. */
		dispose() {
			this.backend.release(this.buffer);
		}
		/** `dispose()`, for `using`. */
		[Symbol.dispose]() {
			this.dispose();
		}
	};
	watcher = null;
	pass = 0;
}));
// packages/tensor-core/src/checks.ts
/** @internal Throws unless an argument is a whole number from `least` on. */
function requireWhole(name, what, value, least) {
	if (!Number.isInteger(value) || value < least) wrong(ArgumentError, name, what, `a whole number${least > Number.NEGATIVE_INFINITY ? ` from ${least}` : ""}`, value);
}
/** @internal Throws unless an argument is a number, NaN among them. */
function requireNumber(name, what, value) {
	if (typeof value !== "number") wrong(ArgumentError, name, what, "a number", value);
}
/** @internal Throws unless an argument is true, false or not given. */
function requireFlag(name, what, value) {
	if (value !== void 0 && typeof value !== "boolean") wrong(ArgumentError, name, what, "true or false", value);
}
/** @internal Throws unless an argument is an array of whole numbers. */
function requireWholes(name, what, value) {
	if (!Array.isArray(value)) wrong(ArgumentError, name, what, "an array of whole numbers", value);
	for (const one of value) if (!Number.isInteger(one)) wrong(ArgumentError, name, `each number in ${what}`, "whole", one);
}
/** @internal Throws unless an argument is a tensor. */
function requireTensor(name, value, what = "the input") {
	if (!(value instanceof Tensor)) notTensor(name, what, value);
}
/** @internal Throws unless an argument is a number or a tensor. */
function requireOperand(name, value, what = "an operand") {
	if (typeof value !== "number" && !(value instanceof Tensor)) notTensor(name, what, value, "a Tensor or a number");
}
function notTensor(name, what, value, wanted = "a Tensor") {
	const { buffer, shape } = value ?? {};
	if (Array.isArray(shape) && typeof buffer === "object" && !ArrayBuffer.isView(value)) throw new ArgumentError(`${name}: ${what} is a Tensor of another copy of @kindling/tensor-core. One copy must be loaded; \`npm ls @kindling/tensor-core\` shows who brings another`);
	const remedy = Array.isArray(value) || ArrayBuffer.isView(value) ? "; make one of it with tensor()" : "";
	throw new ArgumentError(`${name}: ${what} must be ${wanted}, not ${describe$3(value)}${remedy}`);
}
/** @internal Throws unless options are those that are known. */
function requireOptions(name, options, known) {
	checkOptions$1(ArgumentError, name, options, known);
}
/** @internal Whether options say that reduced dimensions stay. */
function keepdimOf(name, options) {
	if (options === void 0) return false;
	checkOptions$1(ArgumentError, name, options, keepdimOptions);
	requireFlag(name, "keepdim", options.keepdim);
	return options.keepdim === true;
}
/** @internal Throws unless a tensor has a dtype; the message says what makes it so. */
function requireDType(name, what, x, needed) {
	requireTensor(name, x, what);
	const { dtype } = x;
	if (dtype !== needed) throw new DTypeError(`${name}: ${what} must be ${needed}, not ${dtype}; ${needed === "bool" ? "compare or use bool()" : "convert with int()"}`);
}
var keepdimOptions;
var init_checks$1 = __esmMin((() => {
	init_src$1();
	init_errors();
	init_tensor$1();
	init_dtype();
	keepdimOptions = { keepdim: 1 };
}));
/** @internal Throws unless an argument is a backend. */
function requireBackend(name, backend) {
	if (typeof backend?.supports !== "function") wrong(ArgumentError, name, "the backend", "a backend, such as `await cpu()` gives", backend);
}
/**
* The backend that {@link setBackend} chose.
*
* @throws {@link BackendError} when none was chosen; the message says what to install and write.
* @example
* ```ts
* import { cpu } from '@kindling/backend-cpu';
* import { getBackend, setBackend } from '@kindling/tensor-core';
* setBackend(await cpu());
* console.log(getBackend().name); // => cpu
* ```
*/
function getBackend() {
	if (current$1 === void 0) {
		if (chosen$1 in globalThis) throw new BackendError("no backend is set in this copy of @kindling/tensor-core, but one is in another: two copies are loaded. `npm ls @kindling/tensor-core` shows who brings them; in a bundle, let the packages share one (`resolve.dedupe`).");
		throw new BackendError("no backend is set. Install one with `npm install @kindling/backend-cpu`, then write once, before the first tensor:\n  import { cpu } from '@kindling/backend-cpu';\n  import { setBackend } from '@kindling/tensor-core';\n  setBackend(await cpu());");
	}
	return current$1;
}
/** @internal Throws unless a backend has tensors of a dtype. */
function requireSupport(backend, dtype) {
	if (!backend.supports(dtype)) throw new BackendError(`${backend.name} has no ${dtype} tensors`);
}
var current$1, chosen$1;
var init_current_backend = __esmMin((() => {
	init_src$1();
	init_errors();
	chosen$1 = Symbol.for("@kindling/tensor-core: a backend is set");
}));
// packages/tensor-core/src/autograd/mode.ts
/**
* Whether operations are recorded for `backward()`.
*
* @example
* ```ts
* import { isGradEnabled, noGrad } from '@kindling/tensor-core';
* console.log(isGradEnabled(), noGrad(() => isGradEnabled())); // => true false
* ```
*/
function isGradEnabled() {
	return enabled;
}
/** @internal Switches recording and returns what it was. */
function setGradEnabled(value) {
	const before = enabled;
	enabled = value;
	return before;
}
var enabled;
var init_mode = __esmMin((() => {
	init_checks$1();
	init_errors();
	enabled = true;
}));
// packages/tensor-core/src/autograd/node.ts
var nextId, Node;
var init_node = __esmMin((() => {
	init_errors();
	init_shape();
	nextId = 0;
	Node = class {
		/** Later operations have larger numbers, so that descending order is a topological one. */
		id = nextId++;
		/** The gradient collected so far while a backward run is under way. */
		pending = null;
		/** The backward run that saw this node last. */
		mark = 0;
		#inputs;
		#v0;
		#v1;
		#v2;
		#vy;
		constructor(op, inputs, args, output) {
			this.op = op;
			this.args = args;
			this.#inputs = inputs;
			this.output = output;
			this.#v0 = inputs[0].buffer.version;
			this.#v1 = inputs.length > 1 ? inputs[1].buffer.version : 0;
			this.#v2 = inputs.length > 2 ? inputs[2].buffer.version : 0;
			this.#vy = output.buffer.version;
		}
		get inputs() {
			if (this.#inputs === null) throw new AutogradError(`backward: the graph was freed by an earlier backward (at ${this.op.name}). Pass { retainGraph: true } to the first call to go through it twice`);
			return this.#inputs;
		}
		get a() {
			return this.#checked(this.inputs[0], this.#v0, "its first input");
		}
		get b() {
			return this.#checked(this.inputs[1], this.#v1, "its second input");
		}
		get c() {
			return this.#checked(this.inputs[2], this.#v2, "its third input");
		}
		get y() {
			return this.#checked(this.output, this.#vy, "its result");
		}
		shape(index) {
			return this.inputs[index].shape;
		}
		/** Forgets the inputs, so that their memory can go. */
		free() {
			this.#inputs = null;
		}
		#checked(value, version, what) {
			if (value.buffer.version !== version) throw new AutogradError(`backward: ${this.op.name} needs ${what} (${value.dtype}, ${formatShape(value.shape)}) as it was, but it was changed in place (version ${value.buffer.version}, expected ${version}). Change a clone() instead`);
			return value;
		}
	};
}));
// packages/tensor-core/src/define-op.ts
/** @internal Throws unless all inputs are on one backend. */
function requireOneBackend(name, inputs) {
	requireTensor(name, inputs[0]);
	const backend = inputs[0].buffer.backend;
	for (let i = 1; i < inputs.length; i++) {
		requireTensor(name, inputs[i], `input ${i}`);
		const other = inputs[i].buffer.backend;
		if (other !== backend) throw new BackendError(`${name}: one input is on ${backend.name}, another on ${other.name}${other.name === backend.name ? " (two instances)" : ""}. Move one with tensor.to(backend)`);
	}
}
/**
* Makes a tracked operation from its forward computation and its derivatives.
*
* `backward` is a list with one rule an input, or one rule for all. A rule reads inputs and result from `saved` (`a`,
* `b`, `c`, `y`), is called only for inputs that require gradients, and is written in terms of other operations, so
* that second derivatives work. Where one kernel makes the gradients of several inputs, `together` may give them.
*
* @example
* ```ts
* import { cpu } from '@kindling/backend-cpu';
* import { defineOp, setBackend, tensor } from '@kindling/tensor-core';
* setBackend(await cpu());
* const square = defineOp<void>({
*   name: 'square',
*   forward: ([x]) => x!.mul(x!),
*   backward: [(g, { a }) => g.mul(a).mul(2)],
* });
* const x = tensor([3], { requiresGrad: true });
* square([x], undefined).backward();
* console.log(x.grad!.item()); // => 6
* ```
*/
/* @__NO_SIDE_EFFECTS__ */
function defineOp(definition) {
	const { name, forward } = definition;
	const derivative = definition;
	return (inputs, args) => {
		if (inputs.length > 1) requireOneBackend(name, inputs);
		else requireTensor(name, inputs[0]);
		if (!isGradEnabled() || !anyTracked(inputs)) return forward(inputs, args);
		const output = untracked(forward, inputs, args);
		if (isFloating(output.dtype)) {
			output.tracked = true;
			output.node = new Node(derivative, inputs, args, output);
		}
		return output;
	};
}
function anyTracked(inputs) {
	for (let i = 0; i < inputs.length; i++) if (inputs[i].tracked) return true;
	return false;
}
function untracked(forward, inputs, args) {
	setGradEnabled(false);
	try {
		return forward(inputs, args);
	} finally {
		setGradEnabled(true);
	}
}
/** @internal Makes a tracked operation of one tensor; see {@link defineOp}. */
/* @__NO_SIDE_EFFECTS__ */
function defineSingle(name, forward, backward) {
	const op = /* @__PURE__ */ defineOp({
		name,
		forward: (inputs, args) => forward(inputs[0], args),
		backward
	});
	return (x, args) => op([x], args);
}
var init_define_op = __esmMin((() => {
	init_mode();
	init_node();
	init_checks$1();
	init_dtype();
	init_errors();
}));
// packages/tensor-core/src/ops/cast.ts
/** @internal An untracked conversion. */
function convert(x, dtype) {
	requireSupport(x.backend, dtype);
	return wrap(x.backend.copy(x, dtype), x.shape);
}
/**
* A tensor with its elements converted to another dtype; itself where it has that dtype already.
*
* @param x - any shape.
* @throws `BackendError` when the backend has no such dtype.
* @example
* ```ts
* import { cast, tensor } from '@kindling/tensor-core';
* console.log(String(cast(tensor([1.7, -1.7]), 'int32'))); // => tensor([ 1, -1], dtype=torch.int32)
* ```
*/
function cast(x, dtype) {
	requireTensor("cast", x);
	if (x.dtype === dtype) return x;
	requireDType$1("cast", dtype);
	return castOp(x, dtype);
}
/** @internal A tensor as the one option that some operations take says. */
function withDType(name, x, options) {
	requireOptions(name, options, { dtype: 1 });
	return options.dtype === void 0 ? x : cast(x, options.dtype);
}
var castOp;
var init_cast = __esmMin((() => {
	init_checks$1();
	init_current_backend();
	init_define_op();
	init_tensor$1();
	castOp = /* @__PURE__ */ defineSingle("cast", convert, (g) => g);
}));
// packages/tensor-core/src/broadcast.ts
/**
* The shape to which two shapes broadcast, by NumPy's rule.
*
* @param name - the operation, for the message of the error.
* @throws {@link ShapeError} naming the dimension in which they differ.
* @example
* ```ts
* import { broadcastShapes } from '@kindling/tensor-core';
* console.log(broadcastShapes('add', [2, 1], [3])); // => [ 2, 3 ]
* broadcastShapes('add', [2], [3]); // throws add: shapes do not broadcast: [2] and [3] (2 != 3 in dimension -1)
* ```
*/
function broadcastShapes(name, a, b) {
	if (typeof name !== "string") wrong(ArgumentError, "broadcastShapes", "the name", "a string", name);
	if (!Array.isArray(a) || !Array.isArray(b)) wrong(ArgumentError, name, "each shape", "an array of whole numbers", Array.isArray(a) ? b : a);
	if (sameShape(a, b)) return a;
	const ndim = Math.max(a.length, b.length);
	const result = new Array(ndim);
	for (let i = 1; i <= ndim; i++) {
		const p = a.at(-i) ?? 1;
		const q = b.at(-i) ?? 1;
		if (p !== q && p !== 1 && q !== 1) {
			for (const size of [p, q]) if (!Number.isInteger(size)) wrong(ArgumentError, name, "each size", "a whole number", size);
			throw new ShapeError(`${name}: shapes do not broadcast: ${formatShape(a)} and ${formatShape(b)} (${p} != ${q} in dimension -${i})`);
		}
		result[ndim - i] = p === 1 ? q : p;
	}
	return result;
}
/** @internal A view that reads as the larger shape; untracked. */
function expandView(x, shape) {
	return sameShape(x.shape, shape) ? x : viewOf(x, shape, expandStrides(x.shape, x.strides, shape));
}
/**
* A dimension counted from the end where it is negative.
*
* @throws {@link ShapeError} when a tensor of `ndim` dimensions has no such one.
*/
function normalizeDim(name, dim, ndim) {
	const size = Math.max(ndim, 1);
	if (!Number.isInteger(dim)) wrong(ArgumentError, name, "the dimension", "a whole number", dim);
	if (dim < -size || dim >= size) throw new ShapeError(`${name}: dimension ${dim} is out of range for ${ndim} dimensions (${-size} to ${size - 1})`);
	return dim < 0 ? dim + size : dim;
}
var init_broadcast = __esmMin((() => {
	init_src$1();
	init_errors();
	init_shape();
	init_tensor$1();
}));
// packages/tensor-core/src/ops/elementwise.ts
/** @internal Integers and booleans become float32, as PyTorch does before functions that make fractions. */
function toFloat(x) {
	return isFloating(x.dtype) ? x : cast(x, "float32");
}
/** @internal Booleans become int32, as PyTorch does before it computes with them. */
function toNumber(x) {
	return x.dtype === "bool" ? cast(x, "int32") : x;
}
/** @internal Throws for a bool tensor, as PyTorch does where true and false have no meaning as numbers. */
function refuseBool(name, x) {
	if (x.dtype === "bool") throw new DTypeError(`${name}: bool tensors are no numbers; convert with int() or float()`);
	return x;
}
/** @internal Throws unless a tensor holds fractions, as PyTorch does where it has no kernel for whole numbers. */
function requireFloat(name, x) {
	if (!isFloating(x.dtype)) throw new DTypeError(`${name}: a float tensor is needed, not ${x.dtype}; convert with float()`);
	return x;
}
/** @internal Runs a unary kernel; untracked. */
function runUnary(op, x) {
	return wrapLike(x.backend.unary(op, x), x);
}
/** @internal Defines a function of one tensor by the kernel of its name, which takes floats. */
/* @__NO_SIDE_EFFECTS__ */
function floatUnary(name, backward) {
	return /* @__PURE__ */ defineUnary(name, (x) => runUnary(name, toFloat(x)), backward);
}
/** @internal Defines a function of one tensor by the kernel of its name, which keeps int32; PyTorch refuses bool. */
/* @__NO_SIDE_EFFECTS__ */
function numericUnary(name, backward) {
	return /* @__PURE__ */ defineUnary(name, (x) => runUnary(name, refuseBool(name, x)), backward);
}
/** @internal Defines a function of one tensor of any dtype with a bool result, which has no gradient. */
/* @__NO_SIDE_EFFECTS__ */
function definePredicate(name) {
	return (x) => {
		requireTensor(name, x);
		return runUnary(name, x);
	};
}
/**
* Defines a tracked function of one tensor.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function defineUnary(name, forward, backward) {
	const op = /* @__PURE__ */ defineSingle(name, forward, backward);
	return (x) => op(x, void 0);
}
/**
* The dtype in which two operands meet, by `torch.result_type`: numbers and scalars yield to tensors of their kind.
*
* @example
* ```ts
* import { ones, resultType } from '@kindling/tensor-core';
* console.log(resultType(ones([2], { dtype: 'int32' }), 2), resultType(ones([2], { dtype: 'int32' }), 2.5)); // => int32 float32
* ```
*/
function resultType(a, b) {
	requireOperand("resultType", a);
	requireOperand("resultType", b);
	if (typeof a === "number") return typeof b === "number" ? "float32" : withNumber(b.dtype, a);
	if (typeof b === "number") return withNumber(a.dtype, b);
	if (a.dtype === b.dtype) return a.dtype;
	if (a.ndim === 0 !== (b.ndim === 0)) {
		const { dtype } = a.ndim === 0 ? b : a;
		if (isFloating(dtype)) return dtype;
	}
	return promoteTypes(a.dtype, b.dtype);
}
function withNumber(dtype, value) {
	if (isFloating(dtype)) return dtype;
	return Number.isInteger(value) ? "int32" : "float32";
}
/** @internal Broadcasts and converts two operands and runs a kernel whose result has their dtype, or bool. */
function runBinary(op, a, b, dtype = resultType(a, b)) {
	if (typeof a === "number") {
		if (typeof b === "number") throw new DTypeError(`${op}: one operand must be a tensor, got two numbers`);
		const y = cast(b, dtype);
		return wrapLike(y.backend.binary(op, a, y), y);
	}
	const x = cast(a, dtype);
	if (typeof b === "number") return wrapLike(x.backend.binary(op, x, b), x);
	requireOneBackend(op, [a, b]);
	const y = cast(b, dtype);
	const shape = broadcastShapes(op, x.shape, y.shape);
	const p = expandView(x, shape);
	const q = expandView(y, shape);
	const buffer = x.backend.binary(op, p, q);
	return p.dense ? wrapLike(buffer, p) : q.dense ? wrapLike(buffer, q) : wrap(buffer, shape);
}
/**
* Defines a tracked function of two operands, either of which may be a number.
*
* @internal
* @param backward - the gradients of the first and of the second operand.
* @param forward - what computes it; the kernel of its name unless given.
*/
/* @__NO_SIDE_EFFECTS__ */
function defineBinary(name, backward, forward = (a, b) => runBinary(name, a, b)) {
	const both = /* @__PURE__ */ defineOp({
		name,
		forward: (inputs) => forward(inputs[0], inputs[1]),
		backward
	});
	const numberRight = /* @__PURE__ */ defineSingle(name, forward, (g, saved) => backward[0](g, new WithNumber(saved, false)));
	const numberLeft = /* @__PURE__ */ defineSingle(name, (b, a) => forward(a, b), (g, saved) => backward[1](g, new WithNumber(saved, true)));
	return (a, b) => {
		if (typeof a === "number") return typeof b === "number" ? runBinary(name, a, b) : numberLeft(b, a);
		if (typeof b === "number") return numberRight(a, b);
		requireOperand(name, a, "the first operand");
		requireOperand(name, b, "the second operand");
		return both([a, b], void 0);
	};
}
/** @internal Functions that make fractions take whole numbers as float32. */
function floatType$1(a, b) {
	const dtype = resultType(a, b);
	return isFloating(dtype) ? dtype : "float32";
}
/** @internal Defines a function of two operands with a bool result, which has no gradient. */
/* @__NO_SIDE_EFFECTS__ */
function defineComparison(name) {
	return (a, b) => {
		requireOperand(name, a, "the first operand");
		requireOperand(name, b, "the second operand");
		return runBinary(name, a, b);
	};
}
var WithNumber;
var init_elementwise = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_define_op();
	init_dtype();
	init_errors();
	init_tensor$1();
	init_cast();
	WithNumber = class {
		#saved;
		#isLeft;
		constructor(saved, isLeft) {
			this.#saved = saved;
			this.#isLeft = isLeft;
		}
		get a() {
			return this.#isLeft ? this.#saved.args : this.#saved.a;
		}
		get b() {
			return this.#isLeft ? this.#saved.a : this.#saved.args;
		}
		get y() {
			return this.#saved.y;
		}
	};
}));
// packages/tensor-core/src/ops/mul.ts
var mul;
var init_mul = __esmMin((() => {
	init_elementwise();
	mul = /* @__PURE__ */ defineBinary("mul", [(g, { b }) => mul(g, b), (g, { a }) => mul(g, a)]);
}));
// packages/tensor-core/src/ops/alpha.ts
/** @internal A sum or difference of `a` and `alpha * b`, in the dtype in which `a` and `b` meet. */
function withAlpha(name, op, a, b, options) {
	requireOptions(name, options, { alpha: 1 });
	const { alpha = 1 } = options;
	const dtype = resultType(a, b);
	if (!isFloating(dtype) && !Number.isInteger(alpha)) throw new DTypeError(`${name}: the result is ${dtype}, alpha must be a whole number, not ${alpha}`);
	return cast(op(a, typeof b === "number" ? b * alpha : mul(b, alpha)), dtype);
}
var init_alpha = __esmMin((() => {
	init_checks$1();
	init_dtype();
	init_errors();
	init_cast();
	init_elementwise();
	init_mul();
}));
// packages/tensor-core/src/ops/add.ts
/**
* `a + b`, element by element; with `alpha`, `a + alpha * b`.
*
* @param a - a tensor or a number; the shapes broadcast.
* @param b - a tensor or a number, at least one of them a tensor.
* @throws `ShapeError` when the shapes do not broadcast.
* @example
* ```ts
* import { add, tensor } from '@kindling/tensor-core';
* console.log(String(add(tensor([1, 2]), 10))); // => tensor([11., 12.])
* ```
*/
function add(a, b, options) {
	return options === void 0 ? addOp(a, b) : withAlpha("add", addOp, a, b, options);
}
var addOp;
var init_add = __esmMin((() => {
	init_alpha();
	init_elementwise();
	addOp = /* @__PURE__ */ defineBinary("add", [(g) => g, (g) => g]);
}));
// packages/tensor-core/src/ops/clone.ts
/**
* A copy with memory of its own, through which gradients flow.
*
* @example
* ```ts
* import { clone, tensor } from '@kindling/tensor-core';
* const x = tensor([1, 2]);
* clone(x).zero_();
* console.log(x.tolist()); // => [ 1, 2 ]
* ```
*/
function clone(x) {
	requireTensor("clone", x);
	return cloneOp(x, void 0);
}
/**
* The tensor itself where its elements lie in row-major order, else a copy in which they do.
*
* @example
* ```ts
* import { contiguous, zeros } from '@kindling/tensor-core';
* console.log(contiguous(zeros(2, 3).t()).strides); // => [ 2, 1 ]
* ```
*/
function contiguous(x) {
	requireTensor("contiguous", x);
	return x.dense ? x : clone(x);
}
/**
* The same elements without history: a view that autograd does not follow.
*
* @example
* ```ts
* import { detach, ones } from '@kindling/tensor-core';
* console.log(detach(ones([2], { requiresGrad: true })).requiresGrad); // => false
* ```
*/
function detach(x) {
	requireTensor("detach", x);
	return new Tensor(x.buffer, x.shape, x.strides, x.offset, x.count, x.dense);
}
var cloneOp;
var init_clone = __esmMin((() => {
	init_checks$1();
	init_define_op();
	init_tensor$1();
	init_cast();
	cloneOp = /* @__PURE__ */ defineSingle("clone", (x) => convert(x, x.dtype), (g) => g);
}));
// packages/tensor-core/src/ops/ge.ts
var ge;
var init_ge = __esmMin((() => {
	init_elementwise();
	ge = /* @__PURE__ */ defineComparison("ge");
}));
// packages/tensor-core/src/ops/gt.ts
var gt;
var init_gt = __esmMin((() => {
	init_elementwise();
	gt = /* @__PURE__ */ defineComparison("gt");
}));
// packages/tensor-core/src/ops/le.ts
var le;
var init_le = __esmMin((() => {
	init_elementwise();
	le = /* @__PURE__ */ defineComparison("le");
}));
// packages/tensor-core/src/ops/logical-and.ts
var logicalAnd;
var init_logical_and = __esmMin((() => {
	init_elementwise();
	logicalAnd = /* @__PURE__ */ defineComparison("logicalAnd");
}));
// packages/tensor-core/src/ops/logical-or.ts
var logicalOr;
var init_logical_or = __esmMin((() => {
	init_elementwise();
	logicalOr = /* @__PURE__ */ defineComparison("logicalOr");
}));
// packages/tensor-core/src/ops/lt.ts
var lt;
var init_lt = __esmMin((() => {
	init_elementwise();
	lt = /* @__PURE__ */ defineComparison("lt");
}));
// packages/tensor-core/src/ops/where.ts
/**
* Elements of `a` where the condition holds, of `b` elsewhere; the shapes broadcast.
*
* @param condition - bool.
* @throws `DTypeError` when the condition is not bool; `ShapeError` when the shapes do not broadcast.
* @example
* ```ts
* import { gt, tensor, where } from '@kindling/tensor-core';
* const x = tensor([-1, 2]);
* console.log(String(where(gt(x, 0), x, 0))); // => tensor([0., 2.])
* ```
*/
function where(condition, a, b) {
	requireTensor("where", condition, "the condition");
	requireDType("where", "the condition", condition, "bool");
	requireOperand("where", a, "the first operand");
	requireOperand("where", b, "the second operand");
	const inputs = [condition];
	if (a instanceof Tensor) inputs.push(a);
	if (b instanceof Tensor) inputs.push(b);
	return whereOp(inputs, {
		a: a instanceof Tensor ? void 0 : a,
		b: b instanceof Tensor ? void 0 : b
	});
}
var whereOp;
var init_where = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_define_op();
	init_tensor$1();
	init_cast();
	init_elementwise();
	whereOp = /* @__PURE__ */ defineOp({
		name: "where",
		forward(inputs, args) {
			const condition = inputs[0];
			const a = args.a ?? inputs[1];
			const b = args.b ?? inputs.at(-1);
			const dtype = resultType(a, b);
			let { shape } = condition;
			for (const operand of [a, b]) if (typeof operand !== "number") shape = broadcastShapes("where", shape, operand.shape);
			const prepare = (operand) => typeof operand === "number" ? operand : expandView(cast(operand, dtype), shape);
			return wrap(condition.backend.where(expandView(condition, shape), prepare(a), prepare(b), dtype), shape);
		},
		backward: (g, { a, args }, index) => index === 1 && args.a === void 0 ? where(a, g, 0) : where(a, 0, g)
	});
}));
// packages/tensor-core/src/ops/clamp.ts
/**
* Each element, or the bound that it is beyond; NaN stays.
*
* @param min - the lower bound, a number or a tensor that broadcasts; none where null or not given.
* @param max - the upper bound, likewise. It wins where it is below `min`.
* @throws `ArgumentError` when there is no bound; `ShapeError` when shapes do not broadcast.
* @example
* ```ts
* import { clamp, tensor } from '@kindling/tensor-core';
* console.log(clamp(tensor([-2, 0.5, 2]), -1, 1).tolist()); // => [ -1, 0.5, 1 ]
* ```
*/
function clamp(x, min, max) {
	requireTensor("clamp", x);
	if (min != null) requireOperand("clamp", min, "min");
	if (max != null) requireOperand("clamp", max, "max");
	if (min == null && max == null) throw new ArgumentError("clamp: give a lower bound, an upper one, or both");
	if (min instanceof Tensor || max instanceof Tensor) {
		const bounds = [min, max].filter((bound) => bound instanceof Tensor);
		return clampBetween([x, ...bounds], {
			min,
			max
		});
	}
	return clampOp(x, {
		min: min ?? Number.NEGATIVE_INFINITY,
		max: max ?? Number.POSITIVE_INFINITY
	});
}
var clampOp, clampBetween;
var init_clamp = __esmMin((() => {
	init_checks$1();
	init_define_op();
	init_errors();
	init_tensor$1();
	init_elementwise();
	init_ge();
	init_gt();
	init_le();
	init_logical_and();
	init_logical_or();
	init_lt();
	init_where();
	clampOp = /* @__PURE__ */ defineSingle("clamp", (x, { min, max }) => {
		const low = min === Number.NEGATIVE_INFINITY ? x : runBinary("maximum", x, min);
		return max === Number.POSITIVE_INFINITY ? low : runBinary("minimum", low, max);
	}, (g, { a, args }) => where(logicalAnd(runBinary("ge", a, args.min), runBinary("le", a, args.max)), g, 0));
	clampBetween = /* @__PURE__ */ defineOp({
		name: "clamp",
		forward([x], { min, max }) {
			const low = min == null ? x : runBinary("maximum", x, min);
			return max == null ? low : runBinary("minimum", low, max);
		},
		backward(g, { a, args: { min, max } }, index) {
			if (index === 0) {
				const inside = [min != null && ge(a, min), max != null && le(a, max)].filter((part) => part !== false);
				return where(inside.length === 2 ? logicalAnd(inside[0], inside[1]) : inside[0], g, 0);
			}
			const ofMin = index === 1 && min instanceof Tensor;
			const beyond = ofMin ? lt(a, min) : gt(a, max);
			if (min == null || max == null) return where(beyond, g, 0);
			return where(ofMin ? logicalAnd(beyond, lt(min, max)) : logicalOr(beyond, runBinary("lt", max, min)), g, 0);
		}
	});
}));
// packages/tensor-core/src/ops/in-place.ts
/** @internal Overwrites elements, and tells autograd that they changed. */
function assign(target, source) {
	target.backend.assign(target, source);
	target.buffer.version++;
}
/**
* Elements that others share cannot be changed, nor can there be more of them. In place, autograd would lose what it
* needs: allowed where it does not follow the target.
*/
function checkTarget(name, x, other) {
	if (!x.dense && x.shape.some((size, i) => size > 1 && x.strides[i] === 0)) throw new ArgumentError(`${name}: several elements of the ${formatShape(x.shape)} share memory; change a clone() instead`);
	if (other instanceof Tensor) {
		const shape = broadcastShapes(name, x.shape, other.shape);
		if (!sameShape(shape, x.shape)) throw new ShapeError(`${name}: ${formatShape(x.shape)} would have to grow to ${formatShape(shape)}, which is not possible in place`);
	}
	if (!isGradEnabled()) return;
	if (x.tracked) throw new AutogradError(x.node === null ? `${name}: a leaf that requires gradients cannot be changed in place while operations are recorded; do it inside noGrad()` : `${name}: the result of a recorded operation cannot be changed in place; use the operation without the underscore`);
	if (other instanceof Tensor && other.tracked) throw new AutogradError(`${name}: the other operand requires gradients, which an in-place change would lose; use the operation without the underscore`);
}
/** Integers hold no fractions; PyTorch refuses to cut them off, too. */
function checkFractions(name, x, other) {
	if (isFloating(x.dtype)) return;
	if (other instanceof Tensor ? isFloating(other.dtype) : !Number.isInteger(other)) throw new DTypeError(`${name}: the result has fractions, which ${x.dtype} does not hold`);
}
/** Defines a method that overwrites its tensor with what `values` computes from it and from the method's arguments. */
/* @__NO_SIDE_EFFECTS__ */
function defineInPlace(name, values, check) {
	return (x, a, b) => {
		check?.(name, a, b);
		checkTarget(name, x, a);
		assign(x, values(x, a, b));
		return x;
	};
}
/* @__NO_SIDE_EFFECTS__ */
function defineArithmetic(op) {
	const name = `${op}_`;
	return /* @__PURE__ */ defineInPlace(name, (x, other) => {
		checkFractions(name, x, op === "div" ? .5 : other);
		return runBinary(op, x, other, x.dtype);
	}, requireOperand);
}
var add_, sub_, mul_, div_, clamp_, copy_, fill_, zero_;
var init_in_place = __esmMin((() => {
	init_mode();
	init_broadcast();
	init_checks$1();
	init_define_op();
	init_dtype();
	init_errors();
	init_shape();
	init_tensor$1();
	init_cast();
	init_clamp();
	init_elementwise();
	add_ = /* @__PURE__ */ defineArithmetic("add");
	sub_ = /* @__PURE__ */ defineArithmetic("sub");
	mul_ = /* @__PURE__ */ defineArithmetic("mul");
	div_ = /* @__PURE__ */ defineArithmetic("div");
	clamp_ = /* @__PURE__ */ defineInPlace("clamp_", (x, min, max) => {
		for (const bound of [min, max]) if (Number.isFinite(bound)) checkFractions("clamp_", x, bound);
		return cast(clamp(x, min, max), x.dtype);
	}, (name, min, max) => {
		if (min == null && max == null) throw new ArgumentError(`${name}: give a lower bound, an upper one, or both`);
		for (const bound of [min, max]) if (bound != null) requireNumber(name, "a bound", bound);
	});
	copy_ = /* @__PURE__ */ defineInPlace("copy_", (x, source) => {
		requireOneBackend("copy_", [x, source]);
		return expandView(source.dtype !== x.dtype || source.buffer === x.buffer ? convert(source, x.dtype) : source, x.shape);
	}, (name, source) => requireTensor(name, source, "the source"));
	fill_ = /* @__PURE__ */ defineInPlace("fill_", (_, value) => value, (name, value) => requireNumber(name, "the value", value));
	zero_ = /* @__PURE__ */ defineInPlace("zero_", () => 0);
}));
// packages/tensor-core/src/ops/reshape.ts
/**
* The elements in row-major order with another shape; a view where the strides allow it, else a copy.
*
* @param x - any shape.
* @param shape - sizes with the same product; one may be -1 and is then inferred.
* @throws `ShapeError` when the sizes do not hold the elements.
* @example
* ```ts
* import { arange, reshape } from '@kindling/tensor-core';
* console.log(reshape(arange(6), [2, -1]).shape); // => [ 2, 3 ]
* ```
*/
function reshape(x, shape) {
	requireTensor("reshape", x);
	const resolved = inferSize("reshape", x, shape);
	return sameShape(x.shape, resolved) ? x : reshapeOp(x, resolved);
}
function inferSize(name, x, shape) {
	requireWholes(name, "the shape", shape);
	const open = shape.indexOf(-1);
	const size = sizeOf(shape);
	const bad = shape.some((size, i) => !Number.isInteger(size) || size < -1 || size === -1 && i !== open);
	const fits = open < 0 ? size === x.count : x.count % size === 0;
	if (bad || !fits) throw new ShapeError(`${name}: ${formatShape(shape)} does not hold the ${x.count} elements of ${formatShape(x.shape)}`);
	return open < 0 ? shape : shape.with(open, x.count / -size);
}
/** @internal The method `view`. */
function viewAs(x, shape) {
	const resolved = inferSize("view", x, shape);
	if (!x.dense && reshapeStrides(x.shape, x.strides, resolved) === null) throw new ShapeError(`view: ${formatShape(x.shape)} with strides ${formatShape(x.strides)} cannot be read as ${formatShape(resolved)} without a copy; use reshape()`);
	return reshape(x, resolved);
}
var reshapeOp;
var init_reshape = __esmMin((() => {
	init_checks$1();
	init_define_op();
	init_errors();
	init_shape();
	init_tensor$1();
	reshapeOp = /* @__PURE__ */ defineSingle("reshape", (x, shape) => {
		if (x.dense) return new Tensor(x.buffer, shape, rowMajorStrides(shape), x.offset, x.count, true);
		const strides = reshapeStrides(x.shape, x.strides, shape);
		return strides === null ? wrap(x.backend.copy(x, x.dtype), shape) : viewOf(x, shape, strides);
	}, (g, { inputs }) => reshape(g, inputs[0].shape));
}));
// packages/tensor-core/src/ops/expand.ts
/**
* A view in which dimensions of size 1 repeat, and new ones stand in front.
*
* @param shape - the sizes; -1 leaves one as it is.
* @throws `ShapeError` when a dimension of another size than 1 would have to change.
* @example
* ```ts
* import { expand, tensor } from '@kindling/tensor-core';
* console.log(String(expand(tensor([[1], [2]]), [2, 3])));
* // => tensor([[1., 1., 1.],
* //            [2., 2., 2.]])
* ```
*/
function expand(x, shape) {
	requireTensor("expand", x);
	requireWholes("expand", "the shape", shape);
	const lead = shape.length - x.ndim;
	const resolved = shape.map((size, i) => size === -1 && i >= lead ? x.shape[i - lead] : size);
	if (!(lead >= 0 && resolved.every((size, i) => size >= 0 && (i < lead || x.shape[i - lead] === 1 || x.shape[i - lead] === size)))) throw new ShapeError(`expand: ${formatShape(x.shape)} does not repeat to ${formatShape(shape)}`);
	return sameShape(x.shape, resolved) ? x : expandOp(x, resolved);
}
/** @internal A vector along one dimension of a shape, repeated along all others. */
function expandAlong(x, dim, shape) {
	return expand(reshape(x, shape.map((size, i) => i === dim ? size : 1)), shape);
}
/** @internal The method `expandAs`. */
function expandAs(x, other) {
	requireTensor("expandAs", other, "the other");
	return expand(x, other.shape);
}
var expandOp;
var init_expand = __esmMin((() => {
	init_checks$1();
	init_define_op();
	init_errors();
	init_shape();
	init_tensor$1();
	init_reshape();
	expandOp = /* @__PURE__ */ defineSingle("expand", (x, shape) => viewOf(x, shape, expandStrides(x.shape, x.strides, shape)), (g) => g);
}));
// packages/tensor-core/src/ops/reduction.ts
/** @internal A tensor as the options of a sum or a product say. */
function asAsked(name, x, options) {
	requireTensor(name, x);
	requireOptions(name, options, sumOptions);
	requireFlag(name, "keepdim", options.keepdim);
	return options.dtype === void 0 ? x : cast(x, options.dtype);
}
/** @internal Sorted, distinct, not negative; all dimensions where none is given. */
function normalizeDims(name, dims, ndim) {
	const given = typeof dims === "number" ? [dims] : dims ?? [];
	if (!Array.isArray(given)) wrong(ArgumentError, name, "the dimension", "a whole number or an array of them", given);
	if (given.length === 0) return Array.from({ length: ndim }, (_, i) => i);
	const list = given.map((dim) => normalizeDim(name, dim, ndim));
	const result = [...new Set(list)].sort((a, b) => a - b);
	if (result.length !== list.length) throw new ShapeError(`${name}: a dimension appears twice in ${formatShape(given)}`);
	return ndim === 0 ? [] : result;
}
/** @internal Plans the reduction of some dimensions. */
function planReduction(name, x, dims, keepdim = false) {
	const { shape, strides } = x;
	if (dims === void 0 && !keepdim) return {
		view: x,
		keep: 0,
		count: x.count,
		shape: []
	};
	const reduced = normalizeDims(name, dims, shape.length);
	const kept = [];
	for (let i = 0; i < shape.length; i++) if (!reduced.includes(i)) kept.push(i);
	const order = [...kept, ...reduced];
	return {
		view: order.every((dim, i) => dim === i) ? x : viewOf(x, order.map((i) => shape[i]), order.map((i) => strides[i])),
		keep: kept.length,
		count: sizeOf(reduced.map((i) => shape[i])),
		shape: keepdim ? shape.map((size, i) => reduced.includes(i) ? 1 : size) : kept.map((i) => shape[i])
	};
}
/** @internal As `planReduction`, for max, min and their like, which have no value for nothing. */
function planChoice(name, x, dims, keepdim) {
	const plan = planReduction(name, x, dims, keepdim);
	if (plan.count === 0 && sizeOf(plan.shape) > 0) throw new ShapeError(`${name}: nothing to choose from: the reduced dimensions of ${formatShape(x.shape)} hold no elements`);
	return plan;
}
/** @internal Runs a reduction kernel. */
function reduce(op, x, plan) {
	return wrap(x.backend.reduce(op, plan.view, plan.keep), plan.shape);
}
/** @internal What a reduction of `x` made, or its gradient, with the reduced dimensions as 1. */
function withKeptDims(y, x, dims) {
	return reshape(y, planReduction("reshape", x, dims, true).shape);
}
var sumOptions;
var init_reduction = __esmMin((() => {
	init_src$1();
	init_broadcast();
	init_checks$1();
	init_errors();
	init_shape();
	init_tensor$1();
	init_cast();
	init_reshape();
	sumOptions = {
		keepdim: 1,
		dtype: 1
	};
}));
// packages/tensor-core/src/ops/sum.ts
/**
* The sum over all elements, or over some dimensions.
*
* Float sums are compensated or pairwise, so that their error does not grow with the number of elements.
*
* @param x - any shape; bool counts its true elements as int32.
* @param dim - the dimensions to sum over; all where not given.
* @throws `ShapeError` for a dimension out of range or given twice; `RangeError` for an int32 sum that int32 does not hold (on the CPU).
* @example
* ```ts
* import { sum, tensor } from '@kindling/tensor-core';
* console.log(String(sum(tensor([[1, 2], [3, 4]]), 0))); // => tensor([4., 6.])
* ```
*/
function sum$1(x, dim, options = {}) {
	return sumOp(asAsked("sum", x, options), {
		dim,
		keepdim: options.keepdim ?? false
	});
}
var sumOp;
var init_sum = __esmMin((() => {
	init_define_op();
	init_elementwise();
	init_expand();
	init_reduction();
	sumOp = /* @__PURE__ */ defineSingle("sum", (x, { dim, keepdim }) => {
		const input = toNumber(x);
		return reduce("sum", input, planReduction("sum", input, dim, keepdim));
	}, (g, { inputs, args }) => {
		const x = inputs[0];
		return expand(g.ndim === 0 ? g : withKeptDims(g, x, args.dim), x.shape);
	});
}));
// packages/tensor-core/src/ops/sum-to.ts
/** @internal Undoes a broadcast: sums a gradient over the dimensions in which `shape` was repeated. */
function sumTo(g, shape) {
	if (sameShape(g.shape, shape)) return g;
	const lead = g.ndim - shape.length;
	const repeated = [];
	for (let i = 0; i < g.ndim; i++) if (i < lead || shape[i - lead] === 1 && g.shape[i] !== 1) repeated.push(i);
	return reshape(sum$1(g, repeated), shape);
}
var init_sum_to = __esmMin((() => {
	init_shape();
	init_reshape();
	init_sum();
}));
// packages/tensor-core/src/autograd/backward.ts
/**
* Adds the gradient of a tensor to the `grad` of each leaf that it was computed from, as `torch.Tensor.backward`.
*
* @param root - the tensor to differentiate; of one element, unless `gradient` is given.
* @param gradient - the gradient of `root` itself, of its shape.
* @throws {@link AutogradError} when the root does not require gradients, is not a scalar and no gradient is given, the
* graph was freed by an earlier pass, or a value that a derivative needs was changed in place.
* @example
* ```ts
* import { tensor } from '@kindling/tensor-core';
* const w = tensor([1, 2], { requiresGrad: true });
* w.mul(w).sum().backward();
* console.log(String(w.grad)); // => tensor([2., 4.])
* ```
*/
function backward(root, gradient, options = {}) {
	requireTensor("backward", root);
	requireOptions("backward", options, backwardOptions);
	checkFlags("backward", options);
	differentiate([root], [seedFor("backward", root, gradient)], options, null);
}
function checkFlags(name, { createGraph, retainGraph }) {
	requireFlag(name, "createGraph", createGraph);
	requireFlag(name, "retainGraph", retainGraph);
}
function seedFor(name, root, gradient) {
	if (!root.tracked) throw new AutogradError(`${name}: the tensor (${formatShape(root.shape)}) does not require gradients and was not computed from one that does`);
	if (gradient == null) {
		if (root.count !== 1) throw new AutogradError(`${name}: a gradient is implied for tensors of one element only, not for ${formatShape(root.shape)}. Reduce it, as with sum(), or pass its gradient`);
		return wrapLike(root.backend.fill(1, 1, root.dtype), root);
	}
	requireTensor(name, gradient, "the gradient");
	if (!sameShape(gradient.shape, root.shape)) throw new ShapeError(`${name}: the gradient is ${formatShape(gradient.shape)}, the tensor ${formatShape(root.shape)}`);
	gradient.buffer.held = true;
	return cast(gradient, root.dtype);
}
/** Walks the graph from the roots; collects into `found` where given, else accumulates into the leaves. */
function differentiate(roots, seeds, { createGraph = false, retainGraph = createGraph }, found) {
	const order = reachable(roots);
	if (found !== null) {
		for (const node of order.toReversed()) if (node.inputs.some((input) => isWanted(input, found))) found.set(node, null);
	}
	const pass = createGraph || found !== null ? 0 : run;
	const walk = {
		found,
		pass
	};
	const before = setGradEnabled(createGraph);
	const passBefore = setPass(pass);
	try {
		for (let i = 0; i < roots.length; i++) give(roots[i], seeds[i], walk);
		for (const node of order) {
			const gradient = node.pending;
			if (gradient === null) continue;
			node.pending = null;
			const output = node.output;
			if (found?.has(output)) found.set(output, gradient);
			if (found === null && output.retainsGrad) accumulate(output, gradient);
			if (found === null || found.has(node)) propagate(node, gradient, walk);
			letGo(gradient, pass);
			if (retainGraph) continue;
			node.free();
			if (pass !== 0 && output.isEphemeral) output.backend.release(output.buffer);
		}
	} finally {
		setPass(passBefore);
		setGradEnabled(before);
		for (const node of order) {
			if (node.pending !== null) node.pending.buffer.pending--;
			node.pending = null;
		}
	}
}
function propagate(node, gradient, walk) {
	const { backward: rules, prepare, together } = node.op;
	const inputs = node.inputs;
	if (together !== void 0 && !isGradEnabled()) {
		const wanted = [];
		for (let i = 0; i < inputs.length; i++) wanted.push(isWanted(inputs[i], walk.found));
		const made = together(gradient, node, wanted);
		if (made !== null) {
			for (let i = 0; i < made.length; i++) if (wanted[i]) hold(made[i]);
			for (let i = 0; i < made.length; i++) {
				if (!wanted[i]) continue;
				made[i].buffer.pending--;
				handOn(inputs[i], made[i], walk);
			}
			return;
		}
	}
	const prepared = prepare === void 0 ? gradient : prepare(gradient, node);
	hold(prepared);
	for (let i = 0; i < inputs.length; i++) {
		const input = inputs[i];
		if (!isWanted(input, walk.found)) continue;
		handOn(input, (typeof rules === "function" ? rules : rules[i])(prepared, node, i), walk);
	}
	letGo(prepared, walk.pass);
}
function isWanted(input, found) {
	return input.tracked && (found === null || found.has(input) || found.has(input.node));
}
/** Gives an input the gradient that a rule made, in its shape and dtype. */
function handOn(input, raw, walk) {
	const result = cast(sumTo(raw, input.shape), input.dtype);
	if (walk.pass === 0) result.backend.unpin?.(result.buffer);
	give(input, result, walk);
	giveBack(raw, walk.pass);
	giveBack(result, walk.pass);
}
/** Counts a use of a gradient, views of which share the count. */
function hold({ buffer }) {
	buffer.pending = (buffer.pending ?? 0) + 1;
}
/** Ends a use of a gradient. */
function letGo(gradient, pass) {
	gradient.buffer.pending--;
	giveBack(gradient, pass);
}
/** Gives a gradient's memory back if this walk made it and neither a node nor a leaf has it. */
function giveBack({ buffer }, pass) {
	if (pass === 0 || buffer.pass !== pass || buffer.held || buffer.pending) return;
	buffer.pass = 0;
	buffer.backend.release(buffer);
}
/** Hands a gradient to the node that made a tensor, or to the tensor itself where it is a leaf. */
function give(target, gradient, walk) {
	const { found } = walk;
	const node = target.node;
	if (node !== null) {
		const before = node.pending;
		const sum = before === null ? gradient : add(before, gradient);
		hold(sum);
		node.pending = sum;
		if (before !== null) letGo(before, walk.pass);
	} else if (found === null) accumulate(target, gradient);
	else if (found.has(target)) {
		const sum = found.get(target);
		found.set(target, sum ? add(sum, gradient) : gradient);
	}
}
function accumulate(leaf, gradient) {
	const { gradient: sum } = leaf;
	if (sum !== null && !isGradEnabled() && !sum.buffer.pending) {
		add_(sum, gradient);
		return;
	}
	if (sum !== null) leaf.gradient = add(sum, gradient);
	else {
		const { buffer } = gradient;
		leaf.gradient = gradient.dense && gradient.count === buffer.size && !buffer.held && buffer !== leaf.buffer ? gradient : clone(gradient);
		leaf.gradSeen = isGradEnabled();
	}
	leaf.gradient.buffer.held = true;
}
/** The nodes behind the roots, results before what they were computed from. */
function reachable(roots) {
	run++;
	const found = [];
	visit(roots, found);
	for (let next = 0; next < found.length; next++) visit(found[next].inputs, found);
	for (let i = 1; i < found.length; i++) if (found[i - 1].id < found[i].id) return found.sort((a, b) => b.id - a.id);
	return found;
}
function visit(tensors, found) {
	for (let i = 0; i < tensors.length; i++) {
		const { node } = tensors[i];
		if (node === null || node.mark === run) continue;
		node.mark = run;
		found.push(node);
	}
}
var run, backwardOptions;
var init_backward = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_errors();
	init_add();
	init_cast();
	init_clone();
	init_in_place();
	init_sum_to();
	init_shape();
	init_tensor$1();
	init_mode();
	run = 0;
	backwardOptions = {
		createGraph: 1,
		retainGraph: 1
	};
}));
// ../../work/wt/cli/node_modules/.pnpm/seedrandom@3.0.5/node_modules/seedrandom/seedrandom.js
var require_seedrandom = /* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	(function(global, pool, math) {
		var width = 256, chunks = 6, digits = 52, rngname = "random", startdenom = math.pow(width, chunks), significance = math.pow(2, digits), overflow = significance * 2, mask = width - 1, nodecrypto;
		function seedrandom(seed, options, callback) {
			var key = [];
			options = options == true ? { entropy: true } : options || {};
			var shortseed = mixkey(flatten(options.entropy ? [seed, tostring(pool)] : seed == null ? autoseed() : seed, 3), key);
			var arc4 = new ARC4(key);
			var prng = function() {
				var n = arc4.g(chunks), d = startdenom, x = 0;
				while (n < significance) {
					n = (n + x) * width;
					d *= width;
					x = arc4.g(1);
				}
				while (n >= overflow) {
					n /= 2;
					d /= 2;
					x >>>= 1;
				}
				return (n + x) / d;
			};
			prng.int32 = function() {
				return arc4.g(4) | 0;
			};
			prng.quick = function() {
				return arc4.g(4) / 4294967296;
			};
			prng.double = prng;
			mixkey(tostring(arc4.S), pool);
			return (options.pass || callback || function(prng, seed, is_math_call, state) {
				if (state) {
					if (state.S) copy(state, arc4);
					prng.state = function() {
						return copy(arc4, {});
					};
				}
				if (is_math_call) {
					math[rngname] = prng;
					return seed;
				} else return prng;
			})(prng, shortseed, "global" in options ? options.global : this == math, options.state);
		}
		function ARC4(key) {
			var t, keylen = key.length, me = this, i = 0, j = me.i = me.j = 0, s = me.S = [];
			if (!keylen) key = [keylen++];
			while (i < width) s[i] = i++;
			for (i = 0; i < width; i++) {
				s[i] = s[j = mask & j + key[i % keylen] + (t = s[i])];
				s[j] = t;
			}
			(me.g = function(count) {
				var t, r = 0, i = me.i, j = me.j, s = me.S;
				while (count--) {
					t = s[i = mask & i + 1];
					r = r * width + s[mask & (s[i] = s[j = mask & j + t]) + (s[j] = t)];
				}
				me.i = i;
				me.j = j;
				return r;
			})(width);
		}
		function copy(f, t) {
			t.i = f.i;
			t.j = f.j;
			t.S = f.S.slice();
			return t;
		}
		function flatten(obj, depth) {
			var result = [], typ = typeof obj, prop;
			if (depth && typ == "object") for (prop in obj) try {
				result.push(flatten(obj[prop], depth - 1));
			} catch (e) {}
			return result.length ? result : typ == "string" ? obj : obj + "\0";
		}
		function mixkey(seed, key) {
			var stringseed = seed + "", smear, j = 0;
			while (j < stringseed.length) key[mask & j] = mask & (smear ^= key[mask & j] * 19) + stringseed.charCodeAt(j++);
			return tostring(key);
		}
		function autoseed() {
			try {
				var out;
				if (nodecrypto && (out = nodecrypto.randomBytes)) out = out(width);
				else {
					out = new Uint8Array(width);
					(global.crypto || global.msCrypto).getRandomValues(out);
				}
				return tostring(out);
			} catch (e) {
				var browser = global.navigator, plugins = browser && browser.plugins;
				return [
					+/* @__PURE__ */ new Date(),
					global,
					plugins,
					global.screen,
					tostring(pool)
				];
			}
		}
		function tostring(a) {
			return String.fromCharCode.apply(0, a);
		}
		mixkey(math.random(), pool);
		if (typeof module == "object" && module.exports) {
			module.exports = seedrandom;
			try {
				nodecrypto = __require("crypto");
			} catch (ex) {}
		} else if (typeof define == "function" && define.amd) define(function() {
			return seedrandom;
		});
		else math["seed" + rngname] = seedrandom;
	})(typeof self !== "undefined" ? self : this$2, [], Math);
}));
// packages/tensor-core/src/random/arc4.ts
var Arc4;
var init_arc4 = __esmMin((() => {
	Arc4 = class {
		i;
		j;
		S;
		constructor({ i, j, S }) {
			this.i = i;
			this.j = j;
			this.S = Uint8Array.from(S);
		}
		state() {
			return {
				i: this.i,
				j: this.j,
				S: Array.from(this.S)
			};
		}
		/** A number in [0, 1) with 53 bits, of seven bytes or more: until its first bit is set. */
		next53() {
			let n = this.bits24() * 2 ** 24 + this.bits24();
			let below = 2 ** 48;
			let last = 0;
			while (n < 2 ** 52) {
				n = (n + last) * 256;
				below *= 256;
				last = this.byte();
			}
			while (n >= 2 ** 53) {
				n /= 2;
				below /= 2;
				last >>>= 1;
			}
			return (n + last) / below;
		}
		/** Four words of 32 bits each, of 16 bytes. */
		key() {
			return Int32Array.from({ length: 4 }, () => this.bits24() << 8 | this.byte());
		}
		bits24() {
			return this.byte() << 16 | this.byte() << 8 | this.byte();
		}
		byte() {
			const { S } = this;
			this.i = this.i + 1 & 255;
			const a = S[this.i];
			this.j = this.j + a & 255;
			const b = S[this.j];
			S[this.i] = b;
			S[this.j] = a;
			return S[a + b & 255];
		}
	};
}));
// packages/tensor-core/src/random/checks.ts
/** Throws unless `n` is a whole number of values, 0 or more. */
function checkCount$2(where, n) {
	if (!Number.isSafeInteger(n) || n < 0) throw new Error(`${where}: the number of values must be a whole number of 0 or more, got ${describe$3(n)}`);
}
/** Throws unless low <= high and both are finite. */
function checkBounds(where, low, high) {
	if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) throw new Error(`${where}: expects finite bounds with low <= high, got low = ${low}, high = ${high}`);
}
/** Throws unless std is 0 or more. */
function checkNormal(where, mean, std) {
	if (Number.isNaN(mean)) throw new Error(`${where}: the mean is NaN`);
	if (!(std >= 0)) throw new Error(`${where}: expects std >= 0, got ${std}`);
}
/** Throws unless low < high are whole numbers whose range [low, high) lies inside int32. */
function checkIntegers(where, low, high) {
	if (!Number.isInteger(low) || !Number.isInteger(high)) throw new Error(`${where}: low and high must be whole numbers, got ${low} and ${high}`);
	if (low >= high) throw new Error(`${where}: low must be less than high, got low = ${low}, high = ${high}`);
	if (low < -(2 ** 31) || high > 2 ** 31) throw new Error(`${where}: [${low}, ${high}) does not fit int32, which holds -2147483648 to 2147483647`);
}
/** Throws unless p is one probability, or `n` of them. */
function checkProbabilities(where, n, p) {
	if (typeof p === "number") {
		if (!(p >= 0 && p <= 1)) throw new Error(`${where}: expects p in [0, 1], got ${p}`);
		return;
	}
	if (p.length !== n) throw new Error(`${where}: got ${p.length} probabilities for ${n} values`);
	const bad = p.findIndex((value) => !(value >= 0 && value <= 1));
	if (bad >= 0) throw new Error(`${where}: expects probabilities in [0, 1], got ${p[bad]} at ${bad}`);
}
/** Throws unless the weights are finite, 0 or more, not all 0, and enough for the draws asked for. */
function checkWeights(where, weights, numSamples, replacement) {
	if (!Number.isSafeInteger(numSamples) || numSamples < 1) throw new Error(`${where}: the number of samples must be a whole number of 1 or more, got ${numSamples}`);
	let positive = 0;
	for (let i = 0; i < weights.length; i++) {
		const weight = weights[i];
		if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new Error(`${where}: weights must be finite and 0 or more, got ${weight} at ${i}`);
		if (weight > 0) positive++;
	}
	if (positive === 0) throw new Error(`${where}: the weights add up to 0`);
	if (!replacement && numSamples > positive) throw new Error(`${where}: cannot draw ${numSamples} without replacement from ${positive} weights above 0`);
}
/** Throws unless the state was taken from the same engine. */
function checkState(state, engine) {
	if (state?.engine !== engine) throw new Error(`setState: a ${engine} generator cannot take the state of ${typeof state?.engine === "string" ? JSON.stringify(state.engine) : describe$3(state?.engine)}`);
}
/** A typed array of `n` zeros of the given dtype. */
function newFloats(n, dtype) {
	return dtype === "float64" ? new Float64Array(n) : new Float32Array(n);
}
var init_checks = __esmMin((() => {
	init_src$1();
}));
// packages/tensor-core/src/random/from-uniform.ts
/** The numbers 0 to n - 1 as a fresh array. */
function ascending(n) {
	const out = new Int32Array(n);
	for (let i = 0; i < n; i++) out[i] = i;
	return out;
}
/** Exchanges two elements. */
function swap$1(items, i, j) {
	const kept = items[i];
	items[i] = items[j];
	items[j] = kept;
}
/** The running sums of `weights`, divided by their total. */
function cumulative(weights) {
	const sums = new Float64Array(weights.length);
	let total = 0;
	for (let i = 0; i < sums.length; i++) {
		total += weights[i];
		sums[i] = total;
	}
	for (let i = 0; i < sums.length; i++) sums[i] = sums[i] / total;
	return sums;
}
/** How many of the ascending `sums` are `value` or less: the index that `value` falls on. */
function upperBound(sums, value) {
	let from = 0;
	let to = sums.length;
	while (from < to) {
		const middle = from + to >> 1;
		if (sums[middle] <= value) from = middle + 1;
		else to = middle;
	}
	return from;
}
var init_from_uniform = __esmMin((() => {}));
// packages/tensor-core/src/random/xoshiro.ts
/** A number in [0, 1) with 53 bits, of two words. */
function unit53(high, low) {
	return ((high >>> 5) * 2 ** 26 + (low >>> 6)) * 2 ** -53;
}
var Xoshiro;
var init_xoshiro = __esmMin((() => {
	Xoshiro = class {
		state;
		one = /* @__PURE__ */ new Int32Array(1);
		/** The key is its state from now on, and must not be all 0. */
		constructor(key) {
			this.state = key;
		}
		/** Overwrites an array with the next words. */
		fill(words) {
			const { state } = this;
			let [a, b, c, d] = state;
			for (let i = 0; i < words.length; i++) {
				const sum = a + d | 0;
				words[i] = (sum << 7 | sum >>> 25) + a;
				const shifted = b << 9;
				c ^= a;
				d ^= b;
				b ^= c;
				a ^= d;
				c ^= shifted;
				d = d << 11 | d >>> 21;
			}
			state[0] = a;
			state[1] = b;
			state[2] = c;
			state[3] = d;
		}
		/** The next word alone. */
		next() {
			this.fill(this.one);
			return this.one[0];
		}
	};
}));
// packages/tensor-core/src/random/exact.ts
function lowWord() {
	return new Uint32Array(new Float64Array([1]).buffer)[0] === 0 ? 0 : 1;
}
/** What `sum = a + b` lost to rounding (Knuth's TwoSum). */
function sumError(a, b, sum) {
	const bPart = sum - a;
	return a - (sum - bPart) + (b - bPart);
}
/** What `product = a * b` lost to rounding (Dekker's product over Veltkamp's halves). */
function productError(a, b, product) {
	const aHigh = upperHalf(a);
	const aLow = a - aHigh;
	const bHigh = upperHalf(b);
	const bLow = b - bHigh;
	return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
function upperHalf(x) {
	const scaled = 134217729 * x;
	return scaled - (scaled - x);
}
var bits, words, LOW;
var init_exact = __esmMin((() => {
	bits = /* @__PURE__ */ new Float64Array(1);
	words = /* @__PURE__ */ new Uint32Array(bits.buffer);
	LOW = /* @__PURE__ */ lowWord();
}));
// packages/tensor-core/src/random/steady-log.ts
/**
* The natural logarithm of a normal number above 0, within two units in the last place, from additions, products and
* quotients alone: equal in every JavaScript engine, which `Math.log` need not be, and ten times as fast as `roundedLog`.
*
* With x = m 2^e and s = (m - 1) / (m + 1) it is e log 2 + 2 (s + s^3/3 + s^5/5 + ...).
*/
function steadyLog(x) {
	bits[0] = x;
	const top = words[1 - LOW];
	let exponent = (top >>> 20) - 1023;
	words[1 - LOW] = top & 1048575 | 1072693248;
	let m = bits[0];
	if (m > Math.SQRT2) {
		m /= 2;
		exponent += 1;
	}
	const s = (m - 1) / (m + 1);
	const z = s * s;
	let series = 0;
	for (let power = 21; power > 1; power -= 2) series = (series + 1 / power) * z;
	return exponent * Math.LN2 + 2 * (s + s * series);
}
var init_steady_log = __esmMin((() => {
	init_exact();
}));
// packages/tensor-core/src/random/ziggurat.ts
function makeTables() {
	const width = new Float64Array(LAYERS + 1);
	const floor = new Float64Array(LAYERS + 1);
	width[0] = AREA / DENSITY_AT_TAIL;
	width[1] = TAIL;
	floor[1] = DENSITY_AT_TAIL;
	for (let i = 2; i < LAYERS; i++) {
		floor[i] = floor[i - 1] + AREA / width[i - 1];
		width[i] = Math.sqrt(-2 * steadyLog(floor[i]));
	}
	floor[LAYERS] = 1;
	return {
		width,
		floor,
		scale: width.map((x) => x * 2 ** -24),
		inside: Int32Array.from({ length: LAYERS }, (_, i) => width[i + 1] / width[i] * 2 ** 24)
	};
}
/**
* Fills an array with normal values. A float32 takes one word of the stream, 7 bits for the layer and 25 for the place in
* it, a float64 two for 53 bits of the place; a point that may lie outside takes more of them, behind those of all others.
*/
function fillNormal(out, stream, mean, std) {
	tables ??= makeTables();
	const { scale, inside } = tables;
	const words = new Int32Array(out.buffer);
	stream.fill(words);
	if (out instanceof Float32Array) {
		for (let i = 0; i < out.length; i++) {
			const word = words[i];
			const layer = word & LAYERS - 1;
			const parts = word >> 7;
			const certain = Math.abs(parts) < inside[layer];
			out[i] = mean + std * (certain ? parts * scale[layer] : settle(stream, tables, layer, parts));
		}
		return;
	}
	for (let i = 0; i < out.length; i++) {
		const word = words[2 * i];
		const layer = word & LAYERS - 1;
		const parts = (word >> 7) + (words[2 * i + 1] >>> 4) * 2 ** -28;
		const certain = Math.abs(word >> 7) < inside[layer];
		out[i] = mean + std * (certain ? parts * scale[layer] : settle(stream, tables, layer, parts));
	}
}
/** The value of a point where it lies under the density, else of the next that does. */
function settle(stream, { width, floor, scale }, layer, parts) {
	const uniform = () => unit53(stream.next(), stream.next());
	for (;;) {
		const x = parts * scale[layer];
		if (Math.abs(x) < width[layer + 1]) return x;
		if (layer === 0) return Math.sign(x) * tail$1(uniform);
		if (-2 * steadyLog(floor[layer] + uniform() * (floor[layer + 1] - floor[layer])) > x * x) return x;
		const word = stream.next();
		layer = word & LAYERS - 1;
		parts = (word >> 7) + (stream.next() >>> 4) * 2 ** -28;
	}
}
/** A value beyond where the tail begins (Marsaglia, 1964). */
function tail$1(uniform) {
	for (;;) {
		const beyond = -steadyLog(1 - uniform()) / TAIL;
		if (-2 * steadyLog(1 - uniform()) > beyond * beyond) return TAIL + beyond;
	}
}
var LAYERS, TAIL, AREA, DENSITY_AT_TAIL, tables;
var init_ziggurat = __esmMin((() => {
	init_steady_log();
	init_xoshiro();
	LAYERS = 128;
	TAIL = 3.4426198558966523;
	AREA = .00991256303533646;
	DENSITY_AT_TAIL = .0026696290839025036;
}));
// packages/tensor-core/src/random/seedrandom.ts
var import_seedrandom, SeedrandomGenerator;
var init_seedrandom = __esmMin((() => {
	init_src$1();
	import_seedrandom = /* @__PURE__ */ __toESM(require_seedrandom(), 1);
	init_errors();
	init_arc4();
	init_checks();
	init_from_uniform();
	init_xoshiro();
	init_ziggurat();
	SeedrandomGenerator = class SeedrandomGenerator {
		engine = "seedrandom";
		startedFrom = 0;
		stream;
		/** Throws where the seed is NaN. */
		constructor(seed = 0) {
			this.manualSeed(seed);
		}
		/** Starts again from any string or number (a bigint counts as its digits). */
		manualSeed(seed) {
			if (typeof seed !== "string" && typeof seed !== "number" && typeof seed !== "bigint") throw new Error(`manualSeed: the seedrandom engine takes a number or a string, got ${typeof seed}`);
			if (Number.isNaN(seed)) throw new Error("manualSeed: the seed is NaN");
			this.startedFrom = typeof seed === "bigint" ? String(seed) : seed;
			this.stream = new Arc4((0, import_seedrandom.default)(this.startedFrom, { state: true }).state());
			return this;
		}
		initialSeed() {
			return this.startedFrom;
		}
		getState() {
			return {
				engine: "seedrandom",
				seed: this.startedFrom,
				arc4: this.stream.state()
			};
		}
		setState(state) {
			checkState(state, "seedrandom");
			const { arc4, seed } = state;
			const isByte = (value) => Number.isInteger(value) && value >= 0 && value < 256;
			const S = arc4?.S;
			if (!Array.isArray(S) || S.length !== 256 || ![
				arc4.i,
				arc4.j,
				...S
			].every(isByte)) throw new Error("setState: the state of a seedrandom generator is 256 bytes and two indices into them");
			if (typeof seed !== "string" && typeof seed !== "number") wrong(ArgumentError, "setState", "the seed", "a string or a number", seed);
			this.startedFrom = seed;
			this.stream = new Arc4(arc4);
			return this;
		}
		random() {
			return this.stream.next53();
		}
		uniform(n, low = 0, high = 1, dtype) {
			checkCount$2("uniform", n);
			checkBounds("uniform", low, high);
			const out = newFloats(n, dtype ?? "float32");
			const words = new Int32Array(out.buffer);
			this.spread().fill(words);
			const range = high - low;
			if (out instanceof Float32Array) for (let i = 0; i < n; i++) out[i] = low + (words[i] >>> 8) * 2 ** -24 * range;
			else for (let i = 0; i < n; i++) out[i] = low + unit53(words[2 * i], words[2 * i + 1]) * range;
			return out;
		}
		normal(n, mean = 0, std = 1, dtype) {
			checkCount$2("normal", n);
			checkNormal("normal", mean, std);
			const out = newFloats(n, dtype ?? "float32");
			fillNormal(out, this.spread(), mean, std);
			return out;
		}
		integers(n, low, high) {
			checkCount$2("integers", n);
			checkIntegers("integers", low, high);
			const out = new Int32Array(n);
			for (let i = 0; i < n; i++) out[i] = low + Math.floor(this.random() * (high - low));
			return out;
		}
		permutation(n) {
			checkCount$2("permutation", n);
			const out = ascending(n);
			for (let i = n - 1; i > 0; i--) swap$1(out, i, Math.floor(this.random() * (i + 1)));
			return out;
		}
		bernoulli(n, p) {
			checkCount$2("bernoulli", n);
			checkProbabilities("bernoulli", n, p);
			const words = new Int32Array(n);
			this.spread().fill(words);
			const out = new Uint8Array(n);
			for (let i = 0; i < n; i++) out[i] = (words[i] >>> 0) * 2 ** -32 < (typeof p === "number" ? p : p[i]) ? 1 : 0;
			return out;
		}
		fork() {
			return new SeedrandomGenerator(Math.floor(this.random() * 2 ** 53));
		}
		/** The stream of one call, with a key from this one. */
		spread() {
			return new Xoshiro(this.stream.key());
		}
	};
}));
// packages/tensor-core/src/random/default.ts
/**
* The generator that `rand`, `randn`, the layers' inits, dropout and shuffling draw from: until it is seeded,
* seedrandom with `DEFAULT_SEED`.
*
* @example
* ```ts
* import { defaultGenerator, manualSeed } from '@kindling/tensor-core';
*
* manualSeed(42);
* console.log(defaultGenerator().initialSeed()); // => 42
* ```
*/
function defaultGenerator() {
	current ??= new SeedrandomGenerator(0);
	return current;
}
var current;
var init_default = __esmMin((() => {
	init_src$1();
	init_errors();
	init_seedrandom();
}));
var init_trunc_normal = __esmMin((() => {
	init_src$1();
	init_errors();
	init_checks();
	init_steady_log();
}));
// packages/tensor-core/src/random/index.ts
var init_random$1 = __esmMin((() => {
	init_default();
	init_seedrandom();
	init_trunc_normal();
}));
// packages/tensor-core/src/read.ts
/** @internal Reads elements without waiting. */
function readNow(name, x) {
	const { backend } = x;
	if (backend.readSync === void 0) throw new BackendError(`${name}: ${backend.name} cannot be read without waiting; use \`await tensor.data()\``);
	return backend.readSync(x);
}
/** @internal The method `item`. */
function item(x) {
	if (x.count !== 1) throw new ShapeError(`item: one element is needed, ${formatShape(x.shape)} has ${x.count}`);
	return readNow("item", x)[0];
}
/** @internal The method `tolist`. */
function tolist(x, rank) {
	if (rank !== void 0 && rank !== x.ndim) {
		requireWhole("tolist", "rank", rank, 0);
		throw new ShapeError(`tolist: ${formatShape(x.shape)} has ${x.ndim} dimension${x.ndim === 1 ? "" : "s"}, not ${rank}`);
	}
	const values = readNow("tolist", x);
	const truths = x.dtype === "bool" && rank === void 0;
	const value = (i) => truths ? values[i] !== 0 : values[i];
	let next = 0;
	const nest = (dim) => dim === x.ndim ? value(next++) : Array.from({ length: x.shape[dim] }, () => nest(dim + 1));
	return nest(0);
}
function move(x, backend) {
	requireBackend("to", backend);
	return x.backend === backend ? Promise.resolve(x) : moveElements(x, backend);
}
async function moveElements(x, backend) {
	requireSupport(backend, x.dtype);
	const moved = wrap(backend.upload(await x.backend.read(x), x.dtype, true), x.shape);
	moved.tracked = x.tracked;
	return moved;
}
/** @internal The method `to`. */
function to(x, target) {
	if (typeof target === "object") return move(x, target);
	requireDType$1("to", target);
	return cast(x, target);
}
var init_read = __esmMin((() => {
	init_checks$1();
	init_current_backend();
	init_errors();
	init_cast();
	init_shape();
	init_tensor$1();
}));
// packages/tensor-core/src/create/options.ts
/** @internal Throws unless options are those of a function that makes a tensor. */
function checkOptions(name, options) {
	requireOptions(name, options, tensorOptions);
	checkValues(name, options);
}
/** @internal Throws unless a generator that is given is one. */
function requireGenerator(name, { generator }) {
	if (generator !== void 0 && typeof generator?.random !== "function") wrong(ArgumentError, name, "the generator", "a Generator, such as defaultGenerator() gives", generator);
}
function checkValues(name, { dtype, requiresGrad, backend }) {
	if (dtype !== void 0) requireDType$1(name, dtype);
	requireFlag(name, "requiresGrad", requiresGrad);
	if (backend !== void 0) requireBackend(name, backend);
}
/** @internal The backend and dtype that options ask for. */
function resolve(options, fallback = "float32") {
	const backend = options.backend ?? getBackend();
	const dtype = options.dtype ?? fallback;
	requireSupport(backend, dtype);
	return {
		backend,
		dtype
	};
}
/** @internal A tensor of one value. */
function filled(value, shape, options, fallback = "float32") {
	const { backend, dtype } = resolve(options, fallback);
	if (dtype === "int32") requireInt32("full", [value]);
	return finish(wrap(backend.fill(sizeOf(shape), value, dtype), shape), options);
}
/** @internal A tensor of values that the caller made and gives away; those of another type are converted. */
function fromValues(values, shape, options, fallback = "float32") {
	const { backend, dtype } = resolve(options, fallback);
	const array = isArrayOf(dtype, values) ? values : toArray(values, dtype);
	return finish(wrap(backend.upload(array, dtype, true), shape), options);
}
function finish(x, options) {
	if (options.requiresGrad) x.requiresGrad = true;
	return x;
}
var tensorOptions;
var init_options = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_current_backend();
	init_dtype();
	init_errors();
	init_shape();
	init_tensor$1();
	tensorOptions = {
		dtype: 1,
		requiresGrad: 1,
		backend: 1
	};
	({ ...tensorOptions });
}));
// packages/tensor-core/src/create/like.ts
/** @internal The shape of another tensor, and options with its dtype and backend where they say nothing. */
function shapedLike(name, like, options) {
	requireTensor(name, like);
	if (typeof options !== "object" || options === null || options instanceof Promise) wrong(ArgumentError, name, "the options", "an object", options);
	return [like.shape, {
		dtype: like.dtype,
		backend: like.backend,
		...options
	}];
}
/**
* Zeros with the shape, dtype and backend of another tensor.
*
* @example
* ```ts
* import { zerosLike, tensor } from '@kindling/tensor-core';
* console.log(zerosLike(tensor([1, 2])).tolist()); // => [ 0, 0 ]
* ```
*/
function zerosLike(like, options = {}) {
	checkOptions("zerosLike", options);
	return filled(0, ...shapedLike("zerosLike", like, options));
}
var init_like = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_errors();
	init_options();
}));
// packages/tensor-core/src/create/random.ts
function floatType(name, dtype) {
	if (!isFloating(dtype)) throw new DTypeError(`${name}: the dtype must be float32 or float64, not ${dtype}`);
	return dtype;
}
function streamOf({ generator = defaultGenerator() }) {
	return generator;
}
/** Fills in place from a draw of all elements at once. */
function fill(name, x, options, draw) {
	requireOptions(name, options, { generator: 1 });
	requireGenerator(name, options);
	if (x.node !== null) throw new ArgumentError(`${name}: the result of a recorded operation cannot be changed in place: ${formatShape(x.shape)}`);
	assign(x, fromValues(draw(streamOf(options), x.count, floatType(name, x.dtype)), ...shapedLike(name, x, {})));
	return x;
}
/* @__NO_SIDE_EFFECTS__ */
function between(kind) {
	const name = `${kind}_`;
	return (x, a = 0, b = 1, options = {}) => {
		requireNumber(name, kind === "uniform" ? "from" : "the mean", a);
		requireNumber(name, kind === "uniform" ? "to" : "the standard deviation", b);
		return fill(name, x, options, (stream, n, dtype) => stream[kind](n, a, b, dtype));
	};
}
/** @internal The method `bernoulli_`. */
function bernoulli_(x, p = .5, options = {}) {
	requireNumber("bernoulli_", "p", p);
	return fill("bernoulli_", x, options, (stream, n) => stream.bernoulli(n, p));
}
var uniform_, normal_;
var init_random = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_dtype();
	init_errors();
	init_in_place();
	init_random$1();
	init_read();
	init_shape();
	init_tensor$1();
	init_like();
	init_options();
	uniform_ = /* @__PURE__ */ between("uniform");
	normal_ = /* @__PURE__ */ between("normal");
}));
// packages/tensor-core/src/ops/sign.ts
var sign;
var init_sign = __esmMin((() => {
	init_cast();
	init_elementwise();
	init_mul();
	sign = /* @__PURE__ */ defineUnary("sign", (x) => x.dtype === "bool" ? convert(x, "bool") : runUnary("sign", x), (g) => mul(g, 0));
}));
// packages/tensor-core/src/ops/abs.ts
var abs;
var init_abs = __esmMin((() => {
	init_elementwise();
	init_mul();
	init_sign();
	abs = /* @__PURE__ */ numericUnary("abs", (g, { a }) => mul(g, sign(a)));
}));
// packages/tensor-core/src/ops/all.ts
/**
* Whether every element is not 0, over all elements or over some dimensions; true of nothing.
*
* @param x - any shape and dtype.
* @returns bool.
* @throws `ShapeError` for a dimension out of range or given twice.
* @example
* ```ts
* import { all, tensor } from '@kindling/tensor-core';
* console.log(String(all(tensor([true, false])))); // => tensor(False)
* ```
*/
function all$1(x, dim, options = {}) {
	requireTensor("all", x);
	const input = cast(x, "bool");
	return reduce("prod", input, planReduction("all", input, dim, keepdimOf("all", options)));
}
var init_all = __esmMin((() => {
	init_checks$1();
	init_cast();
	init_reduction();
}));
// packages/tensor-core/src/ops/any.ts
/**
* Whether some element is not 0, over all elements or over some dimensions; false of nothing.
*
* @param x - any shape and dtype.
* @returns bool.
* @throws `ShapeError` for a dimension out of range or given twice.
* @example
* ```ts
* import { any, tensor } from '@kindling/tensor-core';
* console.log(String(any(tensor([true, false])))); // => tensor(True)
* ```
*/
function any(x, dim, options = {}) {
	requireTensor("any", x);
	const counts = cast(cast(x, "bool"), "int32");
	return cast(reduce("sum", counts, planReduction("any", counts, dim, keepdimOf("any", options))), "bool");
}
var init_any = __esmMin((() => {
	init_checks$1();
	init_cast();
	init_reduction();
}));
// packages/tensor-core/src/ops/argmax.ts
/**
* The position of the first largest element (NaN wins), in the flattened tensor or along a dimension.
*
* @param x - any shape.
* @returns int32.
* @throws `ShapeError` when there is nothing to choose from, or the dimension is out of range.
* @example
* ```ts
* import { argmax, tensor } from '@kindling/tensor-core';
* console.log(String(argmax(tensor([[1, 5], [7, 2]]), 1))); // => tensor([1, 0], dtype=torch.int32)
* ```
*/
function argmax(x, dim, options = {}) {
	requireTensor("argmax", x);
	const plan = planChoice("argmax", x, dim, keepdimOf("argmax", options));
	return wrap(x.backend.argReduce("max", plan.view, plan.keep), plan.shape);
}
var init_argmax = __esmMin((() => {
	init_checks$1();
	init_tensor$1();
	init_reduction();
}));
// packages/tensor-core/src/ops/argmin.ts
/**
* The position of the first smallest element (NaN wins), in the flattened tensor or along a dimension.
*
* @param x - any shape.
* @returns int32.
* @throws `ShapeError` when there is nothing to choose from, or the dimension is out of range.
* @example
* ```ts
* import { argmin, tensor } from '@kindling/tensor-core';
* console.log(String(argmin(tensor([[1, 5], [7, 2]]), 1))); // => tensor([0, 1], dtype=torch.int32)
* ```
*/
function argmin(x, dim, options = {}) {
	requireTensor("argmin", x);
	const plan = planChoice("argmin", x, dim, keepdimOf("argmin", options));
	return wrap(x.backend.argReduce("min", plan.view, plan.keep), plan.shape);
}
var init_argmin = __esmMin((() => {
	init_checks$1();
	init_tensor$1();
	init_reduction();
}));
// packages/tensor-core/src/ops/ceil.ts
var ceil;
var init_ceil = __esmMin((() => {
	init_elementwise();
	init_mul();
	ceil = /* @__PURE__ */ numericUnary("ceil", (g) => mul(g, 0));
}));
// packages/tensor-core/src/ops/neg.ts
var neg;
var init_neg = __esmMin((() => {
	init_elementwise();
	neg = /* @__PURE__ */ numericUnary("neg", (g) => neg(g));
}));
// packages/tensor-core/src/ops/sin.ts
var sin;
var init_sin = __esmMin((() => {
	init_cos();
	init_elementwise();
	init_mul();
	sin = /* @__PURE__ */ floatUnary("sin", (g, { a }) => mul(g, cos(a)));
}));
// packages/tensor-core/src/ops/cos.ts
var cos;
var init_cos = __esmMin((() => {
	init_elementwise();
	init_mul();
	init_neg();
	init_sin();
	cos = /* @__PURE__ */ floatUnary("cos", (g, { a }) => neg(mul(g, sin(a))));
}));
// packages/tensor-core/src/ops/div.ts
/**
* `a / b`, element by element; whole numbers give fractions, as in PyTorch, unless `roundingMode` says otherwise.
*
* @param a - a tensor or a number; the shapes broadcast.
* @param b - a tensor or a number, at least one of them a tensor.
* @throws `ShapeError` when the shapes do not broadcast; `ArgumentError` for another mode, or int32 by the number 0.
* @example
* ```ts
* import { div, tensor } from '@kindling/tensor-core';
* console.log(String(div(tensor([1, 2]), 4))); // => tensor([0.2500, 0.5000])
* console.log(String(div(tensor([7, -7]), 2, { roundingMode: 'floor' }))); // => tensor([ 3., -4.])
* ```
*/
function div(a, b, options) {
	if (options === void 0) return divOp(a, b);
	requireOptions("div", options, { roundingMode: 1 });
	const { roundingMode = null } = options;
	if (roundingMode === null) return divOp(a, b);
	checkChoice(ArgumentError, "div", "roundingMode", roundingMode, ["trunc", "floor"]);
	if (b === 0 && !isFloating(resultType(a, b))) throw new ArgumentError("div: whole numbers cannot be divided by 0");
	const inputs = [a, b].filter((x) => typeof x !== "number");
	return inputs.length === 0 ? divOp(a, b) : wholeOp(inputs, {
		a,
		b,
		floor: roundingMode === "floor"
	});
}
var divOp, wholeOp;
var init_div = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_like();
	init_define_op();
	init_dtype();
	init_errors();
	init_cast();
	init_elementwise();
	init_mul();
	init_neg();
	init_where();
	divOp = /* @__PURE__ */ defineBinary("div", [(g, { b }) => div(g, b), (g, { b, y }) => neg(div(mul(g, y), b))], (a, b) => runBinary("div", a, b, floatType$1(a, b)));
	wholeOp = /* @__PURE__ */ defineOp({
		name: "div",
		forward(inputs, { a, b, floor }) {
			const dtype = resultType(a, b);
			const { backend } = inputs[0];
			const quotient = runBinary("div", a, b, (floor || !isFloating(dtype)) && backend.supports("float64") ? "float64" : floatType$1(a, b));
			const down = runUnary("floor", quotient);
			return cast(floor ? down : where(runBinary("lt", quotient, 0), runUnary("ceil", quotient), down), dtype === "bool" ? "int32" : dtype);
		},
		backward: (_, { inputs }, index) => zerosLike(inputs[index])
	});
}));
// packages/tensor-core/src/ops/eq.ts
var eq;
var init_eq = __esmMin((() => {
	init_elementwise();
	eq = /* @__PURE__ */ defineComparison("eq");
}));
// packages/tensor-core/src/ops/exp.ts
var exp;
var init_exp = __esmMin((() => {
	init_elementwise();
	init_mul();
	exp = /* @__PURE__ */ floatUnary("exp", (g, { y }) => mul(g, y));
}));
// packages/tensor-core/src/ops/expm1.ts
var expm1;
var init_expm1 = __esmMin((() => {
	init_add();
	init_elementwise();
	init_mul();
	expm1 = /* @__PURE__ */ floatUnary("expm1", (g, { y }) => mul(g, add(y, 1)));
}));
// packages/tensor-core/src/ops/flatten.ts
/**
* All elements in one dimension, or those of the dimensions from `start` to `end` (inclusive).
*
* @throws `ShapeError` for a dimension out of range, or a start behind the end.
* @example
* ```ts
* import { flatten, zeros } from '@kindling/tensor-core';
* console.log(flatten(zeros(2, 3, 4), 1).shape); // => [ 2, 12 ]
* ```
*/
function flatten$2(x, start = 0, end = -1) {
	requireTensor("flatten", x);
	const from = normalizeDim("flatten", start, x.ndim);
	const to = normalizeDim("flatten", end, x.ndim);
	if (from > to) throw new ShapeError(`flatten: start ${start} comes after end ${end}`);
	return reshape(x, x.shape.toSpliced(from, to - from + 1, sizeOf(x.shape.slice(from, to + 1))));
}
/**
* One dimension split into several, whose sizes may hold one -1.
*
* @throws `ShapeError` when the sizes do not fit the dimension.
* @example
* ```ts
* import { unflatten, zeros } from '@kindling/tensor-core';
* console.log(unflatten(zeros(2, 12), 1, [3, -1]).shape); // => [ 2, 3, 4 ]
* ```
*/
function unflatten(x, dim, sizes) {
	requireTensor("unflatten", x);
	requireWholes("unflatten", "the sizes", sizes);
	const at = normalizeDim("unflatten", dim, x.ndim);
	const size = x.shape[at] ?? 1;
	const known = sizeOf(sizes.filter((one) => one !== -1));
	const parts = sizes.map((one) => one === -1 ? size / known : one);
	if (parts.some((one) => !Number.isInteger(one) || one < 0) || sizeOf(parts) !== size) throw new ShapeError(`unflatten: dimension ${dim} of ${formatShape(x.shape)} does not split into ${formatShape(sizes)}`);
	return reshape(x, x.shape.toSpliced(at, 1, ...parts));
}
var init_flatten = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_errors();
	init_shape();
	init_reshape();
}));
// packages/tensor-core/src/ops/floor.ts
var floor;
var init_floor = __esmMin((() => {
	init_elementwise();
	init_mul();
	floor = /* @__PURE__ */ numericUnary("floor", (g) => mul(g, 0));
}));
// packages/tensor-core/src/ops/indexing.ts
/** @internal A scalar as a vector of one, as which it is indexed; others as they are. */
function asVector(x) {
	return x.ndim === 0 ? reshape(x, [1]) : x;
}
/**
* @internal Checks that an index can be laid over a tensor: on its backend, int32, as many dimensions, none but `dim` longer;
* and its values where they can be read without waiting. Returns `dim`, counted from the start.
*/
function checkIndex$1(name, x, dim, index) {
	const at = normalizeDim(name, dim, x.ndim);
	if (index.ndim !== x.ndim || index.shape.some((size, i) => i !== at && size > x.shape[i])) throw new ShapeError(`${name}: the index is ${formatShape(index.shape)}, the tensor ${formatShape(x.shape)}: apart from dimension ${dim} it must fit inside`);
	requireOneBackend(name, [x, index]);
	requireDType(name, "the index", index, "int32");
	const size = x.shape[at];
	const values = index.count > 0 && index.backend.readSync?.(index) || [];
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		if (value < 0 || value >= size) throw new ShapeError(`${name}: index ${value} is out of range for size ${size}`);
	}
	return at;
}
var init_indexing = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_define_op();
	init_errors();
	init_shape();
	init_reshape();
}));
// packages/tensor-core/src/ops/slice.ts
/** @internal The view that a slice is; untracked. */
function sliceView(x, { dim, start, length, step }) {
	const stride = x.strides[dim];
	const offset = x.offset + (length > 0 ? start * stride : 0);
	return viewOf(x, x.shape.with(dim, length), x.strides.with(dim, stride * step), offset);
}
/**
* A view of the elements from `start` up to `end` (exclusive) along a dimension, each `step`-th: `x[start:end:step]`.
*
* @param start - counted from the end where negative, as is `end`; both are cut to the size, as in Python.
* @param step - at least 1.
* @throws `ShapeError` for a dimension out of range, `ArgumentError` for a step below 1.
* @example
* ```ts
* import { arange, slice } from '@kindling/tensor-core';
* console.log(String(slice(arange(10), 0, 1, -2, 3))); // => tensor([1, 4, 7], dtype=torch.int32)
* ```
*/
function slice(x, dim, start = 0, end = Number.POSITIVE_INFINITY, step = 1) {
	requireTensor("slice", x);
	const at = sliceDim("slice", x, dim);
	requireWhole("slice", "the step", step, 1);
	const size = x.shape[at];
	checkBound("start", start);
	checkBound("end", end);
	const cut = (index) => Math.min(Math.max(index < 0 ? index + size : index, 0), size);
	const from = cut(start);
	return sliceOp(x, {
		dim: at,
		start: from,
		length: Math.max(0, Math.ceil((cut(end) - from) / step)),
		step
	});
}
/**
* A view of `length` elements from `start` on along a dimension.
*
* @throws `ShapeError` for a dimension out of range or a part that is not inside.
* @example
* ```ts
* import { arange, narrow } from '@kindling/tensor-core';
* console.log(String(narrow(arange(5), 0, 1, 3))); // => tensor([1, 2, 3], dtype=torch.int32)
* ```
*/
function narrow(x, dim, start, length) {
	requireTensor("narrow", x);
	const at = sliceDim("narrow", x, dim);
	const size = x.shape[at];
	requireWhole("narrow", "the start", start, Number.NEGATIVE_INFINITY);
	requireWhole("narrow", "the length", length, 0);
	const from = start < 0 ? start + size : start;
	if (from < 0 || from + length > size) throw new ShapeError(`narrow: ${length} elements from ${start} are not inside dimension ${dim} of ${formatShape(x.shape)}`);
	return sliceOp(x, {
		dim: at,
		start: from,
		length,
		step: 1
	});
}
function checkBound(what, value) {
	if (!Number.isInteger(value) && Math.abs(value) !== Number.POSITIVE_INFINITY) wrong(ArgumentError, "slice", what, "a whole number", value);
}
/** @internal A dimension of which elements are selected. */
function sliceDim(name, x, dim) {
	if (x.ndim === 0) throw new ShapeError(`${name}: a scalar has no dimension to select from`);
	return normalizeDim(name, dim, x.ndim);
}
var sliceOp, placeOp;
var init_slice = __esmMin((() => {
	init_src$1();
	init_broadcast();
	init_checks$1();
	init_options();
	init_define_op();
	init_errors();
	init_shape();
	init_tensor$1();
	sliceOp = /* @__PURE__ */ defineSingle("slice", sliceView, (g, { args, inputs }) => placeOp(g, {
		shape: inputs[0].shape,
		slices: [args],
		value: 0
	}));
	placeOp = /* @__PURE__ */ defineSingle("pad", (x, { shape, slices, value }) => {
		const { backend, dtype } = x;
		const whole = filled(value, shape, {
			backend,
			dtype
		});
		backend.assign(slices.reduce(sliceView, whole), x);
		return whole;
	}, (g, { args }) => args.slices.reduce(sliceOp, g));
}));
// packages/tensor-core/src/ops/scatter-add.ts
/**
* A copy of `x` with elements of `source` added at given positions: at `[i][index[i][j]]` for `dim` 1.
*
* @param index - int32, as many dimensions as `x`, none but `dim` longer.
* @param source - of the shape of `index`, or larger.
* @throws `ShapeError` when shapes do not fit or a position is out of range; `DTypeError` when the index is not int32, or the source of
* another dtype than `x`.
* @example
* ```ts
* import { scatterAdd, tensor, zeros } from '@kindling/tensor-core';
* const index = tensor([0, 2, 0], { dtype: 'int32' });
* console.log(scatterAdd(zeros(3), 0, index, tensor([1, 2, 3])).tolist()); // => [ 4, 0, 2 ]
* ```
*/
function scatterAdd(x, dim, index, source) {
	requireTensor("scatterAdd", x);
	requireTensor("scatterAdd", index, "the index");
	requireTensor("scatterAdd", source, "the source");
	if (x.ndim === 0) {
		const [one, places, values] = [
			x,
			index,
			source
		].map(asVector);
		return reshape(scatterAdd(one, dim, places, values), []);
	}
	const at = checkIndex$1("scatterAdd", x, dim, index);
	if (source.ndim !== index.ndim || index.shape.some((size, i) => size > source.shape[i])) throw new ShapeError(`scatterAdd: the source ${formatShape(source.shape)} does not cover the index ${formatShape(index.shape)}`);
	if (source.dtype !== x.dtype) throw new DTypeError(`scatterAdd: the source is ${source.dtype}, the tensor ${x.dtype}; convert one of them`);
	const covered = index.shape.reduce((part, size, i) => part.shape[i] === size ? part : narrow(part, i, 0, size), source);
	return scatterAddOp([x, covered], {
		dim: at,
		index
	});
}
var scatterAddOp;
var init_scatter_add = __esmMin((() => {
	init_checks$1();
	init_define_op();
	init_errors();
	init_shape();
	init_tensor$1();
	init_gather();
	init_indexing();
	init_reshape();
	init_slice();
	scatterAddOp = /* @__PURE__ */ defineOp({
		name: "scatterAdd",
		forward: ([x, source], { dim, index }) => wrap(x.backend.scatterAdd(x, dim, index, source), x.shape),
		backward: [(g) => g, (g, { args }) => gather(g, args.dim, args.index)]
	});
}));
// packages/tensor-core/src/ops/gather.ts
/**
* The elements at given positions along a dimension: `out[i][j] = x[i][index[i][j]]` for `dim` 1.
*
* @param index - int32, as many dimensions as `x`, none but `dim` longer; the result has its shape.
* @throws `ShapeError` when the index does not fit or holds a position out of range; `DTypeError` when it is not int32.
* @example
* ```ts
* import { gather, tensor } from '@kindling/tensor-core';
* const index = tensor([[1], [0]], { dtype: 'int32' });
* console.log(gather(tensor([[1, 2], [3, 4]]), 1, index).tolist()); // => [ [ 2 ], [ 3 ] ]
* ```
*/
function gather(x, dim, index) {
	requireTensor("gather", x);
	requireTensor("gather", index, "the index");
	if (x.ndim === 0) return reshape(gather(asVector(x), dim, asVector(index)), index.shape);
	return gatherOp(x, {
		dim: checkIndex$1("gather", x, dim, index),
		index
	});
}
var gatherOp;
var init_gather = __esmMin((() => {
	init_checks$1();
	init_like();
	init_define_op();
	init_tensor$1();
	init_indexing();
	init_reshape();
	init_scatter_add();
	gatherOp = /* @__PURE__ */ defineSingle("gather", (x, { dim, index }) => wrap(x.backend.gather(x, dim, index), index.shape), (g, { inputs, args }) => scatterAdd(zerosLike(inputs[0], { dtype: g.dtype }), args.dim, args.index, g));
}));
// packages/tensor-core/src/create/tensor.ts
/**
* A tensor with the values of a number, of nested arrays, or of a typed array, which is copied.
*
* JavaScript cannot tell 1 from 1.0, so numbers become float32 unless `dtype` says otherwise; booleans become bool, and
* the elements of a typed array keep their type (bytes, as of images, become int32).
*
* @throws `ShapeError` when arrays of one level differ in length; `TypeError` for other values.
* @example
* ```ts
* import { tensor } from '@kindling/tensor-core';
* console.log(String(tensor([[1, 2], [3, 4.5]])));
* // => tensor([[1.0000, 2.0000],
* //            [3.0000, 4.5000]])
* ```
*/
function tensor(values, options = {}) {
	checkOptions("tensor", options);
	const shape = [];
	for (let level = values; isList(level); level = level[0]) {
		shape.push(level.length);
		if (level.length === 0) break;
	}
	if (/^\[object Big/.test(Object.prototype.toString.call(values))) throw new TypeError(`tensor: values must be numbers or booleans, not ${describe$3(values)}; convert with Array.from(values, Number)`);
	const flat = ArrayBuffer.isView(values) && isList(values) ? values : flatten$1(values, shape, 0, []);
	const { dtype } = resolve(options, inferDType(values, flat));
	if (dtype === "int32" && dtypeOfArray(flat) !== "int32") requireInt32("tensor", flat);
	return fromValues(toArray(flat, dtype), shape, options, dtype);
}
function isList(value) {
	return Array.isArray(value) || ArrayBuffer.isView(value) && "length" in value;
}
function flatten$1(value, shape, depth, into) {
	const isScalar = !isList(value);
	if (isScalar && typeof value !== "number" && typeof value !== "boolean") throw new TypeError(`tensor: values must be numbers or booleans, not ${describe$3(value)}`);
	if (isScalar ? depth !== shape.length : value.length !== shape[depth]) throw new ShapeError(`tensor: arrays of one level must have one length: found ${isScalar ? "a single value" : value.length} at depth ${depth} of ${formatShape(shape)}`);
	if (isScalar) into.push(value);
	else for (let i = 0; i < value.length; i++) flatten$1(value[i], shape, depth + 1, into);
	return into;
}
function inferDType(values, flat) {
	let innermost = values;
	while (Array.isArray(innermost)) innermost = innermost[0];
	const own = dtypeOfArray(innermost);
	if (own !== void 0) return own === "bool" ? "int32" : own;
	return flat.length > 0 && flat.every((value) => typeof value === "boolean") ? "bool" : "float32";
}
var init_tensor = __esmMin((() => {
	init_src$1();
	init_dtype();
	init_errors();
	init_shape();
	init_options();
}));
// packages/tensor-core/src/ops/index-select.ts
/**
* The entries at given positions of a dimension, in the order given: `x[index]` for `dim` 0.
*
* @param index - positions from 0, as int32 vector or list; they may repeat.
* @throws `ShapeError` for a position out of range or an index that is no vector.
* @example
* ```ts
* import { indexSelect, tensor } from '@kindling/tensor-core';
* console.log(indexSelect(tensor([[1, 2], [3, 4]]), 0, [1, 1, 0]).tolist()); // => [ [ 3, 4 ], [ 3, 4 ], [ 1, 2 ] ]
* ```
*/
function indexSelect(x, dim, index) {
	requireTensor("indexSelect", x);
	const at = normalizeDim("indexSelect", dim, x.ndim);
	if (!(index instanceof Tensor) && !Array.isArray(index) && !ArrayBuffer.isView(index)) wrong(ArgumentError, "indexSelect", "the index", "a Tensor or an array of whole numbers", index);
	const positions = index instanceof Tensor ? index : tensor(index, {
		dtype: "int32",
		backend: x.backend
	});
	if (positions.ndim > 1) throw new ShapeError(`indexSelect: the index is ${formatShape(positions.shape)}, not a vector`);
	if (x.ndim === 0) return reshape(gather(x, 0, positions), []);
	return gather(x, at, expandAlong(positions, at, x.shape.with(at, positions.count)));
}
var init_index_select = __esmMin((() => {
	init_src$1();
	init_broadcast();
	init_checks$1();
	init_tensor();
	init_errors();
	init_shape();
	init_tensor$1();
	init_expand();
	init_gather();
	init_reshape();
}));
// packages/tensor-core/src/ops/isfinite.ts
var isfinite;
var init_isfinite = __esmMin((() => {
	init_elementwise();
	isfinite = /* @__PURE__ */ definePredicate("isfinite");
}));
// packages/tensor-core/src/ops/isnan.ts
var isnan;
var init_isnan = __esmMin((() => {
	init_elementwise();
	isnan = /* @__PURE__ */ definePredicate("isnan");
}));
// packages/tensor-core/src/ops/log.ts
var log;
var init_log = __esmMin((() => {
	init_div();
	init_elementwise();
	log = /* @__PURE__ */ floatUnary("log", (g, { a }) => div(g, a));
}));
// packages/tensor-core/src/ops/sub.ts
/**
* `a - b`, element by element; with `alpha`, `a - alpha * b`.
*
* @param a - a tensor or a number; the shapes broadcast.
* @param b - a tensor or a number, at least one of them a tensor.
* @throws `ShapeError` when the shapes do not broadcast; `DTypeError` for a bool tensor.
* @example
* ```ts
* import { sub, tensor } from '@kindling/tensor-core';
* console.log(String(sub(10, tensor([1, 2])))); // => tensor([9., 8.])
* ```
*/
function sub(a, b, options) {
	return options === void 0 ? subOp(a, b) : withAlpha("sub", subOp, a, b, options);
}
var isBool, subOp;
var init_sub = __esmMin((() => {
	init_errors();
	init_alpha();
	init_elementwise();
	init_neg();
	isBool = (x) => typeof x !== "number" && x.dtype === "bool";
	subOp = /* @__PURE__ */ defineBinary("sub", [(g) => g, (g) => neg(g)], (a, b) => {
		if (isBool(a) || isBool(b)) throw new DTypeError("sub: bool tensors have no difference; use logicalXor() or logicalNot(), or convert with int()");
		return runBinary("sub", a, b);
	});
}));
// packages/tensor-core/src/ops/define-softmax.ts
/** @internal `softmax` or its logarithm, from what makes it of x less its maximum, and the gradient. */
/* @__NO_SIDE_EFFECTS__ */
function defineSoftmax(name, compose, rule) {
	const op = /* @__PURE__ */ defineSingle(name, (x, dim) => {
		const input = requireFloat(name, x);
		if (input.count === 0) return convert(input, input.dtype);
		const fused = input.backend.fused?.[name];
		if (fused !== void 0 && input.dtype === "float32" && dim === input.ndim - 1) return wrap(fused(input), input.shape);
		return compose(sub(input, reduce("max", input, planReduction(name, input, dim, true))), dim);
	}, rule);
	return (x, dim, options) => {
		requireTensor(name, x);
		return op(options === void 0 ? x : withDType(name, x, options), normalizeDim(name, dim, x.ndim));
	};
}
var init_define_softmax = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_define_op();
	init_tensor$1();
	init_cast();
	init_elementwise();
	init_reduction();
	init_sub();
}));
// packages/tensor-core/src/ops/log-softmax.ts
var logSoftmax;
var init_log_softmax = __esmMin((() => {
	init_define_softmax();
	init_exp();
	init_log();
	init_mul();
	init_sub();
	init_sum();
	logSoftmax = /* @__PURE__ */ defineSoftmax("logSoftmax", (shifted, dim) => sub(shifted, log(sum$1(exp(shifted), dim, { keepdim: true }))), (g, { y, args }) => sub(g, mul(exp(y), sum$1(g, args, { keepdim: true }))));
}));
// packages/tensor-core/src/ops/log1p.ts
var log1p;
var init_log1p = __esmMin((() => {
	init_add();
	init_div();
	init_elementwise();
	log1p = /* @__PURE__ */ floatUnary("log1p", (g, { a }) => div(g, add(a, 1)));
}));
// packages/tensor-core/src/ops/logical-not.ts
var logicalNot;
var init_logical_not = __esmMin((() => {
	init_elementwise();
	logicalNot = /* @__PURE__ */ definePredicate("logicalNot");
}));
// packages/tensor-core/src/ops/logical-xor.ts
var logicalXor;
var init_logical_xor = __esmMin((() => {
	init_elementwise();
	logicalXor = /* @__PURE__ */ defineComparison("logicalXor");
}));
// packages/tensor-core/src/ops/squeeze.ts
/**
* A view without the dimensions of size 1, or without one of them; a dimension of another size stays.
*
* @throws `ShapeError` for a dimension out of range.
* @example
* ```ts
* import { squeeze, zeros } from '@kindling/tensor-core';
* console.log(squeeze(zeros(1, 3, 1)).shape, squeeze(zeros(1, 3, 1), 0).shape); // => [ 3 ] [ 3, 1 ]
* ```
*/
function squeeze(x, dim) {
	requireTensor("squeeze", x);
	const only = dim === void 0 ? -1 : normalizeDim("squeeze", dim, x.ndim);
	return reshape(x, x.shape.filter((size, i) => size !== 1 || only >= 0 && i !== only));
}
/**
* A view with a dimension of size 1 inserted before `dim`; -1 appends it.
*
* @throws `ShapeError` for a position out of range.
* @example
* ```ts
* import { unsqueeze, zeros } from '@kindling/tensor-core';
* console.log(unsqueeze(zeros(3), 0).shape, unsqueeze(zeros(3), -1).shape); // => [ 1, 3 ] [ 3, 1 ]
* ```
*/
function unsqueeze(x, dim) {
	requireTensor("unsqueeze", x);
	const at = normalizeDim("unsqueeze", dim, x.ndim + 1);
	return reshape(x, x.shape.toSpliced(at, 0, 1));
}
var init_squeeze = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_reshape();
}));
// packages/tensor-core/src/ops/transpose.ts
/**
* A view with two dimensions swapped.
*
* @throws `ShapeError` for a dimension out of range.
* @example
* ```ts
* import { transpose, zeros } from '@kindling/tensor-core';
* console.log(transpose(zeros(2, 3), 0, 1).shape); // => [ 3, 2 ]
* ```
*/
function transpose(x, dim0, dim1) {
	requireTensor("transpose", x);
	const p = normalizeDim("transpose", dim0, x.ndim);
	const q = normalizeDim("transpose", dim1, x.ndim);
	return p === q ? x : transposeOp(x, {
		p,
		q
	});
}
/** @internal The method `t` and the property `T`. */
function matrixTranspose(x) {
	if (x.ndim > 2) throw new ShapeError(`t: at most 2 dimensions, not ${formatShape(x.shape)}; use transpose(dim0, dim1) or mT`);
	return x.ndim < 2 ? x : transpose(x, 0, 1);
}
var swap, transposeOp;
var init_transpose = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_define_op();
	init_errors();
	init_shape();
	init_tensor$1();
	swap = (list, { p, q }) => list.map((value, i) => i === p ? list[q] : i === q ? list[p] : value);
	transposeOp = /* @__PURE__ */ defineSingle("transpose", (x, pair) => viewOf(x, swap(x.shape, pair), swap(x.strides, pair)), (g, { args }) => transposeOp(g, args));
}));
// packages/tensor-core/src/ops/matmul.ts
function matrices$1(a, b) {
	if (a.ndim > 2 && b.ndim === 2 && a.dense && a.count > 0) return reshape(product$2([reshape(a, [-1, a.shape[a.ndim - 1]]), b], void 0), [...a.shape.slice(0, -1), b.shape[1]]);
	return product$2([a, b], void 0);
}
/**
* The product of matrices, as `torch.matmul`: vectors count as a row on the left and a column on the right, and the
* dimensions before the last two broadcast.
*
* @param a - [..., m, k], or [k].
* @param b - [..., k, n], or [k].
* @returns [..., m, n], without m or n where that operand was a vector.
* @throws `ShapeError` when the inner sizes differ or the leading dimensions do not broadcast; `DTypeError` for bool.
* @example
* ```ts
* import { matmul, tensor } from '@kindling/tensor-core';
* console.log(matmul(tensor([[1, 2], [3, 4]]), tensor([1, 10])).tolist()); // => [ 21, 43 ]
* ```
*/
function matmul(a, b) {
	requireTensor("matmul", a, "the first operand");
	requireTensor("matmul", b, "the second operand");
	if (a.ndim === 0 || b.ndim === 0) throw new ShapeError(`matmul: both must have a dimension: ${formatShape(a.shape)} x ${formatShape(b.shape)}; use mul() for scalars`);
	if (a.dtype === "bool" && b.dtype === "bool") throw new DTypeError("matmul: bool matrices have no product; convert with int() or float()");
	const inner = a.shape[a.ndim - 1];
	const rows = b.shape[Math.max(0, b.ndim - 2)];
	if (inner !== rows) throw new ShapeError(`matmul: inner sizes differ: ${formatShape(a.shape)} x ${formatShape(b.shape)} (${inner} != ${rows})`);
	if (b.ndim === 1) return squeeze(matmul(a, unsqueeze(b, 1)), -1);
	if (a.ndim === 1) return squeeze(matmul(unsqueeze(a, 0), b), -2);
	return matrices$1(a, b);
}
/**
* The sum of the products of two vectors of one length.
*
* @throws `ShapeError` when one is no vector, or the lengths differ.
* @example
* ```ts
* import { dot, tensor } from '@kindling/tensor-core';
* console.log(dot(tensor([1, 2]), tensor([3, 4])).item()); // => 11
* ```
*/
function dot(a, b) {
	requireTensor("dot", a, "the first operand");
	requireTensor("dot", b, "the second operand");
	requireVectors("dot", "two vectors of one length", a, b, a.count === b.count);
	return sum$1(mul(a, b));
}
/**
* All products of an element of one vector [n] with an element of another [m]: [n, m].
*
* @throws `ShapeError` when one is no vector.
* @example
* ```ts
* import { outer, tensor } from '@kindling/tensor-core';
* console.log(outer(tensor([1, 2]), tensor([3, 4])).tolist()); // => [ [ 3, 4 ], [ 6, 8 ] ]
* ```
*/
function outer(a, b) {
	requireTensor("outer", a, "the first operand");
	requireTensor("outer", b, "the second operand");
	requireVectors("outer", "two vectors", a, b);
	return mul(unsqueeze(a, 1), b);
}
function requireVectors(name, what, a, b, fit = true) {
	if (a.ndim !== 1 || b.ndim !== 1 || !fit) throw new ShapeError(`${name}: ${what} are needed, not ${formatShape(a.shape)} and ${formatShape(b.shape)}`);
}
/** @internal The method `mm`. */
function mm(x, other) {
	requireTensor("mm", other, "the second input");
	if (x.ndim !== 2 || other.ndim !== 2) throw new ShapeError(`mm: two matrices are needed, not ${formatShape(x.shape)} and ${formatShape(other.shape)}; use matmul()`);
	return matmul(x, other);
}
var product$2;
var init_matmul = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_define_op();
	init_dtype();
	init_errors();
	init_shape();
	init_tensor$1();
	init_cast();
	init_mul();
	init_reshape();
	init_squeeze();
	init_sum();
	init_transpose();
	product$2 = /* @__PURE__ */ defineOp({
		name: "matmul",
		forward(inputs) {
			let a = inputs[0];
			let b = inputs[1];
			if (a.dtype !== b.dtype) {
				const dtype = promoteTypes(a.dtype, b.dtype);
				a = cast(a, dtype);
				b = cast(b, dtype);
			}
			const m = a.shape[a.ndim - 2];
			const n = b.shape[b.ndim - 1];
			if (a.ndim === 2 && b.ndim === 2) return wrap(a.backend.matmul(a, b), [m, n]);
			const lead = broadcastShapes("matmul", a.shape.slice(0, -2), b.shape.slice(0, -2));
			const p = expandView(a, [
				...lead,
				m,
				a.shape[a.ndim - 1]
			]);
			const q = expandView(b, [
				...lead,
				b.shape[b.ndim - 2],
				n
			]);
			return wrap(a.backend.matmul(p, q), [
				...lead,
				m,
				n
			]);
		},
		backward: [(g, { b }) => matrices$1(g, transpose(b, -2, -1)), (g, { a }) => matrices$1(transpose(a, -2, -1), g)]
	});
}));
// packages/tensor-core/src/ops/values-and-indices.ts
var ValuesAndIndices;
var init_values_and_indices = __esmMin((() => {
	ValuesAndIndices = class {
		/** The elements. */
		values;
		/** Where they were, as int32. */
		indices;
		/** @internal */
		constructor(values, indices) {
			this.values = values;
			this.indices = indices;
		}
		/** The elements, then the positions. */
		*[Symbol.iterator]() {
			yield this.values;
			yield this.indices;
		}
	};
}));
// packages/tensor-core/src/ops/winner-share.ts
/** @internal What `a` gets of the gradient of a choice: nothing where it is worse than `b`, half where they are equal. */
function winnerShare(g, worse, a, b) {
	return where(runBinary(worse, a, b), 0, where(runBinary("eq", a, b), mul(g, .5), g));
}
/**
* @internal The gradient of the elements among which `y`, the largest or smallest, was chosen: equal ones share it, as in
* PyTorch, and NaN is equal to NaN.
*/
function choiceShare(g, x, y, dim) {
	const chosen = cast(logicalOr(eq(x, y), isnan(x)), g.dtype);
	return mul(div(g, sum$1(chosen, dim, { keepdim: true })), chosen);
}
var init_winner_share = __esmMin((() => {
	init_cast();
	init_div();
	init_elementwise();
	init_eq();
	init_isnan();
	init_logical_or();
	init_mul();
	init_sum();
	init_where();
}));
// packages/tensor-core/src/ops/extreme.ts
/** @internal `max` or `min`, from what finds positions and what chooses between two tensors. */
/* @__NO_SIDE_EFFECTS__ */
function defineExtreme(name, positions, choose) {
	const ofAll = /* @__PURE__ */ defineSingle(name, (x) => reduce(name, x, planChoice(name, x, void 0)), (g, { a, y }) => choiceShare(g, a, y));
	return (x, dim, options) => {
		const keepdim = keepdimOf(name, options);
		if (dim === void 0) return ofAll(x, void 0);
		if (dim instanceof Tensor) return choose(x, dim);
		const indices = positions(x, dim, { keepdim: true });
		const values = gather(x, dim, indices);
		return keepdim ? new ValuesAndIndices(values, indices) : new ValuesAndIndices(squeeze(values, dim), squeeze(indices, dim));
	};
}
var init_extreme = __esmMin((() => {
	init_checks$1();
	init_define_op();
	init_tensor$1();
	init_gather();
	init_reduction();
	init_squeeze();
	init_values_and_indices();
	init_winner_share();
}));
// packages/tensor-core/src/ops/maximum.ts
var maximum;
var init_maximum = __esmMin((() => {
	init_elementwise();
	init_winner_share();
	maximum = /* @__PURE__ */ defineBinary("maximum", [(g, { a, b }) => winnerShare(g, "lt", a, b), (g, { a, b }) => winnerShare(g, "lt", b, a)]);
}));
// packages/tensor-core/src/ops/max.ts
function max(x, dim, options = {}) {
	requireTensor("max", x);
	return extreme$1(x, dim, options);
}
var extreme$1;
var init_max = __esmMin((() => {
	init_checks$1();
	init_argmax();
	init_extreme();
	init_maximum();
	extreme$1 = /* @__PURE__ */ defineExtreme("max", argmax, maximum);
}));
// packages/tensor-core/src/ops/mean.ts
/**
* The mean over all elements, or over some dimensions; NaN of nothing.
*
* @param input - any shape, float32 or float64, or whatever `dtype` converts to one.
* @throws `DTypeError` for int32 and bool, as PyTorch; `ShapeError` for a dimension out of range or given twice.
* @example
* ```ts
* import { mean, tensor } from '@kindling/tensor-core';
* console.log(String(mean(tensor([[1, 2], [3, 4]]), 1))); // => tensor([1.5000, 3.5000])
* ```
*/
function mean(input, dim, options = {}) {
	const x = asAsked("mean", input, options);
	if (!isFloating(x.dtype)) throw new DTypeError(`mean: the mean of ${x.dtype} has fractions; convert with float(), or give a dtype`);
	const { count } = planReduction("mean", x, dim);
	return div(sum$1(x, dim, options), count);
}
var init_mean = __esmMin((() => {
	init_dtype();
	init_errors();
	init_div();
	init_reduction();
	init_sum();
}));
// packages/tensor-core/src/ops/minimum.ts
var minimum;
var init_minimum = __esmMin((() => {
	init_elementwise();
	init_winner_share();
	minimum = /* @__PURE__ */ defineBinary("minimum", [(g, { a, b }) => winnerShare(g, "gt", a, b), (g, { a, b }) => winnerShare(g, "gt", b, a)]);
}));
// packages/tensor-core/src/ops/min.ts
function min(x, dim, options = {}) {
	requireTensor("min", x);
	return extreme(x, dim, options);
}
var extreme;
var init_min = __esmMin((() => {
	init_checks$1();
	init_argmin();
	init_extreme();
	init_minimum();
	extreme = /* @__PURE__ */ defineExtreme("min", argmin, minimum);
}));
// packages/tensor-core/src/ops/ne.ts
var ne;
var init_ne = __esmMin((() => {
	init_elementwise();
	ne = /* @__PURE__ */ defineComparison("ne");
}));
// packages/tensor-core/src/ops/permute.ts
/**
* A view with the dimensions in another order.
*
* @param dims - every dimension once.
* @throws `ShapeError` when one is missing, doubled or out of range.
* @example
* ```ts
* import { permute, zeros } from '@kindling/tensor-core';
* console.log(permute(zeros(2, 3, 4), [2, 0, 1]).shape); // => [ 4, 2, 3 ]
* ```
*/
function permute(x, dims) {
	requireTensor("permute", x);
	requireWholes("permute", "the dimensions", dims);
	const order = dims.map((dim) => normalizeDim("permute", dim, x.ndim));
	if (order.length !== x.ndim || new Set(order).size !== order.length) throw new ShapeError(`permute: ${formatShape(dims)} does not name each dimension of ${formatShape(x.shape)} once`);
	return permuteOp(x, order);
}
var permuteOp;
var init_permute = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_define_op();
	init_errors();
	init_shape();
	init_tensor$1();
	permuteOp = /* @__PURE__ */ defineSingle("permute", (x, dims) => viewOf(x, dims.map((dim) => x.shape[dim]), dims.map((dim) => x.strides[dim])), (g, { args: dims }) => permuteOp(g, dims.map((_, i) => dims.indexOf(i))));
}));
// packages/tensor-core/src/ops/pow-gradients.ts
/** @internal `g * b * a ** (b - 1)`, and 0 for the exponent 0, also where `a` is 0. */
function powBaseGrad(g, a, b) {
	if (b === 0) return mul(g, 0);
	if (b === 2) return mul(g, mul(a, 2));
	if (typeof b === "number") return mul(g, mul(pow(a, b - 1), b));
	return where(eq(b, 0), 0, mul(g, mul(pow(a, sub(b, 1)), b)));
}
/** @internal `g * y * log(a)`, and 0 where the base is 0 and the exponent not below it. */
function powExponentGrad(g, a, b, y) {
	if (typeof a !== "number") return where(logicalAnd(eq(a, 0), ge(b, 0)), 0, mul(g, mul(y, log(a))));
	const change = mul(g, mul(y, Math.log(a)));
	return a === 0 ? where(ge(b, 0), 0, change) : change;
}
var init_pow_gradients = __esmMin((() => {
	init_eq();
	init_ge();
	init_log();
	init_logical_and();
	init_mul();
	init_pow();
	init_sub();
	init_where();
}));
// packages/tensor-core/src/ops/reciprocal.ts
var reciprocal;
var init_reciprocal = __esmMin((() => {
	init_elementwise();
	init_mul();
	init_neg();
	reciprocal = /* @__PURE__ */ floatUnary("reciprocal", (g, { y }) => neg(mul(g, mul(y, y))));
}));
// packages/tensor-core/src/ops/rsqrt.ts
var rsqrt;
var init_rsqrt = __esmMin((() => {
	init_elementwise();
	init_mul();
	rsqrt = /* @__PURE__ */ floatUnary("rsqrt", (g, { y }) => mul(mul(g, -.5), mul(y, mul(y, y))));
}));
// packages/tensor-core/src/ops/sqrt.ts
var sqrt;
var init_sqrt = __esmMin((() => {
	init_div();
	init_elementwise();
	init_mul();
	sqrt = /* @__PURE__ */ floatUnary("sqrt", (g, { y }) => div(g, mul(y, 2)));
}));
// packages/tensor-core/src/ops/pow.ts
/** Exponents that have faster kernels of their own; PyTorch takes those too, so that `(-Infinity) ** 0.5` is NaN. */
function shortcut(x, exponent) {
	if (exponent === .5) return sqrt(x);
	if (!isFloating(x.dtype)) return void 0;
	if (exponent === 2) return mul(x, x);
	if (exponent === 3) return mul(mul(x, x), x);
	if (exponent === -.5) return rsqrt(x);
	if (exponent === -1) return reciprocal(x);
	return exponent === -2 ? reciprocal(mul(x, x)) : void 0;
}
var pow;
var init_pow = __esmMin((() => {
	init_dtype();
	init_errors();
	init_elementwise();
	init_mul();
	init_pow_gradients();
	init_reciprocal();
	init_rsqrt();
	init_sqrt();
	pow = /* @__PURE__ */ defineBinary("pow", [(g, { a, b }) => powBaseGrad(g, a, b), (g, { a, b, y }) => powExponentGrad(g, a, b, y)], (a, b) => {
		if (typeof a !== "number" && typeof b === "number") {
			if (b < 0 && resultType(a, b) === "int32") throw new DTypeError(`pow: whole numbers to the power of ${b} are fractions; convert with float()`);
			const fast = shortcut(a, b);
			if (fast) return fast;
		}
		if (resultType(a, b) === "bool") throw new DTypeError("pow: bool tensors have no powers; convert with int() or float()");
		return runBinary("pow", a, b);
	});
}));
// packages/tensor-core/src/ops/activation-backward.ts
/** @internal The kernels that may compute with a gradient: float32's, where nothing needs to be recorded. */
function gradientKernels(g) {
	return g.dtype === "float32" && !isGradEnabled() ? g.backend.fused : void 0;
}
/** @internal The gradient of an activation from that of its result `y`, fused where nothing needs to be recorded. */
function activationBackward(activation, g, y) {
	const fused = gradientKernels(g)?.activationBackward;
	if (fused) return wrapLike(fused(activation, g, y), y);
	if (activation === "relu") return where(le(y, 0), 0, g);
	return mul(g, activation === "sigmoid" ? mul(y, sub(1, y)) : sub(1, mul(y, y)));
}
var init_activation_backward = __esmMin((() => {
	init_mode();
	init_tensor$1();
	init_le();
	init_mul();
	init_sub();
	init_where();
}));
// packages/tensor-core/src/ops/relu.ts
var relu;
var init_relu = __esmMin((() => {
	init_activation_backward();
	init_elementwise();
	relu = /* @__PURE__ */ numericUnary("relu", (g, { y }) => activationBackward("relu", g, y));
}));
// packages/tensor-core/src/ops/select.ts
/**
* The view at one index of a dimension, without that dimension: `x[:, index]` for `dim` 1.
*
* @param index - counted from the end where negative.
* @throws `ShapeError` for a dimension or an index out of range.
* @example
* ```ts
* import { select, tensor } from '@kindling/tensor-core';
* console.log(String(select(tensor([[1, 2], [3, 4]]), 1, 0))); // => tensor([1., 3.])
* ```
*/
function select(x, dim, index) {
	requireTensor("select", x);
	const at = sliceDim("select", x, dim);
	const size = x.shape[at];
	requireWhole("select", "the index", index, Number.NEGATIVE_INFINITY);
	if (index < -size || index >= size) throw new ShapeError(`select: index ${index} is out of range for dimension ${dim} of ${formatShape(x.shape)}`);
	return reshape(narrow(x, at, index < 0 ? index + size : index, 1), x.shape.toSpliced(at, 1));
}
/**
* The views at every index of a dimension.
*
* @throws `ShapeError` for a dimension out of range, and for a scalar.
* @example
* ```ts
* import { tensor, unbind } from '@kindling/tensor-core';
* console.log(unbind(tensor([[1, 2], [3, 4]])).map(String)); // => [ 'tensor([1., 2.])', 'tensor([3., 4.])' ]
* ```
*/
function unbind(x, dim = 0) {
	requireTensor("unbind", x);
	const at = sliceDim("unbind", x, dim);
	return Array.from({ length: x.shape[at] }, (_, i) => select(x, at, i));
}
var init_select = __esmMin((() => {
	init_checks$1();
	init_errors();
	init_shape();
	init_reshape();
	init_slice();
}));
// packages/tensor-core/src/ops/sigmoid.ts
var sigmoid;
var init_sigmoid = __esmMin((() => {
	init_activation_backward();
	init_elementwise();
	sigmoid = /* @__PURE__ */ floatUnary("sigmoid", (g, { y }) => activationBackward("sigmoid", g, y));
}));
// packages/tensor-core/src/ops/softmax.ts
var softmax;
var init_softmax = __esmMin((() => {
	init_define_softmax();
	init_div();
	init_exp();
	init_mul();
	init_sub();
	init_sum();
	softmax = /* @__PURE__ */ defineSoftmax("softmax", (shifted, dim) => {
		const e = exp(shifted);
		return div(e, sum$1(e, dim, { keepdim: true }));
	}, (g, { y, args }) => mul(y, sub(g, sum$1(mul(g, y), args, { keepdim: true }))));
}));
// packages/tensor-core/src/ops/split.ts
/**
* Views of consecutive parts along a dimension: of one size each (the last may be smaller), or of given sizes.
*
* @throws `ShapeError` when given sizes do not add up to the dimension; `ArgumentError` for a size below 1.
* @example
* ```ts
* import { split, zeros } from '@kindling/tensor-core';
* console.log(split(zeros(5, 2), 2).map((part) => part.shape)); // => [ [ 2, 2 ], [ 2, 2 ], [ 1, 2 ] ]
* ```
*/
function split(x, sizes, dim = 0) {
	requireTensor("split", x);
	const at = normalizeDim("split", dim, x.ndim);
	const total = x.shape[at] ?? 0;
	let parts;
	if (typeof sizes === "number") {
		requireWhole("split", "the size of a part", sizes, total === 0 ? 0 : 1);
		parts = Array.from({ length: Math.max(1, Math.ceil(total / sizes) || 0) }, (_, i) => Math.min(sizes, total - i * sizes));
	} else {
		requireWholes("split", "the sizes", sizes);
		parts = sizes;
		const sum = sizes.reduce((a, b) => a + b, 0);
		if (sum !== total) throw new ShapeError(`split: ${formatShape(sizes)} add up to ${sum}, dimension ${dim} of ${formatShape(x.shape)} is ${total}`);
	}
	let start = 0;
	return parts.map((length) => {
		const part = narrow(x, at, start, length);
		start += length;
		return part;
	});
}
/**
* At most `chunks` views of consecutive parts of equal size along a dimension; the last may be smaller.
*
* @throws `ArgumentError` for a number of chunks below 1.
* @example
* ```ts
* import { chunk, zeros } from '@kindling/tensor-core';
* console.log(chunk(zeros(5), 2).map((part) => part.shape)); // => [ [ 3 ], [ 2 ] ]
* ```
*/
function chunk(x, chunks, dim = 0) {
	requireTensor("chunk", x);
	requireWhole("chunk", "the number of chunks", chunks, 1);
	const at = normalizeDim("chunk", dim, x.ndim);
	const size = x.shape[at] ?? 0;
	if (size === 0) return split(x, new Array(chunks).fill(0), at);
	return split(x, Math.ceil(size / chunks), at);
}
var init_split = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_errors();
	init_shape();
	init_slice();
}));
// packages/tensor-core/src/ops/var.ts
/**
* The variance over all elements, or over some dimensions: `torch.var` (`var` is no name for a function in JavaScript).
*
* @param x - any shape, float32 or float64.
* @returns NaN where there are no more elements than the correction takes off.
* @throws `DTypeError` for int32 and bool; `ShapeError` for a dimension out of range or given twice.
* @example
* ```ts
* import { tensor, variance } from '@kindling/tensor-core';
* console.log(variance(tensor([1, 2, 3, 4]), 0, { correction: 0 }).item()); // => 1.25
* ```
*/
function variance(x, dim, options = {}) {
	return varianceOf("var", x, dim, options);
}
/** @internal The variance, for a function of this name. */
function varianceOf(name, x, dim, options) {
	requireTensor(name, x);
	requireOptions(name, options, known$2);
	const { correction = 1, keepdim = false } = options;
	requireNumber(name, "correction", correction);
	requireFlag(name, "keepdim", keepdim);
	return varOp(x, {
		dim,
		correction,
		keepdim
	});
}
var centre, divisor, varOp, known$2;
var init_var = __esmMin((() => {
	init_checks$1();
	init_define_op();
	init_div();
	init_mean();
	init_mul();
	init_reduction();
	init_sub();
	init_sum();
	centre = (x, dim) => sub(x, mean(x, dim, { keepdim: true }));
	divisor = (x, { dim, correction }) => Math.max(0, planReduction("var", x, dim).count - correction);
	varOp = /* @__PURE__ */ defineSingle("var", (x, args) => {
		const { dim, keepdim } = args;
		const count = divisor(x, args);
		const centred = centre(x, dim);
		return div(sum$1(mul(centred, centred), dim, { keepdim }), count);
	}, (g, { a, args }) => mul(mul(withKeptDims(g, a, args.dim), 2 / divisor(a, args)), centre(a, args.dim)));
	known$2 = {
		correction: 1,
		keepdim: 1
	};
}));
// packages/tensor-core/src/ops/std.ts
/**
* The standard deviation over all elements, or over some dimensions: the root of {@link variance}.
*
* @param x - any shape, float32 or float64.
* @throws `DTypeError` for int32 and bool; `ShapeError` for a dimension out of range or given twice.
* @example
* ```ts
* import { std, tensor } from '@kindling/tensor-core';
* console.log(std(tensor([2, 4, 6])).item()); // => 2
* ```
*/
function std(x, dim, options = {}) {
	return rootOp(varianceOf("std", x, dim, options), void 0);
}
var rootOp;
var init_std = __esmMin((() => {
	init_define_op();
	init_div();
	init_eq();
	init_mul();
	init_sqrt();
	init_var();
	init_where();
	rootOp = /* @__PURE__ */ defineSingle("std", (x) => sqrt(x), (g, { y }) => {
		const zero = eq(y, 0);
		return where(zero, 0, div(g, where(zero, 1, mul(y, 2))));
	});
}));
// packages/tensor-core/src/ops/tanh.ts
var tanh;
var init_tanh = __esmMin((() => {
	init_activation_backward();
	init_elementwise();
	tanh = /* @__PURE__ */ floatUnary("tanh", (g, { y }) => activationBackward("tanh", g, y));
}));
// packages/tensor-core/src/print.ts
/**
* Writes a tensor as PyTorch does: four decimals, scientific notation for wide ranges, `...` above 1000 elements.
*
* Where the elements cannot be read without waiting, only the shape.
*
* @example
* ```ts
* import { tensor } from '@kindling/tensor-core';
* import { formatTensor } from '@kindling/tensor-core/internal';
* console.log(formatTensor(tensor([1.5, -2]))); // => tensor([ 1.5000, -2.0000])
* ```
*/
function formatTensor(x) {
	return addSuffixes(`tensor(${format(x)}`, describe$2(x));
}
function format(x) {
	if (x.backend.readSync === void 0) return `..., size=${formatShape(x.shape)}, backend='${x.backend.name}'`;
	if (x.count === 0) return "[]";
	const shown = x.count > threshold ? summary(x.detach()) : x.tolist();
	const values = [shown].flat(Number.POSITIVE_INFINITY).filter((value) => value !== null);
	const counted = isFloating(x.dtype) ? values.filter((value) => Number.isFinite(value) && value !== 0) : values;
	const write = writerFor(x.dtype, counted);
	const width = counted.reduce((widest, value) => Math.max(widest, write(value).length), 1);
	return lines(shown, x.ndim, indent, write, width);
}
/** Suffixes go to a line of their own where they would run past the width. */
function addSuffixes(text, suffixes) {
	let result = text;
	let length = text.length - text.lastIndexOf("\n") + 1;
	for (const suffix of suffixes) if (length + suffix.length + 2 > lineWidth) {
		result += `,\n${" ".repeat(indent)}${suffix}`;
		length = indent + suffix.length;
	} else {
		result += `, ${suffix}`;
		length += suffix.length + 2;
	}
	return `${result})`;
}
function describe$2(x) {
	const suffixes = [];
	if (x.count === 0 && x.ndim !== 1) suffixes.push(`size=(${x.shape.join(", ")})`);
	if (!(x.dtype === "float32" || x.dtype === "bool" && x.count > 0)) suffixes.push(`dtype=torch.${x.dtype}`);
	if (x.node !== null) suffixes.push(`grad_fn=<${backwardName(x.node.op.name)}>`);
	else if (x.tracked) suffixes.push("requires_grad=True");
	return suffixes;
}
/** PyTorch calls the derivative of `add` `AddBackward0`. */
function backwardName(op) {
	return `${op[0].toUpperCase()}${op.slice(1)}Backward0`;
}
function summary(x) {
	if (x.ndim === 0) return x.item();
	const size = x.shape[0];
	const part = (i) => summary(x.select(0, i));
	return size > 2 * edgeItems ? [
		part(0),
		part(1),
		part(2),
		null,
		part(size - 3),
		part(size - 2),
		part(size - 1)
	] : Array.from({ length: size }, (_, i) => part(i));
}
/** Writes what is shown, columns as wide as `width`; its opening bracket stands in `column`. */
function lines(shown, ndim, column, write, width) {
	if (shown === null) return ndim === 0 ? " ..." : "...";
	if (!Array.isArray(shown)) return write(shown).padStart(width);
	let rows = shown.map((part) => lines(part, ndim - 1, column + 1, write, width));
	if (ndim === 1) {
		const perLine = Math.max(1, Math.floor((lineWidth - column) / (width + 2)));
		const items = rows;
		rows = [];
		for (let i = 0; i < items.length; i += perLine) rows.push(items.slice(i, i + perLine).join(", "));
	}
	return `[${rows.join(`,${"\n".repeat(Math.max(1, ndim - 1))}${" ".repeat(column + 1)}`)}]`;
}
/** How each element is written, from the values that decide about it. */
function writerFor(dtype, values) {
	if (dtype === "bool") return (value) => value ? "True" : "False";
	if (!isFloating(dtype)) return String;
	const sizes = values.map(Math.abs);
	const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
	const smallest = sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
	const whole = values.every(Number.isInteger);
	let decimal = fixed;
	if (largest / smallest > 1e3 || largest > 1e8 || !whole && smallest < 1e-4) decimal = scientific;
	else if (whole) decimal = (value) => `${value}.`;
	return (value) => {
		if (Number.isNaN(value)) return "nan";
		if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
		return (Object.is(value, -0) ? "-" : "") + decimal(value);
	};
}
/**
* The digits up to the fourth decimal. Where the rest is exactly half of the last, JavaScript rounds up, Python to the even
* digit; fifty decimals tell what is exact.
*/
function rounded(write) {
	const exact = write(50);
	const cut = exact.indexOf(".") + 1 + precision;
	return /^50*$/.test(exact.slice(cut)) && Number(exact[cut - 1]) % 2 === 0 ? exact.slice(0, cut) : write(precision);
}
function fixed(value) {
	return rounded((decimals) => value.toFixed(decimals));
}
function scientific(value) {
	const exponent = value.toExponential(precision).split("e")[1];
	return `${rounded((decimals) => value.toExponential(decimals).split("e")[0])}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}
var precision, threshold, edgeItems, lineWidth, indent;
var init_print = __esmMin((() => {
	init_dtype();
	init_shape();
	precision = 4;
	threshold = 1e3;
	edgeItems = 3;
	lineWidth = 80;
	indent = 7;
}));
// packages/tensor-core/src/size.ts
/** @internal The method `size`. */
function size(x, dim) {
	return dim === void 0 ? x.shape : x.shape[sliceDim("size", x, dim)];
}
var init_size = __esmMin((() => {
	init_slice();
}));
// packages/tensor-core/src/methods/define.ts
function install(name, value) {
	Object.defineProperty(Tensor.prototype, name, {
		value,
		writable: true,
		configurable: true
	});
}
/** Installs functions as methods: `x.name(...rest)` calls `run(x, ...rest)`. */
function defineMethods(methods) {
	for (const name of Reflect.ownKeys(methods)) {
		const run = methods[name];
		install(name, function(...rest) {
			return run(this, ...rest);
		});
	}
}
/** Installs methods that take a list as one array or as separate numbers: `reshape([2, 3])`, `reshape(2, 3)`. */
function defineListMethods(methods) {
	for (const [name, run] of Object.entries(methods)) install(name, function(...values) {
		return run(this, typeof values[0] === "object" ? values[0] : values);
	});
}
var init_define = __esmMin((() => {
	init_tensor$1();
}));
// packages/tensor-core/src/methods/usual.ts
var init_usual = __esmMin((() => {
	init_as_a_value();
	init_backward();
	init_random();
	init_abs();
	init_add();
	init_all();
	init_any();
	init_argmax();
	init_argmin();
	init_cast();
	init_ceil();
	init_clamp();
	init_clone();
	init_cos();
	init_div();
	init_eq();
	init_exp();
	init_expand();
	init_expm1();
	init_flatten();
	init_floor();
	init_gather();
	init_ge();
	init_gt();
	init_in_place();
	init_index_select();
	init_isfinite();
	init_isnan();
	init_le();
	init_log();
	init_log_softmax();
	init_log1p();
	init_logical_and();
	init_logical_not();
	init_logical_or();
	init_logical_xor();
	init_lt();
	init_matmul();
	init_max();
	init_maximum();
	init_mean();
	init_min();
	init_minimum();
	init_mul();
	init_ne();
	init_neg();
	init_permute();
	init_pow();
	init_reciprocal();
	init_relu();
	init_reshape();
	init_rsqrt();
	init_select();
	init_sigmoid();
	init_sign();
	init_sin();
	init_slice();
	init_softmax();
	init_split();
	init_sqrt();
	init_squeeze();
	init_std();
	init_sub();
	init_sum();
	init_tanh();
	init_transpose();
	init_var();
	init_where();
	init_print();
	init_read();
	init_size();
	init_tensor$1();
	init_define();
	defineMethods({
		abs,
		add,
		add_,
		all: all$1,
		any,
		argmax,
		argmin,
		backward,
		bool: (x) => cast(x, "bool"),
		ceil,
		chunk,
		clamp,
		clamp_,
		clone,
		contiguous,
		copy_,
		cos,
		data: (x) => x.backend.read(x),
		dataSync: (x) => readNow("dataSync", x),
		detach,
		dim: (x) => x.ndim,
		div,
		div_,
		dot,
		double: (x) => cast(x, "float64"),
		eq,
		exp,
		expandAs,
		expm1,
		fill_,
		flatten: flatten$2,
		float: (x) => cast(x, "float32"),
		floor,
		gather,
		ge,
		gt,
		indexSelect,
		int: (x) => cast(x, "int32"),
		isfinite,
		isnan,
		item,
		le,
		log,
		log1p,
		logicalAnd,
		logicalNot,
		logicalOr,
		logicalXor,
		logSoftmax,
		lt,
		matmul,
		max,
		maximum,
		mean,
		min,
		minimum,
		mm,
		mul,
		mul_,
		narrow,
		ne,
		neg,
		normal_,
		outer,
		pow,
		reciprocal,
		relu,
		rsqrt,
		select,
		sigmoid,
		sign,
		sin,
		size,
		slice,
		softmax,
		split,
		sqrt,
		squeeze,
		std,
		sub,
		sub_,
		sum: sum$1,
		t: matrixTranspose,
		tanh,
		to,
		toJSON,
		tolist,
		toString: formatTensor,
		transpose,
		unbind,
		unflatten,
		uniform_,
		unsqueeze,
		var: variance,
		where: (x, condition, other) => where(condition, x, other),
		zero_
	});
	defineMethods({
		[Symbol.toPrimitive]: toPrimitive,
		[Symbol.for("nodejs.util.inspect.custom")]: String
	});
	defineListMethods({
		expand,
		permute,
		reshape,
		view: viewAs
	});
	Object.defineProperties(Tensor.prototype, {
		T: {
			get() {
				return matrixTranspose(this);
			},
			configurable: true
		},
		mT: {
			get() {
				return transpose(this, -2, -1);
			},
			configurable: true
		},
		__v_skip: { value: true }
	});
}));
// packages/tensor-core/src/ops/erf.ts
var erf;
var init_erf = __esmMin((() => {
	init_elementwise();
	init_exp();
	init_mul();
	init_neg();
	erf = /* @__PURE__ */ floatUnary("erf", (g, { a }) => mul(g, mul(exp(neg(mul(a, a))), 2 / Math.sqrt(Math.PI))));
}));
// packages/tensor-core/src/ops/activations.ts
/**
* `x` above 0, `negativeSlope * x` elsewhere.
*
* @param negativeSlope - default 0.01.
* @throws `DTypeError` for int32 and bool.
* @example
* ```ts
* import { leakyRelu, tensor } from '@kindling/tensor-core';
* console.log(leakyRelu(tensor([-4, 2]), 0.25).tolist()); // => [ -1, 2 ]
* ```
*/
function leakyRelu(x, negativeSlope = .01) {
	requireTensor("leakyRelu", x);
	requireNumber("leakyRelu", "negativeSlope", negativeSlope);
	return where(gt(requireFloat("leakyRelu", x), 0), x, mul(x, negativeSlope));
}
/**
* `x` above 0, `alpha * (exp(x) - 1)` elsewhere (Clevert, Unterthiner and Hochreiter, 2015).
*
* @param alpha - default 1.
* @throws `DTypeError` for int32 and bool.
* @example
* ```ts
* import { elu, tensor } from '@kindling/tensor-core';
* console.log(String(elu(tensor([-1, 2])))); // => tensor([-0.6321,  2.0000])
* ```
*/
function elu(x, alpha = 1) {
	requireTensor("elu", x);
	requireNumber("elu", "alpha", alpha);
	return eluOp(x, alpha);
}
/**
* `x` times the normal distribution's cumulative probability of `x` (Hendrycks and Gimpel, 2016).
*
* @throws `DTypeError` for int32 and bool; `ArgumentError` for another formula.
* @example
* ```ts
* import { gelu, tensor } from '@kindling/tensor-core';
* console.log(String(gelu(tensor([-1, 1])))); // => tensor([-0.1587,  0.8413])
* ```
*/
function gelu(x, options = {}) {
	requireTensor("gelu", x);
	requireOptions("gelu", options, { approximate: 1 });
	const { approximate = "none" } = options;
	checkChoice(ArgumentError, "gelu", "approximate", approximate, ["none", "tanh"]);
	requireFloat("gelu", x);
	const inner = approximate === "tanh" ? tanh(mul(add(x, mul(mul(mul(x, x), x), .044715)), Math.sqrt(2 / Math.PI))) : erf(mul(x, Math.SQRT1_2));
	return mul(mul(x, .5), add(inner, 1));
}
/**
* `x * sigmoid(x)`, also called swish.
*
* @throws `DTypeError` for int32 and bool.
* @example
* ```ts
* import { silu, tensor } from '@kindling/tensor-core';
* console.log(String(silu(tensor([-1, 1])))); // => tensor([-0.2689,  0.7311])
* ```
*/
function silu(x) {
	requireTensor("silu", x);
	return siluOp(x, void 0);
}
/**
* `log(1 + exp(beta * x)) / beta`: a smooth relu.
*
* @throws `DTypeError` for int32 and bool.
* @example
* ```ts
* import { softplus, tensor } from '@kindling/tensor-core';
* console.log(String(softplus(tensor([0, 30])))); // => tensor([ 0.6931, 30.0000])
* ```
*/
function softplus(x, options = {}) {
	requireTensor("softplus", x);
	requireOptions("softplus", options, {
		beta: 1,
		threshold: 1
	});
	const { beta = 1, threshold = 20 } = options;
	requireNumber("softplus", "beta", beta);
	requireNumber("softplus", "threshold", threshold);
	return softplusOp(x, {
		beta,
		threshold
	});
}
var eluOp, siluOp, softplusOp;
var init_activations = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_define_op();
	init_errors();
	init_add();
	init_div();
	init_elementwise();
	init_erf();
	init_exp();
	init_expm1();
	init_gt();
	init_le();
	init_log1p();
	init_lt();
	init_mul();
	init_sigmoid();
	init_sub();
	init_tanh();
	init_where();
	eluOp = /* @__PURE__ */ defineSingle("elu", (x, alpha) => where(gt(requireFloat("elu", x), 0), x, mul(expm1(x), alpha)), (g, { a, args: alpha }) => where(le(a, 0), mul(g, mul(exp(where(lt(a, 0), a, 0)), alpha)), g));
	siluOp = /* @__PURE__ */ defineSingle("silu", (x) => mul(requireFloat("silu", x), sigmoid(x)), (g, { a }) => {
		const s = sigmoid(a);
		return mul(g, mul(s, add(mul(a, sub(1, s)), 1)));
	});
	softplusOp = /* @__PURE__ */ defineSingle("softplus", (x, { beta, threshold }) => {
		const scaled = mul(requireFloat("softplus", x), beta);
		return where(gt(scaled, threshold), x, div(log1p(exp(scaled)), beta));
	}, (g, { a, args: { beta, threshold } }) => {
		const scaled = mul(a, beta);
		return where(gt(scaled, threshold), g, mul(g, sigmoid(scaled)));
	});
}));
// packages/tensor-core/src/ops/flip.ts
/**
* A copy with the order along some dimensions reversed.
*
* @throws `ShapeError` for a dimension out of range or given twice.
* @example
* ```ts
* import { flip, tensor } from '@kindling/tensor-core';
* console.log(String(flip(tensor([1, 2, 3]), 0))); // => tensor([3., 2., 1.])
* ```
*/
function flip$1(x, dims) {
	requireTensor("flip", x);
	if (dims == null) wrong(ArgumentError, "flip", "the dimension", "a whole number or an array of them", dims);
	return flipOp(x, Array.isArray(dims) && dims.length === 0 ? [] : normalizeDims("flip", dims, x.ndim));
}
var flipOp;
var init_flip = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_define_op();
	init_errors();
	init_tensor$1();
	init_cast();
	init_reduction();
	flipOp = /* @__PURE__ */ defineSingle("flip", (x, dims) => {
		const strides = x.strides.map((stride, i) => dims.includes(i) ? -stride : stride);
		const offset = dims.reduce((sum, dim) => sum + Math.max(0, x.shape[dim] - 1) * x.strides[dim], x.offset);
		return convert(viewOf(x, x.shape, strides, offset), x.dtype);
	}, (g, { args }) => flipOp(g, args));
}));
// packages/tensor-core/src/ops/cumsum.ts
/**
* Running sums along a dimension.
*
* @param x - any shape; the result has the same.
* @throws `ShapeError` for a dimension out of range; `RangeError` for an int32 sum that int32 does not hold (on the CPU).
* @example
* ```ts
* import { cumsum, tensor } from '@kindling/tensor-core';
* console.log(String(cumsum(tensor([1, 2, 3]), 0))); // => tensor([1., 3., 6.])
* ```
*/
function cumsum(x, dim, options = {}) {
	requireTensor("cumsum", x);
	return cumsumOp(withDType("cumsum", x, options), normalizeDim("cumsum", dim, x.ndim));
}
var cumsumOp;
var init_cumsum = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_define_op();
	init_tensor$1();
	init_cast();
	init_elementwise();
	init_flip();
	init_transpose();
	cumsumOp = /* @__PURE__ */ defineSingle("cumsum", (x, dim) => {
		const input = toNumber(x);
		const moved = transpose(input, dim, -1);
		return transpose(wrap(input.backend.cumsum(moved), moved.shape), dim, -1);
	}, (g, { args }) => flip$1(cumsum(flip$1(g, args), args), args));
}));
// packages/tensor-core/src/ops/logsumexp.ts
/**
* `log(sum(exp(x)))` over some dimensions, without overflow.
*
* @param x - any shape.
* @returns -Infinity of nothing.
* @throws `ShapeError` for a dimension out of range or given twice.
* @example
* ```ts
* import { logsumexp, tensor } from '@kindling/tensor-core';
* console.log(String(logsumexp(tensor([1000, 1000]), 0))); // => tensor(1000.6932)
* ```
*/
function logsumexp(x, dim, options = {}) {
	requireTensor("logsumexp", x);
	if (dim == null) wrong(ArgumentError, "logsumexp", "the dimension", "a whole number or an array of them", dim);
	return logsumexpOp(x, {
		dim,
		keepdim: keepdimOf("logsumexp", options)
	});
}
var logsumexpOp;
var init_logsumexp = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_define_op();
	init_errors();
	init_add();
	init_elementwise();
	init_exp();
	init_isfinite();
	init_log();
	init_mul();
	init_reduction();
	init_reshape();
	init_sub();
	init_sum();
	init_where();
	logsumexpOp = /* @__PURE__ */ defineSingle("logsumexp", (x, { dim, keepdim }) => {
		const input = toFloat(x);
		const plan = planReduction("logsumexp", input, dim, true);
		if (plan.count === 0) return log(sum$1(input, dim, { keepdim }));
		const largest = reduce("max", input, plan);
		const shift = where(isfinite(largest), largest, 0);
		return reshape(add(log(sum$1(exp(sub(input, shift)), dim, { keepdim: true })), shift), planReduction("logsumexp", input, dim, keepdim).shape);
	}, (g, { a, y, args: { dim } }) => mul(withKeptDims(g, a, dim), exp(sub(a, withKeptDims(y, a, dim)))));
}));
// packages/tensor-core/src/ops/masked-select.ts
/**
* The elements at which a mask is true, in row-major order; `x.at(mask)` gives rows.
*
* @param mask - bool; its shape broadcasts with that of `x`.
* @returns a vector.
* @throws `DTypeError` when the mask is not bool; `BackendError` where the backend cannot be read without waiting.
* @example
* ```ts
* import { gt, maskedSelect, tensor } from '@kindling/tensor-core';
* const x = tensor([[1, 5], [7, 2]]);
* console.log(maskedSelect(x, gt(x, 1)).tolist()); // => [ 5, 7, 2 ]
* ```
*/
function maskedSelect(x, mask) {
	requireTensor("maskedSelect", x);
	requireTensor("maskedSelect", mask, "the mask");
	requireDType("maskedSelect", "the mask", mask, "bool");
	const shape = broadcastShapes("maskedSelect", x.shape, mask.shape);
	return indexSelect(reshape(expand(x, shape), [-1]), 0, positionsOf("maskedSelect", expand(mask, shape)));
}
function nonzero(x, options = {}) {
	requireTensor("nonzero", x);
	requireOptions("nonzero", options, { asTuple: 1 });
	if (options.asTuple === true) return unbind(nonzero(asVector(x)), 1);
	const strides = rowMajorStrides(x.shape);
	const rows = Array.from(positionsOf("nonzero", x), (position) => strides.map((stride, dim) => Math.floor(position / stride) % x.shape[dim]));
	return reshape(tensor(rows.flat(), {
		dtype: "int32",
		backend: x.backend
	}), [rows.length, x.ndim]);
}
/** @internal The method `at`. */
function at$1(x, mask) {
	requireDType("at", "the mask", mask, "bool");
	const rest = x.shape.slice(mask.ndim);
	if (!sameShape(mask.shape, x.shape.slice(0, mask.ndim))) throw new ShapeError(`at: a mask ${formatShape(mask.shape)} does not cover rows of ${formatShape(x.shape)}`);
	return indexSelect(reshape(x, [mask.count, ...rest]), 0, positionsOf("at", mask));
}
function positionsOf(name, x) {
	const values = readNow(name, x);
	const positions = [];
	for (let i = 0; i < values.length; i++) if (values[i] !== 0) positions.push(i);
	return Int32Array.from(positions);
}
var init_masked_select = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_tensor();
	init_errors();
	init_read();
	init_shape();
	init_expand();
	init_index_select();
	init_indexing();
	init_reshape();
	init_select();
}));
// packages/tensor-core/src/ops/norm.ts
/**
* The p-norm over all elements, or over some dimensions: `torch.norm`.
*
* @param x - any shape, float32 or float64.
* @param p - 2 (default; also `'fro'`), 1, any other number, `Infinity` (largest magnitude), `-Infinity` (smallest), 0 (count).
* @throws `ShapeError` for a dimension out of range or given twice, or the smallest magnitude of nothing; `DTypeError` for
* int32 and bool; `ArgumentError` for another `p`.
* @example
* ```ts
* import { norm, tensor } from '@kindling/tensor-core';
* console.log(norm(tensor([3, 4])).item()); // => 5
* ```
*/
function norm(x, p = 2, dim, options = {}) {
	requireTensor("norm", x);
	if (p !== "fro" && (typeof p !== "number" || Number.isNaN(p))) wrong(ArgumentError, "norm", "p", "a number or 'fro'", p);
	return normOp(requireFloat("norm", x), {
		p: p === "fro" ? 2 : p,
		dim,
		keepdim: keepdimOf("norm", options)
	});
}
var normOp;
var init_norm = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_like();
	init_define_op();
	init_errors();
	init_abs();
	init_cast();
	init_elementwise();
	init_eq();
	init_mul();
	init_ne();
	init_pow();
	init_reduction();
	init_sign();
	init_sqrt();
	init_sum();
	init_where();
	init_winner_share();
	normOp = /* @__PURE__ */ defineSingle("norm", (x, { p, dim, keepdim }) => {
		if (p === 2) return sqrt(sum$1(mul(x, x), dim, { keepdim }));
		if (p === 1) return sum$1(abs(x), dim, { keepdim });
		if (p === 0) return sum$1(cast(ne(x, 0), x.dtype), dim, { keepdim });
		if (Number.isFinite(p)) return pow(sum$1(pow(abs(x), p), dim, { keepdim }), 1 / p);
		const magnitudes = abs(x);
		if (p > 0 && planReduction("norm", x, dim).count === 0) return sum$1(magnitudes, dim, { keepdim });
		return reduce(p > 0 ? "max" : "min", magnitudes, planChoice("norm", magnitudes, dim, keepdim));
	}, (g, { a, y, args: { p, dim } }) => {
		if (p === 0) return zerosLike(a);
		const gradient = withKeptDims(g, a, dim);
		if (p === 1) return mul(gradient, sign(a));
		const length = withKeptDims(y, a, dim);
		if (!Number.isFinite(p)) return mul(choiceShare(gradient, abs(a), length, dim), sign(a));
		const zero = eq(length, 0);
		const scale = where(zero, 0, mul(gradient, pow(where(zero, 1, length), 1 - p)));
		if (p === 2) return mul(scale, a);
		const slope = mul(sign(a), pow(abs(a), p - 1));
		return mul(scale, p > 1 ? slope : where(eq(a, 0), 0, slope));
	});
}));
// packages/tensor-core/src/ops/pad.ts
/**
* A copy with `value` around it: `torch.nn.functional.pad` in its constant mode.
*
* @param padding - how much before and after, in pairs from the last dimension on; negative amounts cut off.
* @throws `ShapeError` for an odd number of amounts, more pairs than dimensions, or cuts larger than the tensor.
* @example
* ```ts
* import { pad, tensor } from '@kindling/tensor-core';
* console.log(String(pad(tensor([1, 2]), [1, 2]))); // => tensor([0., 1., 2., 0., 0.])
* ```
*/
function pad(x, padding, value = 0) {
	requireTensor("pad", x);
	requireWholes("pad", "the padding", padding);
	requireNumber("pad", "the value", value);
	if (padding.length % 2 !== 0 || padding.length / 2 > x.ndim || !padding.every(Number.isInteger)) throw new ShapeError(`pad: ${formatShape(padding)} is not a pair of whole numbers for each of the last dimensions of ${formatShape(x.shape)}`);
	let inner = x;
	const shape = [];
	const slices = [];
	for (let dim = 0; dim < x.ndim; dim++) {
		const pair = (x.ndim - 1 - dim) * 2;
		const [before = 0, after = 0] = padding.slice(pair, pair + 2);
		const left = Math.max(0, -before);
		const length = x.shape[dim] - left - Math.max(0, -after);
		if (length < 0) throw new ShapeError(`pad: ${formatShape(padding)} cuts more than there is off ${formatShape(x.shape)}`);
		if (length !== x.shape[dim]) inner = narrow(inner, dim, left, length);
		const start = Math.max(0, before);
		slices.push({
			dim,
			start,
			length,
			step: 1
		});
		shape.push(start + length + Math.max(0, after));
	}
	return placeOp(inner, {
		shape,
		slices,
		value
	});
}
var init_pad = __esmMin((() => {
	init_checks$1();
	init_errors();
	init_shape();
	init_slice();
}));
// packages/tensor-core/src/ops/prod.ts
/** For each element the product of the others that are reduced with it: of those before it times of those behind it. */
function productsOfOthers(x, dims) {
	const reduced = normalizeDims("prod", dims, x.ndim);
	const order = [...x.shape.keys()].filter((dim) => !reduced.includes(dim)).concat(reduced);
	const moved = permute(x, order);
	const rows = reshape(moved, [-1, sizeOf(reduced.map((dim) => x.shape[dim]))]);
	const products = mul(productsBefore(rows), flip$1(productsBefore(flip$1(rows, 1)), 1));
	const back = order.map((_, dim) => order.indexOf(dim));
	return permute(reshape(products, moved.shape), back);
}
/** The product of the elements before each in its row, by doubling: of the one before, the two before, the four before. */
function productsBefore(rows) {
	const length = rows.shape[1];
	const shift = (x, by) => pad(narrow(x, 1, 0, length - by), [by, 0], 1);
	let products = shift(rows, 1);
	for (let step = 1; step < length; step *= 2) products = mul(products, shift(products, step));
	return products;
}
/**
* The product of all elements, or over some dimensions; 1 of nothing.
*
* @param x - any shape.
* @throws `ShapeError` for a dimension out of range or given twice; `RangeError` for an int32 product that int32 does not hold (on the CPU).
* @example
* ```ts
* import { prod, tensor } from '@kindling/tensor-core';
* console.log(prod(tensor([2, 3, 4])).item()); // => 24
* ```
*/
function prod(x, dim, options = {}) {
	return prodOp(asAsked("prod", x, options), {
		dim,
		keepdim: options.keepdim ?? false
	});
}
var prodOp;
var init_prod = __esmMin((() => {
	init_mode();
	init_define_op();
	init_shape();
	init_div();
	init_elementwise();
	init_eq();
	init_flip();
	init_mul();
	init_pad();
	init_permute();
	init_reduction();
	init_reshape();
	init_slice();
	init_sum();
	init_where();
	prodOp = /* @__PURE__ */ defineSingle("prod", (x, { dim, keepdim }) => {
		const input = toNumber(x);
		return reduce("prod", input, planReduction("prod", input, dim, keepdim));
	}, (g, { a, args }) => {
		const gradient = withKeptDims(g, a, args.dim);
		if (isGradEnabled() && a.count > 0) return mul(gradient, productsOfOthers(a, args.dim));
		const zero = eq(a, 0);
		const filled = where(zero, 1, a);
		const others = div(prod(filled, args.dim, { keepdim: true }), filled);
		return mul(gradient, where(eq(sum$1(zero, args.dim, { keepdim: true }), zero), others, 0));
	});
}));
// packages/tensor-core/src/ops/round.ts
/**
* The nearest whole number to each element, halves to the even one, as PyTorch rounds. Its derivative is 0.
*
* @param x - any shape; float where `decimals` is not 0.
* @returns the same shape.
* @throws `DTypeError` for bool, and for int32 with `decimals`; `ArgumentError` for digits that are no whole number.
* @example
* ```ts
* import { round, tensor } from '@kindling/tensor-core';
* console.log(String(round(tensor([0.5, 1.5, -1.2])))); // => tensor([ 0.,  2., -1.])
* console.log(String(round(tensor([0.125, 2.718]), { decimals: 1 }))); // => tensor([0.1000, 2.7000])
* ```
*/
function round(x, options = {}) {
	requireTensor("round", x);
	requireOptions("round", options, { decimals: 1 });
	const { decimals = 0 } = options;
	if (!Number.isInteger(decimals)) throw new ArgumentError(`round: decimals must be a whole number, not ${decimals}`);
	return roundOp(x, decimals);
}
var roundOp;
var init_round = __esmMin((() => {
	init_checks$1();
	init_define_op();
	init_errors();
	init_elementwise();
	init_mul();
	roundOp = /* @__PURE__ */ defineSingle("round", (x, decimals) => {
		if (decimals === 0) return runUnary("round", refuseBool("round", x));
		const scale = 10 ** Math.abs(decimals);
		const [to, back] = decimals > 0 ? ["mul", "div"] : ["div", "mul"];
		return runBinary(back, runUnary("round", runBinary(to, requireFloat("round", x), scale)), scale);
	}, (g) => mul(g, 0));
}));
// packages/tensor-core/src/ops/sort.ts
/**
* The elements in order along a dimension, and where they were; equal elements keep their order, NaN is the largest.
*
* @param dim - default the last.
* @throws `ShapeError` for a dimension out of range.
* @example
* ```ts
* import { sort, tensor } from '@kindling/tensor-core';
* const { values, indices } = sort(tensor([3, 1, 2]));
* console.log(values.tolist(), indices.tolist()); // => [ 1, 2, 3 ] [ 1, 2, 0 ]
* ```
*/
function sort(x, dim = -1, options = {}) {
	requireTensor("sort", x);
	return chosen(x, dim, order("sort", x, dim, options));
}
/**
* The positions that put the elements in order along a dimension; see {@link sort}.
*
* @returns int32, of the shape of `x`.
* @throws `ShapeError` for a dimension out of range.
* @example
* ```ts
* import { argsort, tensor } from '@kindling/tensor-core';
* console.log(argsort(tensor([3, 1, 2]), 0, { descending: true }).tolist()); // => [ 0, 2, 1 ]
* ```
*/
function argsort(x, dim = -1, options = {}) {
	requireTensor("argsort", x);
	return order("argsort", x, dim, options);
}
function order(name, x, dim, options) {
	requireOptions(name, options, { descending: 1 });
	const { descending = false } = options;
	requireFlag(name, "descending", descending);
	const at = normalizeDim(name, dim, x.ndim);
	const moved = transpose(x.detach(), at, -1);
	return transpose(wrap(x.backend.sort(moved, descending).indices, moved.shape), at, -1);
}
/**
* The `k` largest or smallest elements along a dimension, in order, and where they were.
*
* @param dim - default the last.
* @throws `ArgumentError` when there are fewer than `k`; `ShapeError` for a dimension out of range.
* @example
* ```ts
* import { tensor, topk } from '@kindling/tensor-core';
* const { values, indices } = topk(tensor([3, 1, 2]), 2);
* console.log(values.tolist(), indices.tolist()); // => [ 3, 2 ] [ 0, 2 ]
* ```
*/
function topk(x, k, dim = -1, options = {}) {
	requireTensor("topk", x);
	requireOptions("topk", options, { largest: 1 });
	const { largest = true } = options;
	requireFlag("topk", "largest", largest);
	requireWhole("topk", "k", k, 0);
	const at = normalizeDim("topk", dim, x.ndim);
	const size = x.shape[at] ?? 1;
	if (k > size) throw new ArgumentError(`topk: k is ${k}, dimension ${dim} of ${formatShape(x.shape)} has ${size} elements`);
	const sorted = argsort(x, dim, { descending: largest });
	return chosen(x, dim, x.ndim === 0 ? sorted : narrow(sorted, at, 0, k));
}
function chosen(x, dim, indices) {
	return new ValuesAndIndices(gather(x, dim, indices), indices);
}
var init_sort = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_errors();
	init_shape();
	init_tensor$1();
	init_gather();
	init_slice();
	init_transpose();
	init_values_and_indices();
}));
// packages/tensor-core/src/create/arange.ts
function arange(...args) {
	const given = args.findLastIndex((arg) => arg !== void 0);
	const last = args[given];
	const options = given === 3 || given > 0 && typeof last !== "number" ? last : {};
	checkOptions("arange", options);
	for (const [i, value] of args.entries()) if (i === 0 || value !== void 0 && value !== options) requireNumber("arange", "start, end and step", value);
	const numbers = args.filter((arg) => typeof arg === "number");
	if (numbers.length === 1) numbers.unshift(0);
	const [start, end, step = 1] = numbers;
	const length = Math.ceil((end - start) / step);
	if (!Number.isFinite(length) || (end - start) * step < 0) throw new ArgumentError(`arange: no steps of ${step} lead from ${start} to ${end}`);
	const whole = [
		start,
		end,
		step
	].every(Number.isInteger);
	const values = new Float64Array(length);
	const cut = (options.dtype ?? (whole ? "int32" : "float32")) === "int32" ? Math.trunc : (value) => value;
	const [first, by] = [cut(start), cut(step)];
	if (by === 0) throw new ArgumentError(`arange: a step of ${step} is 0 as int32`);
	for (let i = 0; i < length; i++) values[i] = first + i * by;
	return fromValues(values, [length], options, whole ? "int32" : "float32");
}
var init_arange = __esmMin((() => {
	init_checks$1();
	init_errors();
	init_options();
}));
// packages/tensor-core/src/ops/triangle.ts
function keepWhere(name, x, diagonal, kept) {
	requireWhole(name, "the diagonal", diagonal, Number.NEGATIVE_INFINITY);
	if (x.ndim < 2) throw new ShapeError(`${name}: a matrix is needed, not ${formatShape(x.shape)}`);
	const [rows, columns] = x.shape.slice(-2).map((size) => arange(size, { backend: x.backend }));
	return cast(where(kept(columns, unsqueeze(rows, 1)), x, 0), x.dtype);
}
/**
* The lower triangle of a matrix, or of a stack of them; 0 above the diagonal.
*
* @param x - [..., rows, columns].
* @param diagonal - how many diagonals above the main one to keep; negative: how many below to leave out.
* @throws `ShapeError` for fewer than two dimensions.
* @example
* ```ts
* import { ones, tril } from '@kindling/tensor-core';
* console.log(tril(ones(2, 3)).tolist()); // => [ [ 1, 0, 0 ], [ 1, 1, 0 ] ]
* ```
*/
function tril(x, diagonal = 0) {
	requireTensor("tril", x);
	return keepWhere("tril", x, diagonal, (columns, rows) => le(sub(columns, rows), diagonal));
}
/**
* The upper triangle of a matrix, or of a stack of them; 0 below the diagonal.
*
* @param x - [..., rows, columns].
* @param diagonal - how many diagonals above the main one to leave out; negative: how many below to keep.
* @throws `ShapeError` for fewer than two dimensions.
* @example
* ```ts
* import { ones, triu } from '@kindling/tensor-core';
* console.log(triu(ones(2, 3)).tolist()); // => [ [ 1, 1, 1 ], [ 0, 1, 1 ] ]
* ```
*/
function triu(x, diagonal = 0) {
	requireTensor("triu", x);
	return keepWhere("triu", x, diagonal, (columns, rows) => ge(sub(columns, rows), diagonal));
}
var init_triangle = __esmMin((() => {
	init_checks$1();
	init_arange();
	init_errors();
	init_shape();
	init_cast();
	init_ge();
	init_le();
	init_squeeze();
	init_sub();
	init_where();
}));
// packages/tensor-core/src/methods/seldom.ts
var seldom;
var init_seldom = __esmMin((() => {
	init_random();
	init_activations();
	init_cumsum();
	init_erf();
	init_flip();
	init_logsumexp();
	init_masked_select();
	init_norm();
	init_pad();
	init_prod();
	init_round();
	init_scatter_add();
	init_sort();
	init_triangle();
	init_define();
	seldom = {
		argsort,
		at: at$1,
		bernoulli_,
		cumsum,
		elu,
		erf,
		flip: flip$1,
		gelu,
		leakyRelu,
		logsumexp,
		maskedSelect,
		nonzero,
		norm,
		pad,
		prod,
		round,
		scatterAdd,
		silu,
		softplus,
		sort,
		topk,
		tril,
		triu
	};
	defineMethods(seldom);
}));
// packages/tensor-core/src/methods/missing.ts
/** @internal Has the methods that a prototype lacks say where they are. */
function defineMissing(prototype) {
	for (const name of NAMES.split(" ")) {
		if (name in prototype) continue;
		const value = () => {
			throw new TypeError(`${name}: bundlers leave this method out of a page; import '@kindling/tensor-core/methods' once`);
		};
		Object.defineProperty(prototype, name, {
			value,
			writable: true,
			configurable: true
		});
	}
}
var NAMES;
var init_missing = __esmMin((() => {
	init_tensor$1();
	NAMES = "argsort at bernoulli_ cumsum elu erf flip gelu leakyRelu logsumexp maskedSelect nonzero norm pad prod round scatterAdd silu softplus sort topk tril triu";
	defineMissing(Tensor.prototype);
}));
var init_graph = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_errors();
}));
var init_filled = __esmMin((() => {
	init_src$1();
	init_errors();
	init_options();
}));
// packages/tensor-core/src/create/index.ts
var init_create = __esmMin((() => {
	init_arange();
	init_filled();
	init_like();
	init_random();
	init_tensor();
}));
var init_cat = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_options();
	init_define_op();
	init_dtype();
	init_errors();
	init_shape();
	init_cast();
	init_slice();
}));
var init_layer = __esmMin((() => {
	init_define_op();
	init_errors();
	init_shape();
	init_activation_backward();
}));
var windowOptions;
var init_windows = __esmMin((() => {
	init_src$1();
	init_errors();
	init_shape();
	init_squeeze();
	windowOptions = {
		stride: 1,
		padding: 1,
		dilation: 1
	};
}));
// packages/tensor-core/src/ops/unfold.ts
/** Padded images as [n, c, kh, kw, windows in rows, in columns]: overlapping strides, and nothing copied. */
function view(padded, { windows: { kernel, stride, dilation }, counts }) {
	const [n, c] = padded.shape;
	const [image, channel, row, column] = padded.strides;
	return viewOf(padded, [
		n,
		c,
		...kernel,
		...counts
	], [
		image,
		channel,
		row * dilation[0],
		column * dilation[1],
		row * stride[0],
		column * stride[1]
	]);
}
var unfoldOp, foldOp;
var init_unfold = __esmMin((() => {
	init_checks$1();
	init_options();
	init_define_op();
	init_errors();
	init_shape();
	init_tensor$1();
	init_add();
	init_pad();
	init_reshape();
	init_select();
	init_slice();
	init_windows();
	unfoldOp = /* @__PURE__ */ defineSingle("im2Col", (x, args) => {
		const { windows, counts, shape } = args;
		const { backend, dtype } = x;
		const [ph, pw] = windows.padding;
		const fused = backend.fused?.unfold;
		return wrap(fused ? fused(x, windows) : backend.copy(view(ph + pw > 0 ? pad(x, [
			pw,
			pw,
			ph,
			ph
		]) : x, args), dtype), [
			shape[0],
			shape[1] * sizeOf(windows.kernel),
			sizeOf(counts)
		]);
	}, (g, { args }) => foldOp(g, args));
	foldOp = /* @__PURE__ */ defineSingle("col2Im", (columns, args) => {
		const { windows, counts, shape } = args;
		const { backend, dtype } = columns;
		const fused = backend.fused?.fold;
		if (fused) return wrap(fused(columns, shape, windows), shape);
		const [n, c, h, w] = shape;
		const [ph, pw] = windows.padding;
		const padded = filled(0, [
			n,
			c,
			h + 2 * ph,
			w + 2 * pw
		], {
			backend,
			dtype
		});
		const to = view(padded, args);
		const from = reshape(columns, [
			n,
			c,
			...windows.kernel,
			...counts
		]);
		for (let i = 0; i < windows.kernel[0]; i++) for (let j = 0; j < windows.kernel[1]; j++) {
			const [target, part] = [to, from].map((x) => select(select(x, 2, i), 2, j));
			backend.assign(target, add(target, part));
		}
		return narrow(narrow(padded, 2, ph, h), 3, pw, w);
	}, (g, { args }) => unfoldOp(g, args));
}));
var init_conv2d = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_errors();
	init_shape();
	init_tensor$1();
	init_activation_backward();
	init_add();
	init_flatten();
	init_layer();
	init_matmul();
	init_pad();
	init_reshape();
	init_squeeze();
	init_sum();
	init_transpose();
	init_unfold();
	init_windows();
	({ ...windowOptions });
}));
var init_isclose = __esmMin((() => {
	init_checks$1();
	init_errors();
	init_read();
	init_shape();
	init_abs();
	init_add();
	init_all();
	init_elementwise();
	init_eq();
	init_isfinite();
	init_isnan();
	init_le();
	init_logical_and();
	init_logical_or();
	init_mul();
	init_sub();
}));
var init_masked_fill = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_dtype();
	init_errors();
	init_shape();
	init_cast();
	init_where();
}));
var init_meshgrid = __esmMin((() => {
	init_src$1();
	init_checks$1();
	init_errors();
	init_shape();
	init_tensor$1();
	init_cat();
	init_expand();
	init_transpose();
}));
var init_one_hot = __esmMin((() => {
	init_checks$1();
	init_arange();
	init_errors();
	init_read();
	init_cast();
	init_eq();
	init_squeeze();
}));
var init_remainder = __esmMin((() => {
	init_checks$1();
	init_tensor();
	init_dtype();
	init_errors();
	init_tensor$1();
	init_abs();
	init_cast();
	init_div();
	init_elementwise();
	init_eq();
	init_isfinite();
	init_logical_and();
	init_lt();
	init_mul();
	init_sub();
	init_where();
}));
var init_repeat = __esmMin((() => {
	init_checks$1();
	init_errors();
	init_shape();
	init_expand();
	init_reshape();
}));
var init_roll = __esmMin((() => {
	init_checks$1();
	init_errors();
	init_cat();
	init_clone();
	init_reshape();
	init_slice();
}));
var init_square = __esmMin((() => {
	init_checks$1();
	init_pow();
}));
var init_stack = __esmMin((() => {
	init_broadcast();
	init_checks$1();
	init_errors();
	init_shape();
	init_cat();
	init_reshape();
	init_squeeze();
}));
// packages/tensor-core/src/ops/index.ts
var init_ops = __esmMin((() => {
	init_abs();
	init_activations();
	init_add();
	init_all();
	init_any();
	init_argmax();
	init_argmin();
	init_cast();
	init_cat();
	init_ceil();
	init_clamp();
	init_clone();
	init_conv2d();
	init_cos();
	init_cumsum();
	init_div();
	init_elementwise();
	init_eq();
	init_erf();
	init_exp();
	init_expand();
	init_expm1();
	init_flatten();
	init_flip();
	init_floor();
	init_gather();
	init_ge();
	init_gt();
	init_index_select();
	init_isclose();
	init_isfinite();
	init_isnan();
	init_le();
	init_log();
	init_log_softmax();
	init_log1p();
	init_logical_and();
	init_logical_not();
	init_logical_or();
	init_logical_xor();
	init_logsumexp();
	init_lt();
	init_masked_fill();
	init_masked_select();
	init_matmul();
	init_max();
	init_maximum();
	init_mean();
	init_meshgrid();
	init_min();
	init_minimum();
	init_mul();
	init_ne();
	init_neg();
	init_norm();
	init_one_hot();
	init_pad();
	init_permute();
	init_pow();
	init_prod();
	init_reciprocal();
	init_relu();
	init_remainder();
	init_repeat();
	init_reshape();
	init_roll();
	init_round();
	init_rsqrt();
	init_scatter_add();
	init_select();
	init_sigmoid();
	init_sign();
	init_sin();
	init_slice();
	init_softmax();
	init_sort();
	init_split();
	init_sqrt();
	init_square();
	init_squeeze();
	init_stack();
	init_std();
	init_sub();
	init_sum();
	init_tanh();
	init_transpose();
	init_triangle();
	init_unfold();
	init_var();
	init_where();
}));
var init_scope = __esmMin((() => {
	init_checks$1();
	init_tensor$1();
}));
// packages/tensor-core/src/functions.ts
var init_functions = __esmMin((() => {
	init_as_a_value();
	init_in_place();
	init_print();
	init_size();
	init_backward();
	init_graph();
	init_mode();
	init_broadcast();
	init_create();
	init_current_backend();
	init_define_op();
	init_dtype();
	init_errors();
	init_ops();
	init_random$1();
	init_scope();
	init_tensor$1();
}));
// packages/tensor-core/src/index.ts
var init_src = __esmMin((() => {
	init_usual();
	init_seldom();
	init_missing();
	init_functions();
}));
var init_float_image = __esmMin((() => {
	init_src();
}));
// packages/data/src/collate.ts
init_src();
init_float_image();
// packages/data/src/csv/errors.ts
/**
* A table that is not what was asked for; the message names the file, the line and the column.
*
* @example
* ```ts
* import { CsvError, parseCsv } from '@kindling/data';
* try {
*   parseCsv('1,2,R\n3,M', { name: 'sonar.csv' });
* } catch (error) {
*   if (error instanceof CsvError) console.log(error.message, error.line); // => sonar.csv line 2: 2 fields, expected 3 2
* }
* ```
*/
var CsvError = class extends Error {
	name = "CsvError";
	/** The line of the text where it is, from 1; `null` where it concerns the whole. */
	line;
	/** @internal */
	constructor(file, line, column, problem) {
		const parts = [[file, line === null ? void 0 : `line ${line}`].filter((part) => part !== void 0).join(" "), column === null ? "" : `column ${column}`].filter((part) => part !== "");
		super(parts.length === 0 ? problem : `${parts.join(", ")}: ${problem}`);
		this.line = line;
	}
};
/* @license
Papa Parse
v5.7.1
https://github.com/mholt/PapaParse
License: MIT
*/
(/* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	(function(root, factory) {
		if (typeof define === "function" && define.amd) define([], factory);
		else if (typeof module === "object" && typeof exports !== "undefined") module.exports = factory();
		else root.Papa = factory();
	})(this$1, function moduleFactory() {
		"use strict";
		var global = (function() {
			if (typeof self !== "undefined") return self;
			if (typeof window !== "undefined") return window;
			if (typeof global !== "undefined") return global;
			return {};
		})();
		function getWorkerBlob() {
			var URL = global.URL || global.webkitURL || null;
			var code = moduleFactory.toString();
			return Papa.BLOB_URL || (Papa.BLOB_URL = URL.createObjectURL(new Blob([
				"var global = (function() { if (typeof self !== 'undefined') { return self; } if (typeof window !== 'undefined') { return window; } if (typeof global !== 'undefined') { return global; } return {}; })(); global.IS_PAPA_WORKER=true; ",
				"(",
				code,
				")();"
			], { type: "text/javascript" })));
		}
		var IS_WORKER = !global.document && !!global.postMessage, IS_PAPA_WORKER = global.IS_PAPA_WORKER || false;
		var workers = {}, workerIdCounter = 0;
		var Papa = {};
		Papa.parse = CsvToJson;
		Papa.unparse = JsonToCsv;
		Papa.RECORD_SEP = String.fromCharCode(30);
		Papa.UNIT_SEP = String.fromCharCode(31);
		Papa.BYTE_ORDER_MARK = "﻿";
		Papa.BAD_DELIMITERS = [
			"\r",
			"\n",
			"\"",
			Papa.BYTE_ORDER_MARK
		];
		Papa.WORKERS_SUPPORTED = !IS_WORKER && !!global.Worker;
		Papa.NODE_STREAM_INPUT = 1;
		Papa.LocalChunkSize = 10485760;
		Papa.RemoteChunkSize = 5242880;
		Papa.DefaultDelimiter = ",";
		Papa.Parser = Parser;
		Papa.ParserHandle = ParserHandle;
		Papa.NetworkStreamer = NetworkStreamer;
		Papa.FileStreamer = FileStreamer;
		Papa.StringStreamer = StringStreamer;
		Papa.ReadableStreamStreamer = ReadableStreamStreamer;
		if (typeof PAPA_BROWSER_CONTEXT === "undefined") Papa.DuplexStreamStreamer = DuplexStreamStreamer;
		if (IS_PAPA_WORKER) global.onmessage = workerThreadReceivedMessage;
		function stripBom(string) {
			if (string.charCodeAt(0) === 65279) return string.slice(1);
			return string;
		}
		function CsvToJson(_input, _config) {
			_config = _config || {};
			var dynamicTyping = _config.dynamicTyping || false;
			if (isFunction(dynamicTyping)) {
				_config.dynamicTypingFunction = dynamicTyping;
				dynamicTyping = {};
			}
			_config.dynamicTyping = dynamicTyping;
			_config.transform = isFunction(_config.transform) ? _config.transform : false;
			if (_config.downloadTimeout !== void 0) {
				var downloadTimeout = parseInt(_config.downloadTimeout);
				if (isNaN(downloadTimeout)) throw new Error("Config downloadTimeout value (" + _config.downloadTimeout + ") not parsable by parseInt(val).");
				_config.downloadTimeout = downloadTimeout;
			}
			if (_config.worker && Papa.WORKERS_SUPPORTED) {
				var w = newWorker();
				w.userStep = _config.step;
				w.userChunk = _config.chunk;
				w.userComplete = _config.complete;
				w.userError = _config.error;
				_config.step = isFunction(_config.step);
				_config.chunk = isFunction(_config.chunk);
				_config.complete = isFunction(_config.complete);
				_config.error = isFunction(_config.error);
				delete _config.worker;
				w.postMessage({
					input: _input,
					config: _config,
					workerId: w.id
				});
				return;
			}
			var streamer = null;
			if (_input === Papa.NODE_STREAM_INPUT && typeof PAPA_BROWSER_CONTEXT === "undefined") {
				streamer = new DuplexStreamStreamer(_config);
				return streamer.getStream();
			} else if (typeof _input === "string") {
				_input = stripBom(_input);
				if (_config.download) streamer = new NetworkStreamer(_config);
				else streamer = new StringStreamer(_config);
			} else if (_input.readable === true && isFunction(_input.read) && isFunction(_input.on)) streamer = new ReadableStreamStreamer(_config);
			else if (global.File && _input instanceof File || _input instanceof Object) streamer = new FileStreamer(_config);
			return streamer.stream(_input);
		}
		function JsonToCsv(_input, _config) {
			/** whether to surround every datum with quotes */
			var _quotes = false;
			/** whether to write headers */
			var _writeHeader = true;
			/** delimiting character(s) */
			var _delimiter = ",";
			/** newline character(s) */
			var _newline = "\r\n";
			/** quote character */
			var _quoteChar = "\"";
			/** escaped quote character, either "" or <config.escapeChar>" */
			var _escapedQuote = _quoteChar + _quoteChar;
			/** whether to skip empty lines */
			var _skipEmptyLines = false;
			/** the columns (keys) we expect when we unparse objects */
			var _columns = null;
			/** whether to prevent outputting cells that can be parsed as formulae by spreadsheet software (Excel and LibreOffice) */
			var _escapeFormulae = false;
			unpackConfig();
			var quoteCharRegex = new RegExp(escapeRegExp(_quoteChar), "g");
			if (typeof _input === "string") _input = JSON.parse(_input);
			if (Array.isArray(_input)) {
				if (!_input.length) return serialize(_columns, _input, _skipEmptyLines);
				else if (Array.isArray(_input[0])) return serialize(null, _input, _skipEmptyLines);
				else if (typeof _input[0] === "object") return serialize(_columns || Object.keys(_input[0]), _input, _skipEmptyLines);
			} else if (typeof _input === "object") {
				if (typeof _input.data === "string") _input.data = JSON.parse(_input.data);
				if (Array.isArray(_input.data)) {
					if (!_input.fields) _input.fields = _input.meta && _input.meta.fields || _columns;
					if (!_input.fields) _input.fields = Array.isArray(_input.data[0]) ? _input.fields : typeof _input.data[0] === "object" ? Object.keys(_input.data[0]) : [];
					if (!Array.isArray(_input.data[0]) && typeof _input.data[0] !== "object") _input.data = [_input.data];
				}
				return serialize(_input.fields || [], _input.data || [], _skipEmptyLines);
			}
			throw new Error("Unable to serialize unrecognized input");
			function unpackConfig() {
				if (typeof _config !== "object") return;
				if (typeof _config.delimiter === "string" && !Papa.BAD_DELIMITERS.filter(function(value) {
					return _config.delimiter.indexOf(value) !== -1;
				}).length) _delimiter = _config.delimiter;
				if (typeof _config.quotes === "boolean" || typeof _config.quotes === "function" || Array.isArray(_config.quotes)) _quotes = _config.quotes;
				if (typeof _config.skipEmptyLines === "boolean" || typeof _config.skipEmptyLines === "string") _skipEmptyLines = _config.skipEmptyLines;
				if (typeof _config.newline === "string") _newline = _config.newline;
				if (typeof _config.quoteChar === "string") {
					_quoteChar = _config.quoteChar;
					_escapedQuote = _quoteChar + _quoteChar;
				}
				if (typeof _config.header === "boolean") _writeHeader = _config.header;
				if (Array.isArray(_config.columns)) {
					if (_config.columns.length === 0) throw new Error("Option columns is empty");
					_columns = _config.columns;
				}
				if (_config.escapeChar !== void 0) _escapedQuote = _config.escapeChar + _quoteChar;
				if (_config.escapeFormulae instanceof RegExp) _escapeFormulae = _config.escapeFormulae;
				else if (typeof _config.escapeFormulae === "boolean" && _config.escapeFormulae) _escapeFormulae = /^[=+\-@\t\r].*$/;
			}
			/** The double for loop that iterates the data and writes out a CSV string including header row */
			function serialize(fields, data, skipEmptyLines) {
				var csv = "";
				if (typeof fields === "string") fields = JSON.parse(fields);
				if (typeof data === "string") data = JSON.parse(data);
				var hasHeader = Array.isArray(fields) && fields.length > 0;
				var dataKeyedByField = !Array.isArray(data[0]);
				if (hasHeader && _writeHeader) {
					for (var i = 0; i < fields.length; i++) {
						if (i > 0) csv += _delimiter;
						csv += safe(fields[i], i);
					}
					if (data.length > 0) csv += _newline;
				}
				for (var row = 0; row < data.length; row++) {
					var maxCol = hasHeader ? fields.length : data[row].length;
					var emptyLine = false;
					var nullLine = hasHeader ? Object.keys(data[row]).length === 0 : data[row].length === 0;
					if (skipEmptyLines && !hasHeader) emptyLine = skipEmptyLines === "greedy" ? data[row].join("").trim() === "" : data[row].length === 1 && (data[row][0] === null || data[row][0] === void 0 || data[row][0].length === 0);
					if (skipEmptyLines === "greedy" && hasHeader) {
						var line = [];
						for (var c = 0; c < maxCol; c++) {
							var cx = dataKeyedByField ? fields[c] : c;
							line.push(data[row][cx]);
						}
						emptyLine = line.join("").trim() === "";
					}
					if (!emptyLine) {
						for (var col = 0; col < maxCol; col++) {
							if (col > 0 && !nullLine) csv += _delimiter;
							var colIdx = hasHeader && dataKeyedByField ? fields[col] : col;
							csv += safe(data[row][colIdx], col);
						}
						if (row < data.length - 1 && (!skipEmptyLines || maxCol > 0 && !nullLine)) csv += _newline;
					}
				}
				return csv;
			}
			/** Encloses a value around quotes if needed (makes a value safe for CSV insertion) */
			function safe(str, col) {
				if (typeof str === "undefined" || str === null) return "";
				if (str.constructor === Date) {
					if (isNaN(str.getTime())) return "";
					return str.toISOString();
				}
				var needsQuotes = false;
				var strValue = str.toString();
				if (_escapeFormulae && typeof str !== "number" && typeof str !== "bigint" && typeof str !== "boolean" && _escapeFormulae.test(strValue)) {
					strValue = "'" + strValue;
					str = strValue;
					needsQuotes = true;
				}
				var escapedQuoteStr = strValue.replace(quoteCharRegex, _escapedQuote);
				needsQuotes = needsQuotes || _quotes === true || typeof _quotes === "function" && _quotes(str, col) || Array.isArray(_quotes) && _quotes[col] || hasAny(escapedQuoteStr, Papa.BAD_DELIMITERS) || escapedQuoteStr.indexOf(_delimiter) > -1 || strValue.indexOf(_quoteChar) > -1 || escapedQuoteStr.charAt(0) === " " || escapedQuoteStr.charAt(escapedQuoteStr.length - 1) === " ";
				return needsQuotes ? _quoteChar + escapedQuoteStr + _quoteChar : escapedQuoteStr;
			}
			function hasAny(str, substrings) {
				for (var i = 0; i < substrings.length; i++) if (str.indexOf(substrings[i]) > -1) return true;
				return false;
			}
		}
		/** ChunkStreamer is the base prototype for various streamer implementations. */
		function ChunkStreamer(config) {
			this._handle = null;
			this._finished = false;
			this._completed = false;
			this._halted = false;
			this._input = null;
			this._baseIndex = 0;
			this._partialLine = "";
			this._rowCount = 0;
			this._start = 0;
			this._nextChunk = null;
			this.isFirstChunk = true;
			this._completeResults = {
				data: [],
				errors: [],
				meta: {}
			};
			replaceConfig.call(this, config);
			this.parseChunk = function(chunk, isFakeChunk) {
				const skipFirstNLines = parseInt(this._config.skipFirstNLines) || 0;
				if (this.isFirstChunk && skipFirstNLines > 0) {
					let _newline = this._config.newline;
					if (!_newline) {
						const quoteChar = this._config.quoteChar || "\"";
						_newline = this._handle.guessLineEndings(chunk, quoteChar);
					}
					chunk = [...chunk.split(_newline).slice(skipFirstNLines)].join(_newline);
				}
				if (this.isFirstChunk && isFunction(this._config.beforeFirstChunk)) {
					var modifiedChunk = this._config.beforeFirstChunk(chunk);
					if (modifiedChunk !== void 0) chunk = modifiedChunk;
				}
				this.isFirstChunk = false;
				this._halted = false;
				var aggregate = this._partialLine + chunk;
				this._partialLine = "";
				var results = this._handle.parse(aggregate, this._baseIndex, !this._finished);
				if (this._handle.paused() || this._handle.aborted()) {
					this._halted = true;
					return;
				}
				var lastIndex = results.meta.cursor;
				if (!this._finished) {
					this._partialLine = aggregate.substring(lastIndex - this._baseIndex);
					this._baseIndex = lastIndex;
				}
				if (results && results.data) this._rowCount += results.data.length;
				var finishedIncludingPreview = this._finished || this._config.preview && this._rowCount >= this._config.preview;
				if (IS_PAPA_WORKER) global.postMessage({
					results,
					workerId: Papa.WORKER_ID,
					finished: finishedIncludingPreview
				});
				else if (isFunction(this._config.chunk) && !isFakeChunk) {
					this._config.chunk(results, this._handle);
					if (this._handle.paused() || this._handle.aborted()) {
						this._halted = true;
						return;
					}
					results = void 0;
					this._completeResults = void 0;
				}
				if (!this._config.step && !this._config.chunk) {
					this._completeResults.data = this._completeResults.data.concat(results.data);
					this._completeResults.errors = this._completeResults.errors.concat(results.errors);
					this._completeResults.meta = results.meta;
				}
				if (!this._completed && finishedIncludingPreview && isFunction(this._config.complete) && (!results || !results.meta.aborted)) {
					this._config.complete(this._completeResults, this._input);
					this._completed = true;
				}
				if (!finishedIncludingPreview && (!results || !results.meta.paused)) this._nextChunk();
				return results;
			};
			this._sendError = function(error) {
				if (isFunction(this._config.error)) this._config.error(error);
				else if (IS_PAPA_WORKER && this._config.error) global.postMessage({
					workerId: Papa.WORKER_ID,
					error,
					finished: false
				});
			};
			function replaceConfig(config) {
				var configCopy = copy(config);
				configCopy.chunkSize = parseInt(configCopy.chunkSize);
				if (!config.step && !config.chunk) configCopy.chunkSize = null;
				this._handle = new ParserHandle(configCopy);
				this._handle.streamer = this;
				this._config = configCopy;
			}
		}
		function NetworkStreamer(config) {
			config = config || {};
			if (!config.chunkSize) config.chunkSize = Papa.RemoteChunkSize;
			ChunkStreamer.call(this, config);
			var xhr;
			if (IS_WORKER) this._nextChunk = function() {
				this._readChunk();
				this._chunkLoaded();
			};
			else this._nextChunk = function() {
				this._readChunk();
			};
			this.stream = function(url) {
				this._input = url;
				this._nextChunk();
			};
			this._readChunk = function() {
				if (this._finished) {
					this._chunkLoaded();
					return;
				}
				xhr = new XMLHttpRequest();
				if (this._config.withCredentials) xhr.withCredentials = this._config.withCredentials;
				if (!IS_WORKER) {
					xhr.onload = bindFunction(this._chunkLoaded, this);
					xhr.onerror = bindFunction(this._chunkError, this);
				}
				xhr.ontimeout = bindFunction(this._chunkTimeout, this);
				xhr.open(this._config.downloadRequestBody ? "POST" : "GET", this._input, !IS_WORKER);
				if (this._config.downloadTimeout && !IS_WORKER) xhr.timeout = this._config.downloadTimeout;
				if (this._config.downloadRequestHeaders) {
					var headers = this._config.downloadRequestHeaders;
					for (var headerName in headers) xhr.setRequestHeader(headerName, headers[headerName]);
				}
				if (this._config.chunkSize) {
					var end = this._start + this._config.chunkSize - 1;
					xhr.setRequestHeader("Range", "bytes=" + this._start + "-" + end);
				}
				try {
					xhr.send(this._config.downloadRequestBody);
				} catch (err) {
					this._chunkError(err.message);
				}
				if (IS_WORKER && xhr.status === 0) this._chunkError();
			};
			this._chunkLoaded = function() {
				if (xhr.readyState !== 4) return;
				if (xhr.status < 200 || xhr.status >= 400) {
					this._chunkError();
					return;
				}
				this._start += this._config.chunkSize ? this._config.chunkSize : xhr.responseText.length;
				this._finished = !this._config.chunkSize || this._start >= getFileSize(xhr);
				this.parseChunk(xhr.responseText);
			};
			this._chunkError = function(errorMessage) {
				var errorText = xhr.statusText || errorMessage;
				this._sendError(new Error(errorText));
			};
			this._chunkTimeout = function() {
				this._chunkError("Request timed out after " + this._config.downloadTimeout + "ms");
			};
			function getFileSize(xhr) {
				var contentRange = xhr.getResponseHeader("Content-Range");
				if (contentRange === null) return -1;
				return parseInt(contentRange.substring(contentRange.lastIndexOf("/") + 1));
			}
		}
		NetworkStreamer.prototype = Object.create(ChunkStreamer.prototype);
		NetworkStreamer.prototype.constructor = NetworkStreamer;
		function FileStreamer(config) {
			config = config || {};
			if (!config.chunkSize) config.chunkSize = Papa.LocalChunkSize;
			ChunkStreamer.call(this, config);
			var reader, slice;
			var usingAsyncReader = typeof FileReader !== "undefined";
			this.stream = function(file) {
				this._input = file;
				slice = file.slice || file.webkitSlice || file.mozSlice;
				if (usingAsyncReader) {
					reader = new FileReader();
					reader.onload = bindFunction(this._chunkLoaded, this);
					reader.onerror = bindFunction(this._chunkError, this);
				} else reader = new FileReaderSync();
				this._nextChunk();
			};
			this._nextChunk = function() {
				if (!this._finished && (!this._config.preview || this._rowCount < this._config.preview)) this._readChunk();
			};
			this._readChunk = function() {
				var input = this._input;
				if (this._config.chunkSize) {
					var end = Math.min(this._start + this._config.chunkSize, this._input.size);
					input = slice.call(input, this._start, end);
				}
				var txt = reader.readAsText(input, this._config.encoding);
				if (!usingAsyncReader) this._chunkLoaded({ target: { result: txt } });
			};
			this._chunkLoaded = function(event) {
				this._start += this._config.chunkSize;
				this._finished = !this._config.chunkSize || this._start >= this._input.size;
				this.parseChunk(event.target.result);
			};
			this._chunkError = function() {
				this._sendError(reader.error);
			};
		}
		FileStreamer.prototype = Object.create(ChunkStreamer.prototype);
		FileStreamer.prototype.constructor = FileStreamer;
		function StringStreamer(config) {
			config = config || {};
			ChunkStreamer.call(this, config);
			var remaining;
			this.stream = function(s) {
				remaining = s;
				return this._nextChunk();
			};
			this._nextChunk = function() {
				if (this._finished) return;
				var size = this._config.chunkSize;
				var chunk;
				if (size) {
					chunk = remaining.substring(0, size);
					remaining = remaining.substring(size);
				} else {
					chunk = remaining;
					remaining = "";
				}
				this._finished = !remaining;
				return this.parseChunk(chunk);
			};
		}
		StringStreamer.prototype = Object.create(StringStreamer.prototype);
		StringStreamer.prototype.constructor = StringStreamer;
		function ReadableStreamStreamer(config) {
			config = config || {};
			ChunkStreamer.call(this, config);
			var queue = [];
			var parseOnData = true;
			var streamHasEnded = false;
			this.pause = function() {
				ChunkStreamer.prototype.pause.apply(this, arguments);
				this._input.pause();
			};
			this.resume = function() {
				ChunkStreamer.prototype.resume.apply(this, arguments);
				this._input.resume();
			};
			this.stream = function(stream) {
				this._input = stream;
				this._input.on("data", this._streamData);
				this._input.on("end", this._streamEnd);
				this._input.on("error", this._streamError);
			};
			this._checkIsFinished = function() {
				if (streamHasEnded && queue.length === 1) this._finished = true;
			};
			this._nextChunk = function() {
				this._checkIsFinished();
				if (queue.length) this.parseChunk(queue.shift());
				else parseOnData = true;
			};
			this._streamData = bindFunction(function(chunk) {
				try {
					queue.push(typeof chunk === "string" ? chunk : chunk.toString(this._config.encoding));
					if (parseOnData) {
						parseOnData = false;
						this._checkIsFinished();
						this.parseChunk(queue.shift());
					}
				} catch (error) {
					this._streamError(error);
				}
			}, this);
			this._streamError = bindFunction(function(error) {
				this._streamCleanUp();
				this._sendError(error);
			}, this);
			this._streamEnd = bindFunction(function() {
				this._streamCleanUp();
				streamHasEnded = true;
				this._streamData("");
			}, this);
			this._streamCleanUp = bindFunction(function() {
				this._input.removeListener("data", this._streamData);
				this._input.removeListener("end", this._streamEnd);
				this._input.removeListener("error", this._streamError);
			}, this);
		}
		ReadableStreamStreamer.prototype = Object.create(ChunkStreamer.prototype);
		ReadableStreamStreamer.prototype.constructor = ReadableStreamStreamer;
		function DuplexStreamStreamer(_config) {
			var Duplex = __require("stream").Duplex;
			var config = copy(_config);
			var parseOnWrite = true;
			var writeStreamHasFinished = false;
			var parseCallbackQueue = [];
			var stream = null;
			this._onCsvData = function(results) {
				var data = results.data;
				if (!stream.push(data) && !this._handle.paused()) this._handle.pause();
			};
			this._onCsvComplete = function() {
				stream.push(null);
			};
			config.step = bindFunction(this._onCsvData, this);
			config.complete = bindFunction(this._onCsvComplete, this);
			ChunkStreamer.call(this, config);
			this._nextChunk = function() {
				if (writeStreamHasFinished && parseCallbackQueue.length === 1) this._finished = true;
				if (parseCallbackQueue.length) parseCallbackQueue.shift()();
				else parseOnWrite = true;
			};
			this._addToParseQueue = function(chunk, callback) {
				parseCallbackQueue.push(bindFunction(function() {
					this.parseChunk(typeof chunk === "string" ? chunk : chunk.toString(config.encoding));
					if (isFunction(callback)) return callback();
				}, this));
				if (parseOnWrite) {
					parseOnWrite = false;
					this._nextChunk();
				}
			};
			this._onRead = function() {
				if (this._handle.paused()) this._handle.resume();
			};
			this._onWrite = function(chunk, encoding, callback) {
				this._addToParseQueue(chunk, callback);
			};
			this._onWriteComplete = function() {
				writeStreamHasFinished = true;
				this._addToParseQueue("");
			};
			this.getStream = function() {
				return stream;
			};
			stream = new Duplex({
				readableObjectMode: true,
				decodeStrings: false,
				read: bindFunction(this._onRead, this),
				write: bindFunction(this._onWrite, this)
			});
			stream.once("finish", bindFunction(this._onWriteComplete, this));
		}
		if (typeof PAPA_BROWSER_CONTEXT === "undefined") {
			DuplexStreamStreamer.prototype = Object.create(ChunkStreamer.prototype);
			DuplexStreamStreamer.prototype.constructor = DuplexStreamStreamer;
		}
		function ParserHandle(_config) {
			var MAX_FLOAT = Math.pow(2, 53);
			var MIN_FLOAT = -MAX_FLOAT;
			var FLOAT = /^\s*-?(\d+\.?|\.\d+|\d+\.\d+)([eE][-+]?\d+)?\s*$/;
			var ISO_DATE = /^((\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d+([+-][0-2]\d:[0-5]\d|Z))|(\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d([+-][0-2]\d:[0-5]\d|Z))|(\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d([+-][0-2]\d:[0-5]\d|Z)))$/;
			var self = this;
			var _stepCounter = 0;
			var _rowCounter = 0;
			var _input;
			var _parser;
			var _paused = false;
			var _aborted = false;
			var _delimiterError;
			var _fields = [];
			var _results = {
				data: [],
				errors: [],
				meta: {}
			};
			if (isFunction(_config.step)) {
				var userStep = _config.step;
				_config.step = function(results) {
					_results = results;
					if (needsHeaderRow()) processResults();
					else {
						processResults();
						if (_results.data.length === 0) return;
						_stepCounter += results.data.length;
						if (_config.preview && _stepCounter > _config.preview) _parser.abort();
						else {
							_results.data = _results.data[0];
							userStep(_results, self);
						}
					}
				};
			}
			/**
			* Parses input. Most users won't need, and shouldn't mess with, the baseIndex
			* and ignoreLastRow parameters. They are used by streamers (wrapper functions)
			* when an input comes in multiple chunks, like from a file.
			*/
			this.parse = function(input, baseIndex, ignoreLastRow) {
				var quoteChar = _config.quoteChar || "\"";
				if (!_config.newline) _config.newline = this.guessLineEndings(input, quoteChar);
				_delimiterError = false;
				if (!_config.delimiter) {
					var delimGuess = guessDelimiter(input, _config.newline, _config.skipEmptyLines, _config.comments, _config.delimitersToGuess);
					if (delimGuess.successful) _config.delimiter = delimGuess.bestDelimiter;
					else {
						_delimiterError = true;
						_config.delimiter = Papa.DefaultDelimiter;
					}
					_results.meta.delimiter = _config.delimiter;
				} else if (isFunction(_config.delimiter)) {
					_config.delimiter = _config.delimiter(input);
					_results.meta.delimiter = _config.delimiter;
				}
				var parserConfig = copy(_config);
				parserConfig.header = needsHeaderRow();
				if (_config.preview && _config.header) parserConfig.preview++;
				_input = input;
				_parser = new Parser(parserConfig);
				_results = _parser.parse(_input, baseIndex, ignoreLastRow);
				processResults();
				return _paused ? { meta: { paused: true } } : _results || { meta: { paused: false } };
			};
			this.paused = function() {
				return _paused;
			};
			this.pause = function() {
				_paused = true;
				_parser.abort();
				_input = isFunction(_config.chunk) ? "" : _input.substring(_parser.getCharIndex());
			};
			this.resume = function() {
				if (self.streamer._halted) {
					_paused = false;
					self.streamer.parseChunk(_input, true);
				} else setTimeout(self.resume, 3);
			};
			this.aborted = function() {
				return _aborted;
			};
			this.abort = function() {
				_aborted = true;
				_parser.abort();
				_results.meta.aborted = true;
				if (isFunction(_config.complete)) _config.complete(_results);
				_input = "";
			};
			this.guessLineEndings = function(input, quoteChar) {
				input = input.substring(0, 1048576);
				var re = new RegExp(escapeRegExp(quoteChar) + "([^]*?)" + escapeRegExp(quoteChar), "gm");
				input = input.replace(re, "");
				var r = input.split("\r");
				var n = input.split("\n");
				var nAppearsFirst = n.length > 1 && n[0].length < r[0].length;
				if (r.length === 1 || nAppearsFirst) return "\n";
				var numWithN = 0;
				for (var i = 0; i < r.length; i++) if (r[i][0] === "\n") numWithN++;
				return numWithN >= r.length / 2 ? "\r\n" : "\r";
			};
			function testEmptyLine(s) {
				return _config.skipEmptyLines === "greedy" ? s.join("").trim() === "" : s.length === 1 && s[0].length === 0;
			}
			function testFloat(s) {
				if (FLOAT.test(s)) {
					var floatValue = parseFloat(s);
					if (floatValue > MIN_FLOAT && floatValue < MAX_FLOAT) return true;
				}
				return false;
			}
			function processResults() {
				if (_results && _delimiterError) {
					addError("Delimiter", "UndetectableDelimiter", "Unable to auto-detect delimiting character; defaulted to '" + Papa.DefaultDelimiter + "'");
					_delimiterError = false;
				}
				if (_config.skipEmptyLines) _results.data = _results.data.filter(function(d) {
					return !testEmptyLine(d);
				});
				if (needsHeaderRow()) fillHeaderFields();
				return applyHeaderAndDynamicTypingAndTransformation();
			}
			function needsHeaderRow() {
				return _config.header && _fields.length === 0;
			}
			function fillHeaderFields() {
				if (!_results) return;
				function addHeader(header) {
					_fields.push(header);
				}
				if (Array.isArray(_results.data[0])) {
					for (var i = 0; needsHeaderRow() && i < _results.data.length; i++) _results.data[i].forEach(addHeader);
					_results.data.splice(0, 1);
				} else _results.data.forEach(addHeader);
			}
			function shouldApplyDynamicTyping(field) {
				if (_config.dynamicTypingFunction && _config.dynamicTyping[field] === void 0) _config.dynamicTyping[field] = _config.dynamicTypingFunction(field);
				return (_config.dynamicTyping[field] || _config.dynamicTyping) === true;
			}
			function parseDynamic(field, value) {
				if (shouldApplyDynamicTyping(field)) {
					if (value === "true" || value === "TRUE") return true;
					else if (value === "false" || value === "FALSE") return false;
					else if (testFloat(value)) return parseFloat(value);
					else if (ISO_DATE.test(value)) return new Date(value);
					else return value === "" ? null : value;
				}
				return value;
			}
			function applyHeaderAndDynamicTypingAndTransformation() {
				if (!_results || !_config.header && !_config.dynamicTyping && !_config.transform) return _results;
				function processRow(rowSource, i) {
					var row = _config.header ? {} : [];
					var j = 0;
					for (; j < rowSource.length; j++) {
						var field = j;
						var value = rowSource[j];
						if (_config.header) field = j >= _fields.length ? "__parsed_extra" : _fields[j];
						if (_config.transform) value = _config.transform(value, field);
						value = parseDynamic(field, value);
						if (field === "__parsed_extra") {
							row[field] = row[field] || [];
							row[field].push(value);
						} else row[field] = value;
					}
					if (_config.header) {
						if (j > _fields.length) addError("FieldMismatch", "TooManyFields", "Too many fields: expected " + _fields.length + " fields but parsed " + j, _rowCounter + i);
						else if (j < _fields.length) addError("FieldMismatch", "TooFewFields", "Too few fields: expected " + _fields.length + " fields but parsed " + j, _rowCounter + i);
					}
					return row;
				}
				var incrementBy = 1;
				if (!_results.data.length || Array.isArray(_results.data[0])) {
					_results.data = _results.data.map(processRow);
					incrementBy = _results.data.length;
				} else _results.data = processRow(_results.data, 0);
				if (_config.header && _results.meta) _results.meta.fields = _fields;
				_rowCounter += incrementBy;
				return _results;
			}
			function guessDelimiter(input, newline, skipEmptyLines, comments, delimitersToGuess) {
				var bestDelim, bestDelta, fieldCountPrevRow, maxFieldCount;
				delimitersToGuess = delimitersToGuess || [
					",",
					"	",
					"|",
					";",
					Papa.RECORD_SEP,
					Papa.UNIT_SEP
				];
				for (var i = 0; i < delimitersToGuess.length; i++) {
					var delim = delimitersToGuess[i];
					var delta = 0, avgFieldCount = 0, emptyLinesCount = 0;
					fieldCountPrevRow = void 0;
					var preview = new Parser({
						comments,
						delimiter: delim,
						newline,
						preview: 10
					}).parse(input);
					for (var j = 0; j < preview.data.length; j++) {
						if (skipEmptyLines && testEmptyLine(preview.data[j])) {
							emptyLinesCount++;
							continue;
						}
						var fieldCount = preview.data[j].length;
						avgFieldCount += fieldCount;
						if (typeof fieldCountPrevRow === "undefined") {
							fieldCountPrevRow = fieldCount;
							continue;
						} else if (fieldCount > 0) {
							delta += Math.abs(fieldCount - fieldCountPrevRow);
							fieldCountPrevRow = fieldCount;
						}
					}
					if (preview.data.length > 0) avgFieldCount /= preview.data.length - emptyLinesCount;
					if (avgFieldCount > 1.99 && (typeof bestDelta === "undefined" || delta < bestDelta || delta === bestDelta && avgFieldCount > maxFieldCount)) {
						bestDelta = delta;
						bestDelim = delim;
						maxFieldCount = avgFieldCount;
					}
				}
				_config.delimiter = bestDelim;
				return {
					successful: !!bestDelim,
					bestDelimiter: bestDelim
				};
			}
			function addError(type, code, msg, row) {
				var error = {
					type,
					code,
					message: msg
				};
				if (row !== void 0) error.row = row;
				_results.errors.push(error);
			}
		}
		/** https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Regular_Expressions */
		function escapeRegExp(string) {
			return string.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
		}
		/** The core parser implements speedy and correct CSV parsing */
		function Parser(config) {
			config = config || {};
			var delim = config.delimiter;
			var newline = config.newline;
			var comments = config.comments;
			var step = config.step;
			var preview = config.preview;
			var fastMode = config.fastMode;
			var quoteChar;
			var renamedHeaders = null;
			var headerParsed = false;
			if (config.quoteChar === void 0 || config.quoteChar === null) quoteChar = "\"";
			else quoteChar = config.quoteChar;
			var escapeChar = quoteChar;
			if (config.escapeChar !== void 0) escapeChar = config.escapeChar;
			if (typeof delim !== "string" || Papa.BAD_DELIMITERS.indexOf(delim) > -1) delim = ",";
			if (comments === delim) throw new Error("Comment character same as delimiter");
			else if (comments === true) comments = "#";
			else if (typeof comments !== "string" || Papa.BAD_DELIMITERS.indexOf(comments) > -1) comments = false;
			if (newline !== "\n" && newline !== "\r" && newline !== "\r\n") newline = "\n";
			var cursor = 0;
			var aborted = false;
			this.parse = function(input, baseIndex, ignoreLastRow) {
				if (typeof input !== "string") throw new Error("Input must be a string");
				var inputLen = input.length, delimLen = delim.length, newlineLen = newline.length, commentsLen = comments.length;
				var stepIsFunction = isFunction(step);
				cursor = 0;
				var data = [], errors = [], row = [], lastCursor = 0;
				if (!input) return returnable();
				if (fastMode || fastMode !== false && input.indexOf(quoteChar) === -1) {
					var rows = input.split(newline);
					for (var i = 0; i < rows.length; i++) {
						row = rows[i];
						cursor += row.length;
						if (i !== rows.length - 1) cursor += newline.length;
						else if (ignoreLastRow) return returnable();
						if (comments && row.substring(0, commentsLen) === comments) continue;
						if (stepIsFunction) {
							data = [];
							pushRow(row.split(delim));
							doStep();
							if (aborted) return returnable();
						} else pushRow(row.split(delim));
						if (preview && i >= preview) {
							data = data.slice(0, preview);
							return returnable(true);
						}
					}
					return returnable();
				}
				var nextDelim = input.indexOf(delim, cursor);
				var nextNewline = input.indexOf(newline, cursor);
				var quoteCharRegex = new RegExp(escapeRegExp(escapeChar) + escapeRegExp(quoteChar), "g");
				var quoteSearch = input.indexOf(quoteChar, cursor);
				for (;;) {
					if (input[cursor] === quoteChar) {
						quoteSearch = cursor;
						cursor++;
						for (;;) {
							quoteSearch = input.indexOf(quoteChar, quoteSearch + 1);
							if (quoteSearch === -1) {
								if (!ignoreLastRow) errors.push({
									type: "Quotes",
									code: "MissingQuotes",
									message: "Quoted field unterminated",
									row: data.length,
									index: cursor
								});
								return finish();
							}
							if (quoteSearch === inputLen - 1) return finish(input.substring(cursor, quoteSearch).replace(quoteCharRegex, quoteChar));
							if (quoteChar === escapeChar && input[quoteSearch + 1] === escapeChar) {
								quoteSearch++;
								continue;
							}
							if (quoteChar !== escapeChar && quoteSearch !== 0 && input[quoteSearch - 1] === escapeChar) continue;
							if (nextDelim !== -1 && nextDelim < quoteSearch + 1) nextDelim = input.indexOf(delim, quoteSearch + 1);
							if (nextNewline !== -1 && nextNewline < quoteSearch + 1) nextNewline = input.indexOf(newline, quoteSearch + 1);
							var spacesBetweenQuoteAndDelimiter = extraSpaces(nextNewline === -1 ? nextDelim : Math.min(nextDelim, nextNewline));
							if (input.substr(quoteSearch + 1 + spacesBetweenQuoteAndDelimiter, delimLen) === delim) {
								row.push(input.substring(cursor, quoteSearch).replace(quoteCharRegex, quoteChar));
								cursor = quoteSearch + 1 + spacesBetweenQuoteAndDelimiter + delimLen;
								if (input[quoteSearch + 1 + spacesBetweenQuoteAndDelimiter + delimLen] !== quoteChar) quoteSearch = input.indexOf(quoteChar, cursor);
								if (nextDelim !== -1 && nextDelim < cursor) nextDelim = input.indexOf(delim, cursor);
								if (nextNewline !== -1 && nextNewline < cursor) nextNewline = input.indexOf(newline, cursor);
								break;
							}
							var spacesBetweenQuoteAndNewLine = extraSpaces(nextNewline);
							if (input.substring(quoteSearch + 1 + spacesBetweenQuoteAndNewLine, quoteSearch + 1 + spacesBetweenQuoteAndNewLine + newlineLen) === newline) {
								row.push(input.substring(cursor, quoteSearch).replace(quoteCharRegex, quoteChar));
								saveRow(quoteSearch + 1 + spacesBetweenQuoteAndNewLine + newlineLen);
								if (nextDelim !== -1 && nextDelim < cursor) nextDelim = input.indexOf(delim, cursor);
								quoteSearch = input.indexOf(quoteChar, cursor);
								if (stepIsFunction) {
									doStep();
									if (aborted) return returnable();
								}
								if (preview && data.length >= preview) return returnable(true);
								break;
							}
							errors.push({
								type: "Quotes",
								code: "InvalidQuotes",
								message: "Trailing quote on quoted field is malformed",
								row: data.length,
								index: cursor
							});
							quoteSearch++;
						}
						continue;
					}
					if (comments && row.length === 0 && input.substring(cursor, cursor + commentsLen) === comments) {
						if (nextNewline === -1) return returnable();
						cursor = nextNewline + newlineLen;
						nextNewline = input.indexOf(newline, cursor);
						if (nextDelim !== -1 && nextDelim < cursor) nextDelim = input.indexOf(delim, cursor);
						continue;
					}
					if (nextDelim !== -1 && (nextDelim < nextNewline || nextNewline === -1)) {
						row.push(input.substring(cursor, nextDelim));
						cursor = nextDelim + delimLen;
						nextDelim = input.indexOf(delim, cursor);
						continue;
					}
					if (nextNewline !== -1) {
						row.push(input.substring(cursor, nextNewline));
						saveRow(nextNewline + newlineLen);
						if (stepIsFunction) {
							doStep();
							if (aborted) return returnable();
						}
						if (preview && data.length >= preview) return returnable(true);
						continue;
					}
					break;
				}
				return finish();
				function pushRow(row) {
					data.push(row);
					lastCursor = cursor;
				}
				/**
				* checks if there are extra spaces after closing quote and given index without any text
				* if Yes, returns the number of spaces
				*/
				function extraSpaces(index) {
					var spaceLength = 0;
					if (index !== -1) {
						var textBetweenClosingQuoteAndIndex = input.substring(quoteSearch + 1, index);
						if (textBetweenClosingQuoteAndIndex && textBetweenClosingQuoteAndIndex.trim() === "") spaceLength = textBetweenClosingQuoteAndIndex.length;
					}
					return spaceLength;
				}
				/**
				* Appends the remaining input from cursor to the end into
				* row, saves the row, calls step, and returns the results.
				*/
				function finish(value) {
					if (ignoreLastRow) return returnable();
					if (typeof value === "undefined") value = input.substring(cursor);
					row.push(value);
					cursor = inputLen;
					pushRow(row);
					if (stepIsFunction) doStep();
					return returnable();
				}
				/**
				* Appends the current row to the results. It sets the cursor
				* to newCursor and finds the nextNewline. The caller should
				* take care to execute user's step function and check for
				* preview and end parsing if necessary.
				*/
				function saveRow(newCursor) {
					cursor = newCursor;
					pushRow(row);
					row = [];
					nextNewline = input.indexOf(newline, cursor);
				}
				/** Returns an object with the results, errors, and meta. */
				function returnable(stopped) {
					if (config.header && !baseIndex && data.length && !headerParsed) {
						const result = data[0];
						const headerCount = Object.create(null);
						const usedHeaders = new Set(result);
						let duplicateHeaders = false;
						for (let i = 0; i < result.length; i++) {
							let header = stripBom(result[i]);
							if (isFunction(config.transformHeader)) header = config.transformHeader(header, i);
							if (!headerCount[header]) {
								headerCount[header] = 1;
								result[i] = header;
							} else {
								let newHeader;
								let suffixCount = headerCount[header];
								do {
									newHeader = `${header}_${suffixCount}`;
									suffixCount++;
								} while (usedHeaders.has(newHeader));
								usedHeaders.add(newHeader);
								result[i] = newHeader;
								headerCount[header]++;
								duplicateHeaders = true;
								if (renamedHeaders === null) renamedHeaders = {};
								renamedHeaders[newHeader] = header;
							}
							usedHeaders.add(header);
						}
						if (duplicateHeaders) console.warn("Duplicate headers found and renamed.");
						headerParsed = true;
					}
					return {
						data,
						errors,
						meta: {
							delimiter: delim,
							linebreak: newline,
							aborted,
							truncated: !!stopped,
							cursor: lastCursor + (baseIndex || 0),
							renamedHeaders
						}
					};
				}
				/** Executes the user's step function and resets data & errors. */
				function doStep() {
					step(returnable());
					data = [];
					errors = [];
				}
			};
			/** Sets the abort flag */
			this.abort = function() {
				aborted = true;
			};
			/** Gets the cursor position */
			this.getCharIndex = function() {
				return cursor;
			};
		}
		function newWorker() {
			if (!Papa.WORKERS_SUPPORTED) return false;
			var workerUrl = getWorkerBlob();
			var w = new global.Worker(workerUrl);
			w.onmessage = mainThreadReceivedMessage;
			w.id = workerIdCounter++;
			workers[w.id] = w;
			return w;
		}
		/** Callback when main thread receives a message */
		function mainThreadReceivedMessage(e) {
			var msg = e.data;
			var worker = workers[msg.workerId];
			var aborted = false;
			if (msg.error) worker.userError(msg.error, msg.file);
			else if (msg.results && msg.results.data) {
				var abort = function() {
					aborted = true;
					completeWorker(msg.workerId, {
						data: [],
						errors: [],
						meta: { aborted: true }
					});
				};
				var handle = {
					abort,
					pause: notImplemented,
					resume: notImplemented
				};
				if (isFunction(worker.userStep)) {
					for (var i = 0; i < msg.results.data.length; i++) {
						worker.userStep({
							data: msg.results.data[i],
							errors: msg.results.errors,
							meta: msg.results.meta
						}, handle);
						if (aborted) break;
					}
					delete msg.results;
				} else if (isFunction(worker.userChunk)) {
					worker.userChunk(msg.results, handle, msg.file);
					delete msg.results;
				}
			}
			if (msg.finished && !aborted) completeWorker(msg.workerId, msg.results);
		}
		function completeWorker(workerId, results) {
			var worker = workers[workerId];
			if (isFunction(worker.userComplete)) worker.userComplete(results);
			worker.terminate();
			delete workers[workerId];
		}
		function notImplemented() {
			throw new Error("Not implemented.");
		}
		/** Callback when worker thread receives a message */
		function workerThreadReceivedMessage(e) {
			var msg = e.data;
			if (typeof Papa.WORKER_ID === "undefined" && msg) Papa.WORKER_ID = msg.workerId;
			if (typeof msg.input === "string") global.postMessage({
				workerId: Papa.WORKER_ID,
				results: Papa.parse(msg.input, msg.config),
				finished: true
			});
			else if (global.File && msg.input instanceof File || msg.input instanceof Object) {
				var results = Papa.parse(msg.input, msg.config);
				if (results) global.postMessage({
					workerId: Papa.WORKER_ID,
					results,
					finished: true
				});
			}
		}
		/** Makes a deep copy of an array or object (mostly) */
		function copy(obj) {
			if (typeof obj !== "object" || obj === null) return obj;
			var cpy = Array.isArray(obj) ? [] : {};
			for (var key in obj) cpy[key] = copy(obj[key]);
			return cpy;
		}
		function bindFunction(f, self) {
			return function() {
				f.apply(self, arguments);
			};
		}
		function isFunction(func) {
			return typeof func === "function";
		}
		return Papa;
	});
})))();
// packages/tensor-core/src/random/mt19937.ts
const N = 624;
const M = 397;
/**
* MT19937 (Matsumoto and Nishimura, 1998): the stream of 32-bit words under PyTorch's CPU generator and NumPy's
* RandomState.
*/
var Mersenne = class {
	key = new Uint32Array(N);
	position = N;
	constructor(seed = 5489) {
		this.seed(seed);
	}
	/** Fills the state from the low 32 bits of one whole number (`init_genrand` in the reference implementation). */
	seed(seed) {
		const key = this.key;
		key[0] = seed;
		for (let i = 1; i < N; i++) {
			const previous = key[i - 1];
			key[i] = Math.imul(1812433253, previous ^ previous >>> 30) + i;
		}
		this.position = N;
	}
	/** Fills the state from several 32-bit words (`init_by_array` in the reference implementation). */
	seedByArray(words) {
		this.seed(19650218);
		const key = this.key;
		let i = 1;
		let j = 0;
		const mixed = (factor) => {
			const previous = key[i - 1];
			return key[i] ^ Math.imul(previous ^ previous >>> 30, factor);
		};
		const advance = () => {
			i++;
			if (i >= N) {
				key[0] = key[623];
				i = 1;
			}
		};
		for (let k = Math.max(N, words.length); k > 0; k--) {
			key[i] = mixed(1664525) + words[j] + j;
			advance();
			j = j + 1 < words.length ? j + 1 : 0;
		}
		for (let k = 623; k > 0; k--) {
			key[i] = mixed(1566083941) - i;
			advance();
		}
		key[0] = 2147483648;
	}
	/** The next 32 bits, as a whole number from 0 to 2^32 - 1. */
	next32() {
		if (this.position >= N) this.refill();
		let y = this.key[this.position++];
		y ^= y >>> 11;
		y ^= y << 7 & 2636928640;
		y ^= y << 15 & 4022730752;
		return (y ^ y >>> 18) >>> 0;
	}
	getState() {
		return {
			key: Array.from(this.key),
			position: this.position
		};
	}
	/** Takes a state back; throws where it is not 624 words of 32 bits and a position from 0 to 624. */
	setState(state) {
		const { key, position } = state;
		const isWord = (word) => Number.isInteger(word) && word >= 0 && word < 2 ** 32;
		if (!Array.isArray(key) || key.length !== N || !key.every(isWord)) throw new Error(`setState: a Mersenne Twister's key is ${N} whole numbers below 2^32`);
		if (!Number.isInteger(position) || position < 0 || position > N) throw new Error(`setState: a Mersenne Twister's position is a whole number from 0 to ${N}, got ${position}`);
		this.key.set(key);
		this.position = position;
	}
	refill() {
		const key = this.key;
		for (let i = 0; i < N; i++) {
			const y = key[i] & 2147483648 | key[i + 1 < N ? i + 1 : 0] & 2147483647;
			key[i] = key[i + M < N ? i + M : i + M - N] ^ y >>> 1 ^ (y & 1 ? 2567483615 : 0);
		}
		this.position = 0;
	}
};
// packages/tensor-core/src/random/rounded.ts
init_exact();
let tail = 0;
function product$1(aHigh, aLow, bHigh, bLow) {
	const high = aHigh * bHigh;
	return pair(high, productError(aHigh, bHigh, high) + (aHigh * bLow + aLow * bHigh));
}
function sum(aHigh, aLow, bHigh, bLow) {
	const high = aHigh + bHigh;
	return pair(high, sumError(aHigh, bHigh, high) + (aLow + bLow));
}
function pair(high, low) {
	const total = high + low;
	tail = low - (total - high);
	return total;
}
/** The low half of the pair nearest to numerator / divisor, where `high` is their float64 quotient. */
function quotientLow(numerator, divisor, high) {
	const back = high * divisor;
	return (numerator - back - productError(high, divisor, back)) / divisor;
}
/** Pairs for numerator / divisor, from the highest power of a series to the lowest. */
const pairs = (...terms) => terms.map(([n, d]) => [n / d, quotientLow(n, d, n / d)]);
/** Horner's rule: the plain coefficients in float64, then the last ones, which decide the result, in pairs. */
function series(zHigh, zLow, plain, paired) {
	let start = 0;
	for (const coefficient of plain) start = start * zHigh + coefficient;
	let high = start;
	tail = 0;
	for (const [coefficientHigh, coefficientLow] of paired) {
		high = product$1(high, tail, zHigh, zLow);
		high = sum(coefficientHigh, coefficientLow, high, tail);
	}
	return high;
}
const LN2_HIGH = .6931471803691238;
const LN2_LOW = 19082149292705877e-26;
const ATANH_PLAIN = /* @__PURE__ */ Array.from({ length: 11 }, (_, i) => 1 / (27 - 2 * i));
const ATANH_PAIRED = /* @__PURE__ */ pairs([1, 5], [1, 3]);
/**
* The natural logarithm, correctly rounded but for about one value in a million, and equal in every JavaScript engine.
*
* With x = m 2^e and s = (m - 1) / (m + 1) it is e log 2 + 2 (s + s^3/3 + s^5/5 + ...).
*
* @example
* ```ts
* import { roundedLog } from '@kindling/tensor-core/internal';
*
* console.log(roundedLog(10)); // => 2.302585092994046
* ```
*/
function roundedLog(x) {
	if (!(x >= 2 ** -1022) || x === Number.POSITIVE_INFINITY) return Math.log(x);
	if (x === 1) return 0;
	bits[0] = x;
	const top = words[1 - LOW];
	let exponent = (top >>> 20) - 1023;
	words[1 - LOW] = top & 1048575 | 1072693248;
	let m = bits[0];
	if (m > Math.SQRT2) {
		m /= 2;
		exponent += 1;
	}
	const f = m - 1;
	const d = m + 1;
	const dLow = sumError(m, 1, d);
	const quotient = f / d;
	const s = pair(quotient, quotientLow(f, d, quotient) - quotient * dLow / d);
	const sLow = tail;
	const z = product$1(s, sLow, s, sLow);
	const zLow = tail;
	let high = series(z, zLow, ATANH_PLAIN, ATANH_PAIRED);
	high = product$1(high, tail, z, zLow);
	high = product$1(high, tail, s, sLow);
	high = sum(s, sLow, high, tail);
	high = sum(exponent * LN2_HIGH, exponent * LN2_LOW, 2 * high, 2 * tail);
	return high + tail;
}
// packages/tensor-core/src/random/numpy.ts
init_checks();
init_from_uniform();
/**
* NumPy's legacy generator, `np.random.RandomState`, which scikit-learn draws from: the same seed gives the same stream.
*
* Names and the order of arguments are NumPy's; a method called without `n` returns one number. Uniforms, integers,
* permutations and choices are NumPy's bit for bit; a normal can differ in its last float64 bit about once in a
* thousand values, where the C library's logarithm is not correctly rounded.
*
* @example
* ```ts
* import { RandomState } from '@kindling/tensor-core/numpy';
*
* const rng = new RandomState(42);
* console.log(rng.randint(0, 100, 5)); // => Int32Array(5) [ 51, 92, 14, 71, 60 ]
* console.log(rng.permutation(5)); // => Int32Array(5) [ 3, 0, 1, 2, 4 ]
* ```
*/
var RandomState = class {
	twister = new Mersenne();
	startedFrom = 0;
	gauss = null;
	/** Throws where the seed is not a whole number from 0 to 2^32 - 1, or a list of them. */
	constructor(seed = 0) {
		this.seed(seed);
	}
	/** Starts the stream again, as `np.random.seed`: from one whole number from 0 to 2^32 - 1, or a list of them. */
	seed(seed) {
		const words = typeof seed === "number" ? [seed] : seed;
		if (words.length === 0) throw new Error("seed: the list of seeds is empty");
		for (const word of words) if (!Number.isInteger(word) || word < 0 || word >= 2 ** 32) throw new Error(`seed: the numpy engine takes whole numbers from 0 to 2^32 - 1, got ${word}`);
		this.startedFrom = words[0];
		if (typeof seed === "number") this.twister.seed(seed);
		else this.twister.seedByArray(seed);
		this.gauss = null;
		return this;
	}
	/** The seed the stream started from (the first one of a list). */
	initialSeed() {
		return this.startedFrom;
	}
	/** A copy of where the stream stands: `np.random.RandomState.get_state`. */
	getState() {
		return {
			engine: "numpy",
			seed: this.startedFrom,
			...this.twister.getState(),
			hasGauss: this.gauss !== null,
			cachedGaussian: this.gauss ?? 0
		};
	}
	/** Goes on from where `state` was taken; throws where it comes from another engine or is damaged. */
	setState(state) {
		checkState(state, "numpy");
		const { key, position, hasGauss, cachedGaussian, seed } = state;
		if (typeof hasGauss !== "boolean" || typeof cachedGaussian !== "number") throw new Error("setState: the state of a numpy generator says hasGauss and cachedGaussian");
		this.twister.setState({
			key,
			position
		});
		this.startedFrom = seed;
		this.gauss = hasGauss ? cachedGaussian : null;
		return this;
	}
	randomSample(n) {
		return this.draw("randomSample", n, () => this.next53());
	}
	rand(n) {
		return this.draw("rand", n, () => this.next53());
	}
	uniform(low = 0, high = 1, n) {
		checkBounds("uniform", low, high);
		return this.draw("uniform", n, () => low + (high - low) * this.next53());
	}
	randn(n) {
		return this.draw("randn", n, () => this.nextGauss());
	}
	normal(loc = 0, scale = 1, n) {
		checkNormal("normal", loc, scale);
		return this.draw("normal", n, () => loc + scale * this.nextGauss());
	}
	randint(low, high, n) {
		if (n === void 0) {
			if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || !Number.isSafeInteger(high - low) || low >= high) throw new Error(`randint: expects whole numbers low < high within 2^53, got ${low} and ${high}`);
			return low + this.interval(high - low - 1);
		}
		checkIntegers("randint", low, high);
		checkCount$2("randint", n);
		const out = new Int32Array(n);
		for (let i = 0; i < n; i++) out[i] = low + this.interval(high - low - 1);
		return out;
	}
	/** Puts the elements (or rows) of `items` in random order, in place. */
	shuffle(items) {
		for (let i = items.length - 1; i > 0; i--) swap$1(items, i, this.interval(i));
	}
	permutation(items) {
		if (typeof items === "number") checkCount$2("permutation", items);
		const out = typeof items === "number" ? ascending(items) : [...items];
		this.shuffle(out);
		return out;
	}
	/**
	* `n` indices below `size`. Throws where the probabilities are negative or do not add up to 1, and where more indices
	* are asked for without replacement than there are.
	*/
	choice(size, n, options = {}) {
		const { replace = true, p } = options;
		checkCount$2("choice", size);
		checkCount$2("choice", n);
		if (size === 0 && n > 0) throw new Error("choice: there is nothing to choose from, size is 0");
		if (p !== void 0) checkDistribution(p, size);
		if (replace) {
			if (p === void 0) return n === 0 ? /* @__PURE__ */ new Int32Array(0) : this.randint(0, size, n);
			const sums = cumulative(p);
			return Int32Array.from(this.randomSample(n), (value) => upperBound(sums, value));
		}
		if (n > size) throw new Error(`choice: cannot take ${n} of ${size} without replacement`);
		if (p === void 0) return this.permutation(size).slice(0, n);
		return this.choiceWithoutReplacement(Float64Array.from(p), n);
	}
	choiceWithoutReplacement(p, n) {
		const positive = p.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
		if (positive < n) throw new Error(`choice: cannot take ${n} without replacement of ${positive} that are not of probability 0`);
		const found = [];
		while (found.length < n) {
			const values = this.randomSample(n - found.length);
			for (const index of found) p[index] = 0;
			const sums = cumulative(p);
			const fresh = new Set(Array.from(values, (value) => upperBound(sums, value)));
			found.push(...fresh);
		}
		return Int32Array.from(found);
	}
	draw(where, n, next) {
		if (n === void 0) return next();
		checkCount$2(where, n);
		const out = new Float64Array(n);
		for (let i = 0; i < n; i++) out[i] = next();
		return out;
	}
	next53() {
		const high = this.twister.next32() >>> 5;
		const low = this.twister.next32() >>> 6;
		return (high * 2 ** 26 + low) * 2 ** -53;
	}
	nextGauss() {
		if (this.gauss !== null) {
			const value = this.gauss;
			this.gauss = null;
			return value;
		}
		for (;;) {
			const x = 2 * this.next53() - 1;
			const y = 2 * this.next53() - 1;
			const square = x * x + y * y;
			if (square >= 1 || square === 0) continue;
			const factor = Math.sqrt(-2 * roundedLog(square) / square);
			this.gauss = factor * x;
			return factor * y;
		}
	}
	/** A whole number from 0 to `most` (below 2^53): draws under the smallest mask of ones until one is small enough. */
	interval(most) {
		if (most === 0) return 0;
		const upper = Math.floor(most / 2 ** 32);
		if (upper === 0) {
			const mask = 4294967295 >>> Math.clz32(most);
			for (;;) {
				const value = (this.twister.next32() & mask) >>> 0;
				if (value <= most) return value;
			}
		}
		const mask = 4294967295 >>> Math.clz32(upper);
		for (;;) {
			const value = ((this.twister.next32() & mask) >>> 0) * 2 ** 32 + this.twister.next32();
			if (value <= most) return value;
		}
	}
};
function checkDistribution(p, size) {
	if (p.length !== size) throw new Error(`choice: got ${p.length} probabilities for ${size} indices`);
	let total = 0;
	for (let i = 0; i < size; i++) {
		if (!(p[i] >= 0)) throw new Error(`choice: probabilities must be 0 or more, got ${p[i]} at ${i}`);
		total += p[i];
	}
	if (!(Math.abs(total - 1) <= 15e-9)) throw new Error(`choice: the probabilities add up to ${total}, not 1`);
}
// packages/tensor-core/src/random/numpy-generator.ts
init_checks();
/**
* NumPy's RandomState as a `Generator`, so that tensors can be drawn from it: every method is the NumPy call of that
* name in float64, and float32 is that rounded (`.astype(np.float32)`). A Bernoulli draw is `random_sample() < p`, a
* multinomial one is `choice` with the weights divided by their sum.
*
* @example
* ```ts
* import { NumpyGenerator, RandomState } from '@kindling/tensor-core/numpy';
*
* const generator = new NumpyGenerator(new RandomState(42));
* console.log(generator.normal(2, 0, 1, 'float64')); // => Float64Array(2) [ 0.4967141530112327, -0.13826430117118466 ]
* ```
*/
var NumpyGenerator = class NumpyGenerator {
	engine = "numpy";
	/** What it draws from. */
	randomState;
	/** Starts from a whole number from 0 to 2^32 - 1, or draws from a `RandomState` and so shares its stream. */
	constructor(source = 0) {
		if (source instanceof RandomState) this.randomState = source;
		else {
			this.randomState = new RandomState();
			this.manualSeed(source);
		}
	}
	/** Starts again from a whole number from 0 to 2^32 - 1; throws for anything else. */
	manualSeed(seed) {
		if (typeof seed === "string") throw new Error(`manualSeed: the numpy engine takes a whole number from 0 to 2^32 - 1, got ${JSON.stringify(seed)}`);
		this.randomState.seed(Number(seed));
		return this;
	}
	initialSeed() {
		return this.randomState.initialSeed();
	}
	getState() {
		return this.randomState.getState();
	}
	setState(state) {
		this.randomState.setState(state);
		return this;
	}
	random() {
		return this.randomState.randomSample();
	}
	uniform(n, low = 0, high = 1, dtype) {
		checkCount$2("uniform", n);
		checkBounds("uniform", low, high);
		return as(this.randomState.uniform(low, high, n), dtype);
	}
	normal(n, mean = 0, std = 1, dtype) {
		checkCount$2("normal", n);
		checkNormal("normal", mean, std);
		return as(this.randomState.normal(mean, std, n), dtype);
	}
	integers(n, low, high) {
		checkCount$2("integers", n);
		return this.randomState.randint(low, high, n);
	}
	permutation(n) {
		return this.randomState.permutation(n);
	}
	bernoulli(n, p) {
		checkCount$2("bernoulli", n);
		checkProbabilities("bernoulli", n, p);
		return Uint8Array.from(this.randomState.randomSample(n), (value, i) => value < (typeof p === "number" ? p : p[i]) ? 1 : 0);
	}
	multinomial(weights, numSamples, replacement = false) {
		checkWeights("multinomial", weights, numSamples, replacement);
		let total = 0;
		for (const weight of weights) total += weight;
		const p = Float64Array.from(weights, (weight) => weight / total);
		return this.randomState.choice(p.length, numSamples, {
			replace: replacement,
			p
		});
	}
	fork() {
		return new NumpyGenerator(this.randomState.randint(0, 2 ** 32));
	}
};
function as(values, dtype) {
	if (dtype === "float64") return values;
	const out = newFloats(values.length, "float32");
	out.set(values);
	return out;
}
// packages/tensor-core/src/random/numpy-random.ts
init_default();
let shared;
/**
* The shared RandomState that plays the part of `np.random`: splits and data generators without a `randomState` draw
* from it, one after the other. It starts from `DEFAULT_SEED`; `numpyRandom().seed(n)` is `np.random.seed(n)`.
*
* @example
* ```ts
* import { numpyRandom } from '@kindling/tensor-core/numpy';
*
* numpyRandom().seed(0);
* console.log(numpyRandom().randint(0, 10, 3)); // => Int32Array(3) [ 5, 0, 3 ]
* ```
*/
function numpyRandom() {
	shared ??= new RandomState(0);
	return shared;
}
// packages/data/src/splits/random-source.ts
/** The source that a `randomState` option stands for. */
function randomSource(randomState) {
	if (randomState === void 0) return numpyRandom();
	if (typeof randomState === "number") return new RandomState(randomState);
	if (randomState instanceof NumpyGenerator) return randomState.randomState;
	return isGenerator(randomState) ? fromGenerator(randomState) : randomState;
}
function isGenerator(source) {
	return "engine" in source;
}
function fromGenerator(generator) {
	return {
		uniform: (low, high, n) => generator.uniform(n, low, high, "float64"),
		normal: (loc, scale, n) => generator.normal(n, loc, scale, "float64"),
		randint: (low, high, n) => generator.integers(n, low, high),
		permutation: (n) => generator.permutation(n),
		shuffle(items) {
			const before = items.slice();
			const order = generator.permutation(items.length);
			for (let i = 0; i < items.length; i++) items[i] = before[order[i]];
		}
	};
}
// packages/data/src/table/column.ts
const DAY$1 = 864e5;
/** The value in a row. */
function cellOf(column, row) {
	if ("values" in column) {
		const value = column.values[row];
		if (Number.isNaN(value)) return null;
		return column.type === "date" ? new Date(Math.round(value * DAY$1)) : value;
	}
	const code = column.codes[row];
	if (code < 0) return null;
	return column.type === "boolean" ? code === 1 : column.categories[code];
}
/** A number of days as `2024-01-31`, with the time where there is one. */
function showDay(days) {
	const date = new Date(Math.round(days * DAY$1));
	if (Number.isNaN(date.getTime())) return String(days);
	const text = date.toISOString();
	return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.replace(/\.000Z$/, "Z");
}
/** Whether the value in a row is missing. */
function isMissing(column, row) {
	return "values" in column ? Number.isNaN(column.values[row]) : column.codes[row] < 0;
}
/** How many values are missing. */
function countMissing(column) {
	let count = 0;
	for (let i = 0; i < column.length; i++) if (isMissing(column, i)) count++;
	return count;
}
/** The column at some of its rows. */
function takeRows(column, rows) {
	const { length } = rows;
	if ("values" in column) {
		const values = new Float64Array(length);
		for (let i = 0; i < length; i++) values[i] = column.values[rows[i]];
		return {
			...column,
			length,
			values
		};
	}
	const codes = new Int32Array(length);
	for (let i = 0; i < length; i++) codes[i] = column.codes[rows[i]];
	return {
		...column,
		length,
		codes
	};
}
/** A column of numbers. */
function numericColumn(name, values, reason = "made of numbers") {
	return {
		name,
		type: "numeric",
		length: values.length,
		reason,
		values
	};
}
/** A column of texts, `null` where one is missing. */
function codedColumn(name, type, texts, reason = "made of texts") {
	const categories = [...new Set(texts)].filter((text) => text !== null).sort(compareText);
	const codeOf = new Map(categories.map((text, code) => [text, code]));
	const codes = Int32Array.from(texts, (text) => codeOf.get(text) ?? -1);
	return {
		name,
		type,
		length: codes.length,
		reason,
		codes,
		categories
	};
}
/** Orders texts by their code points, as Python does; JavaScript's own order is that of UTF-16 units. */
function compareText(a, b) {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const x = a.charCodeAt(i);
		const y = b.charCodeAt(i);
		if (x === y) continue;
		const high = (unit) => unit >= 55296 && unit <= 57343;
		return high(x) === high(y) ? x - y : high(x) ? 1 : -1;
	}
	return a.length - b.length;
}
// packages/data/src/table/from-rows.ts
init_src$1();
init_src();
const DAY = 864e5;
/** Typed columns of plain values; a key that an object lacks is missing there. */
function columnsFrom(rows) {
	if (typeof rows !== "object" || rows === null) throw new ArgumentError(`Table.from: expects a list of objects or an object of arrays, got ${describe$3(rows)}`);
	if (!Array.isArray(rows)) return Object.entries(rows).map(([name, values]) => {
		if (typeof values !== "object" || values === null || typeof values.length !== "number") throw new ArgumentError(`Table.from: "${clean(name)}" must be an array of values, got ${describe$3(values)}`);
		return columnFrom(name, values);
	});
	const names = /* @__PURE__ */ new Set();
	for (const [i, row] of rows.entries()) {
		if (typeof row !== "object" || row === null || Array.isArray(row)) throw new ArgumentError(`Table.from: row ${i} must be an object, got ${describe$3(row)}`);
		for (const name of Object.keys(row)) names.add(name);
	}
	return [...names].map((name) => columnFrom(name, rows.map((row) => Object.hasOwn(row, name) ? row[name] : null)));
}
/** A column of plain values: numbers, texts, booleans or dates; `null`, `undefined` and NaN are missing. */
function columnFrom(name, values) {
	if (ArrayBuffer.isView(values) && !(values instanceof BigInt64Array || values instanceof BigUint64Array)) return numericColumn(name, Float64Array.from(values));
	const { length } = values;
	const missing = (value) => value === null || value === void 0 || Number.isNaN(value);
	let kind;
	for (let i = 0; i < length; i++) {
		if (missing(values[i])) continue;
		const found = values[i] instanceof Date ? "date" : typeof values[i];
		if (![
			"number",
			"string",
			"boolean",
			"date"
		].includes(found)) throw new ArgumentError(`Table.from: "${clean(name)}", row ${i}: ${describe$3(values[i])} is no value of a table`);
		kind ??= found;
		if (found !== kind) throw new ShapeError(`Table.from: "${clean(name)}" is of ${kind}s, but row ${i} has ${describe$3(values[i])}`);
	}
	const all = Array.from({ length }, (_, i) => missing(values[i]) ? null : values[i]);
	if (kind === "string") return texts(name, all);
	if (kind === "boolean") return {
		name,
		type: "boolean",
		length,
		reason: "made of booleans",
		codes: Int32Array.from(all, (value) => value === null ? -1 : value ? 1 : 0),
		categories: ["false", "true"]
	};
	const numbers = Float64Array.from(all, (value) => value === null ? NaN : value instanceof Date ? value.getTime() / DAY : value);
	if (kind === "date") return {
		name,
		type: "date",
		length,
		reason: "made of dates",
		values: numbers
	};
	return numericColumn(name, numbers, kind === void 0 ? "every value is missing" : void 0);
}
function texts(name, all) {
	const column = codedColumn(name, "categorical", all);
	return looksLikeText(column.categories.length, all.length) ? {
		...column,
		type: "text"
	} : column;
}
/** Whether so many different texts are rather texts than categories. */
function looksLikeText(distinct, rows) {
	return distinct > 20 && distinct > rows / 2;
}
// packages/data/src/table/labels-of.ts
init_src$1();
init_src();
/** The labels in a column; throws where one is missing, and where they are none. */
function labelsOf(column, source) {
	const place = `column "${clean(column.name)}"`;
	if (column.type === "date") throw new ArgumentError(`labels: ${place} holds dates, not classes`);
	const labels = new Array(column.length);
	for (let row = 0; row < column.length; row++) {
		if (isMissing(column, row)) {
			const line = source.lines?.[row];
			const where = line === void 0 ? `row ${row}` : `${source.name ?? ""} line ${line}`.trim();
			throw new ArgumentError(`${where}, ${place}: the label is missing; table.dropMissing(${JSON.stringify(clean(column.name))}) leaves such rows out`);
		}
		labels[row] = cellOf(column, row);
	}
	return labels;
}
// packages/data/src/table/print.ts
init_src$1();
const MOST_ROWS = 60;
const ENDS = 5;
const WIDTH = 80;
/** A table as pandas prints it: the first and last five rows of a long one, the first and last columns of a wide one. */
function printTable(columns, rows) {
	const size = `[${rows} rows x ${columns.length} columns]`;
	if (columns.length === 0 || rows === 0) return `Empty table\nColumns: [${columns.map(({ name }) => clean(name)).join(", ")}]\nRows: ${rows}`;
	const long = rows > MOST_ROWS;
	const shown = Array.from({ length: long ? 10 : rows }, (_, i) => long && i >= ENDS ? rows - 10 + i : i);
	const index = lay(["", ...shown.map(String)], "left", long);
	const texts = /* @__PURE__ */ new Map();
	const laid = (j) => {
		const known = texts.get(j) ?? lay([clean(columns[j].name), ...cells(columns[j], shown)], "right", long);
		texts.set(j, known);
		return known;
	};
	const { chosen, wide } = chooseColumns(columns.length, (j) => laid(j)[0].length + 2, WIDTH - index[0].length);
	const parts = [index, ...chosen.map((j) => j < 0 ? index.map(() => "...") : laid(j))];
	const lines = index.map((_, i) => parts.map((part) => part[i]).join("  "));
	return long || wide ? `${lines.join("\n")}\n\n${size}` : lines.join("\n");
}
/** Columns that fit the width, from both ends; -1 stands for those left out. */
function chooseColumns(count, widthOf, width) {
	let total = 0;
	let fit = 0;
	while (fit < count && total + widthOf(fit) <= width) total += widthOf(fit++);
	if (fit === count) return {
		chosen: Array.from({ length: count }, (_, j) => j),
		wide: false
	};
	const left = [];
	const right = [];
	let room = width - 5;
	for (let k = 0; k < count; k++) {
		const j = k % 2 === 0 ? k / 2 : count - (k + 1) / 2;
		room -= widthOf(j);
		if (room < 0 && k > 1) break;
		if (k % 2 === 0) left.push(j);
		else right.unshift(j);
	}
	return {
		chosen: [
			...left,
			-1,
			...right
		],
		wide: true
	};
}
/** Values as texts, numbers with as many decimals as the one that needs most, up to six. */
function cells(column, rows) {
	if ("codes" in column) {
		const spell = (row) => column.codes[row] < 0 ? "NaN" : column.type === "boolean" ? column.codes[row] === 1 ? "True" : "False" : clean(column.categories[column.codes[row]]);
		return rows.map(spell);
	}
	const { values } = column;
	if (column.type === "date") return rows.map((row) => isMissing(column, row) ? "NaT" : showDay(values[row]));
	const finite = rows.map((row) => values[row]).filter(Number.isFinite);
	const whole = values.every(Number.isInteger);
	const extreme = finite.some((value) => Math.abs(value) >= 0x38d7ea4c68000 || value !== 0 && Math.abs(value) < 1e-4);
	let digits = 1;
	for (const value of finite) while (digits < 6 && Number(value.toFixed(digits)) !== Number(value.toFixed(6))) digits++;
	return rows.map((row) => {
		const value = values[row];
		if (Number.isNaN(value)) return "NaN";
		if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
		if (whole && Math.abs(value) < 0x38d7ea4c68000) return String(value);
		return extreme ? value.toExponential(6).replace(/e([+-])(\d)$/, "e$10$2") : value.toFixed(digits);
	});
}
/** The texts of a column, all of one width, with dots in the middle of a long one. */
function lay(texts, side, dots) {
	const all = dots ? [
		...texts.slice(0, 6),
		side === "left" ? ".." : "...",
		...texts.slice(6)
	] : texts;
	const width = all.reduce((most, text) => Math.max(most, text.length), 0);
	return all.map((text) => side === "left" ? text.padEnd(width) : text.padStart(width));
}
/** Lines of texts in columns, two spaces apart. */
function grid(rows, side) {
	const columns = rows[0].map((_, j) => lay(rows.map((row) => clean(row[j])), side, false));
	return rows.map((_, i) => columns.map((column) => column[i]).join("  ").trimEnd()).join("\n");
}
// packages/data/src/table/summary.ts
init_src$1();
/** The summaries of a table's columns; prints as a table. */
var TableSummary = class {
	/** One for each column, in order. */
	columns;
	/** The number of rows. */
	rows;
	constructor(columns, rows) {
		this.columns = columns;
		this.rows = rows;
	}
	/** The summary as a table of text, a line for each column. */
	toString() {
		const cells = this.columns.map((column) => [
			column.name,
			column.type,
			String(column.missing),
			String(column.distinct),
			column.range === null ? "" : column.range.map((value) => showValue(column.type, value)).join(" to "),
			column.examples.join(", "),
			column.reason
		]);
		return `${this.rows} rows\n${grid([[
			"column",
			"type",
			"missing",
			"distinct",
			"range",
			"examples",
			"reason"
		], ...cells], "left")}`;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return this.toString();
	}
};
/** What there is to say about a column. */
function summarize(column) {
	const { name, type, reason } = column;
	if ("codes" in column) {
		const counts = new Int32Array(column.categories.length);
		let missing = 0;
		for (const code of column.codes) if (code < 0) missing++;
		else counts[code]++;
		const present = Array.from(counts.keys()).filter((code) => counts[code] > 0);
		const examples = [...present].sort((a, b) => counts[b] - counts[a] || a - b).slice(0, 3).map((code) => `${clean(column.categories[code])} (${counts[code]})`);
		return {
			name,
			type,
			reason,
			missing,
			distinct: present.length,
			range: null,
			mean: null,
			examples
		};
	}
	const seen = /* @__PURE__ */ new Set();
	let missing = 0;
	let least = Number.POSITIVE_INFINITY;
	let greatest = Number.NEGATIVE_INFINITY;
	let sum = 0;
	for (const value of column.values) {
		if (Number.isNaN(value)) {
			missing++;
			continue;
		}
		seen.add(value);
		if (value < least) least = value;
		if (value > greatest) greatest = value;
		sum += value;
	}
	const count = column.length - missing;
	const examples = [...seen].slice(0, 3).map((value) => showValue(type, value));
	const range = count === 0 ? null : [least, greatest];
	const mean = type === "numeric" && count > 0 ? sum / count : null;
	return {
		name,
		type,
		reason,
		missing,
		distinct: seen.size,
		range,
		mean,
		examples
	};
}
function showValue(type, value) {
	return type === "date" ? showDay(value) : String(value);
}
// packages/data/src/table/table.ts
init_src$1();
init_src();
/**
* Typed columns of equal length, with names: numbers, categories, truth values, dates and texts, where values may be
* missing. `readCsv` gives one, `Table.from` makes one of rows. A table never changes; its methods give new ones.
*
* @throws `ArgumentError` and `ShapeError` where columns differ in length or share a name, or a column is asked for that
* is not there.
* @example
* ```ts
* import { Table } from '@kindling/data';
*
* const table = Table.from([{ age: 31, town: 'Ulm' }, { age: null, town: 'Bonn' }, { age: 52, town: 'Ulm' }]);
* console.log(String(table));
* // =>     age  town
* // => 0  31.0   Ulm
* // => 1   NaN  Bonn
* // => 2  52.0   Ulm
* console.log(table.sortBy('age').get(1, 'town'), table.column('town').type); // => Ulm categorical
* ```
*/
var Table = class Table {
	/** The number of rows. */
	rows;
	/** The columns in order. */
	columns;
	/** What a person should know about the file that it came from. */
	warnings;
	/** How the file was read that it came from. */
	source;
	byName;
	constructor(columns, { warnings = [], source = {} } = {}) {
		if (!Array.isArray(columns)) throw new ArgumentError(`Table: expects a list of columns, got ${describe$3(columns)}`);
		this.columns = columns;
		this.rows = columns[0]?.length ?? 0;
		this.warnings = warnings;
		this.source = source;
		this.byName = new Map(columns.map((column) => [column.name, column]));
		const odd = columns.find(({ length }) => length !== this.rows);
		if (odd !== void 0) throw new ShapeError(`Table: column "${clean(odd.name)}" has ${odd.length} rows, the first one ${this.rows}`);
		if (this.byName.size < columns.length) {
			const seen = /* @__PURE__ */ new Set();
			const twice = columns.find(({ name }) => seen.size === seen.add(name).size);
			throw new ArgumentError(`Table: two columns are called "${clean(twice.name)}"`);
		}
	}
	/** A table of objects with a key for each column, or of one object with an array for each. */
	static from(rows) {
		return new Table(columnsFrom(rows));
	}
	/** The columns' names in order. */
	get columnNames() {
		return this.columns.map(({ name }) => name);
	}
	/** The numbers of rows and columns. */
	get shape() {
		return [this.rows, this.columns.length];
	}
	/** Whether there is a column of this name. */
	has(name) {
		return this.byName.has(name);
	}
	/** The column of this name. */
	column(name) {
		const column = this.byName.get(name);
		if (column === void 0) throw new ArgumentError(`Table: ${noColumn(name, this.columnNames)}`);
		return column;
	}
	/** The value in a row (from 0) and column; `null` where it is missing. */
	get(row, column) {
		this.checkRow(row);
		return cellOf(this.column(column), row);
	}
	/** A row (from 0) as an object. */
	row(row) {
		this.checkRow(row);
		return Object.fromEntries(this.columns.map((column) => [column.name, cellOf(column, row)]));
	}
	/** All rows as objects. */
	toRows() {
		return Array.from({ length: this.rows }, (_, row) => this.row(row));
	}
	/** The columns of these names, in this order. */
	select(...names) {
		return this.withColumns(names.flat().map((name) => this.column(name)));
	}
	/** All columns but these. */
	drop(...names) {
		const dropped = new Set(names.flat().map((name) => this.column(name)));
		return this.withColumns(this.columns.filter((column) => !dropped.has(column)));
	}
	/** The first rows. */
	head(count = 5) {
		return this.take(range$1(0, Math.min(this.rows, checkCount$1("head", count))));
	}
	/** The last rows. */
	tail(count = 5) {
		return this.take(range$1(Math.max(0, this.rows - checkCount$1("tail", count)), this.rows));
	}
	/** These rows (from 0), in this order. */
	take(rows) {
		for (let i = 0; i < rows.length; i++) this.checkRow(rows[i]);
		const { lines } = this.source;
		const source = lines === void 0 ? this.source : {
			...this.source,
			lines: Int32Array.from(rows, (row) => lines[row])
		};
		const { warnings } = this;
		if (this.columns.length === 0) return new Table([], {
			warnings,
			source
		});
		return new Table(this.columns.map((column) => takeRows(column, rows)), {
			warnings,
			source
		});
	}
	/** The rows for which a function says true; it gets each as an object, and its number. */
	filter(keep) {
		if (typeof keep !== "function") throw new ArgumentError(`Table.filter: expects a function, got ${describe$3(keep)}`);
		return this.take(range$1(0, this.rows).filter((row) => keep(this.row(row), row)));
	}
	/** The rows in the order of a column's values, equal ones as they were, missing ones last. */
	sortBy(name, options = {}) {
		checkOptions$1(ArgumentError, "Table.sortBy", options, { descending: 1 });
		const column = this.column(name);
		const sign = options.descending ? -1 : 1;
		const compare = "values" in column ? (a, b) => column.values[a] - column.values[b] : (a, b) => compareText(column.categories[column.codes[a]], column.categories[column.codes[b]]);
		const missing = (row) => isMissing(column, row);
		const present = range$1(0, this.rows).filter((row) => !missing(row));
		present.sort((a, b) => sign * compare(a, b) || a - b);
		return this.take([...present, ...range$1(0, this.rows).filter(missing)]);
	}
	/** Some rows drawn at random without repetition, or a share of them between 0 and 1. */
	sample(count, options = {}) {
		checkOptions$1(ArgumentError, "Table.sample", options, { randomState: 1 });
		const rows = count > 0 && count < 1 ? Math.round(count * this.rows) : checkCount$1("sample", count);
		if (rows > this.rows) throw new ArgumentError(`Table.sample: ${rows} rows of ${this.rows}`);
		return this.take(randomSource(options.randomState).permutation(this.rows).subarray(0, rows));
	}
	/** The rows that have a value in these columns; in all columns where none is named. */
	dropMissing(...names) {
		const columns = names.length === 0 ? this.columns : names.flat().map((name) => this.column(name));
		return this.take(range$1(0, this.rows).filter((row) => columns.every((column) => !isMissing(column, row))));
	}
	/** The table with a column added at the end, or in the place of the one of its name. */
	with(column) {
		const at = this.columns.findIndex(({ name }) => name === column.name);
		return this.withColumns(at < 0 ? [...this.columns, column] : this.columns.with(at, column));
	}
	/**
	* A label for each row from a column: numbers, truth values or texts. Throws where one is missing, naming its line, and
	* where the column holds dates, or texts that a wrong delimiter left whole.
	*/
	labels(name) {
		return labelsOf(this.column(name), this.source);
	}
	/** All columns as one matrix, row after row; throws where one is neither numeric nor boolean nor a date. */
	toMatrix() {
		const { rows, columns } = this;
		const data = new Float64Array(rows * columns.length);
		for (const [j, column] of columns.entries()) {
			if (column.type === "categorical" || column.type === "text") {
				const [first] = column.categories;
				throw new ArgumentError(`Table: column "${clean(column.name)}" is ${column.type}${first === void 0 ? "" : ` ("${clean(first)}")`}, not numeric; encode it or leave it out`);
			}
			const values = "values" in column ? column.values : column.codes;
			for (let i = 0, at = j; i < rows; i++, at += columns.length) data[at] = values[i];
			if ("codes" in column) {
				for (let i = 0; i < rows; i++) if (column.codes[i] < 0) data[i * columns.length + j] = NaN;
			}
		}
		return {
			data,
			rows,
			columns: columns.length
		};
	}
	/** A table of the same names with the numbers of a matrix: how a transformer gives back what it was given. */
	fromMatrix({ data, rows, columns }, names = this.columnNames) {
		const made = names.map((name, j) => {
			const values = new Float64Array(rows);
			for (let i = 0, at = j; i < rows; i++, at += columns) values[i] = data[at];
			return numericColumn(name, values);
		});
		return new Table(made, {
			warnings: this.warnings,
			source: this.source
		});
	}
	/** Type, missing values, range and examples of each column, and why it has its type. */
	describe() {
		return new TableSummary(this.columns.map((column) => summarize(column)), this.rows);
	}
	/** How many values are missing, by column. */
	missing() {
		return Object.fromEntries(this.columns.map((column) => [column.name, countMissing(column)]));
	}
	/** The table as pandas prints one. */
	toString() {
		return printTable(this.columns, this.rows);
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return this.toString();
	}
	withColumns(columns) {
		return new Table(columns, {
			warnings: this.warnings,
			source: this.source
		});
	}
	checkRow(row) {
		if (!(Number.isInteger(row) && row >= 0 && row < this.rows)) throw new ArgumentError(`Table: there is no row ${String(row)}; there are ${this.rows}, from 0`);
	}
};
/** `no column "Age"; did you mean "age"?`, or the names that there are. */
function noColumn(name, names) {
	if (typeof name !== "string") return `expects the name of a column, got ${describe$3(name)}`;
	const near = nearest(name, names.slice(0, 1e3));
	if (near !== void 0) return `no column "${clean(name)}"; did you mean "${clean(near)}"?`;
	const shown = names.slice(0, 20).map(clean).join(", ");
	return `no column "${clean(name)}"; there are: ${shown}${names.length > 20 ? `, … (${names.length} in all)` : ""}`;
}
function range$1(from, to) {
	return Int32Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
function checkCount$1(where, count) {
	if (Number.isSafeInteger(count) && count >= 0) return count;
	throw new ArgumentError(`Table.${where}: expects a whole number of rows, 0 or more, got ${describe$3(count)}`);
}
// packages/data/src/csv/decode.ts
init_src$1();
init_src();
const KNOWN = [
	"utf-8",
	"utf-16le",
	"utf-16be",
	"latin1",
	"windows-1252"
];
const BLOCK = 1 << 20;
/** The encoding that a mark at the start of a file names, or the one that is asked for. */
function encodingOf(bytes, asked) {
	if (asked !== void 0 && !KNOWN.includes(asked)) throw new ArgumentError(`readCsv: encoding must be one of ${KNOWN.join(", ")}, got ${clean(String(asked))}`);
	const [a, b, c] = bytes;
	if (a === 255 && b === 254 && (asked === void 0 || asked === "utf-16le")) return {
		encoding: "utf-16le",
		mark: 2
	};
	if (a === 254 && b === 255 && (asked === void 0 || asked === "utf-16be")) return {
		encoding: "utf-16be",
		mark: 2
	};
	return {
		encoding: asked ?? "utf-8",
		mark: a === 239 && b === 187 && c === 191 && (asked ?? "utf-8") === "utf-8" ? 3 : 0
	};
}
/** A file's bytes as valid UTF-8 without a mark; throws where they are not valid in their encoding. */
function toUtf8(bytes, asked, name) {
	const { encoding, mark } = encodingOf(bytes, asked);
	const body = bytes.subarray(mark);
	if (encoding === "utf-8") {
		checkUtf8(body, name);
		return {
			bytes: body,
			encoding
		};
	}
	if (encoding === "latin1") {
		const high = body.reduce((count, byte) => count + (byte >> 7), 0);
		const out = new Uint8Array(body.length + high);
		let at = 0;
		for (const byte of body) if (byte < 128) out[at++] = byte;
		else {
			out[at++] = 192 | byte >> 6;
			out[at++] = 128 | byte & 63;
		}
		return {
			bytes: out,
			encoding
		};
	}
	const decoder = new TextDecoder(encoding, {
		fatal: true,
		ignoreBOM: true
	});
	try {
		const text = decoder.decode(body);
		return {
			bytes: new TextEncoder().encode(encoding === "windows-1252" ? withWindows1252(text) : text),
			encoding
		};
	} catch {
		throw new CsvError(name, null, null, `the bytes are not valid ${encoding.toUpperCase()}`);
	}
}
/** What windows-1252 has from 0x80 to 0x9f; five of the bytes are what they are in latin1. */
const WINDOWS_1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
/** Node 20.19 decodes windows-1252 as latin1; text that was decoded rightly stays as it is. */
function withWindows1252(text) {
	return text.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 128]);
}
function checkUtf8(bytes, name) {
	const decoder = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	});
	try {
		for (let i = 0; i < bytes.length; i += BLOCK) decoder.decode(bytes.subarray(i, i + BLOCK), { stream: true });
		decoder.decode();
	} catch {
		const at = firstInvalid(bytes);
		throw new CsvError(name, lineAt(bytes, at), null, `the byte ${`0x${bytes[at].toString(16).padStart(2, "0")}`} is not valid UTF-8; where the file came from Windows, say encoding: 'windows-1252' (or 'latin1')`);
	}
}
/** The place of the first byte that begins no valid UTF-8 sequence. */
function firstInvalid(bytes) {
	const tail = (at) => (bytes[at] ?? 0) >> 6 === 2;
	let i = 0;
	while (i < bytes.length) {
		const a = bytes[i];
		const b = bytes[i + 1] ?? 0;
		if (a < 128) i += 1;
		else if (a >= 194 && a <= 223 && tail(i + 1)) i += 2;
		else if (a >> 4 === 14 && tail(i + 1) && tail(i + 2) && !(a === 224 && b < 160) && !(a === 237 && b > 159)) i += 3;
		else if (a >= 240 && a <= 244 && tail(i + 1) && tail(i + 2) && tail(i + 3) && !(a === 240 && b < 144) && !(a === 244 && b > 143)) i += 4;
		else return i;
	}
	return bytes.length - 1;
}
/** The line, from 1, of a byte. */
function lineAt(bytes, at) {
	let line = 1;
	for (let i = 0; i < at; i++) if (bytes[i] === 10 || bytes[i] === 13 && bytes[i + 1] !== 10) line++;
	return line;
}
// packages/data/src/csv/date-text.ts
const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?: ?(Z|UTC|[+-]\d\d:?\d\d))?)?$/;
const LOCAL = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?$/;
/** Days since 1970-01-01 (UTC), with the time as a fraction; `undefined` where the text is no date of that order. */
function daysOf(text, order) {
	const match = (order === "ymd" ? ISO : LOCAL).exec(text);
	if (match === null) return void 0;
	const [, a, , b, c, hour = "0", minute = "0", second = "0", part = "0", zone = "Z"] = match;
	const [year, month, day] = order === "ymd" ? [
		a,
		b,
		c
	] : order === "dmy" ? [
		c,
		b,
		a
	] : [
		c,
		a,
		b
	];
	const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
	const date = new Date(time);
	if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day) || Number(year) < 100) return void 0;
	if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return void 0;
	const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second) + Number(part) - offsetOf(zone);
	return time / 864e5 + seconds / 86400;
}
function offsetOf(zone) {
	if (zone === "Z" || zone === "UTC") return 0;
	return (zone.startsWith("-") ? -1 : 1) * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60);
}
/** The order in which all texts are dates; `ambiguous` where two are possible, `undefined` where none is. */
function dateOrder(texts) {
	if (texts.length === 0) return void 0;
	const all = (order) => texts.every((text) => daysOf(text, order) !== void 0);
	if (all("ymd")) return "ymd";
	const dmy = all("dmy");
	const mdy = all("mdy");
	if (dmy && mdy) return texts.every((text) => text.includes(".")) ? "dmy" : "ambiguous";
	return dmy ? "dmy" : mdy ? "mdy" : void 0;
}
// packages/data/src/csv/number-text.ts
const POINT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const COMMA = /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:e[+-]?\d+)?$/i;
/** Groups of three digits, and what parts them. */
const GROUPED = {
	".": /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,
	",": /^[+-]?[1-9]\d{0,2}(?:[.\u00a0\u202f ']\d{3})+(?:,\d*)?$/
};
const INFINITE = /^[+-]?inf(?:inity)?$/i;
/** The number that a text spells in decimal, with this mark before its fraction; `undefined` where it spells none. */
function numberOf(text, decimal = ".") {
	if (decimal === ".") {
		if (POINT.test(text)) return Number(text);
	} else if (COMMA.test(text)) return Number(text.replace(",", "."));
	else if (GROUPED[","].test(text)) return Number(text.replace(/[.\u00a0\u202f ']/g, "").replace(",", "."));
	if (INFINITE.test(text)) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
/** Whether digits are grouped by thousands marks, where `decimal` stands before a fraction. */
function isGrouped(text, decimal) {
	return GROUPED[decimal].test(text);
}
// packages/data/src/csv/infer.ts
init_src$1();
const TRUE = /* @__PURE__ */ new Set([
	"true",
	"t",
	"yes",
	"y",
	"1"
]);
const FALSE = /* @__PURE__ */ new Set([
	"false",
	"f",
	"no",
	"n",
	"0"
]);
/** A column of the type that its texts show. */
function inferColumn(column, context) {
	const { name, codes, texts } = column;
	const used = new Uint8Array(texts.length);
	for (const code of codes) if (code >= 0) used[code] = 1;
	const distinct = texts.filter((_, code) => used[code] === 1);
	if (distinct.length === 0) return numeric(column, () => NaN, "every value is missing");
	if (distinct.every((text) => /^(?:true|false)$/i.test(text)) && new Set(distinct.map((t) => t.toLowerCase())).size === distinct.length) return toBoolean(column, "true and false");
	const fixed = numbersOf(column, distinct, context);
	if (fixed !== void 0) return fixed;
	const order = dateOrder(distinct);
	if (order === "ambiguous") context.warn(`column "${clean(name)}" has dates whose day and month cannot be told apart, as "${clean(distinct[0])}"; declare it with types and dateOrder`, name);
	else if (order !== void 0) return {
		...numeric(column, (text) => daysOf(text, order), `dates such as ${clean(distinct[0])}`),
		type: "date"
	};
	warnOfSpellings(name, distinct, context);
	warnOfOddOnes(column, distinct, context);
	const count = codes.length;
	return toCoded(column, looksLikeText(distinct.length, count) ? "text" : "categorical", `${distinct.length} different texts in ${count} rows`);
}
/** A column of numbers in other spellings: percents, thousands, decimal commas, whole numbers too wide; or none. */
function numbersOf(column, distinct, context) {
	const { name } = column;
	const { decimal } = context;
	if (distinct.every((text) => numberOf(text, decimal) !== void 0)) {
		if (column.wide) return toCoded(column, "text", "whole numbers beyond 2^53, which no number can hold: ids");
		const width = distinct[0].length;
		if (column.zeroLed && distinct.length > 1 && distinct.every((text) => /^\d+$/.test(text) && text.length === width)) return toCoded(column, looksLikeText(distinct.length, column.codes.length) ? "text" : "categorical", `codes of ${width} digits, some with a leading zero`);
		return numeric(column, (text) => numberOf(text, decimal), "every value is a number");
	}
	if (distinct.every((text) => text.endsWith("%") && numberOf(text.slice(0, -1).trim(), decimal) !== void 0)) return numeric(column, (text) => numberOf(text.slice(0, -1).trim(), decimal) / 100, "percents, as shares: 5% is 0.05");
	const grouped = distinct.filter((text) => isGrouped(text, "."));
	const commas = distinct.every((text) => numberOf(text, ",") !== void 0);
	if (decimal === "." && grouped.length > 0 && distinct.every((text) => isGrouped(text, ".") || numberOf(text) !== void 0)) {
		if (context.points || context.decimalGiven || distinct.some((text) => /,\d{3}[,.]/.test(text) || /^\d{1,3}\.\d/.test(text))) return numeric(column, (text) => Number(text.replaceAll(",", "")), "numbers with marks between thousands");
	}
	if (decimal === "." && !context.decimalGiven && commas) {
		if (context.commas) return numeric(column, (text) => numberOf(text, ","), "numbers with a decimal comma");
		context.warn(`column "${clean(name)}": every value looks like a number with a decimal comma, as "${clean(distinct[0])}"; say decimal: ',', or '.' where the comma marks thousands`, name);
	}
}
/** A declared column; `fail` is told of what does not fit. */
function declaredColumn(column, type, decimal, dates, fail) {
	const bad = (fits, wanted) => {
		const wrong = new Set(column.texts.flatMap((text, code) => fits(text) ? [] : [code]));
		const row = wrong.size === 0 ? -1 : column.codes.findIndex((code) => wrong.has(code));
		if (row >= 0) fail(column.texts[column.codes[row]], row, wanted);
	};
	if (type === "categorical" || type === "text") return toCoded(column, type, "as declared");
	if (type === "boolean") {
		bad((text) => TRUE.has(text.toLowerCase()) || FALSE.has(text.toLowerCase()), "true or false");
		return toBoolean(column, "as declared");
	}
	if (type === "date") {
		const order = dates ?? dateOrder(column.texts);
		const known = order === "ambiguous" || order === void 0 ? "ymd" : order;
		bad((text) => daysOf(text, known) !== void 0, "a date");
		return {
			...numeric(column, (text) => daysOf(text, known) ?? NaN, "as declared"),
			type: "date"
		};
	}
	const value = (text) => numberOf(text, decimal) ?? (decimal === "." && isGrouped(text, ".") ? Number(text.replaceAll(",", "")) : void 0);
	bad((text) => value(text) !== void 0, "a number");
	return numeric(column, (text) => value(text) ?? NaN, "as declared");
}
function numeric({ name, codes, texts }, spelled, reason) {
	const byCode = texts.map(spelled);
	const values = Float64Array.from(codes, (code) => code < 0 ? NaN : byCode[code]);
	return {
		name,
		type: "numeric",
		length: codes.length,
		reason,
		values
	};
}
function toBoolean({ name, codes, texts }, reason) {
	const truth = texts.map((text) => TRUE.has(text.toLowerCase()) ? 1 : 0);
	const spelling = (value, usual) => texts.find((_, code) => truth[code] === value) ?? usual;
	return {
		name,
		type: "boolean",
		length: codes.length,
		reason,
		codes: codes.map((code) => code < 0 ? -1 : truth[code]),
		categories: [spelling(0, "false"), spelling(1, "true")]
	};
}
function toCoded({ name, codes, texts }, type, reason) {
	const used = new Uint8Array(texts.length);
	for (const code of codes) if (code >= 0) used[code] = 1;
	const order = Array.from(texts.keys()).filter((code) => used[code] === 1);
	order.sort((a, b) => compareText(texts[a], texts[b]));
	const place = new Int32Array(texts.length).fill(-1);
	for (const [i, code] of order.entries()) place[code] = i;
	return {
		name,
		type,
		length: codes.length,
		reason,
		codes: codes.map((code) => code < 0 ? -1 : place[code]),
		categories: order.map((code) => texts[code])
	};
}
/** Says which categories differ in case or spaces only. */
function warnOfSpellings(name, distinct, { warn }) {
	if (distinct.length > 1e3) return;
	const byPlain = /* @__PURE__ */ new Map();
	for (const text of distinct) {
		const plain = text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
		const before = byPlain.get(plain);
		if (before === void 0) byPlain.set(plain, text);
		else warn(`column "${clean(name)}": "${clean(before)}" and "${clean(text)}" differ in case or spaces only`, name);
	}
}
/** Says that a column would be one of numbers but for a few values. */
function warnOfOddOnes({ name, codes, texts }, distinct, { decimal, warn }) {
	const odd = new Set(distinct.filter((text) => numberOf(text, decimal) === void 0));
	if (odd.size === distinct.length) return;
	let count = 0;
	let first;
	for (const code of codes) {
		if (code < 0 || !odd.has(texts[code])) continue;
		count++;
		first ??= texts[code];
	}
	if (first === void 0 || count > codes.length / 10) return;
	warn(`column "${clean(name)}": all but ${count} of ${codes.length} values are numbers, as "${clean(first)}" is not; it is read as texts unless that is said to be missing`, name);
}
/** Whether a column's texts can only be numbers with a decimal comma: `0,5` and `1,25` mark no thousands. */
function provesComma(texts) {
	return texts.length > 0 && texts.every((text) => numberOf(text, ",") !== void 0) && texts.some((text) => text.includes(",") && !isGrouped(text, "."));
}
// packages/data/src/csv/names.ts
init_src$1();
/** Names for columns, all different: empty ones are called by their place, repeated ones get `.1`, `.2`, as in pandas. */
function uniqueNames(given, warn) {
	const taken = new Set(given.filter((name) => name !== ""));
	const seen = /* @__PURE__ */ new Set();
	const next = /* @__PURE__ */ new Map();
	return given.map((name, j) => {
		let chosen = name;
		if (name === "") {
			chosen = `unnamed ${j + 1}`;
			while (taken.has(chosen)) chosen += ".1";
			warn(`column ${j + 1} has no name, and is called "${chosen}"`);
		} else if (seen.has(name)) {
			let n = next.get(name) ?? 1;
			while (taken.has(`${name}.${n}`)) n++;
			next.set(name, n + 1);
			chosen = `${name}.${n}`;
			warn(`column ${j + 1} is another "${clean(name)}", and is called "${clean(chosen)}"`);
		}
		taken.add(chosen);
		seen.add(chosen);
		return chosen;
	});
}
// packages/data/src/csv/not-csv.ts
/** Files that are no tables of text, by their first bytes as Latin-1 text. */
const MAGIC = [
	["", "a gzip file; decompress it, as with stream.pipeThrough(new DecompressionStream(\"gzip\"))"],
	["BZh", "a bzip2 file; decompress it first"],
	["ý7zXZ\0", "an xz file; decompress it first"],
	["(µ/ý", "a zstd file; decompress it first"],
	["7z¼¯'", "a 7-Zip archive; unpack it first"],
	["Rar!\x07", "a RAR archive; unpack it first"],
	["PAR1", "a Parquet file; save it as CSV first"],
	["ARROW1", "an Arrow (Feather) file; save it as CSV first"],
	["FEA1", "a Feather file; save it as CSV first"],
	["ORC", "an ORC file; save it as CSV first"],
	["Obj", "an Avro file; save it as CSV first"],
	["NUMPY", "a NumPy array (.npy), not a CSV"],
	["HDF\r\n", "an HDF5 file, not a CSV"],
	["SQLite format 3\0", "an SQLite database; export a table as CSV first"],
	["ÐÏà¡±á", "an old Excel workbook or Office document; save the sheet as CSV first"],
	["PNG\r\n", "a PNG image, not a CSV"],
	["ÿØÿ", "a JPEG image, not a CSV"],
	["GIF87a", "a GIF image, not a CSV"],
	["GIF89a", "a GIF image, not a CSV"],
	["II*\0", "a TIFF image, not a CSV"],
	["MM\0*", "a TIFF image, not a CSV"],
	["%PDF-", "a PDF document, not a CSV"],
	["RDX2\n", "an R data file; save it with write.csv first"],
	["RDX3\n", "an R data file; save it with write.csv first"],
	["ELF", "a program, not a CSV"],
	["\0asm", "a WebAssembly module, not a CSV"],
	["{\\rtf", "an RTF document; save it as text first"],
	["version https://git-lfs", "a Git LFS pointer; fetch the file itself with git lfs pull"],
	["-----BEGIN", "a key or certificate, not a CSV"]
];
/** What bytes are when they are no CSV, in words that say what to do; `undefined` where they may be one. */
function whatElse(bytes) {
	const start = latin1(bytes.subarray(0, 4096));
	for (const [magic, what] of MAGIC) if (start.startsWith(magic)) return what;
	if (start.startsWith("PK") || start.startsWith("PK")) return whichZip(bytes, start);
	if (start.startsWith("RIFF")) {
		const kind = {
			WEBP: "a WebP image",
			WAVE: "a sound",
			"AVI ": "a film"
		}[start.slice(8, 12)];
		if (kind !== void 0) return `${kind}, not a CSV`;
	}
	if (start.startsWith("BM") && start.slice(6, 10) === "\0\0\0\0") return "a BMP image, not a CSV";
	if (start.slice(4, 8) === "ftyp") return "a film or an HEIC or AVIF image, not a CSV";
	if (start.slice(257, 262) === "ustar") return "a tar archive; unpack it first";
	if (bytes[0] === 128 && bytes[1] >= 2 && bytes[1] <= 5 && bytes.length > 2) return "a Python pickle; save the table with to_csv first";
	return whichText(start);
}
function whichZip(bytes, start) {
	const names = start + latin1(bytes.subarray(Math.max(0, bytes.length - 65536)));
	if (names.includes("word/")) return "a Word document, not a CSV";
	if (names.includes("ppt/")) return "a PowerPoint file, not a CSV";
	if (names.includes("xl/") || names.includes("[Content_Types].xml")) return "an Excel workbook (.xlsx); save the sheet as CSV first";
	if (names.includes("opendocument.spreadsheet")) return "an OpenDocument spreadsheet; save the sheet as CSV first";
	if (names.includes(".npy")) return "a NumPy archive (.npz), not a CSV";
	return "a zip archive, as an Excel workbook (.xlsx) is; unpack it, or save the sheet as CSV, first";
}
function whichText(start) {
	const text = start.replace(/^\xef\xbb\xbf/, "").trimStart();
	const lower = text.slice(0, 200).toLowerCase();
	if (/^<(!doctype html|html|head|body|table|script)[\s>]/.test(lower)) return "an HTML page, perhaps a login or an error in place of the file";
	if (lower.startsWith("<?xml") || lower.startsWith("<svg") || lower.startsWith("<!--")) return "an XML document, not a CSV";
	if (/^[[{]\s*(["{[\]}]|$)/.test(text) && !/^\[[^\]"{]*\]/.test(text)) return /^\{[^\n]*\}\s*\n\s*\{/.test(text) ? "JSON Lines; read it with readJsonLines" : "JSON; make a table of its rows with Table.from";
	const first = text.split(/\r\n?|\n/).find((line) => !/^\s*(%.*)?$/.test(line));
	if (first !== void 0 && /^\s*@relation\b/i.test(first)) return "an ARFF file (Weka); keep the lines after @data, and the names of its attributes as the header";
}
function latin1(bytes) {
	let text = "";
	for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
	return text;
}
const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const POWERS = /* @__PURE__ */ Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const LARGEST$1 = Number.MAX_SAFE_INTEGER;
/**
* Reads rows out of bytes in one pass: numbers into arrays, texts as numbers into a list of those that occur.
*
* The bytes are UTF-8 and end with a line end. Reading numbers digit by digit is exact as long as digits and power of ten
* are exact themselves (Clinger, 1990); other numbers are left to JavaScript.
*/
var Scan = class {
	layout;
	width;
	/** SKIP, NUMBERS or TEXTS for each column. */
	modes;
	flags;
	values;
	codes;
	dictionaries;
	/** The line of each row. */
	lines;
	rows = 0;
	/** The line that comes next. */
	line;
	/** Rows with other numbers of fields. */
	ragged = [];
	raggedCount = 0;
	/** Lines without any value, and lines that repeat the header. */
	emptyCount = 0;
	firstEmpty = 0;
	repeated = [];
	commentCount = 0;
	/** The bytes of the header's line, where repetitions of it are left out. */
	header;
	/** Where the row after the last one read begins. */
	at = 0;
	capacity;
	start = 0;
	end = 0;
	doubled = false;
	quoted = false;
	decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	lastText;
	lastCode;
	constructor(layout, modes, line, capacity) {
		const width = modes.length;
		this.layout = layout;
		this.width = width;
		this.modes = modes;
		this.line = line;
		this.capacity = capacity;
		this.flags = new Uint8Array(width);
		this.values = Array.from(modes, (mode) => new Float64Array(mode === 1 ? capacity : 0));
		this.codes = Array.from(modes, (mode) => new Int32Array(mode === 2 ? capacity : 0));
		this.dictionaries = Array.from(modes, () => ({
			texts: [],
			codeOf: /* @__PURE__ */ new Map()
		}));
		this.lines = new Int32Array(capacity);
		this.lastText = Array.from(modes, () => "");
		this.lastCode = new Int32Array(width).fill(-2);
	}
	/** Forgets the rows read so far, to go on with others. */
	reset() {
		this.rows = 0;
	}
	/** Reads the rows from `from` on, at most so many; returns whether bytes are left. */
	run(bytes, from, most = Number.POSITIVE_INFINITY) {
		const { delimiter, point, comment, looseComment } = this.layout;
		const { width, modes, flags } = this;
		const size = bytes.length;
		const spaced = delimiter === SPACE;
		let pos = from;
		let read = 0;
		while (pos < size && read < most) {
			const rowStart = pos;
			let c = bytes[pos];
			while ((c === SPACE || c === TAB && delimiter !== TAB) && pos < size) c = bytes[++pos];
			if (c === LF || c === CR) {
				pos += c === CR && bytes[pos + 1] === LF ? 2 : 1;
				this.line++;
				continue;
			}
			if (pos >= size) break;
			if (!spaced) pos = rowStart;
			if (bytes[rowStart] === comment) {
				const fields = this.countFields(bytes, rowStart);
				if (!looseComment || fields !== width || fields === 1) {
					this.commentCount++;
					pos = endOfLine(bytes, rowStart);
					this.line++;
					continue;
				}
			}
			if (this.header !== void 0 && bytes[rowStart] === this.header[0] && sameBytes(bytes, rowStart, this.header)) {
				this.repeated.push(this.line);
				pos = rowStart + this.header.length;
				this.line += countLines(this.header);
				continue;
			}
			if (this.rows === this.capacity) this.grow();
			const row = this.rows;
			const line = this.line;
			this.lines[row] = line;
			let column = 0;
			let any = false;
			for (;;) {
				const mode = column < width ? modes[column] : 0;
				if (mode === 1) {
					let p = pos;
					c = bytes[p];
					const negative = c === 45;
					if (negative || c === 43) c = bytes[++p];
					const whole = p;
					let m = 0;
					let d = c - 48;
					while (d >= 0 && d <= 9) {
						m = m * 10 + d;
						c = bytes[++p];
						d = c - 48;
					}
					let digits = p - whole;
					let fraction = 0;
					if (digits > 1 && bytes[whole] === 48) flags[column] |= 1;
					if (c === point) {
						const f = ++p;
						c = bytes[p];
						d = c - 48;
						while (d >= 0 && d <= 9) {
							m = m * 10 + d;
							c = bytes[++p];
							d = c - 48;
						}
						fraction = p - f;
						digits += fraction;
						flags[column] |= 2;
					}
					if (digits > 0 && m <= LARGEST$1 && fraction <= 22 && (c === delimiter || c === LF || c === CR)) {
						if (fraction > 0) m /= POWERS[fraction];
						this.values[column][row] = negative ? -m : m;
						any = true;
						pos = p;
					} else {
						pos = this.field(bytes, pos);
						if (this.end > this.start) any = true;
						this.number(bytes, column, row);
						c = bytes[pos];
					}
				} else {
					pos = this.field(bytes, pos);
					if (this.end > this.start) any = true;
					if (mode === 2) this.codes[column][row] = this.intern(bytes, column);
					c = bytes[pos];
				}
				column++;
				if (spaced && (c === SPACE || c === TAB)) {
					while (c === SPACE || c === TAB) c = bytes[++pos];
					if (c !== LF && c !== CR) continue;
				} else if (c === delimiter) {
					pos++;
					continue;
				}
				pos += c === CR && bytes[pos + 1] === LF ? 2 : 1;
				break;
			}
			this.line++;
			if (column !== width) {
				this.raggedCount++;
				if (this.ragged.length < 20) this.ragged.push({
					line,
					fields: column
				});
			} else if (!any && width > 1) {
				if (this.emptyCount++ === 0) this.firstEmpty = line;
			} else {
				this.rows++;
				read++;
			}
		}
		this.at = pos;
		return pos < size;
	}
	/** The fields of the row at `from` as texts. */
	textsAt(bytes, from) {
		const { delimiter } = this.layout;
		const spaced = delimiter === SPACE;
		const fields = [];
		let pos = from;
		if (spaced) while (bytes[pos] === SPACE || bytes[pos] === TAB) pos++;
		for (;;) {
			pos = this.field(bytes, pos);
			fields.push(this.text(bytes));
			let c = bytes[pos];
			if (spaced && (c === SPACE || c === TAB)) {
				while (c === SPACE || c === TAB) c = bytes[++pos];
				if (c !== LF && c !== CR) continue;
			} else if (c === delimiter) {
				pos++;
				continue;
			}
			this.line++;
			return {
				fields,
				next: pos + (c === CR && bytes[pos + 1] === LF ? 2 : 1)
			};
		}
	}
	countFields(bytes, from) {
		const { delimiter } = this.layout;
		let count = 1;
		for (let i = from; bytes[i] !== LF && bytes[i] !== CR; i++) if (bytes[i] === delimiter) count++;
		return count;
	}
	/** Finds the field at `pos`; returns where its delimiter or line end stands. */
	field(bytes, pos) {
		const { delimiter } = this.layout;
		const blank = (c) => c === SPACE || c === TAB && delimiter !== TAB;
		const spaced = delimiter === SPACE;
		while (blank(bytes[pos])) pos++;
		this.doubled = false;
		this.quoted = bytes[pos] === QUOTE;
		if (this.quoted) {
			const line = this.line;
			this.start = ++pos;
			const size = bytes.length;
			for (;;) {
				if (pos >= size) throw new CsvError(this.layout.name, line, null, "a quoted field is never closed");
				const c = bytes[pos];
				if (c === QUOTE) {
					if (bytes[pos + 1] !== QUOTE) break;
					this.doubled = true;
					pos++;
				} else if (c === LF || c === CR && bytes[pos + 1] !== LF) this.line++;
				pos++;
			}
			this.end = pos++;
			if (!spaced) while (blank(bytes[pos])) pos++;
			const c = bytes[pos];
			if (c !== delimiter && c !== LF && c !== CR && !(spaced && c === TAB)) throw new CsvError(this.layout.name, line, null, "a quoted field has text after its closing quote");
			return pos;
		}
		this.start = pos;
		let c = bytes[pos];
		while (c !== delimiter && c !== LF && c !== CR && !(spaced && c === TAB)) c = bytes[++pos];
		let end = pos;
		while (end > this.start && blank(bytes[end - 1])) end--;
		this.end = end;
		return pos;
	}
	/** The field that was found as text, without white space around it. */
	text(bytes) {
		const { start, end } = this;
		let text = "";
		if (end - start <= 32) {
			let i = start;
			for (; i < end; i++) {
				const c = bytes[i];
				if (c >= 128) break;
				text += String.fromCharCode(c);
			}
			if (i < end) text = this.decoder.decode(bytes.subarray(start, end));
		} else text = this.decoder.decode(bytes.subarray(start, end));
		if (this.doubled) text = text.replaceAll("\"\"", "\"");
		return text.trim();
	}
	intern(bytes, column) {
		if (this.start === this.end && this.layout.missing.has("")) return -1;
		const text = this.text(bytes);
		if (text === this.lastText[column] && this.lastCode[column] >= -1) return this.lastCode[column];
		const { texts, codeOf } = this.dictionaries[column];
		let code = codeOf.get(text);
		if (code === void 0) {
			code = this.layout.missing.has(text) ? -1 : texts.push(text) - 1;
			codeOf.set(text, code);
		}
		this.lastText[column] = text;
		this.lastCode[column] = code;
		return code;
	}
	/** Reads the field that was found as a number the slow way. */
	number(bytes, column, row) {
		if (this.start === this.end && this.layout.missing.has("")) {
			this.values[column][row] = NaN;
			return;
		}
		const text = this.text(bytes);
		if (this.layout.missing.has(text)) {
			this.values[column][row] = NaN;
			return;
		}
		const plain = this.layout.point === 46 ? text : text.replace(",", text.includes(".") ? "x" : ".");
		const value = NUMBER.test(plain) ? Number(plain) : NaN;
		if (Number.isNaN(value)) {
			this.flags[column] |= 8;
			this.modes[column] = 0;
			return;
		}
		if (!/[.e]/i.test(plain)) {
			if (!Number.isSafeInteger(value)) this.flags[column] |= 4;
			if (/^[+-]?0\d/.test(plain)) this.flags[column] |= 1;
		} else this.flags[column] |= 2;
		this.values[column][row] = value;
	}
	grow() {
		const capacity = Math.max(64, this.capacity * 2);
		for (let j = 0; j < this.width; j++) {
			if (this.modes[j] === 1) this.values[j] = extend(this.values[j], new Float64Array(capacity));
			if (this.modes[j] === 2) this.codes[j] = extend(this.codes[j], new Int32Array(capacity));
		}
		this.lines = extend(this.lines, new Int32Array(capacity));
		this.capacity = capacity;
	}
};
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
function extend(from, to) {
	to.set(from);
	return to;
}
function sameBytes(bytes, at, wanted) {
	if (at + wanted.length > bytes.length) return false;
	for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
	return true;
}
function countLines(bytes) {
	let lines = 0;
	for (let i = 0; i < bytes.length; i++) if (bytes[i] === LF || bytes[i] === CR && bytes[i + 1] !== LF) lines++;
	return lines;
}
/** Where the line after the one at `pos` begins. */
function endOfLine(bytes, pos) {
	while (bytes[pos] !== LF && bytes[pos] !== CR) pos++;
	return pos + (bytes[pos] === CR && bytes[pos + 1] === LF ? 2 : 1);
}
// packages/data/src/csv/sniff.ts
/** What can stand between fields where nobody says. */
const CANDIDATES = [
	",",
	";",
	"	",
	"|"
];
const SAMPLE = 200;
/** The first rows as texts; blank lines and comments are left out. */
function sampleRows(bytes, from, line, layout, count = SAMPLE) {
	const scan = new Scan(layout, /* @__PURE__ */ new Uint8Array(0), line, 0);
	const rows = [];
	let pos = from;
	while (pos < bytes.length && rows.length < count && (rows.length < 2 || pos - from < 1 << 20)) {
		const start = pos;
		const next = endOfLine(bytes, pos);
		if (isBlank(bytes, pos, next) || bytes[pos] === layout.comment && !layout.looseComment) {
			pos = next;
			scan.line++;
			continue;
		}
		const at = scan.line;
		const read = scan.textsAt(bytes, pos);
		pos = read.next;
		rows.push({
			fields: read.fields,
			line: at,
			from: start,
			to: pos
		});
	}
	return rows;
}
function isBlank(bytes, from, to) {
	for (let i = from; i < to; i++) if (bytes[i] > 32) return false;
	return true;
}
/** The number of fields that most rows have, and how many have it; the first of equals. */
function commonWidth(rows) {
	const counts = /* @__PURE__ */ new Map();
	for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
	let width = 1;
	let most = 0;
	for (const [found, count] of counts) if (count > most) {
		width = found;
		most = count;
	}
	return {
		width,
		share: rows.length === 0 ? 0 : most / rows.length
	};
}
/** What stands between the fields, guessed from the first rows; throws where two readings are as good. */
function sniffDelimiter(bytes, from, line, layout) {
	const tried = CANDIDATES.flatMap((delimiter) => {
		try {
			const rows = sampleRows(bytes, from, line, {
				...layout,
				delimiter: delimiter.charCodeAt(0)
			}, 50);
			return [{
				delimiter,
				rows,
				...commonWidth(rows)
			}];
		} catch (error) {
			if (error instanceof CsvError) return [];
			throw error;
		}
	});
	const fit = tried.filter(({ width, share }) => width > 1 && share >= .8);
	const comma = fit.find(({ delimiter }) => delimiter === ",");
	const others = fit.filter(({ delimiter }) => delimiter !== ",");
	if (comma !== void 0 && others.length > 0) {
		const best = others.reduce((a, b) => b.width > a.width ? b : a);
		const cut = (field) => /\d,\d/.test(field) && !/(?:^|\D),|,(?:\D|$)/.test(field);
		if (best.rows.slice(best.rows.length > 1 ? 1 : 0).every(({ fields }) => fields.every((field) => !field.includes(",") || cut(field)))) return best.delimiter;
	}
	const [first, second] = [...fit].sort((a, b) => b.width - a.width || b.share - a.share);
	if (first === void 0) {
		const loose = tried.filter(({ width }) => width > 1).sort((a, b) => b.share - a.share);
		if (loose[0] !== void 0 && loose[0].share >= .5) return loose[0].delimiter;
		if (splitBySpaces(bytes, from, line, layout)) return " ";
		const some = tried.filter(({ rows }) => rows.some(({ fields }) => fields.length > 1));
		return some.find(({ delimiter }) => delimiter === ",")?.delimiter ?? some[0]?.delimiter ?? ",";
	}
	if (second !== void 0 && second.width === first.width && second.share === first.share) {
		const both = `${JSON.stringify(first.delimiter)} or ${JSON.stringify(second.delimiter)}`;
		throw new CsvError(layout.name, null, null, `fields may be parted by ${both}, each gives ${first.width}; say which with delimiter`);
	}
	return first.delimiter;
}
/** Whether runs of spaces part every line into as many fields, some of which are numbers. */
function splitBySpaces(bytes, from, line, layout) {
	try {
		const rows = sampleRows(bytes, from, line, {
			...layout,
			delimiter: 32
		}, 50);
		const { width, share } = commonWidth(rows);
		return width > 1 && share === 1 && rows.at(-1).fields.some((field) => numberOf(field) !== void 0);
	} catch {
		return false;
	}
}
/** Whether the first row names the columns: its fields are no numbers where those below are. */
function sniffHeader(rows, missing, decimal) {
	const [first, ...rest] = rows;
	if (first === void 0) return false;
	const isNumber = (field) => numberOf(field, decimal) !== void 0 || decimal === "." && numberOf(field, ",") !== void 0 || /^\d{4}-\d\d-\d\d/.test(field);
	let names = 0;
	let values = 0;
	for (const [j, field] of first.fields.entries()) {
		const below = rest.map(({ fields }) => fields[j] ?? "").filter((text) => text !== "" && !missing.has(text));
		if (below.length === 0 || below.filter(isNumber).length < below.length / 2) continue;
		if (isNumber(field)) values++;
		else if (field !== "" && !missing.has(field)) names++;
	}
	if (values > 0 || names > 0) return names > values;
	const here = new Set(first.fields);
	if (rest.length === 0 || here.size < first.fields.length) return false;
	if (first.fields.some((field, j) => isNumber(field) || field === "" && j > 0)) return false;
	return !rest.some(({ fields }) => fields.some((field, j) => field !== "" && field === first.fields[j]));
}
// packages/data/src/csv/parse-table.ts
init_src$1();
init_src();
/** The names of the options, for checks. */
const READ_OPTIONS = {
	header: 1,
	delimiter: 1,
	decimal: 1,
	encoding: 1,
	missing: 1,
	comment: 1,
	types: 1,
	dateOrder: 1,
	onRagged: 1,
	keepIndex: 1,
	name: 1
};
const MISSING = [...[
	"NA",
	"N/A",
	"n/a",
	"na",
	"<NA>",
	"#N/A",
	"#NA",
	"NaN",
	"nan",
	"-NaN",
	"-nan",
	"NAN"
], ...[
	"null",
	"NULL",
	"Null",
	"?",
	"-",
	"#NULL!"
]];
const TYPES = [
	"numeric",
	"categorical",
	"boolean",
	"date",
	"text"
];
/**
* A table from the text or the bytes of a CSV file; `readCsv` is the same for files.
*
* Delimiter, header, missing values and types are found out, or as the options say. What is dubious stands in
* `table.warnings`.
*
* @throws {@link CsvError} naming line and column: for bytes that are no text in their encoding, files that are no CSV
* (and says what they are), rows with too many or too few fields, malformed quotes, values that do not fit a declared type.
* @example
* ```ts
* import { parseTable } from '@kindling/data';
*
* const table = parseTable('age;income;bought\n31;1,5;yes\n?;2,75;no\n52;0,5;yes\n');
* console.log(table.columns.map(({ type }) => type), table.source.delimiter); // => [ 'numeric', 'numeric', 'categorical' ] ;
* console.log(table.row(1)); // => { age: null, income: 2.75, bought: 'no' }
* ```
*/
function parseTable(text, options = {}) {
	checkReadOptions("parseTable", options);
	let bytes;
	if (typeof text === "string") {
		bytes = new TextEncoder().encode(text.charCodeAt(0) === 65279 ? text.slice(1) : text);
		const { encoding: _, ...others } = options;
		return parseBytes(bytes, others);
	}
	if (Object.prototype.toString.call(text) === "[object ArrayBuffer]") bytes = new Uint8Array(text);
	else if (ArrayBuffer.isView(text)) bytes = new Uint8Array(text.buffer, text.byteOffset, text.byteLength);
	else throw new ArgumentError(`parseTable: expects text or bytes, got ${describe$3(text)}`);
	return parseBytes(bytes, options);
}
/** Throws where an option is unknown or of a wrong kind. */
function checkReadOptions(where, options) {
	checkOptions$1(ArgumentError, where, options, READ_OPTIONS);
	const wrong = (what, wanted, value) => {
		throw new ArgumentError(`${where}: ${what} must be ${wanted}, got ${describe$3(value)}`);
	};
	const { delimiter, decimal, missing, comment, types = {}, onRagged, header } = options;
	if (delimiter !== void 0 && (typeof delimiter !== "string" || !/^[^"\r\n\ufeff\u0080-\uffff]$/.test(delimiter))) throw new ArgumentError(`${where}: the delimiter must be one character and no quote, got ${JSON.stringify(delimiter)}`);
	if (decimal !== void 0 && decimal !== "." && decimal !== ",") wrong("decimal", `'.' or ','`, decimal);
	if (decimal !== void 0 && decimal === delimiter) wrong("decimal", "another mark than the delimiter", decimal);
	if (header !== void 0 && typeof header !== "boolean") wrong("header", "true or false", header);
	if (missing !== void 0 && !Array.isArray(missing)) wrong("missing", "a list of texts", missing);
	if (onRagged !== void 0 && onRagged !== "error" && onRagged !== "skip") wrong("onRagged", `'error' or 'skip'`, onRagged);
	if (comment !== void 0 && comment !== null && !/^[\x21-\x7e]$/.test(comment)) wrong("comment", "one character", comment);
	for (const [name, type] of Object.entries(types)) if (!TYPES.includes(type)) wrong(`the type of "${clean(name)}"`, TYPES.join(", "), type);
}
/** Text as bytes that end with a line end; throws for what is no text. */
function textBytes(given, options) {
	const { name } = options;
	if (given.length === 0) throw new CsvError(name, null, null, "the file is empty");
	const other = whatElse(given);
	if (other !== void 0) throw new CsvError(name, null, null, `this is ${other}`);
	const { bytes, encoding } = toUtf8(given, options.encoding, name);
	const nul = bytes.indexOf(0);
	if (nul >= 0) {
		const hint = bytes.subarray(0, 1e3).reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) > Math.min(1e3, bytes.length) / 4 ? `; is this UTF-16 without a mark? Say encoding: '${bytes[0] === 0 ? "utf-16be" : "utf-16le"}'` : "";
		throw new CsvError(name, lineAt(bytes, nul), null, `a NUL character, which no text has${hint}`);
	}
	const last = bytes.at(-1);
	if (last === 10 || last === 13) return {
		bytes,
		encoding
	};
	const ended = new Uint8Array(bytes.length + 1);
	ended.set(bytes);
	ended[bytes.length] = 10;
	return {
		bytes: ended,
		encoding
	};
}
/** Finds out how a file is laid out. */
function planOf$1(bytes, encoding, options, warn) {
	const { name, comment } = options;
	let from = 0;
	let line = 1;
	let delimiter = options.delimiter;
	const sep = /^"?sep=([^\r\n"])"?\r?\n?/i.exec(String.fromCharCode(...bytes.subarray(0, 16)));
	if (sep !== null) {
		delimiter ??= sep[1];
		from = sep[0].length;
		if (bytes[from - 1] === 13 && bytes[from] === 10) from++;
		line = 2;
	}
	const missing = /* @__PURE__ */ new Set(["", ...options.missing ?? MISSING]);
	const loose = comment === void 0;
	const mark = comment === null ? -1 : (comment ?? "#").charCodeAt(0);
	let layout = {
		delimiter: 44,
		point: (options.decimal ?? ".").charCodeAt(0),
		comment: mark,
		looseComment: loose,
		missing,
		name
	};
	let lead = {
		from,
		line,
		names: void 0
	};
	if (mark >= 0) lead = skipComments(bytes, from, line, mark);
	const noComments = {
		...layout,
		looseComment: false
	};
	delimiter ??= sniffDelimiter(bytes, lead.from, lead.line, noComments);
	layout = {
		...layout,
		delimiter: delimiter.charCodeAt(0)
	};
	let rows = sampleRows(bytes, lead.from, lead.line, {
		...layout,
		looseComment: false
	});
	if (rows.length === 0) throw new CsvError(name, null, null, "no rows");
	const decimal = options.decimal ?? ".";
	const { width: bodyWidth } = commonWidth(rows.length > 1 ? rows.slice(1) : rows);
	let header = options.header;
	if (lead.names !== void 0 && header !== false && bodyWidth > 1 && !sniffHeader(rows, missing, decimal)) {
		const named = sampleRows(new TextEncoder().encode(`${lead.names}\n`), 0, 1, {
			...layout,
			comment: -1
		})[0];
		if (named !== void 0 && named.fields.length === bodyWidth) {
			rows = [{
				fields: named.fields,
				line: lead.line - 1,
				from: lead.from,
				to: lead.from
			}, ...rows];
			header = true;
		}
	}
	const first = rows[0];
	header ??= sniffHeader(rows, missing, decimal);
	const sample = header ? rows.slice(1) : rows;
	if (sample.length === 0) throw new CsvError(name, null, null, "no rows after the header");
	const counted = commonWidth(sample).width;
	const width = header ? widthWith(first, counted, sample, name) : counted;
	let names = header ? first.fields.slice(0, width) : Array.from({ length: width }, (_, j) => String(j + 1));
	if (header) {
		if (first.fields.length === width - 1) names = namesForOneMore(first.fields, sample, missing);
		names = uniqueNames(names, (message) => warn(message, null, first.line));
	}
	const start = sample[0];
	const at = header ? first.to : first.from;
	const headerBytes = header && first.to > first.from ? bytes.subarray(first.from, first.to) : void 0;
	return {
		layout,
		delimiter,
		decimal,
		header,
		names,
		width,
		sample,
		encoding,
		headerBytes,
		from: header && at === start.from ? start.from : at,
		line: header ? headerLine(bytes, first) : first.line
	};
}
/** The line after the header's. */
function headerLine(bytes, first) {
	let line = first.line;
	for (let i = first.from; i < first.to; i++) if (bytes[i] === 10 || bytes[i] === 13 && bytes[i + 1] !== 10) line++;
	return first.to === first.from ? first.line + 1 : line;
}
/** The number of fields of a row, where the header may have one more or less. */
function widthWith(first, counted, sample, name) {
	const named = first.fields.length;
	if (named === counted || named === counted - 1) return counted;
	if (named === counted + 1 && first.fields.at(-1) === "") return counted;
	if (sample.some(({ fields }) => fields.length === named)) return named;
	const { line } = sample[0];
	throw new CsvError(name, line, null, `${counted} field${counted === 1 ? "" : "s"}, but line ${first.line} names ${named} columns`);
}
/** Names where rows have one field more than the header: an empty one at the end, or the rows' names at the start. */
function namesForOneMore(names, sample, missing) {
	return sample.every(({ fields }) => missing.has(fields.at(-1))) ? [...names, ""] : ["", ...names];
}
function skipComments(bytes, from, line, mark) {
	let names;
	let pos = from;
	let at = line;
	while (bytes[pos] === mark || bytes[pos] === 10 || bytes[pos] === 13) {
		let end = pos;
		while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
		const text = new TextDecoder().decode(bytes.subarray(pos + 1, end)).trim();
		names = bytes[pos] === mark && text !== "" ? text : names;
		pos = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
		at++;
	}
	return {
		from: Math.min(pos, bytes.length),
		line: at,
		names
	};
}
function parseBytes(given, options) {
	const warnings = [];
	const warn = (message, column = null, line = null) => {
		if (warnings.length < 1e3) warnings.push({
			message,
			column,
			line
		});
	};
	const { bytes, encoding } = textBytes(given, options);
	const plan = planOf$1(bytes, encoding, options, warn);
	const { name } = options;
	const types = new Map(Object.entries(options.types ?? {}));
	for (const column of types.keys()) if (!plan.names.includes(column)) throw new ArgumentError(`readCsv: types: ${noColumn(column, plan.names)}`);
	const scan = new Scan(plan.layout, firstModes(plan, types), plan.line, guessRows(bytes, plan));
	scan.header = plan.headerBytes;
	scan.run(bytes, plan.from);
	checkRagged(scan, plan, options, warn);
	if (scan.rows === 0) throw new CsvError(name, null, null, "no rows after the header");
	report(scan, warn);
	const again = plan.names.map((column, j) => needsTexts(scan, j, types.get(column)));
	let texts = scan;
	if (again.includes(true)) {
		const modes = Uint8Array.from(again, (needed) => needed ? 2 : 0);
		texts = new Scan(plan.layout, modes, plan.line, scan.rows);
		texts.header = plan.headerBytes;
		texts.run(bytes, plan.from);
	}
	const points = scan.flags.some((flags, j) => scan.modes[j] === 1 && (flags & 2) !== 0 && plan.decimal === ".");
	const dictionaries = plan.names.map((_, j) => (again[j] ? texts : scan).dictionaries[j].texts);
	const commas = options.decimal === void 0 && !points && plan.delimiter !== "," && dictionaries.some(provesComma);
	if (commas) warn("the numbers have a decimal comma; say decimal: '.' where they do not");
	const context = {
		decimal: plan.decimal,
		decimalGiven: options.decimal !== void 0,
		points,
		commas,
		warn
	};
	const lines = scan.lines.slice(0, scan.rows);
	let columns = plan.names.map((column, j) => {
		const type = types.get(column);
		if (scan.modes[j] === 1 && !again[j]) {
			const values = scan.values[j].slice(0, scan.rows);
			return {
				name: column,
				type: "numeric",
				length: scan.rows,
				reason: type === void 0 ? "every value is a number" : "as declared",
				values
			};
		}
		const from = again[j] ? texts : scan;
		const found = {
			name: column,
			codes: from.codes[j].slice(0, scan.rows),
			texts: from.dictionaries[j].texts,
			wide: (scan.flags[j] & 4) !== 0,
			zeroLed: (scan.flags[j] & 1) !== 0
		};
		if (type === void 0) return inferColumn(found, context);
		return declaredColumn(found, type, plan.decimal, options.dateOrder, (text, row, wanted) => {
			throw new CsvError(name, lines[row], `"${clean(column)}"`, `"${clean(text)}" is not ${wanted}`);
		});
	});
	columns = columns.map((column) => column.type === "numeric" && column.reason === "every value is a number" && Number.isNaN(column.values.find((value) => !Number.isNaN(value)) ?? NaN) ? {
		...column,
		reason: "every value is missing"
	} : column);
	const kept = withoutExtras(columns, plan, options, warn);
	const stays = new Set(kept);
	for (const { name: left } of columns.filter((column) => !stays.has(column))) {
		const said = warnings.findIndex(({ message }) => message.endsWith(`is called "${left}"`));
		if (said >= 0) warnings.splice(said, 1);
	}
	columns = kept;
	for (const column of columns) if (column.type === "numeric") checkFloat32(column, lines, warn);
	warnOfSplitNumbers(columns, plan, warn);
	const { delimiter, header } = plan;
	const decimal = commas ? "," : plan.decimal;
	const source = {
		...name === void 0 ? {} : { name },
		delimiter,
		header,
		encoding,
		decimal,
		lines
	};
	return new Table(columns, {
		warnings,
		source
	});
}
/** How the columns are read first: as numbers, unless the sample shows texts. */
function firstModes({ names, sample, layout, decimal }, types) {
	return Uint8Array.from(names, (name, j) => {
		const type = types.get(name);
		if (type !== void 0) return type === "numeric" ? 1 : 2;
		return sample.some(({ fields }) => {
			const field = fields[j] ?? "";
			return !layout.missing.has(field) && numberOf(field, decimal) === void 0;
		}) ? 2 : 1;
	});
}
function guessRows(bytes, { sample, from }) {
	const last = sample.at(-1);
	const each = Math.max(1, (last.to - sample[0].from) / sample.length);
	return Math.ceil((bytes.length - from) / each * 1.05) + 16;
}
function needsTexts(scan, j, declared) {
	const flags = scan.flags[j];
	if ((flags & 8) !== 0) return true;
	if (scan.modes[j] !== 1 || declared !== void 0) return false;
	return (flags & 2) === 0 && (flags & 5) !== 0;
}
function checkRagged(scan, { width }, { onRagged = "error", name }, warn) {
	if (scan.raggedCount === 0) return;
	const fields = (count) => `${count} field${count === 1 ? "" : "s"}`;
	const [first] = scan.ragged;
	if (onRagged === "error") {
		const others = scan.ragged.slice(1, 5).map(({ line, fields: count }) => `line ${line}: ${count}`);
		const rest = scan.raggedCount - 1;
		const more = rest === 0 ? "" : `; so have ${rest} more (${others.join(", ")}${rest > 4 ? ", …" : ""}); onRagged: 'skip' leaves them out`;
		throw new CsvError(name, first.line, null, `${fields(first.fields)}, expected ${width}${more}`);
	}
	for (const row of scan.ragged) warn(`line ${row.line}: ${fields(row.fields)}, expected ${width}; left out`, null, row.line);
	if (scan.raggedCount > scan.ragged.length) warn(`${scan.raggedCount} rows in all have other than ${fields(width)} and are left out`, null, first.line);
}
function report(scan, warn) {
	if (scan.repeated.length > 0) warn(`the header comes again on line ${scan.repeated.slice(0, 5).join(", ")}${scan.repeated.length > 5 ? ", …" : ""}; left out`, null, scan.repeated[0]);
	if (scan.emptyCount > 0) warn(`${scan.emptyCount} row${scan.emptyCount === 1 ? "" : "s"} without any value left out, the first on line ${scan.firstEmpty}`, null, scan.firstEmpty);
}
/** Leaves out a column that only counts the rows, and one that is only a delimiter at the end of each line. */
function withoutExtras(columns, { names, header }, { keepIndex = false }, warn) {
	return columns.filter((column, j) => {
		if (!header || columns.length < 2 || column.type === "categorical" || !/^unnamed \d+(?:\.1)*$/.test(names[j])) return true;
		const { name } = column;
		if (j === 0 && !keepIndex && column.type === "numeric" && counts(column.values)) {
			warn("the first column has no name and counts the rows; left out", name);
			return false;
		}
		if (j === columns.length - 1 && "values" in column && column.values.every(Number.isNaN)) {
			warn("every line ends with a delimiter; the empty last column is left out", name);
			return false;
		}
		return true;
	});
}
function counts(values) {
	return values.every((value, i) => Number.isInteger(value) && (i === 0 || value > values[i - 1]));
}
const LARGEST = 34028235677973366e22;
/** Says what float32, in which a network counts, cannot hold. */
function checkFloat32({ name, values }, lines, warn) {
	let least = Number.POSITIVE_INFINITY;
	let greatest = Number.NEGATIVE_INFINITY;
	let first = -1;
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		if (value < least) least = value;
		if (value > greatest) greatest = value;
		if (first < 0 && Math.abs(value) >= LARGEST) first = i;
	}
	if (first >= 0) {
		const value = values[first];
		const what = Number.isFinite(value) ? `${value} is beyond what float32 can hold` : `${value > 0 ? "" : "minus "}infinity`;
		warn(`line ${lines[first]}, column "${clean(name)}": ${what}`, name, lines[first]);
	} else if (least < greatest && Math.fround(least) === Math.fround(greatest)) warn(`column "${clean(name)}": all values from ${least} to ${greatest} are one in float32; scale them before they become tensors`, name, null);
}
/** `1,527` on every line is one number with a decimal comma, not two columns. */
function warnOfSplitNumbers(columns, { delimiter, sample, header }, warn) {
	if (delimiter !== "," || header || columns.length !== 2) return;
	const widths = new Set(sample.map(({ fields }) => fields[1]?.length));
	if (sample.every(({ fields }) => fields.every((field) => /^\d+$/.test(field))) && widths.size === 1 && sample.some(({ fields }) => fields[1].startsWith("0"))) {
		const [a, b] = sample[0].fields;
		warn(`every line is two whole numbers, as ${clean(a)},${clean(b)}; is that one number with a decimal comma? Say delimiter: ';' and decimal: ','`, null);
	}
}
// packages/data/src/csv/read-csv.ts
init_src$1();
init_src();
// packages/data/src/csv/read-json-lines.ts
init_src$1();
init_src();
// packages/data/src/dataset.ts
init_src();
// packages/tensor-core/src/random/weighted.ts
init_checks();
init_from_uniform();
init_steady_log();
// packages/tensor-core/src/replace.ts
init_dtype();
// packages/tensor-core/src/internal.ts
init_cast();
init_layer();
init_values_and_indices();
init_windows();
init_print();
init_shape();
// packages/data/src/samplers.ts
init_src();
// packages/data/src/data-loader.ts
init_src$1();
init_src();
// packages/data/src/datasets/gaussian-blobs.ts
init_src();
// packages/data/src/datasets/labelled-data.ts
init_src$1();
init_src();
// packages/data/src/datasets/make-blobs.ts
init_src();
// packages/data/src/datasets/make-circles.ts
init_src$1();
init_src();
// packages/data/src/datasets/make-classification.ts
init_src();
// packages/data/src/datasets/make-moons.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/labels.ts
init_src();
// packages/data/src/preprocessing/label-encoder.ts
init_src();
// packages/data/src/preprocessing/feature-steps.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/matrix.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/preprocessor.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/transformer.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/standard-scaler.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/make-preprocessor.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/max-abs-scaler.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/min-max-scaler.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/categories.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/one-hot-encoder.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/ordinal-encoder.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/robust-scaler.ts
init_src$1();
init_src();
// packages/data/src/preprocessing/simple-imputer.ts
init_src$1();
init_src();
// packages/data/src/random-split.ts
init_src();
// packages/data/src/splits/compute-class-weight.ts
init_src();
// packages/data/src/splits/splitter.ts
init_src$1();
init_src();
// packages/data/src/splits/group-k-fold.ts
init_src$1();
init_src();
// packages/data/src/splits/sizes.ts
init_src$1();
init_src();
// packages/data/src/splits/shuffle-split.ts
init_src$1();
init_src();
// packages/data/src/splits/group-shuffle-split.ts
init_src$1();
init_src();
// packages/data/src/splits/k-fold.ts
init_src$1();
init_src();
// packages/data/src/splits/predefined-split.ts
init_src$1();
init_src();
// packages/data/src/splits/stratified-k-fold.ts
init_src();
// packages/data/src/splits/repeated-stratified-k-fold.ts
init_src$1();
init_src();
// packages/data/src/splits/repeated-k-fold.ts
init_src$1();
init_src();
// packages/data/src/splits/stratified-group-k-fold.ts
init_src();
// packages/data/src/splits/stratified-shuffle-split.ts
init_src$1();
init_src();
// packages/data/src/splits/time-series-split.ts
init_src$1();
init_src();
// packages/data/src/splits/train-test-split.ts
init_src$1();
init_src();
// packages/data/src/table/to-csv.ts
init_src$1();
init_src();
// packages/data/src/to-tensors.ts
init_src();
// packages/data/src/transforms/normalize.ts
init_src();
// ../cli-bench/parse.ts
const b = readFileSync(process.argv[2]);
const t0 = performance.now();
const t = parseTable(b);
console.log("parse", t.rows, (performance.now() - t0) / 1e3, "cpu", process.cpuUsage().user / 1e6);
export {};
