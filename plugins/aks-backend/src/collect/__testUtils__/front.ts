import http from 'node:http';
import { AddressInfo } from 'node:net';

/**
 * A server before API servers, one at a time, which says for all of them that
 * they are the same cluster.
 */
export async function frontOf(target: string) {
  let current = target;
  const server = http.createServer((request, response) => {
    if (request.url === '/api/v1/namespaces/kube-system') {
      response.end(JSON.stringify({ metadata: { uid: 'the-same-cluster' } }));
      return;
    }
    const { method, headers } = request;
    const forwarded = http.request(
      new URL(request.url ?? '/', current),
      { method, headers },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
      },
    );
    forwarded.on('error', () => response.destroy());
    response.on('close', () => forwarded.destroy());
    forwarded.end();
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    switchTo: (next: string) => {
      current = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
