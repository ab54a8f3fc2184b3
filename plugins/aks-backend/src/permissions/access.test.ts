import {
  aksClusterReadPermission,
  aksNamespaceReadPermission,
  clusterListSchema,
  fleetStatusSchema,
} from '@backstage-aks/plugin-aks-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { component } from '../__testUtils__/component';
import { exposureViewOf } from '../__testUtils__/exposureViewOf';
import {
  exposedWorkload,
  ingressClass,
  namespace,
} from '../__testUtils__/manifests';
import { startTestPortal, TestPolicy } from '../__testUtils__/startTestPortal';
import { TestFleet } from '../__testUtils__/TestFleet';
import { OwnershipConfig } from '../config/readAksConfig';
import {
  aksClusterConditions,
  aksNamespaceConditions,
  createAksClusterConditionalDecision,
  createAksNamespaceConditionalDecision,
} from './conditions';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

/** The same workload in four namespaces of two clusters. */
async function createFleet() {
  const fleet = await TestFleet.create(databases);
  const web = (place: string, labels: Record<string, string>) => [
    namespace(place, labels),
    ...exposedWorkload({
      namespace: place,
      name: 'web',
      host: `${place}.example`,
    }),
  ];
  await fleet.addCluster('prod', 'production', [
    ingressClass(),
    ...web('shop', { owner: 'storefront' }),
    ...web('pay', { owner: 'payments', visibility: 'internal' }),
    ...web('misc', {}),
  ]);
  await fleet.addCluster('stag', 'staging', [
    ingressClass(),
    ...web('try', { owner: 'storefront' }),
  ]);
  return fleet;
}

interface Case {
  what: string;
  cluster?: TestPolicy;
  namespace?: TestPolicy;
  ownership?: Partial<OwnershipConfig>;
  hosts: string[];
  clusters: Record<string, number>;
}

const onCluster =
  (
    conditions: Parameters<typeof createAksClusterConditionalDecision>[1],
  ): TestPolicy =>
  () =>
    createAksClusterConditionalDecision(aksClusterReadPermission, conditions);

const onNamespace =
  (
    conditions: Parameters<typeof createAksNamespaceConditionalDecision>[1],
  ): TestPolicy =>
  () =>
    createAksNamespaceConditionalDecision(
      aksNamespaceReadPermission,
      conditions,
    );

const storefront = aksNamespaceConditions.isOwner({
  claims: ['user:default/mona', 'group:default/storefront'],
});

const cases: Case[] = [
  {
    what: 'everything allowed',
    hosts: ['misc.example', 'pay.example', 'shop.example', 'try.example'],
    clusters: { prod: 3, stag: 1 },
  },
  {
    what: 'clusters denied',
    cluster: () => DENY,
    hosts: [],
    clusters: {},
  },
  {
    what: 'namespaces denied',
    namespace: () => DENY,
    hosts: [],
    clusters: { prod: 0, stag: 0 },
  },
  {
    what: 'clusters of one environment',
    cluster: onCluster(
      aksClusterConditions.inEnvironment({ environments: ['staging'] }),
    ),
    hosts: ['try.example'],
    clusters: { stag: 1 },
  },
  {
    what: 'namespaces of one environment',
    namespace: onNamespace(
      aksNamespaceConditions.inEnvironment({ environments: ['production'] }),
    ),
    hosts: ['misc.example', 'pay.example', 'shop.example'],
    clusters: { prod: 3, stag: 0 },
  },
  {
    what: 'owned namespaces, unbound ones denied',
    namespace: onNamespace(storefront),
    hosts: ['shop.example', 'try.example'],
    clusters: { prod: 1, stag: 1 },
  },
  {
    what: 'owned namespaces, unbound ones allowed',
    namespace: onNamespace(storefront),
    ownership: { unbound: 'allow' },
    hosts: ['misc.example', 'shop.example', 'try.example'],
    clusters: { prod: 2, stag: 1 },
  },
  {
    what: 'owned namespaces, by name',
    namespace: onNamespace(storefront),
    ownership: { patterns: [{ pattern: /^mi.*$/, owner: 'storefront' }] },
    hosts: ['misc.example', 'shop.example', 'try.example'],
    clusters: { prod: 2, stag: 1 },
  },
  {
    what: 'owned namespaces and those with a label',
    namespace: onNamespace({
      anyOf: [
        storefront,
        aksNamespaceConditions.hasLabel({
          key: 'visibility',
          value: 'internal',
        }),
      ],
    }),
    hosts: ['pay.example', 'shop.example', 'try.example'],
    clusters: { prod: 2, stag: 1 },
  },
  {
    what: 'namespaces with a label of any value',
    namespace: onNamespace(aksNamespaceConditions.hasLabel({ key: 'owner' })),
    hosts: ['pay.example', 'shop.example', 'try.example'],
    clusters: { prod: 2, stag: 1 },
  },
  {
    what: 'all but the owned ones',
    namespace: onNamespace({ not: storefront }),
    hosts: ['misc.example', 'pay.example'],
    clusters: { prod: 2, stag: 0 },
  },
];

describe('who may see what', () => {
  it.each(cases)('$what', async ({ cluster, namespace: place, ...given }) => {
    const questions: string[] = [];
    const portal = await startTestPortal({
      fleet: await createFleet(),
      entities: [component('web', { selector: 'app=web' })],
      ownership: given.ownership,
      policy: (permission, user) => {
        questions.push(permission.name);
        const policy = permission.name === 'aks.cluster.read' ? cluster : place;
        return policy ? policy(permission, user) : ALLOW;
      },
    });

    const { body } = await portal.get(
      '/entities/component/default/web/exposure',
    );
    // Each permission is asked for once, however many namespaces there are.
    expect(questions.sort()).toEqual([
      'aks.cluster.read',
      'aks.namespace.read',
    ]);
    const view = exposureViewOf(body);
    const hosts = view.environments.flatMap(({ exposures }) =>
      exposures.map(({ host }) => host),
    );
    expect(hosts.sort()).toEqual(given.hosts);
    // The entity names no namespace, so nothing is told of those it matches in.
    expect(view.hidden).toEqual({ count: 0, namespaces: [] });
    expect(view.service).toBe(hosts.length > 0 ? 'found' : 'not-found');

    const names = Object.keys(given.clusters);
    expect(view.sources.map(({ cluster: source }) => source.name)).toEqual(
      names,
    );
    const list = await portal.get('/clusters');
    expect(
      Object.fromEntries(
        clusterListSchema
          .parse(list.body)
          .items.map(item => [item.name, item.namespaces]),
      ),
    ).toEqual(given.clusters);
    const status = await portal.get('/status');
    expect(
      fleetStatusSchema.parse(status.body).clusters.map(({ name }) => name),
    ).toEqual(names);
  });
});
