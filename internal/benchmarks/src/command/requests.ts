import { once } from 'node:events';
import { createConnection } from 'node:net';

/** Sends one request again and again over some connections, each when the last one is answered; throws for any answer but 200. */
export async function sendRequests(url: string, body: string, count: number, connections: number): Promise<void> {
  const { hostname, port } = new URL(url);
  const head = `POST /predict HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  let left = count;
  const one = async (): Promise<void> => {
    const socket = createConnection(Number(port), hostname);
    await once(socket, 'connect');
    await new Promise<void>((resolve, reject) => {
      let text = '';
      const send = (): void => {
        if (left-- > 0) socket.write(head + body);
        else resolve();
      };
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
        const end = text.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
        if (!text.startsWith('HTTP/1.1 200 ') || Number.isNaN(length)) reject(new Error(text));
        else if (text.length >= end + 4 + length) {
          text = '';
          send();
        }
      });
      send();
    });
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, one));
}
