import {
  clusterListSchema,
  exposureAnswerSchema,
  fleetStatusSchema,
  summaryViewSchema,
} from '@backstage-aks/plugin-aks-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { component } from '../__testUtils__/component';
import {
  exposedWorkload,
  ingress,
  ingressClass,
  namespace,
} from '../__testUtils__/manifests';
import { startTestPortal, TestPortal } from '../__testUtils__/startTestPortal';
import { TestFleet } from '../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('routes', () => {
  let portal: TestPortal;

  beforeAll(async () => {
    const fleet = await TestFleet.create(databases);
    const shop = (host: string) => [
      namespace('shop'),
      ingressClass(),
      ...exposedWorkload({ namespace: 'shop', name: 'web', host }),
    ];
    await fleet.addCluster('prod-weu', 'production', shop('web.example'));
    const staging = await fleet.addCluster('stag', 'staging', [
      ...shop('web.staging.example'),
      ingress({
        namespace: 'shop',
        name: 'old',
        host: 'old.staging.example',
        labels: { app: 'web' },
        service: 'gone',
      }),
    ]);
    await staging.setKindFreshness(
      'ReplicaSet',
      { state: 'forbidden', message: 'replicasets is forbidden' },
      { message: 'replicasets is forbidden' },
    );
    portal = await startTestPortal({
      fleet,
      environments: ['staging', 'production', 'unused'],
      entities: [
        component('web', { selector: 'app=web', namespace: 'shop' }),
        component('prod-web', { selector: 'app=web', cluster: 'prod-weu' }),
        component('absent', { id: 'absent', namespace: 'shop' }),
        component('plain'),
        component('malformed', { selector: 'app in web' }),
        component('too-wide', { selector: '!legacy' }),
        component('secret', { selector: 'app=web', namespace: 'shop' }),
      ],
      secretEntities: { secret: 'user:default/kai' },
    });
  });

  it('answers exposures by environment, in the configured order', async () => {
    const { status, body } = await portal.get(
      '/entities/component/default/web/exposure',
    );
    expect(status).toBe(200);
    expect(exposureAnswerSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      entityRef: 'component:default/web',
      service: 'found',
      selector: 'app=web',
      hidden: { count: 0, namespaces: [] },
    });
    expect(
      exposureAnswerSchema
        .parse(body)
        .environments.map(({ name, verdict, exposures }) => [
          name,
          verdict,
          exposures.map(exposure => [exposure.host, exposure.verdict]),
        ]),
    ).toEqual([
      [
        'staging',
        'broken',
        [
          ['old.staging.example', 'broken'],
          ['web.staging.example', 'ok'],
        ],
      ],
      ['production', 'ok', [['web.example', 'ok']]],
    ]);
  });

  it('says what the view was made of', async () => {
    const { body } = await portal.get(
      '/entities/component/default/web/exposure',
    );
    expect(body.sources).toEqual([
      {
        cluster: expect.objectContaining({ name: 'prod-weu' }),
        freshness: { state: 'live' },
        service: 'found',
        kinds: [],
      },
      {
        cluster: expect.objectContaining({ name: 'stag' }),
        freshness: { state: 'live' },
        service: 'found',
        kinds: [
          {
            kind: 'ReplicaSet',
            freshness: {
              state: 'forbidden',
              message: expect.stringContaining('does not let'),
              remedy: expect.stringContaining('ClusterRole'),
              detail: 'replicasets is forbidden',
            },
          },
        ],
      },
    ]);
    // Of each cluster the namespace, what is cluster-scoped, and the names.
    expect(new Set(body.scopes).size).toBe(6);
  });

  it('answers the summary for the cards', async () => {
    const { status, body } = await portal.get(
      '/entities/component/default/web/summary',
    );
    expect(status).toBe(200);
    expect(summaryViewSchema.parse(body)).toEqual(body);
    expect(body.ingress).toMatchObject({
      verdict: 'broken',
      counts: { ok: 2, warning: 0, broken: 1, unknown: 0 },
    });
    expect(
      summaryViewSchema
        .parse(body)
        .ingress.rows.map(row => [row.route.name, row.cluster.name]),
    ).toEqual([
      ['web', 'prod-weu'],
      ['old', 'stag'],
      ['web', 'stag'],
    ]);
  });

  it('finds namespaces by itself and keeps to the annotated cluster', async () => {
    const { body } = await portal.get(
      '/entities/component/default/prod-web/exposure',
    );
    expect(body.service).toBe('found');
    expect(body.environments).toHaveLength(1);
    expect(body.sources).toHaveLength(1);
  });

  it.each([
    { entity: 'plain', service: 'unannotated', sources: 0 },
    { entity: 'absent', service: 'not-found', sources: 2 },
  ])('answers $service for $entity', async ({ entity, service, sources }) => {
    for (const [view, schema] of [
      ['exposure', exposureAnswerSchema],
      ['summary', summaryViewSchema],
    ] as const) {
      const { status, body } = await portal.get(
        `/entities/component/default/${entity}/${view}`,
      );
      expect(status).toBe(200);
      expect(schema.parse(body)).toEqual(body);
      expect(body.service).toBe(service);
      expect(body.sources).toHaveLength(sources);
    }
  });

  it.each([
    { entity: 'malformed', says: /"app in web".*catalog-info\.yaml/ },
    { entity: 'too-wide', says: /add a label that it must have/ },
  ])('refuses the selector of $entity', async ({ entity, says }) => {
    const { status, body } = await portal.get(
      `/entities/component/default/${entity}/exposure`,
    );
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toMatch(says);
  });

  it.each(['%00', 'shop%0Afront', `${'a'.repeat(300)}`])(
    'refuses the name %s, which no entity can have',
    async name => {
      const { status, body } = await portal.get(
        `/entities/component/default/${name}/exposure`,
      );
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/^No entity can have the name ".+"/),
      });
    },
  );

  it.each(['no-such', 'secret'])(
    'knows no entity %s, whether it does not exist or may not be read',
    async name => {
      const { status, body } = await portal.get(
        `/entities/component/default/${name}/exposure`,
      );
      expect(status).toBe(404);
      expect(body.error).toMatchObject({
        name: 'NotFoundError',
        message: `The catalog has no entity component:default/${name} that you may read`,
      });
    },
  );

  it('shows an entity to the one who may read it', async () => {
    const { status } = await portal.get(
      '/entities/component/default/secret/exposure',
      { user: 'user:default/kai' },
    );
    expect(status).toBe(200);
  });

  it('lists the clusters', async () => {
    const { body } = await portal.get('/clusters');
    expect(clusterListSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      totalItems: 2,
      items: [
        {
          name: 'prod-weu',
          environment: 'production',
          freshness: { state: 'live' },
          kubernetesVersion: 'v1.34.1',
          namespaces: 1,
        },
        { name: 'stag' },
      ],
    });
  });

  it('tells how well each kind is known', async () => {
    const { body } = await portal.get('/status');
    const fleet = fleetStatusSchema.parse(body);
    expect(fleet).toEqual(body);
    const staging = fleet.clusters.find(({ name }) => name === 'stag');
    expect(staging?.kinds).toContainEqual(
      expect.objectContaining({
        kind: 'ReplicaSet',
        freshness: expect.objectContaining({ state: 'forbidden' }),
        lastError: expect.objectContaining({
          message: 'replicasets is forbidden',
        }),
      }),
    );
    expect(staging?.kinds).toContainEqual(
      expect.objectContaining({ kind: 'Ingress', records: 2 }),
    );
  });

  it('describes itself', async () => {
    const { body } = await portal.get('/openapi.json');
    expect(Object.keys(body.paths)).toEqual([
      '/v1/entities/{kind}/{namespace}/{name}/exposure',
      '/v1/entities/{kind}/{namespace}/{name}/summary',
      '/v1/clusters',
      '/v1/hosts',
      '/v1/status',
      '/v1/openapi.json',
    ]);
    const exposure =
      body.paths['/v1/entities/{kind}/{namespace}/{name}/exposure'].get;
    expect(exposure.description).toBe(
      'Needs catalog.entity.read, aks.cluster.read, aks.namespace.read.',
    );
    expect(
      exposure.responses[200].content['application/json'].schema.required,
    ).toContain('environments');
    const { parameters } = body.paths['/v1/hosts'].get;
    expect(parameters).toContainEqual({
      name: 'verdict',
      in: 'query',
      required: false,
      schema: {
        type: 'string',
        description: 'One or several, separated by commas',
      },
    });
  });

  it('answers other plugins as well', async () => {
    const { status } = await portal.getAsPlugin('/clusters');
    expect(status).toBe(200);
  });
});
