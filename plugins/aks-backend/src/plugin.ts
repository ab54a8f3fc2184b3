import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { randomUUID } from 'crypto';
import { FleetCollector, projectionSettings } from './collect/FleetCollector';
import { NamespaceLimits } from './collect/NamespaceLimits';
import { readAksConfig } from './config/readAksConfig';
import { Metrics } from './metrics/Metrics';
import { ChangeAnnouncer } from './serve/ChangeAnnouncer';
import { ScopeNames } from './serve/ScopeNames';
import { serveApi } from './serve/serveApi';
import { measureStatements } from './store/measureStatements';
import { openDatabase } from './store/openDatabase';
import { readScopeKey } from './store/readScopeKey';
import { SqlClusterStore } from './store/SqlClusterStore';
import { SqlHostReader } from './store/SqlHostReader';
import { SqlRecordReader } from './store/SqlRecordReader';
import { StoreHealth } from './store/StoreHealth';

/**
 * Collects, stores and serves what the portal knows of AKS clusters. It only
 * ever reads them.
 *
 * @public
 */
export const aksPlugin = createBackendPlugin({
  pluginId: 'aks',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        meter: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init({
        config,
        database,
        lifecycle,
        logger,
        meter,
        scheduler,
        signals,
        ...serving
      }) {
        const aksConfig = readAksConfig(config);
        const metrics = new Metrics(meter);
        const { knex, alone } = await openDatabase(database);
        measureStatements(knex, metrics.store);
        const health = new StoreHealth({ metrics: metrics.store });
        const holder = randomUUID();
        const store = new SqlClusterStore({
          knex,
          holder,
          alone,
          health,
          metrics: metrics.store,
          retention: aksConfig.retention,
          projectionSettings: projectionSettings(aksConfig),
        });
        const scopeNames = new ScopeNames(await readScopeKey(knex));
        const announcer = new ChangeAnnouncer({ signals, logger, scopeNames });
        store.onChange(change => announcer.onChange(change));
        const collector = new FleetCollector({
          config: aksConfig,
          store,
          logger,
          metrics: metrics.collect,
        });
        lifecycle.addShutdownHook(async () => {
          await collector.stop();
          announcer.stop();
        });
        // Waits for the store only: what it holds is marked stale before it is
        // served. Clusters are read from then on.
        await collector.start();
        await scheduler.scheduleTask({
          id: 'aks-retention',
          frequency: { hours: 1 },
          timeout: { minutes: 30 },
          fn: signal => store.applyRetention(signal),
        });

        const limits = new NamespaceLimits(aksConfig.collect.namespaces);
        serveApi({
          reader: new SqlRecordReader({ knex }),
          hosts: new SqlHostReader({ knex }),
          health,
          metrics: metrics.serve,
          holder,
          ownership: aksConfig.ownership,
          collects: namespace => limits.collects(namespace),
          environments: aksConfig.environments,
          upstreams: aksConfig.upstreams,
          azurePortal: new Map(
            aksConfig.clusters.flatMap(({ name, azurePortal }) =>
              azurePortal ? [[name, azurePortal]] : [],
            ),
          ),
          scopeNames,
          logger,
          ...serving,
        });
      },
    });
  },
});
