/** Serves pages to a browser on this machine: loopback only, a free port, until `close`. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  /** Such as `http://127.0.0.1:41234`. */
  origin: string;
  close: () => Promise<void>;
}

/** @param pageAt answers a path with an HTML page, or nothing for a path that there is none for. */
export async function serve(pageAt: (path: string) => string | undefined): Promise<Served> {
  const server = createServer((request, response) => {
    const html = pageAt(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? 'No such page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
