/** A proxy on this machine that passes on what is for this machine, and refuses and writes down all else. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CountingProxy {
  port: number;
  /** How many requests were passed on. */
  passed(): number;
  /** Addresses of all others, such as `http://example.org/` and `example.org:443`. */
  refused: readonly string[];
  close(): Promise<void>;
}

const HERE = new Set(['127.0.0.1', 'localhost']);

export async function startProxy(): Promise<CountingProxy> {
  const refused: string[] = [];
  let passed = 0;
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '/', 'http://no-host.invalid');
    if (!HERE.has(url.hostname)) {
      refused.push(url.href);
      answer.writeHead(502).end();
      return;
    }
    passed++;
    const onward = request(url, { method: asked.method, headers: asked.headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    onward.on('error', () => answer.writeHead(502).end());
    asked.pipe(onward);
  });
  server.on('connect', ({ url }, socket) => {
    refused.push(url ?? '');
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    passed: () => passed,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
