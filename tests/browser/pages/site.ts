/** A server on this machine for pages that are more than HTML: with headers, in other types, with parts. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server says to a request. */
export interface Answer {
  body: string | Uint8Array;
  /** Content type; HTML in UTF-8 unless told. */
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

export interface Site {
  /** Such as `http://127.0.0.1:41234`. */
  origin: string;
  /** Answers `path` with this from now on. */
  put: (path: string, answer: Answer) => void;
  /** Paths that were asked for, in order. */
  asked: string[];
  close: () => Promise<void>;
}

export async function openSite(): Promise<Site> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    // Browsers ask for an icon by themselves, and some say that there is none.
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    asked.push(path);
    const {
      body,
      type = 'text/html; charset=utf-8',
      status = 200,
      headers = {},
    } = answers.get(path) ?? {
      body: 'No such page',
      status: 404,
    };
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    put: (path, answer) => void answers.set(path, answer),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
