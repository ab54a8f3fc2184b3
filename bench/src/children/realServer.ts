import { generateCluster } from '@backstage-aks/sandbox';
import { randomBytes } from 'node:crypto';
import type { ServersSetting } from '../ApiServers';
import { answering } from './answering';
import { BENCHMARK } from './asWritten';
import { CountingProxy } from './CountingProxy';
import { seed, unseed } from './seed';
import { ServerConnection } from './ServerConnection';
import { ServersStarted } from './ServersStarted';

answering<ServersSetting>(async ({ kubeconfig = '', services, pods }) => {
  const connection = new ServerConnection(kubeconfig);
  await connection.connect();
  const snapshot = generateCluster({ services, pods });
  const name = `${BENCHMARK}-${randomBytes(3).toString('hex')}`;
  const token = randomBytes(24).toString('hex');
  const proxy = new CountingProxy(connection, token);
  const end = async () => {
    proxy.close();
    await unseed(connection, snapshot, name);
    await connection.close();
  };
  try {
    await seed(connection, snapshot, name);
  } catch (error) {
    // What went wrong first is what has to be told.
    await end().catch(() => {});
    throw error;
  }
  const started: ServersStarted = {
    clusters: [
      { name: 'real', url: await proxy.listen(), token, writingToken: token },
    ],
    namespacePrefix: `${name}-`,
    ingressClass: name,
  };
  return {
    started,
    end,
    async handle({ ask }) {
      switch (ask) {
        case 'lists':
          return proxy.lists;
        case 'close':
        case 'open':
          proxy.closed = ask === 'close';
          return 1;
        default:
          throw new Error(`The proxy cannot answer ${ask}`);
      }
    },
  };
});
