import {
  aksClusterReadPermission,
  aksNamespaceReadPermission,
  clusterListSchema,
  exposureAnswerSchema,
  fleetStatusSchema,
  HostListQuery,
  hostListQuerySchema,
  hostListSchema,
  summaryViewSchema,
} from '@backstage-aks/plugin-aks-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { z } from 'zod';
import { exposureView } from './exposureView';
import { FleetViews } from './FleetViews';
import { HostViews } from './hosts/HostViews';
import { openApiDocument } from './openApiDocument';
import { readableEntity } from './readableEntity';
import { Answer, Route, RouteRequest } from './Route';
import { ServiceView, ServiceViews } from './ServiceViews';
import { summaryView } from './summaryView';

const READ_FLEET = [
  aksClusterReadPermission.name,
  aksNamespaceReadPermission.name,
] as const;

const READ_SERVICE = ['catalog.entity.read', ...READ_FLEET] as const;

/** Every route of the HTTP API. */
export function createRoutes(options: {
  catalog: CatalogService;
  serviceViews: ServiceViews;
  fleetViews: FleetViews;
  hostViews: HostViews;
  /** Names of environments in the order in which pages show them. */
  environments: readonly string[];
}): Route[] {
  const { catalog, serviceViews, fleetViews, hostViews, environments } =
    options;

  async function serviceAnswer(
    view: ServiceView,
    request: RouteRequest,
  ): Promise<Answer> {
    const { credentials } = request;
    const { kind, namespace, name } = request.params;
    const [entity, access] = await Promise.all([
      readableEntity(catalog, { kind, namespace, name }, credentials),
      request.access,
    ]);
    return serviceViews.answer(view, entity, access);
  }

  const exposure = exposureView(environments);
  const routes: Route[] = [
    {
      method: 'get',
      path: '/v1/entities/:kind/:namespace/:name/exposure',
      summary: 'How host names reach the pods of a service, hop by hop',
      permissions: READ_SERVICE,
      answer: exposureAnswerSchema,
      handle: request => serviceAnswer(exposure, request),
    },
    {
      method: 'get',
      path: '/v1/entities/:kind/:namespace/:name/summary',
      summary: "What the cards on an entity's overview show",
      permissions: READ_SERVICE,
      answer: summaryViewSchema,
      handle: request => serviceAnswer(summaryView, request),
    },
    {
      method: 'get',
      path: '/v1/clusters',
      summary: 'The clusters of the fleet',
      permissions: READ_FLEET,
      answer: clusterListSchema,
      async handle({ access }) {
        const clusters = await fleetViews.clusters(await access);
        return { body: () => clusters };
      },
    },
    {
      method: 'get',
      path: '/v1/hosts',
      summary: 'Host names of the fleet, with who owns them and how they stand',
      permissions: READ_FLEET,
      query: hostListQuerySchema,
      answer: hostListSchema,
      async handle({ access, credentials, query }) {
        const hosts = await hostViews.list(
          query as HostListQuery,
          await access,
          credentials,
        );
        return { body: () => hosts };
      },
    },
    {
      method: 'get',
      path: '/v1/status',
      summary: 'How well each cluster and kind is known',
      permissions: READ_FLEET,
      answer: fleetStatusSchema,
      async handle({ access }) {
        const status = await fleetViews.status(await access);
        return { body: () => status };
      },
    },
    {
      method: 'get',
      path: '/v1/openapi.json',
      summary: 'This description of the API',
      answer: z.record(z.string(), z.unknown()),
      async handle() {
        return { body: () => openApiDocument(routes) };
      },
    },
  ];
  return routes;
}
