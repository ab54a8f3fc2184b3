import {
  deployment,
  service,
  useControlledCluster,
} from '../__testUtils__/controlledCluster';
import { eventually } from '../__testUtils__/request';
import { openWatch } from '../__testUtils__/watchEvents';
import { objectsIn, valueAt } from '../objects/json';

describe('the controllers of Services', () => {
  const controlled = useControlledCluster();
  const { podsOf, get, available, slicesOf } = controlled;

  it('resolve named ports in each pod', async () => {
    controlled.cluster.load([
      deployment('web'),
      service('web', {
        selector: { app: 'web' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      }),
    ]);
    await available('web', 2);
    const [slice] = await eventually(() => {
      const slices = slicesOf('web');
      return objectsIn(slices[0]?.endpoints).length === 2 && slices;
    });
    await eventually(() =>
      objectsIn(slicesOf('web')[0].endpoints).every(
        ({ conditions }) => valueAt(conditions, 'ready') === true,
      ),
    );
    expect(slice).toMatchObject({
      addressType: 'IPv4',
      ports: [{ name: 'http', protocol: 'TCP', port: 8080 }],
      metadata: {
        labels: {
          'endpointslice.kubernetes.io/managed-by':
            'endpointslice-controller.k8s.io',
        },
        ownerReferences: [{ kind: 'Service', name: 'web', controller: true }],
      },
    });
  });

  it('leave out a port by a name that no container has', async () => {
    controlled.cluster.load([
      deployment('web'),
      service('web', {
        selector: { app: 'web' },
        ports: [{ port: 80, targetPort: 'https' }],
      }),
    ]);
    await available('web', 2);
    const [slice] = await eventually(() => {
      const slices = slicesOf('web');
      return objectsIn(slices[0]?.endpoints).length === 2 && slices;
    });
    expect(slice.ports).toBeNull();
  });

  it('keep pods apart that resolve a name to different ports', async () => {
    const other = {
      name: 'web',
      image: 'x:1',
      ports: [{ name: 'http', containerPort: 9090 }],
    };
    controlled.cluster.load([
      deployment('web'),
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          name: 'odd',
          namespace: 'default',
          labels: { app: 'web' },
        },
        spec: { containers: [other] },
      },
      service('web', {
        selector: { app: 'web' },
        ports: [{ port: 80, targetPort: 'http' }],
      }),
    ]);
    const seen = () =>
      slicesOf('web')
        .map(
          slice =>
            `${objectsIn(slice.ports)[0]?.port}:${
              objectsIn(slice.endpoints).length
            }`,
        )
        .sort();
    await eventually(() => seen().length === 2 && seen()[0].endsWith(':2'));
    expect(seen()).toEqual(['8080:2', '9090:1']);
  });

  it('keep one slice without endpoints where no pod matches', async () => {
    controlled.cluster.load([
      service('none', { selector: { app: 'none' }, ports: [{ port: 80 }] }),
    ]);
    const [slice] = await eventually(
      () => slicesOf('none').length === 1 && slicesOf('none'),
    );
    expect([slice.endpoints, slice.ports]).toEqual([null, null]);
  });

  it('leave Services without a selector alone', async () => {
    controlled.cluster.load([
      service('outside', { ports: [{ port: 80 }] }),
      service('after', { selector: { app: 'x' }, ports: [{ port: 80 }] }),
    ]);
    await eventually(() => slicesOf('after').length === 1);
    expect(slicesOf('outside')).toEqual([]);
  });

  it('show pods that end as serving but not ready', async () => {
    controlled.cluster.load([
      deployment('web', { replicas: 1 }),
      service('web', { selector: { app: 'web' }, ports: [{ port: 80 }] }),
    ]);
    await available('web', 1);
    const watch = await openWatch(
      controlled.cluster.url,
      `/apis/discovery.k8s.io/v1/endpointslices?watch=1&resourceVersion=${controlled.cluster.revision}`,
      controlled.cluster.tokens.reader,
    );
    const [pod] = podsOf('web');
    controlled.cluster.objects.delete('Pod', 'default', pod.metadata.name);
    const conditions = () =>
      watch.events
        .flatMap(({ object }) => objectsIn(object.endpoints))
        .filter(
          ({ targetRef }) => valueAt(targetRef, 'uid') === pod.metadata.uid,
        )
        .map(endpoint => endpoint.conditions);
    await eventually(() => conditions().length > 0);
    expect(conditions()).toContainEqual({
      ready: false,
      serving: true,
      terminating: true,
    });
    watch.close();
  });

  it('give addresses inside and outside', async () => {
    controlled.cluster.load([
      service('lb', { type: 'LoadBalancer', ports: [{ port: 80 }] }),
    ]);
    const found = await eventually(
      () =>
        valueAt(get('Service', 'lb'), 'status.loadBalancer.ingress') &&
        get('Service', 'lb'),
    );
    expect(found).toMatchObject({
      spec: {
        clusterIP: expect.stringMatching(/^10\.0\./),
        ports: [{ port: 80, targetPort: 80, nodePort: expect.any(Number) }],
      },
      status: {
        loadBalancer: {
          ingress: [{ ip: expect.any(String), ipMode: 'VIP' }],
        },
      },
    });
  });
});
