import { request as open } from 'node:http';
import { connect } from 'node:net';
import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import type { Classifier } from '@kindling/train';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, trained } from '../testing/models.js';
import { createHandler } from './handler.js';
import { type PredictionServer, serve } from './serve.js';

let model: Classifier;
let server: PredictionServer;

beforeAll(async () => {
  setBackend(await cpu());
  model = await trained();
  server = await serve(model, { maxRows: 50, maxBytes: 20_000 });
});
afterAll(() => server.close());

async function post(body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  const answer = await fetch(`${server.url}/predict`, { method: 'POST', body, headers });
  return {
    status: answer.status,
    body: (await answer.json()) as {
      predictions: { label: string; probability: number }[];
      error: { message: string };
    },
  };
}

describe('a server', () => {
  it('predicts the same as the classifier, of a row, a list and an object with rows', async () => {
    const rows = people(50, 1000);
    const wanted = await model.predictProba(rows);
    for (const given of [rows, { rows }]) {
      const { status, body } = await post(JSON.stringify(given));
      expect(status).toBe(200);
      expect(body).toMatchObject({ target: 'left', positive: 'yes', threshold: 0.5 });
      const { predictions } = body;
      expect(predictions).toHaveLength(50);
      predictions.forEach(({ label, probability }, i) => {
        expect(Math.abs(probability - wanted[i]!)).toBeLessThan(1e-5);
        expect(label).toBe(wanted[i]! > 0.5 ? 'yes' : 'no');
      });
    }
    const { body } = await post(JSON.stringify(rows[0]));
    expect(body.predictions).toHaveLength(1);
    expect((await post('[]')).body.predictions).toEqual([]);
  });

  it('listens on the loopback only, and describes itself', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const health = await fetch(`${server.url}/health`);
    expect(health.headers.get('content-type')).toContain('application/json');
    expect(await health.json()).toMatchObject({ status: 'ok', target: 'left' });
    const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as {
      components: { schemas: { Row: { properties: Record<string, object>; required: string[] } } };
    };
    const { Row } = document.components.schemas;
    expect(Row.required).toEqual(model.spec.encoder.columns.map(({ name }) => name));
    expect(Row.properties).toMatchObject({ age: { type: ['number', 'null'] }, member: { type: ['boolean', 'null'] } });
    const head = await fetch(`${server.url}/health`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  const row = people(1)[0]!;
  const refused: [name: string, body: string, status: number, message: RegExp, place?: object][] = [
    ['nothing', '', 400, /^the body is empty$/],
    ['half of JSON', '[{"age": 3', 400, /^the body is no JSON: /],
    ['no row', '7', 400, /^expected a row as an object, a list of rows, or/],
    ['rows that are no list', '{"rows": 7}', 400, /^expected a row/],
    ['a row that is none', '[null]', 400, /^row 0: expected an object, got null$/, { row: 0 }],
    ['a column that is missing', '[{"age": 3}]', 400, /^row 0, column "a .*": is not there/, { row: 0 }],
    [
      'a wrong type',
      JSON.stringify([row, { ...row, age: [1] }]),
      400,
      /^row 1, column "age": a list is not a number$/,
      { row: 1, column: 'age' },
    ],
    [
      'a text for a number',
      JSON.stringify({ ...row, age: 'old' }),
      400,
      /"old" is not a number$/,
      { row: 0, column: 'age' },
    ],
    ['too many rows', JSON.stringify(Array(51).fill(1)), 413, /^51 rows; at most 50 are taken at once$/],
    ['too many bytes', `"${'x'.repeat(20_000)}"`, 413, /^the body is larger than 20000 bytes$/],
  ];
  it.each(refused)('refuses %s', async (_, body, status, message, place = {}) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject(place);
    expect(answer.body.error.message).toMatch(message);
  });

  it('refuses other types, methods and paths', async () => {
    expect(await post('{}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    const get = await fetch(`${server.url}/predict`);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await fetch(`${server.url}/health`, { method: 'DELETE' })).status).toBe(405);
    const other = await fetch(`${server.url}/../etc/passwd?x`);
    expect([other.status, await other.json()]).toEqual([
      404,
      { error: { message: expect.stringContaining('POST /predict') } },
    ]);
  });

  it('stops reading a body without a length where it becomes too long', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = open(`${server.url}/predict`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      request.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
      });
      for (let i = 0; i < 30; i++) request.write('x'.repeat(1000));
      request.end();
    });
    expect(status).toBe(413);
    expect((await post('[]')).status).toBe(200);
  });

  it('outlives clients that go away or speak no HTTP', async () => {
    const { port } = new URL(server.url);
    for (const text of ['POST /predict HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"age"', 'nonsense\r\n\r\n']) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(text, () => socket.destroy()));
        socket.on('close', () => resolve());
      });
    }
    expect((await post('[]')).status).toBe(200);
  });

  it('answers what is under way before it closes', async () => {
    const other = await serve(model);
    const answers = Promise.all(
      Array.from({ length: 5 }, () => fetch(`${other.url}/health`).then((answer) => answer.status)),
    );
    expect(await answers).toEqual([200, 200, 200, 200, 200]);
    await other.close();
    await expect(fetch(`${other.url}/health`)).rejects.toThrow();
  });

  it('says wrong options', async () => {
    await expect(serve(model, { prot: 3 } as never)).rejects.toThrow("did you mean 'port'?");
    await expect(serve(model, { port: 70_000 })).rejects.toThrow('port must be a whole number from 0 to 65535');
    await expect(serve(model, { maxRows: 0 })).rejects.toThrow('maxRows must be a whole number from 1');
    await expect(createHandler({} as never)).rejects.toThrow('the model must be a Classifier, not an empty object');
    await expect(serve(model, { port: Number(new URL(server.url).port) })).rejects.toThrow('EADDRINUSE');
  });
});
