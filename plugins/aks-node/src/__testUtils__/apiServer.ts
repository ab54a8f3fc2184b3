import http from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { ClusterAccess } from '../ClusterAccess';
import { ClusterConnection } from '../ClusterConnection';
import { ConnectionTimeouts } from '../ClusterRequests';
import { ClusterError } from '../ClusterError';
import { fixedToken } from '../TokenSource';

/** A server on loopback that answers as a test wants. */
export interface TestServer {
  url: string;
  requests: http.IncomingMessage[];
  /** How many connections were made so far. */
  connections: () => number;
  close(): Promise<void>;
}

export async function serve(
  answer: (
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ) => void,
  tls?: https.ServerOptions,
): Promise<TestServer> {
  const requests: http.IncomingMessage[] = [];
  const listener: http.RequestListener = (request, response) => {
    requests.push(request);
    answer(request, response);
  };
  const server = tls
    ? https.createServer(tls, listener)
    : http.createServer(listener);
  let connections = 0;
  server.on('connection', () => {
    connections++;
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const TOKEN = 'planted-token';

export function connect(
  url: string,
  changes: Partial<ClusterAccess> = {},
  timeouts?: ConnectionTimeouts,
): ClusterConnection {
  return new ClusterConnection(
    {
      cluster: 'production-weu',
      url,
      credential: {
        description: 'service-account token of aks.clusters[0]',
        token: fixedToken(TOKEN),
      },
      ...changes,
    },
    timeouts,
  );
}

/** The error that a request ends with. */
export async function failureOf(request: Promise<unknown>) {
  const outcome = await request.then(
    () => undefined,
    error => error,
  );
  if (!(outcome instanceof ClusterError)) {
    throw new Error(`Expected a ClusterError and got ${outcome}`);
  }
  return outcome;
}
