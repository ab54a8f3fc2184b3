import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Upstream } from '@backstage-aks/insight';
import { JsonObject, JsonValue } from '@backstage/types';
import { Handler } from 'express';
import request from 'supertest';
import { OwnershipConfig } from '../config/readAksConfig';
import { Meter } from '../metrics/Meter';
import { ServeMetrics } from '../metrics/ServeMetrics';
import { silentMeter } from '../metrics/silentMeter';
import { ScopeNames } from '../serve/ScopeNames';
import { serveApi } from '../serve/serveApi';
import { TEST_HOLDER, TestFleet } from './TestFleet';

/** What a policy answers to a user who asks for a permission. */
export type TestPolicy = (
  permission: ResourcePermission,
  userRef: string,
) => PolicyDecision;

/** A policy under which everybody may read everything. */
export const allowAll: TestPolicy = () => ({ result: AuthorizeResult.ALLOW });

/** The routes over a {@link TestFleet}, in a real Backstage backend. */
export interface TestPortal {
  get(
    path: string,
    options?: {
      user?: string;
      etag?: string;
      headers?: Record<string, string>;
    },
  ): Promise<request.Response>;
  /** Without any credentials. */
  getAnonymously(path: string): Promise<request.Response>;
  getAsPlugin(path: string): Promise<request.Response>;
  /** Runs an action of the actions registry. */
  act(
    name: string,
    input: JsonObject,
    options?: { user?: string },
  ): Promise<JsonValue>;
  /** Names of the actions that the plugin registered. */
  readonly actions: string[];
  /** Whatever the plugin gave to the HTTP router. */
  readonly handlers: Handler[];
  /** Paths that the plugin opened to callers without credentials. */
  readonly openedPaths: string[];
}

export const DEFAULT_OWNERSHIP: OwnershipConfig = {
  label: 'owner',
  annotation: 'example.com/owners',
  patterns: [],
  unbound: 'deny',
};

export async function startTestPortal(options: {
  fleet: TestFleet;
  entities: Entity[];
  policy?: TestPolicy;
  ownership?: Partial<OwnershipConfig>;
  environments?: string[];
  upstreams?: Upstream[];
  azurePortal?: ReadonlyMap<string, string>;
  /** Entity references that nobody but their reader may read. */
  secretEntities?: Record<string, string>;
  meter?: Meter;
  now?: () => Date;
}): Promise<TestPortal> {
  const { fleet, environments = [], upstreams = [], now } = options;
  const { meter = silentMeter } = options;
  const handlers: Handler[] = [];
  const openedPaths: string[] = [];
  const actionsRegistry = actionsRegistryServiceMock();
  const plugin = createBackendPlugin({
    pluginId: 'aks',
    register(env) {
      env.registerInit({
        deps: {
          catalog: catalogServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
        },
        async init({ httpRouter, ...services }) {
          serveApi({
            httpRouter: {
              use(handler) {
                handlers.push(handler);
                httpRouter.use(handler);
              },
              addAuthPolicy(policy) {
                openedPaths.push(policy.path);
                httpRouter.addAuthPolicy(policy);
              },
            },
            actionsRegistry,
            reader: fleet.reader,
            hosts: fleet.hosts,
            health: fleet.health,
            metrics: new ServeMetrics(meter),
            holder: TEST_HOLDER,
            ownership: { ...DEFAULT_OWNERSHIP, ...options.ownership },
            environments,
            upstreams,
            azurePortal: options.azurePortal ?? new Map(),
            scopeNames: new ScopeNames('the key of tests'),
            logger: mockServices.logger.mock(),
            now,
            ...services,
          });
        },
      });
    },
  });
  const { server } = await startTestBackend({
    features: [
      plugin,
      // The real one, which refuses who has no credentials.
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      catalogFactory(options.entities, options.secretEntities ?? {}),
      permissionsFactory(() => options.policy ?? allowAll),
    ],
  });
  const get = (path: string, headers: Record<string, string>) =>
    request(server).get(`/api/aks/v1${path}`).set(headers);
  return {
    handlers,
    openedPaths,
    actions: [...actionsRegistry.actions.values()].map(({ name }) => name),
    async act(name, input, { user = 'user:default/mona' } = {}) {
      const { output } = await actionsRegistry.invoke({
        id: `test:${name}`,
        input,
        credentials: mockCredentials.user(user),
      });
      return output;
    },
    get: (path, { user = 'user:default/mona', etag, headers } = {}) =>
      get(path, {
        authorization: mockCredentials.user.header(user),
        ...(etag && { 'if-none-match': etag }),
        ...headers,
      }),
    getAnonymously: path => get(path, {}),
    getAsPlugin: path =>
      get(path, { authorization: mockCredentials.service.header() }),
  };
}

function catalogFactory(entities: Entity[], secret: Record<string, string>) {
  const catalog = catalogServiceMock({ entities });
  const mayRead = ({ metadata }: Entity, credentialed: unknown) => {
    const reader = secret[metadata.name];
    return !reader || reader === userOf(credentialed);
  };
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      catalogServiceMock.mock({
        async getEntityByRef(ref, credentialed) {
          const entity = await catalog.getEntityByRef(ref, credentialed);
          return entity && mayRead(entity, credentialed) ? entity : undefined;
        },
        async queryEntities(query, credentialed) {
          const answer = await catalog.queryEntities(query, credentialed);
          return {
            ...answer,
            items: answer.items.filter(item => mayRead(item, credentialed)),
          };
        },
      }),
  });
}

function permissionsFactory(policy: () => TestPolicy) {
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => ({
      async authorize() {
        throw new Error('The routes ask once, for conditions');
      },
      async authorizeConditional(requests, credentialed) {
        return requests.map(({ permission }) =>
          policy()(permission, userOf(credentialed)),
        );
      },
    }),
  });
}

function userOf(options: unknown): string {
  const { credentials } = options as {
    credentials: { principal: { type: string; userEntityRef?: string } };
  };
  return credentials.principal.userEntityRef ?? credentials.principal.type;
}
