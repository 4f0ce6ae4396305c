import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Host {
  /** On another site than the Worker under test, as a news page is. */
  origin: string;
  stop: () => Promise<void>;
}

/** Serves news pages for frames to stand in: HTML, or scripts where the path ends in `.js`. */
export async function serveHost(pages: Record<string, string>): Promise<Host> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const page = pages[path];
    response.writeHead(page === undefined ? 404 : 200, {
      'Content-Type': path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
    });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // The Worker is at 127.0.0.1: another name makes another site of the same machine.
    origin: `http://localhost:${port}`,
    stop: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
