import { aksNamespaceReadPermission } from '@backstage-aks/plugin-aks-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { component } from '../__testUtils__/component';
import {
  exposedWorkload,
  ingressClass,
  namespace,
} from '../__testUtils__/manifests';
import { startTestPortal, TestPortal } from '../__testUtils__/startTestPortal';
import { TestFleet } from '../__testUtils__/TestFleet';
import {
  aksNamespaceConditions,
  createAksNamespaceConditionalDecision,
} from '../permissions/conditions';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Routes that show nothing of any cluster, and why. */
const WITHOUT_PERMISSION: Record<string, string> = {
  'get /v1/openapi.json': 'It describes the API and is the same for everybody',
};

// What is in the payments team's namespace. None of it may reach the foreigner.
const TREASURE = ['ledger', 'ledger.pay.example', 'ledger-x7k2', 'pay/ledger'];
const FOREIGNER = 'user:default/mallory';
const OWNER = 'user:default/kai';

const CLAIMS: Record<string, string[]> = {
  [FOREIGNER]: ['group:default/marketing'],
  [OWNER]: ['group:default/payments'],
};

const forged = {
  'names-namespace': component('names-namespace', {
    selector: 'app=ledger',
    namespace: 'pay',
  }),
  'names-several': component('names-several', {
    selector: 'app in (ledger, site)',
    namespace: 'pay,site',
  }),
  'names-cluster': component('names-cluster', {
    selector: 'app=ledger',
    namespace: 'pay',
    cluster: 'weu',
  }),
  'names-nothing': component('names-nothing', { selector: 'app=ledger' }),
};

interface RegisteredRoute {
  method: string;
  path: string;
}

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route that Express knows; fails on what it cannot look into. */
function registeredRoutes(handler: object): RegisteredRoute[] {
  const { stack } = handler as Layer['handle'];
  if (!stack) {
    throw new Error('A handler was registered that is no router of routes');
  }
  return stack.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).map(method => ({
          method,
          path: route.path,
        }))
      : registeredRoutes(handle),
  );
}

/** What else a route can be asked, so that every way to ask is walked. */
const QUERIES: Record<string, string[]> = {
  '/v1/hosts': [
    'query=ledger',
    'query=203.0.113.10',
    'query=site.example&verdict=ok,broken,unknown,warning',
    'class=traefik&limit=1',
    'environment=production',
  ],
};

function urlOf(path: string, entity: string): string {
  const values: Record<string, string> = {
    kind: 'component',
    namespace: 'default',
    name: entity,
  };
  return path.replace(/^\/v1/, '').replaceAll(/:(\w+)/g, (_, parameter) => {
    if (!values[parameter]) {
      throw new Error(`The walk does not know what to put for :${parameter}`);
    }
    return values[parameter];
  });
}

describe('a forged annotation', () => {
  let portal: TestPortal;
  let asked: string[];

  beforeAll(async () => {
    const fleet = await TestFleet.create(databases);
    const cluster = await fleet.addCluster('weu', 'production', [
      ingressClass(),
      namespace('pay', { owner: 'payments' }),
      ...exposedWorkload({
        namespace: 'pay',
        name: 'ledger',
        host: 'ledger.pay.example',
      }),
      namespace('site', { owner: 'marketing' }),
      ...exposedWorkload({
        namespace: 'site',
        name: 'site',
        host: 'site.example',
      }),
      namespace('empty', { owner: 'payments' }),
    ]);
    const quoting = 'pods "ledger-5d4f-0" is forbidden in namespace "pay"';
    await cluster.setKindFreshness(
      'EndpointSlice',
      { state: 'stale', since: '2026-11-22T10:00:00Z', message: quoting },
      { message: quoting },
    );
    await cluster.setFreshness({ state: 'stale', message: quoting });
    portal = await startTestPortal({
      fleet,
      entities: Object.values(forged),
      policy: (permission, user) => {
        asked.push(permission.name);
        return permission.name === 'aks.namespace.read'
          ? createAksNamespaceConditionalDecision(
              aksNamespaceReadPermission,
              aksNamespaceConditions.isOwner({ claims: CLAIMS[user] ?? [] }),
            )
          : { result: AuthorizeResult.ALLOW };
      },
    });
  });

  beforeEach(() => {
    asked = [];
  });

  it('shows a foreigner nothing, on any route there is', async () => {
    const routes = portal.handlers.flatMap(registeredRoutes);
    expect(routes.length).toBeGreaterThanOrEqual(5);
    for (const { method, path } of routes) {
      // What changes something would need a walk of its own.
      expect(method).toBe('get');
      const urls = [
        ...Object.keys(forged).map(entity => urlOf(path, entity)),
        ...(QUERIES[path] ?? []).map(query => `${urlOf(path, '')}?${query}`),
      ];
      for (const url of urls) {
        asked = [];
        const { status, text } = await portal.get(url, { user: FOREIGNER });
        expect(status).toBe(200);
        for (const secret of TREASURE) {
          // Selectors are the entity's own words, so they may come back.
          expect(text.replace(/"selector":"[^"]*"/, '')).not.toContain(secret);
        }
        const unguarded = `${method} ${path}` in WITHOUT_PERMISSION;
        expect({ path, asked: asked.sort() }).toEqual({
          path,
          asked: unguarded ? [] : ['aks.cluster.read', 'aks.namespace.read'],
        });
      }
    }
  });

  it('shows a foreigner nothing, by any action there is', async () => {
    const inputs: Record<string, JsonObject[]> = {
      'get-service-exposure': Object.values(forged).map(entity => ({
        entityRef: stringifyEntityRef(entity),
      })),
      'find-host': [
        { query: 'ledger' },
        { query: '203.0.113.10' },
        { query: 'example' },
      ],
    };
    expect(portal.actions).toEqual(Object.keys(inputs));
    for (const name of portal.actions) {
      for (const input of inputs[name]) {
        asked = [];
        const output = await portal.act(name, input, { user: FOREIGNER });
        const text = JSON.stringify(output);
        for (const secret of TREASURE) {
          // Selectors are the entity's own words, so they may come back.
          expect(text.replace(/"selector":"[^"]*"/, '')).not.toContain(secret);
        }
        expect({ name, asked: asked.sort() }).toEqual({
          name,
          asked: ['aks.cluster.read', 'aks.namespace.read'],
        });
      }
    }
    const mine = await portal.act(
      'find-host',
      { query: 'ledger' },
      { user: OWNER },
    );
    expect(JSON.stringify(mine)).toContain('ledger.pay.example');
  });

  it('lets nobody in without credentials, on any route there is', async () => {
    expect(portal.openedPaths).toEqual([]);
    for (const { path } of portal.handlers.flatMap(registeredRoutes)) {
      const url = urlOf(path, 'names-namespace');
      const { status, body } = await portal.getAnonymously(url);
      expect({ path, status, name: body.error?.name }).toEqual({
        path,
        status: 401,
        name: 'AuthenticationError',
      });
    }
  });

  it('shows the owner what it keeps from the foreigner', async () => {
    const { text } = await portal.get(
      '/entities/component/default/names-namespace/exposure',
      { user: OWNER },
    );
    for (const secret of TREASURE) {
      expect(text).toContain(secret);
    }
    const hosts = await portal.get('/hosts', { user: OWNER });
    expect(hosts.body.totalItems).toBe(1);
    expect(hosts.text).toContain('ledger.pay.example');
  });

  it('does not even count the hosts of others', async () => {
    const count = async (query: string) =>
      (await portal.get(`/hosts?${query}`, { user: FOREIGNER })).body
        .totalItems;
    expect(await count('')).toBe(1);
    expect(await count('query=ledger')).toBe(0);
    // Both have the address of the same load balancer.
    expect(await count('query=203.0.113.10')).toBe(1);
  });

  it('names hidden namespaces only as the entity names them', async () => {
    const hiddenOf = async (entity: string) => {
      const { body } = await portal.get(
        `/entities/component/default/${entity}/exposure`,
        { user: FOREIGNER },
      );
      return [body.service, body.hidden];
    };
    const pay = { count: 1, namespaces: ['pay'] };
    expect(await hiddenOf('names-namespace')).toEqual(['not-found', pay]);
    expect(await hiddenOf('names-cluster')).toEqual(['not-found', pay]);
    expect(await hiddenOf('names-several')).toEqual(['found', pay]);
    expect(await hiddenOf('names-nothing')).toEqual([
      'not-found',
      { count: 0, namespaces: [] },
    ]);
  });
});

describe('a hidden namespace', () => {
  it.each(['allow', 'deny'] as const)(
    'looks like an empty one and like none at all, with unbound: %s',
    async unbound => {
      const fleet = await TestFleet.create(databases);
      const manifests = (place: string) =>
        exposedWorkload({ namespace: place, name: 'web', host: 'x.example' });
      const cluster = await fleet.addCluster('weu', 'production', [
        namespace('full', { owner: 'payments' }),
        ...manifests('full'),
        namespace('bare', { owner: 'payments' }),
      ]);
      const places = ['full', 'bare', 'none'];
      const portal = await startTestPortal({
        fleet,
        ownership: { unbound },
        entities: places.map(place =>
          component(`of-${place}`, { selector: 'app=web', namespace: place }),
        ),
        policy: permission =>
          permission.name === 'aks.namespace.read'
            ? createAksNamespaceConditionalDecision(
                aksNamespaceReadPermission,
                aksNamespaceConditions.isOwner({
                  claims: ['group:default/marketing'],
                }),
              )
            : { result: AuthorizeResult.ALLOW },
      });
      const answers = () =>
        Promise.all(
          places.map(async place => {
            const { text } = await portal.get(
              `/entities/component/default/of-${place}/exposure`,
            );
            return text.replaceAll(place, 'PLACE');
          }),
        );
      const before = await answers();
      expect(new Set(before).size).toBe(1);
      expect(before[0]).toContain(
        '"hidden":{"count":1,"namespaces":["PLACE"]}',
      );

      const etagOfFull = async () =>
        (await portal.get('/entities/component/default/of-full/exposure'))
          .headers.etag;
      const etag = await etagOfFull();
      await cluster.apply(manifests('full').slice(0, 1));
      // Not even that something changed in it shows.
      expect(await etagOfFull()).toBe(etag);
      expect(await answers()).toEqual(before);
    },
  );

  it('is none to who may read every namespace, even where there is no cluster', async () => {
    const portal = await startTestPortal({
      fleet: await TestFleet.create(databases),
      entities: [component('web', { selector: 'app=web', namespace: 'shop' })],
    });
    const { body } = await portal.get(
      '/entities/component/default/web/exposure',
    );
    expect(body).toMatchObject({
      service: 'not-found',
      sources: [],
      hidden: { count: 0, namespaces: [] },
    });
  });
});
