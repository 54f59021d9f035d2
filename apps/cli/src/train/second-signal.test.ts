import { EventEmitter, once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtCommand } from '../built.test-helper.js';
import type { Context } from '../context.js';
import { customers } from '../customers.test-helper.js';
import { temporaryFolder } from '../run.test-helper.js';
import { stopSignal } from './stop.js';

it('the first signal is heard once, so that the second does what it does to any process', () => {
  for (const name of ['SIGINT', 'SIGTERM']) {
    const signals = new EventEmitter();
    const signal = stopSignal({ process: signals } as unknown as Context);
    expect(signals.listenerCount(name)).toBe(1);
    signals.emit(name);
    expect([signal.aborted, signals.listenerCount(name)]).toEqual([true, 0]);
  }
});

// Windows has no signals to send.
it.skipIf(process.platform === 'win32')(
  'a second Ctrl-C ends the process at once, whatever the first one waits for',
  { timeout: 240_000 },
  async () => {
    const built = await builtCommand();
    const folder = temporaryFolder();
    const [data, model] = [join(folder, 'customers.csv'), join(folder, 'model')];
    writeFileSync(data, customers(160));
    const flags = ['--target', 'left', '--out', model, '--quiet'];
    expect(await built.start('train', data, ...flags, '--epochs', '2').ended).toBe(0);

    // A request that is never whole: the first Ctrl-C waits for it.
    const server = built.start('serve', model, '--port', '0');
    await server.says(/answers/);
    const { hostname, port } = new URL(/^\S+/.exec(server.printed.out)![0]);
    const socket = createConnection(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write('POST /predict HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGINT');
    // Until it no longer listens.
    for (;;) {
      const refused = await fetch(`http://${hostname}:${port}/health`, { signal: AbortSignal.timeout(500) }).then(
        () => false,
        (error: Error) => (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED',
      );
      if (refused) break;
    }
    expect(server.child.exitCode).toBeNull();
    server.child.kill('SIGINT');
    expect(await server.ended).toBe('SIGINT');
    socket.destroy();

    // Signals that keep coming end a training the one way or the other, and never in an error.
    const train = built.start('train', data, ...flags, '--epochs', '100000', '--patience', '100000');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const again = setInterval(() => train.child.kill('SIGINT'), 1);
    const end = await train.ended;
    clearInterval(again);
    expect([130, 'SIGINT']).toContain(end);
    expect(train.printed.err).toMatch(/^(?:Stopped and saved\. To go on: .*\n)?$/);
  },
);
