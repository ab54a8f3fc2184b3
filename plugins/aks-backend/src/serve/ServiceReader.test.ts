import { parseLabelSelector } from '@backstage-aks/insight';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  exposedWorkload,
  ingress,
  ingressClass,
  Manifest,
  namespace,
  service,
  workload,
} from '../__testUtils__/manifests';
import { TestFleet } from '../__testUtils__/TestFleet';
import { RecordReader } from '../store/RecordReader';
import { NamespaceGate } from './NamespaceGate';
import { ServiceReader } from './ServiceReader';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function read(
  manifests: readonly Manifest[],
  options: { selector?: string; namespaces?: string[] } = {},
) {
  const { selector = 'app=web', namespaces = ['shop'] } = options;
  const fleet = await TestFleet.create(databases);
  const cluster = await fleet.addCluster('weu', 'production', manifests);
  const { reader, calls } = counted(fleet.reader);
  const { records, roots } = await new ServiceReader(reader).read({
    clusterId: cluster.id,
    selector: parseLabelSelector(selector),
    namespaces,
    gate: new NamespaceGate({ reader, clusterId: cluster.id, namespaces }),
  });
  return {
    records: records.map(({ kind, name }) => `${kind}/${name}`).sort(),
    roots: roots.map(({ kind, name }) => `${kind}/${name}`).sort(),
    calls,
  };
}

function counted(reader: RecordReader) {
  const calls: string[] = [];
  const proxy = new Proxy(reader, {
    get(target, name: keyof RecordReader) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') {
        return method;
      }
      return (...args: unknown[]) => {
        calls.push(name);
        return method.apply(target, args);
      };
    },
  });
  return { reader: proxy, calls };
}

const WEB = [
  'Deployment/web',
  'EndpointSlice/web-x7k2',
  'Ingress/web',
  'IngressClass/traefik',
  'Pod/web-5d4f-0',
  'Pod/web-5d4f-1',
  'ReplicaSet/web-5d4f',
  'Service/web',
];

describe('ServiceReader', () => {
  const web = exposedWorkload({
    namespace: 'shop',
    name: 'web',
    host: 'web.example',
  });
  const noise = [
    namespace('shop'),
    ingressClass(),
    ...exposedWorkload({
      namespace: 'shop',
      name: 'other',
      host: 'other.example',
    }),
    ...exposedWorkload({
      namespace: 'elsewhere',
      name: 'web',
      host: 'elsewhere.example',
    }),
  ];

  it('reaches everything from a Deployment that carries the label', async () => {
    const labels = { team: 'shop' };
    const { records, roots } = await read(
      [
        ...noise,
        ...workload({ namespace: 'shop', name: 'web', labels }),
        ...service({ namespace: 'shop', name: 'web' }),
        ingress({ namespace: 'shop', name: 'web', host: 'web.example' }),
      ],
      { selector: 'team=shop' },
    );
    expect(records).toEqual(WEB);
    expect(roots).toEqual(['Deployment/web']);
  });

  it.each([
    { what: 'running', replicas: 2, records: WEB },
    {
      what: 'scaled to zero',
      replicas: 0,
      records: WEB.filter(record => !record.startsWith('Pod/')),
    },
  ])(
    'takes the workload that a labelled Service selects: $what',
    async ({ replicas, records: expected }) => {
      const labels = { team: 'shop' };
      const { records, roots } = await read(
        [
          ...noise,
          ...workload({ namespace: 'shop', name: 'web', replicas }),
          ...service({ namespace: 'shop', name: 'web', labels, replicas }),
          ingress({ namespace: 'shop', name: 'web', host: 'web.example' }),
        ],
        { selector: 'team=shop' },
      );
      expect(records).toEqual(expected);
      expect(roots).toEqual(['Deployment/web', 'Service/web']);
    },
  );

  it('takes bare pods, and pods of owners that are not collected', async () => {
    const pod = (name: string, ownerReferences?: object[]): Manifest => ({
      kind: 'Pod',
      metadata: {
        namespace: 'shop',
        name,
        labels: { app: 'web' },
        ownerReferences,
      },
    });
    const { roots } = await read([
      pod('bare'),
      pod('web-0', [
        {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          name: 'web',
          uid: 'u',
          controller: true,
        },
      ]),
    ]);
    expect(roots).toEqual(['Pod/bare', 'StatefulSet/web']);
  });

  it.each([
    ['of its namespace', 'shop', ['shop'], ['Gateway/public']],
    ['of another', 'edge', ['shop', 'edge'], ['Gateway/public']],
    ['of one that may not be read', 'edge', ['shop'], []],
  ])(
    'follows a route to a Gateway %s',
    async (_, place, namespaces, gateways) => {
      const { records } = await read(
        [
          ...noise,
          ...workload({ namespace: 'shop', name: 'web' }),
          ...service({ namespace: 'shop', name: 'web' }),
          {
            kind: 'GatewayClass',
            metadata: { name: 'approuting-istio' },
            spec: { controllerName: 'istio.io/gateway-controller' },
          },
          {
            kind: 'Gateway',
            metadata: { namespace: place, name: 'public' },
            spec: { gatewayClassName: 'approuting-istio' },
          },
          {
            kind: 'Gateway',
            metadata: { namespace: place, name: 'unused' },
            spec: { gatewayClassName: 'approuting-istio' },
          },
          {
            kind: 'HTTPRoute',
            metadata: { namespace: 'shop', name: 'web' },
            spec: {
              parentRefs: [{ name: 'public', namespace: place }],
              rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
            },
          },
        ],
        { namespaces },
      );
      expect(records).toEqual(
        [
          ...WEB.filter(record => !record.startsWith('Ingress')),
          ...gateways,
          'GatewayClass/approuting-istio',
          'HTTPRoute/web',
          'Namespace/shop',
        ].sort(),
      );
    },
  );

  it('shows a labelled Ingress whose Service is missing', async () => {
    const labels = { app: 'web' };
    const { records, roots } = await read([
      ...noise,
      ingress({ namespace: 'shop', name: 'web', host: 'web.example', labels }),
    ]);
    expect(records).toEqual(['Ingress/web', 'IngressClass/traefik']);
    expect(roots).toEqual(['Ingress/web']);
  });

  it('survives owners that go round in a circle', async () => {
    const circle = (name: string, owner: string): Manifest => ({
      kind: 'ReplicaSet',
      metadata: {
        namespace: 'shop',
        name,
        labels: { app: 'web' },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name: owner,
            uid: owner,
            controller: true,
          },
        ],
      },
    });
    const { records } = await read([
      ...service({
        namespace: 'shop',
        name: 'web',
        labels: { app: 'web' },
        replicas: 0,
      }),
      circle('a', 'b'),
      circle('b', 'a'),
    ]);
    expect(records).toEqual(
      expect.arrayContaining(['ReplicaSet/a', 'ReplicaSet/b']),
    );
  });

  it('reads nothing of other namespaces, and nothing at all without any', async () => {
    const { records } = await read([...noise, ...web], {
      namespaces: ['elsewhere'],
    });
    expect(records).toHaveLength(WEB.length);
    const nothing = await read([...noise, ...web], { namespaces: [] });
    expect(nothing).toEqual({ records: [], roots: [], calls: [] });
  });

  it('reads as often in a crowded namespace as in an empty one', async () => {
    const crowd = Array.from({ length: 30 }, (_, index) =>
      exposedWorkload({
        namespace: 'shop',
        name: `crowd-${index}`,
        host: `crowd-${index}.example`,
      }),
    ).flat();
    const alone = await read(web);
    const crowded = await read([...crowd, ...web]);
    expect(crowded.calls).toEqual(alone.calls);
    expect(crowded.calls.length).toBeLessThanOrEqual(14);
  });
});
