import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import type { ApiServer } from '../ApiServers';
import { answering } from './answering';
import { benchPolicy } from './benchPolicy';
import { benchSignIn } from './benchSignIn';
import { CpuProfile } from './CpuProfile';
import { VitalSigns } from './vitals';

/** A Backstage backend with one way to see services on clusters. */
export interface PortalSetting {
  plugin: 'aks' | 'kubernetes';
  port: number;
  clusters: readonly ApiServer[];
  services: string[];
  /** Where the databases' files are. */
  databaseFolder: string;
  /** Where to leave a CPU profile of what is measured, if anywhere. */
  profileFolder?: string;
}

// The catalog is a stand-in, the same for both ways; sign-in and permissions
// are the real backends.
answering<PortalSetting>(async setting => {
  const vitals = new VitalSigns();
  const profile =
    setting.profileFolder === undefined
      ? undefined
      : new CpuProfile(setting.profileFolder, setting.plugin);
  const backend = createBackend();
  backend.add(mockServices.rootLogger.factory({ level: 'warn' }));
  backend.add(mockServices.rootConfig.factory({ data: configOf(setting) }));
  backend.add(
    catalogServiceMock.factory({ entities: setting.services.map(entityOf) }),
  );
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(benchSignIn);
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(benchPolicy);
  backend.add(
    setting.plugin === 'aks'
      ? import('@backstage-aks/plugin-aks-backend')
      : import('@backstage/plugin-kubernetes-backend'),
  );
  await backend.start();
  return {
    started: true,
    async handle({ ask }) {
      switch (ask) {
        case 'reset':
          global.gc?.();
          await profile?.start();
          vitals.reset();
          return vitals.read();
        case 'vitals': {
          const read = vitals.read();
          await profile?.end();
          return read;
        }
        default:
          throw new Error(`The portal cannot answer ${ask}`);
      }
    },
  };
});

function entityOf(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: { 'backstage.io/kubernetes-id': name },
    },
  };
}

function configOf(setting: PortalSetting): JsonObject {
  return {
    app: { baseUrl: 'http://127.0.0.1:3000' },
    backend: {
      baseUrl: `http://127.0.0.1:${setting.port}`,
      listen: { host: '127.0.0.1', port: setting.port },
      database: {
        client: 'better-sqlite3',
        connection: { directory: setting.databaseFolder },
      },
    },
    auth: { environment: 'bench', providers: { bench: {} } },
    permission: { enabled: true },
    ...(setting.plugin === 'aks' ? aksConfig(setting) : peerConfig(setting)),
  };
}

function aksConfig({ clusters }: PortalSetting): JsonObject {
  return {
    aks: {
      clusters: clusters.map(({ name, url, token }) => ({
        name,
        url,
        environment: 'production',
        auth: { type: 'serviceAccountToken', token },
      })),
      ownership: { patterns: [], unbound: 'allow' },
    },
  };
}

function peerConfig({ clusters }: PortalSetting): JsonObject {
  return {
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url, token }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
            skipMetricsLookup: true,
          })),
        },
      ],
    },
  };
}
