import { checkOptions, type Known, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { Classifier } from '@kindling/train';
import { DEFAULTS } from './limits.js';
import { openApi } from './open-api.js';
import { isRowProblem, type Predictor, predictorOf } from './predictor.js';

/** The limits of a server. */
export interface HandlerOptions {
  /** The most rows of a request; default 1000. */
  readonly maxRows?: number;
}

/** What is answered. */
export interface Answer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a request, whatever carries it; `body` is the text of a POST. */
export type Handler = (method: string, path: string, body?: string, type?: string) => Answer;

const known: Known<HandlerOptions> = { maxRows: 1 };

/**
 * What answers requests for predictions of a classifier, without a server: for frameworks and workers that have one.
 *
 * `POST /predict` takes a row as an object, a list of rows, or `{ rows }`; `GET /health` and `GET /openapi.json` say how it
 * is. Everything else, and whatever does not fit, is answered with a status of 4xx and the reason.
 *
 * @throws `ArgumentError` for what is no classifier, and for limits that are none.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { createHandler } from '@kindling/export/serve';
 * import { setBackend } from '@kindling/tensor-core';
 * import { classifier } from '@kindling/train';
 * setBackend(await cpu());
 * const rows = Array.from({ length: 60 }, (_, i) => ({ size: i % 20, kind: i % 20 > 9 ? 'large' : 'small' }));
 * const model = await classifier({ epochs: 60 }).fit(rows, { target: 'kind', positive: 'large' });
 * const handle = await createHandler(model);
 * console.log(JSON.parse(handle('POST', '/predict', '{ "size": 19 }').body).predictions[0].label); // => large
 * console.log(handle('POST', '/predict', '{ "size": "big" }'));
 * // => {
 * // =>   status: 400,
 * // =>   body: '{"error":{"message":"row 0, column \\"size\\": \\"big\\" is not a number","row":0,"column":"size"}}'
 * // => }
 * ```
 */
export async function createHandler(model: Classifier, options: HandlerOptions = {}): Promise<Handler> {
  checkOptions(ArgumentError, 'createHandler', options, known);
  if (!(model instanceof Classifier)) wrong(ArgumentError, 'createHandler', 'the model', 'a Classifier', model);
  const { maxRows = DEFAULTS.maxRows } = options;
  if (!Number.isSafeInteger(maxRows) || maxRows < 1)
    wrong(ArgumentError, 'createHandler', 'maxRows', 'a whole number from 1', maxRows);
  const predictor = await predictorOf(model);
  const description = JSON.stringify(openApi(model, { maxRows }));
  const health = JSON.stringify({ status: 'ok', target: predictor.target, columns: predictor.columns });
  return (method, path, body, type) => {
    if (path === '/predict') {
      if (method !== 'POST') return wrongMethod('POST');
      if (type !== undefined && !/^application\/(?:[\w.-]+\+)?json\b/i.test(type))
        return refuse(415, `expected application/json, got ${JSON.stringify(type.slice(0, 60))}`);
      return predictBody(predictor, body ?? '', maxRows);
    }
    if (path !== '/health' && path !== '/openapi.json')
      return refuse(404, 'there are POST /predict, GET /health and GET /openapi.json');
    if (method !== 'GET' && method !== 'HEAD') return wrongMethod('GET, HEAD');
    return { status: 200, body: path === '/health' ? health : description };
  };
}

/** An answer that says what was wrong. */
export function refuse(status: number, message: string, place: object = {}): Answer {
  return { status, body: JSON.stringify({ error: { message, ...place } }) };
}

function wrongMethod(allow: string): Answer {
  return { ...refuse(405, `expected ${allow}`), headers: { allow } };
}

function predictBody(predictor: Predictor, body: string, maxRows: number): Answer {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch (error) {
    return refuse(400, body.trim() === '' ? 'the body is empty' : `the body is no JSON: ${(error as Error).message}`);
  }
  const rows = rowsOf(predictor, given);
  if (rows === null) return refuse(400, 'expected a row as an object, a list of rows, or { "rows": [ … ] }');
  if (rows.length > maxRows) return refuse(413, `${rows.length} rows; at most ${maxRows} are taken at once`);
  const { target, labels, threshold } = predictor;
  try {
    const predictions = predictor
      .predictProba(rows)
      .map((probability) => ({ label: labels[probability > threshold ? 1 : 0], probability }));
    return { status: 200, body: JSON.stringify({ target, positive: labels[1], threshold, predictions }) };
  } catch (error) {
    if (!isRowProblem(error)) throw error;
    const { message, row, column } = error;
    return refuse(400, message, column === null ? { row } : { row, column });
  }
}

/** The rows of a body. A column may be called rows: an object with it is a row. */
function rowsOf({ columns }: Predictor, given: unknown): readonly unknown[] | null {
  if (Array.isArray(given)) return given;
  if (typeof given !== 'object' || given === null) return null;
  const isRow = columns.some(({ name }) => name === 'rows') || !Object.hasOwn(given, 'rows');
  if (isRow) return [given];
  const { rows } = given as { rows: unknown };
  return Array.isArray(rows) ? rows : null;
}
