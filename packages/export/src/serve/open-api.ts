import { checkOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { Classifier } from '@kindling/train';
import { DEFAULTS } from './limits.js';

/**
 * What a server of a classifier takes and answers, as an OpenAPI 3.1 document: what it tells at `/openapi.json`.
 *
 * @throws `ArgumentError` for what is no classifier.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { openApi } from '@kindling/export/serve';
 * import { setBackend } from '@kindling/tensor-core';
 * import { classifier } from '@kindling/train';
 * setBackend(await cpu());
 * const rows = Array.from({ length: 60 }, (_, i) => ({ size: i % 20, kind: i % 20 > 9 ? 'large' : 'small' }));
 * const model = await classifier({ epochs: 5 }).fit(rows, { target: 'kind', positive: 'large' });
 * console.log(Object.keys((openApi(model) as { paths: object }).paths)); // => [ '/predict', '/health', '/openapi.json' ]
 * ```
 */
export function openApi(model: Classifier, options: { readonly maxRows?: number } = {}): object {
  checkOptions(ArgumentError, 'openApi', options, { maxRows: 'number' });
  if (!(model instanceof Classifier)) wrong(ArgumentError, 'openApi', 'the model', 'a Classifier', model);
  const { spec, labels } = model;
  const { maxRows = DEFAULTS.maxRows } = options;
  const columns = spec.encoder.columns.map((column): [string, object] => {
    if (column.kind === 'category') {
      const { categories } = column;
      return [column.name, { type: ['string', 'null'], examples: categories.slice(0, 20) }];
    }
    if (column.type === 'date') return [column.name, { type: ['string', 'null'], examples: ['2024-01-31'] }];
    if (column.type === 'boolean') return [column.name, { type: ['boolean', 'null'] }];
    return [column.name, { type: ['number', 'null'], examples: [Number(column.fill.toPrecision(6))] }];
  });
  const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const json = (schema: object): object => ({ 'application/json': { schema } });
  const refused = (description: string): object => ({ description, content: json(reference('Error')) });
  return {
    openapi: '3.1.0',
    info: {
      title: `The probability of ${labels[1]} in ${spec.target}`,
      version: '1',
      description: `A classifier that was trained on ${spec.rows} rows.`,
    },
    paths: {
      '/predict': {
        post: {
          operationId: 'predict',
          summary: 'The class and its probability for each row',
          requestBody: {
            required: true,
            content: json({
              oneOf: [
                reference('Row'),
                { type: 'array', items: reference('Row'), maxItems: maxRows },
                {
                  type: 'object',
                  required: ['rows'],
                  properties: { rows: { type: 'array', items: reference('Row'), maxItems: maxRows } },
                },
              ],
            }),
          },
          responses: {
            200: { description: 'A prediction for each row, in order', content: json(reference('Predictions')) },
            400: refused('The body is no JSON, or a row does not fit'),
            413: refused('The body is too large, or has too many rows'),
            415: refused('The body is not said to be JSON'),
          },
        },
      },
      '/health': {
        get: {
          operationId: 'health',
          summary: 'Whether the server answers',
          responses: { 200: { description: 'It does', content: json({ type: 'object' }) } },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'description',
          summary: 'This document',
          responses: { 200: { description: 'The document', content: json({ type: 'object' }) } },
        },
      },
    },
    components: {
      schemas: {
        // Names of columns are the user's: `__proto__` too.
        Row: { type: 'object', required: columns.map(([name]) => name), properties: Object.fromEntries(columns) },
        Predictions: {
          type: 'object',
          required: ['target', 'positive', 'threshold', 'predictions'],
          properties: {
            target: { type: 'string' },
            positive: { type: typeof labels[1] },
            threshold: { type: 'number' },
            predictions: {
              type: 'array',
              items: {
                type: 'object',
                required: ['label', 'probability'],
                properties: {
                  label: { enum: labels },
                  probability: { type: 'number', minimum: 0, maximum: 1 },
                },
              },
            },
          },
        },
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['message'],
              properties: {
                message: { type: 'string' },
                row: { type: 'integer', minimum: 0 },
                column: { type: 'string' },
              },
            },
          },
        },
      },
    },
  };
}
