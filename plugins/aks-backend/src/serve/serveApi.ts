import {
  HttpAuthService,
  HttpRouterService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { Upstream } from '@backstage-aks/insight';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { OwnershipConfig } from '../config/readAksConfig';
import { AccessReader } from '../permissions/Access';
import { NamespaceOwnership } from '../permissions/NamespaceOwnership';
import { addResourceTypes } from '../permissions/resourceTypes';
import { ServeMetrics } from '../metrics/ServeMetrics';
import { HostReader } from '../store/HostReader';
import { RecordReader } from '../store/RecordReader';
import { StoreHealth } from '../store/StoreHealth';
import { registerActions } from './actions/registerActions';
import { createRouter } from './createRouter';
import { FleetViews } from './FleetViews';
import { EntityFinder } from './hosts/EntityFinder';
import { HostScopeResolver } from './hosts/HostScope';
import { HostViews } from './hosts/HostViews';
import { RouteJudge } from './hosts/RouteJudge';
import { createRoutes } from './routes';
import { ScopeNames } from './ScopeNames';
import { ServiceBasisReader } from './ServiceBasis';
import { ServiceReader } from './ServiceReader';
import { ServiceScopeResolver } from './ServiceScope';
import { ServiceViews } from './ServiceViews';
import { SourceStates } from './SourceStates';

/** Serves what the store knows, to whom it may concern. */
export function serveApi(options: {
  reader: RecordReader;
  hosts: HostReader;
  /** Whether this replica can write what it collects. */
  health: StoreHealth;
  metrics: ServeMetrics;
  /** How the store calls this replica. */
  holder: string;
  ownership: OwnershipConfig;
  /** Whether a namespace is collected; all are, where it is absent. */
  collects?: (namespace: string) => boolean;
  /** Names of environments in the order in which pages show them. */
  environments: readonly string[];
  /** What stands in front of the clusters. */
  upstreams: readonly Upstream[];
  /** Where the Azure portal shows clusters, by their names. */
  azurePortal: ReadonlyMap<string, string>;
  scopeNames: ScopeNames;
  actionsRegistry: ActionsRegistryService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  now?: () => Date;
}) {
  const { reader, hosts, health, holder, environments } = options;
  const { catalog, scopeNames } = options;
  const { httpAuth, httpRouter, permissions, permissionsRegistry } = options;
  const now = options.now ?? (() => new Date());
  const ownership = new NamespaceOwnership(options.ownership, options.collects);

  addResourceTypes({ permissionsRegistry, reader, ownership });

  const scopes = new ServiceScopeResolver({ reader, ownership });
  const states = new SourceStates({ reader });
  const serviceViews = new ServiceViews({
    reader,
    ownership,
    basisReader: new ServiceBasisReader({
      ...{ reader, scopes, states },
      azurePortal: options.azurePortal,
    }),
    serviceReader: new ServiceReader(reader),
    scopeNames,
    upstreams: options.upstreams,
    metrics: options.metrics,
    now,
  });
  const fleetViews = new FleetViews({
    ...{ reader, ownership, health, holder, now },
  });
  const hostViews = new HostViews({
    reader,
    hosts,
    scopes: new HostScopeResolver({ reader, hosts, ownership }),
    judge: new RouteJudge({ reader, now }),
    entities: new EntityFinder({ catalog }),
    scopeNames,
    states,
  });
  const routes = createRoutes({
    catalog,
    serviceViews,
    fleetViews,
    hostViews,
    environments,
  });
  const accessReader = new AccessReader({ permissions, permissionsRegistry });
  httpRouter.use(
    createRouter({
      routes,
      httpAuth,
      accessReader,
      metrics: options.metrics,
      logger: options.logger,
    }),
  );
  registerActions({
    actionsRegistry: options.actionsRegistry,
    accessReader,
    catalog,
    serviceViews,
    hostViews,
    environments,
    logger: options.logger,
  });
}
