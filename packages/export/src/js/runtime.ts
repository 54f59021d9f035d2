/**
 * What an exported module does, as its text: it has to run where nothing of ours is. It reads `MODEL`, the numbers in
 * `WEIGHTS`, and defines `network(steps, x)`, from a Float32Array to another.
 */
export const NETWORK = `
/** The weights: 32-bit numbers, base64. */
function decode(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

const weights = decode(WEIGHTS);
const part = ([from, length]) => weights.subarray(from, from + length);

/** The error function: its series, and far out its continued fraction. */
function erf(x) {
  const a = Math.abs(x);
  if (a > 6) return Math.sign(x);
  if (a < 2.5) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (a + fraction);
  return Math.sign(x) * (1 - Math.exp(-a * a) / Math.sqrt(Math.PI) / (a + fraction));
}

const logistic = (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : 1 - 1 / (1 + Math.exp(x)));
const softplus = (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const clip = (x, min, max) => Math.min(Math.max(x, min), max);

const functions = {
  relu: (x) => (x < 0 ? 0 : x),
  tanh: Math.tanh,
  sigmoid: logistic,
  silu: (x) => x * logistic(x),
  gelu: (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2)),
  geluTanh: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  softplus,
  softsign: (x) => x / (1 + Math.abs(x)),
  hardsigmoid: (x) => clip(x / 6 + 0.5, 0, 1),
  hardswish: (x) => x * clip(x / 6 + 0.5, 0, 1),
  mish: (x) => x * Math.tanh(softplus(x)),
  logSigmoid: (x) => -softplus(-x),
  leakyRelu: (x, { alpha }) => (x < 0 ? alpha * x : x),
  elu: (x, { alpha }) => (x > 0 ? x : alpha * Math.expm1(x)),
  clip: (x, { min, max }) => clip(x, min, max),
};

/** One thing that a network does. */
function prepare(step) {
  if (step.op === 'linear') {
    const { inputs, outputs } = step;
    const weight = part(step.weight);
    const bias = step.bias === null ? new Float32Array(outputs) : part(step.bias);
    return (x) => {
      if (x.length !== inputs) throw new RangeError('expected ' + inputs + ' numbers, got ' + x.length);
      const y = new Float32Array(outputs);
      for (let o = 0, w = 0; o < outputs; o++) {
        let sum = 0;
        for (let i = 0; i < inputs; i++) sum += weight[w++] * x[i];
        y[o] = sum + bias[o];
      }
      return y;
    };
  }
  if (step.op === 'affine') {
    const [mean, factor, shift] = [part(step.mean), part(step.factor), part(step.shift)];
    return (x) => x.map((value, i) => (value - mean[i]) * factor[i] + shift[i]);
  }
  if (step.op === 'layerNorm') {
    const scale = part(step.scale);
    const shift = step.shift === null ? null : part(step.shift);
    return (x) => {
      const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
      const spread = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length + step.eps);
      return x.map((value, i) => ((value - mean) / spread) * scale[i] + (shift === null ? 0 : shift[i]));
    };
  }
  if (step.op === 'softmax' || step.op === 'logSoftmax') {
    return (x) => {
      const top = Math.max(...x);
      const all = x.reduce((sum, value) => sum + Math.exp(value - top), 0);
      return x.map((value) => (step.op === 'softmax' ? Math.exp(value - top) / all : value - top - Math.log(all)));
    };
  }
  const f = functions[step.op];
  return (x) => {
    const y = new Float32Array(x.length);
    for (let i = 0; i < y.length; i++) y[i] = f(x[i], step);
    return y;
  };
}

const compile = (steps) => {
  const parts = steps.map(prepare);
  return (x) => {
    let y = x;
    for (const each of parts) y = each(y);
    return y;
  };
};
`;

/** What is added for a classifier: from rows to probabilities and classes. */
export const CLASSIFIER = String.raw`
/** The column that it tells, its two classes (the negative one first), and above which probability it is the positive one. */
export const { target, labels, threshold } = MODEL;

/** The columns that a row must have, and what they hold: number, date, boolean or category. */
export const columns = MODEL.columns.map(({ name, kind }) => ({ name, kind }));

const members = MODEL.members.map(compile);

/** A row that does not fit: "row" counts from 0. */
export class RowError extends Error {
  constructor(row, column, problem) {
    const place = column === null ? 'row ' + row : 'row ' + row + ', column ' + JSON.stringify(column);
    super(place + ': ' + problem);
    this.name = 'RowError';
    this.row = row;
    this.column = column;
  }
}

function show(value) {
  if (Array.isArray(value)) return 'a list';
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? text.slice(0, 59) + '…' : text;
}

const DATE = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?(?: ?(?:Z|UTC|([+-])(\d\d):?(\d\d)))?)?$/;

/** Days since 1970-01-01, UTC. */
function daysOf(text) {
  const [, year, , month, day, hour = 0, minute = 0, second = 0, sign = '+', hours = 0, minutes = 0] = DATE.exec(text) ?? [];
  const time = year === undefined ? NaN : Date.UTC(+year, month - 1, +day);
  if (new Date(time).getUTCMonth() !== month - 1 || hour > 23 || minute > 59 || second > 60) return NaN;
  const offset = (sign === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
  return time / 864e5 + (hour * 3600 + minute * 60 + Number(second) - offset) / 86400;
}

const TRUE = ['true', 't', 'yes', 'y', '1'];
const FALSE = ['false', 'f', 'no', 'n', '0'];

/** Each kind of column that becomes a number: what it takes, and how a text is read. */
const kinds = {
  number: { wanted: 'a number', types: ['number'], read: Number },
  date: { wanted: 'a date such as "2024-01-31"', types: ['date'], read: daysOf },
  boolean: {
    wanted: 'true or false',
    types: ['number', 'boolean'],
    read: (text) => (TRUE.includes(text.toLowerCase()) ? 1 : FALSE.includes(text.toLowerCase()) ? 0 : NaN),
  },
};

const missing = (value) => value === null || value === undefined || value === '' || Number.isNaN(value);

function numberReader({ name, kind, mean, scale, fill, indicator, clip: far, width }) {
  const { wanted, types, read } = kinds[kind];
  const limit = far ?? Infinity;
  return (value, x, at, row) => {
    let number = fill;
    if (missing(value) || (typeof value === 'string' && value.trim() === '')) {
      if (indicator) x[at + 1] = 1;
    } else {
      const type = value instanceof Date ? 'date' : typeof value;
      number = type === 'string' ? read(value.trim()) : !types.includes(type) ? NaN : type === 'date' ? value.getTime() / 864e5 : Number(value);
      if (!Number.isFinite(number)) throw new RowError(row, name, show(value) + ' is not ' + wanted);
    }
    x[at] = clip((number - mean) / scale, -limit, limit);
    return at + width;
  };
}

function categoryReader({ name, categories, other, missing: absent, width }) {
  const place = new Map(categories.map((text, i) => [text, i]));
  return (value, x, at, row) => {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function')
      throw new RowError(row, name, show(value) + ' is not a text');
    const known = missing(value) && !place.has(value) ? absent : place.get(String(value));
    const to = known ?? other;
    if (to >= 0) x[at + to] = 1;
    return at + width;
  };
}

function calibrate(logit) {
  const calibration = MODEL.calibration;
  if (calibration === null) return logistic(logit);
  if (calibration.kind === 'temperature') return logistic(logit / calibration.temperature);
  if (calibration.kind === 'platt') return logistic(calibration.slope * logit + calibration.intercept);
  const { scores, probabilities } = calibration;
  let [low, high] = [0, scores.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scores[middle] < logit) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return probabilities[0];
  if (low === scores.length) return probabilities[low - 1];
  const share = (logit - scores[low - 1]) / (scores[low] - scores[low - 1]);
  return probabilities[low - 1] + share * (probabilities[low] - probabilities[low - 1]);
}

const readers = MODEL.columns.map((column) => (column.kind === 'category' ? categoryReader(column) : numberReader(column)));

/**
 * The probability of the positive class for each row, an object such as { age: 31, town: 'Bern' }; null is a missing value.
 * Throws a RowError that names row and column where one does not fit.
 */
export function predictProba(rows) {
  if (!Array.isArray(rows)) throw new TypeError('expected a list of objects, got ' + show(rows));
  return rows.map((values, row) => {
    if (typeof values !== 'object' || values === null || Array.isArray(values))
      throw new RowError(row, null, 'expected an object, got ' + show(values));
    const x = new Float32Array(MODEL.width);
    let at = 0;
    for (let i = 0; i < readers.length; i++) {
      const { name } = columns[i];
      if (!Object.hasOwn(values, name)) throw new RowError(row, name, 'is not there; null stands for a missing value');
      at = readers[i](values[name], x, at, row);
    }
    let sum = 0;
    for (const member of members) sum += member(x)[0];
    return calibrate(sum / members.length);
  });
}

/** The class of each row. */
export function predict(rows) {
  return predictProba(rows).map((p) => labels[p > threshold ? 1 : 0]);
}
`;

/** What is added for a network. */
export const MODULE = `
const run = compile(MODEL.steps);

/** The outputs for each row of numbers. */
export function predict(rows) {
  return rows.map((row) => Array.from(run(Float32Array.from(row))));
}
`;
