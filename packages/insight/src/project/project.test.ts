import { project } from './project';

const METADATA = { name: 'shop', namespace: 'web', uid: 'u1' };

function projected(
  kind: Parameters<typeof project>[0],
  object: object,
  options?: Parameters<typeof project>[2],
) {
  const projection = project(kind, { metadata: METADATA, ...object }, options);
  if (!projection) {
    throw new Error('The object has no usable name');
  }
  return projection;
}

describe('what every record carries', () => {
  it('is taken from the metadata', () => {
    const { record, edges } = projected('Pod', {
      metadata: {
        ...METADATA,
        labels: { app: 'shop', wrong: 7 },
        creationTimestamp: '2026-11-01T08:00:00Z',
        deletionTimestamp: '2026-11-02T08:00:00Z',
        ownerReferences: [
          { apiVersion: 'v1', kind: 'ConfigMap', name: 'no-controller' },
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name: 'shop-1',
            controller: true,
          },
        ],
      },
    });
    const owner = { kind: 'ReplicaSet', namespace: 'web', name: 'shop-1' };
    expect(record).toMatchObject({
      kind: 'Pod',
      namespace: 'web',
      name: 'shop',
      uid: 'u1',
      labels: { app: 'shop' },
      createdAt: '2026-11-01T08:00:00Z',
      deletedAt: '2026-11-02T08:00:00Z',
      owner,
    });
    expect(edges).toEqual([{ relation: 'owned-by', to: owner }]);
  });

  it.each([
    ['v1', 'Node', { kind: 'Node', namespace: '', name: 'x' }],
    [
      'serving.knative.dev/v1',
      'Service',
      { kind: 'Service.serving.knative.dev', namespace: 'web', name: 'x' },
    ],
    [
      'argoproj.io/v1alpha1',
      'Rollout',
      { kind: 'Rollout', namespace: 'web', name: 'x' },
    ],
  ])(
    'tells an owner of %s %s from our own kinds',
    (apiVersion, kind, owner) => {
      const ownerReferences = [
        { apiVersion, kind, name: 'x', controller: true },
      ];
      const { record } = projected('Pod', {
        metadata: { ...METADATA, ownerReferences },
      });
      expect(record.owner).toEqual(owner);
    },
  );

  it.each([
    ['Pod', undefined],
    ['Pod', null],
    ['Pod', 'text'],
    ['Pod', []],
    ['Pod', {}],
    ['Pod', { metadata: { name: 'shop' } }],
    ['Pod', { metadata: { namespace: 'web' } }],
    ['Pod', { metadata: { name: '', namespace: 'web' } }],
    ['Pod', { metadata: { name: 7, namespace: 'web' } }],
    ['Namespace', { metadata: {} }],
  ] as const)('is nothing for a %s like %j', (kind, object) => {
    expect(project(kind, object)).toBeUndefined();
  });
});

describe('a manager', () => {
  const tracking = 'argocd.argoproj.io/tracking-id';

  it.each<[string, object, object | undefined]>([
    [
      'Argo CD by its tracking id',
      { annotations: { [tracking]: 'shop-app:apps/Deployment:web/shop' } },
      { tool: 'argo-cd', name: 'shop-app' },
    ],
    [
      'not Argo CD by an id copied from an object of another kind',
      { annotations: { [tracking]: 'shop-app:apps/StatefulSet:web/shop' } },
      undefined,
    ],
    [
      'not Argo CD by an id copied from an object of another name',
      { annotations: { [tracking]: 'shop-app:apps/Deployment:web/pay' } },
      undefined,
    ],
    [
      'Argo CD by its label',
      { labels: { 'argocd.argoproj.io/instance': 'shop-app' } },
      { tool: 'argo-cd', name: 'shop-app' },
    ],
    [
      'Argo CD by its annotation',
      { annotations: { 'argocd.argoproj.io/instance': 'shop-app' } },
      { tool: 'argo-cd', name: 'shop-app' },
    ],
    [
      'a Kustomization of Flux',
      { labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' } },
      { tool: 'flux', name: 'apps' },
    ],
    [
      'a HelmRelease of Flux rather than Helm',
      {
        labels: {
          'helm.toolkit.fluxcd.io/name': 'shop',
          'app.kubernetes.io/managed-by': 'Helm',
        },
        annotations: { 'meta.helm.sh/release-name': 'shop-release' },
      },
      { tool: 'flux', name: 'shop' },
    ],
    [
      'Helm',
      {
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: { 'meta.helm.sh/release-name': 'shop-release' },
      },
      { tool: 'helm', name: 'shop-release' },
    ],
    [
      'not Helm by a label of a chart that somebody rendered',
      { labels: { 'app.kubernetes.io/managed-by': 'Helm' } },
      undefined,
    ],
    [
      'nobody by text that is no name',
      { labels: { 'argocd.argoproj.io/instance': 'a b; reboot' } },
      undefined,
    ],
    ['nobody', {}, undefined],
  ])('is %s', (_, more, manager) => {
    const metadata = { ...METADATA, ...more };
    expect(projected('Deployment', { metadata }).record.manager).toEqual(
      manager,
    );
  });
});

describe('a Namespace', () => {
  it('keeps the annotations it is asked to keep', () => {
    const object = {
      metadata: { name: 'web', annotations: { owner: 'team-a', note: 'x' } },
      status: { phase: 'Terminating' },
    };
    expect(projected('Namespace', object).record).toMatchObject({
      namespace: '',
      phase: 'Terminating',
      annotations: {},
    });
    const namespaceAnnotations = ['owner', 'absent'];
    expect(
      projected('Namespace', object, { namespaceAnnotations }).record,
    ).toMatchObject({ annotations: { owner: 'team-a' } });
  });
});

describe('a Pod', () => {
  it('tells how its containers stand', () => {
    const { record } = projected('Pod', {
      spec: {
        nodeName: 'node-1',
        containers: [
          {
            name: 'app',
            ports: [{ name: 'web', containerPort: 80 }, { containerPort: 'x' }],
          },
        ],
        initContainers: [
          { name: 'once', ports: [{ containerPort: 1 }] },
          {
            name: 'mesh',
            restartPolicy: 'Always',
            ports: [{ containerPort: 15001, protocol: 'UDP' }],
          },
        ],
      },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'False', reason: 'NotYet' }],
        initContainerStatuses: [
          { name: 'once', ready: true, state: { terminated: {} } },
        ],
        containerStatuses: [
          {
            name: 'app',
            ready: false,
            restartCount: 3,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: { terminated: { reason: 'Error', exitCode: 1 } },
          },
        ],
      },
    });
    expect(record).toMatchObject({
      phase: 'Running',
      ready: false,
      node: 'node-1',
      ports: [
        { container: 'app', name: 'web', port: 80, protocol: 'TCP' },
        { container: 'mesh', port: 15001, protocol: 'UDP' },
      ],
      containers: [
        {
          name: 'once',
          ready: true,
          restarts: 0,
          state: 'terminated',
          init: true,
        },
        {
          name: 'app',
          ready: false,
          restarts: 3,
          state: 'waiting',
          reason: 'CrashLoopBackOff',
          lastTermination: { reason: 'Error', exitCode: 1 },
          init: false,
        },
      ],
      conditions: [{ type: 'Ready', status: 'False', reason: 'NotYet' }],
    });
  });

  it.each([
    [{ phase: 'Failed', reason: 'Evicted' }, 'Evicted'],
    [
      {
        conditions: [
          { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
        ],
      },
      'Unschedulable',
    ],
    [{ conditions: [{ type: 'PodScheduled', status: 'True' }] }, undefined],
  ])('says why it does not run: %j', (status, reason) => {
    const { record } = projected('Pod', { status });
    expect('reason' in record ? record.reason : undefined).toBe(reason);
  });
});

describe('a Service', () => {
  it('takes the defaults of Kubernetes', () => {
    const { record, edges } = projected('Service', {
      spec: { selector: { app: 'shop' }, ports: [{ port: 80 }] },
    });
    const selector = [{ key: 'app', operator: 'In', values: ['shop'] }];
    expect(record).toMatchObject({
      type: 'ClusterIP',
      headless: false,
      selector,
      ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
      addresses: [],
    });
    expect(edges).toEqual([
      { relation: 'selects', to: { kind: 'Pod', namespace: 'web', selector } },
    ]);
  });

  it.each([
    [{ port: 80, targetPort: 'web' }, 'web'],
    [{ port: 80, targetPort: 8080 }, 8080],
    [{ port: 80, targetPort: 0 }, 80],
    [{ port: 80, targetPort: {} }, 80],
  ])('sends %j to %s', (port, targetPort) => {
    const { record } = projected('Service', { spec: { ports: [port] } });
    expect(record).toMatchObject({ ports: [{ targetPort }] });
  });

  it.each([
    ['has no selector', {}],
    ['has an empty selector', { selector: {} }],
    [
      'is an alias',
      {
        type: 'ExternalName',
        externalName: 'pay.example',
        selector: { app: 'x' },
      },
    ],
  ])('selects no pods when it %s', (_, spec) => {
    const { record, edges } = projected('Service', { spec });
    expect(record).not.toHaveProperty('selector');
    expect(edges).toEqual([]);
  });

  it('does not select more because a value is of the wrong type', () => {
    const { record } = projected('Service', {
      spec: { selector: { app: 'shop', tier: 1 } },
    });
    expect(record).toMatchObject({
      selector: [
        { key: 'app', operator: 'In', values: ['shop'] },
        { key: 'tier', operator: 'In', values: [] },
      ],
    });
  });
});

describe('an EndpointSlice', () => {
  it.each([
    [undefined, { ready: true, serving: true, terminating: false }],
    [{}, { ready: true, serving: true, terminating: false }],
    [{ ready: null }, { ready: true, serving: true, terminating: false }],
    [
      { ready: false, serving: true, terminating: true },
      { ready: false, serving: true, terminating: true },
    ],
  ])('reads the conditions %j as %j', (conditions, expected) => {
    const { record } = projected('EndpointSlice', {
      endpoints: [{ conditions }],
    });
    expect(record).toMatchObject({ endpoints: [expected] });
  });

  it('leads to its Service and names the pods', () => {
    const { record, edges } = projected('EndpointSlice', {
      metadata: {
        ...METADATA,
        labels: { 'kubernetes.io/service-name': 'shop' },
      },
      addressType: 'IPv4',
      ports: [{ name: '', port: 8080 }, { name: 'grpc' }],
      endpoints: [
        {
          targetRef: { kind: 'Pod', name: 'shop-1-a' },
          nodeName: 'node-1',
          zone: 'z1',
        },
        { targetRef: { kind: 'Node', name: 'node-1' } },
      ],
    });
    expect(record).toMatchObject({
      service: 'shop',
      addressType: 'IPv4',
      ports: [
        { port: 8080, protocol: 'TCP' },
        { name: 'grpc', protocol: 'TCP' },
      ],
      endpoints: [
        { pod: 'shop-1-a', node: 'node-1', zone: 'z1' },
        expect.not.objectContaining({ pod: expect.anything() }),
      ],
    });
    expect(edges).toEqual([
      {
        relation: 'endpoints-of',
        to: { kind: 'Service', namespace: 'web', name: 'shop' },
      },
    ]);
  });
});

describe('an Ingress', () => {
  it('leads to its class and to each of its Services once', () => {
    const backend = { service: { name: 'shop', port: { number: 80 } } };
    const { record, edges } = projected('Ingress', {
      spec: {
        ingressClassName: 'traefik',
        defaultBackend: backend,
        rules: [
          { http: { paths: [{ backend }, { path: '/a', backend }] } },
          {
            host: 'a.contoso.example',
            http: {
              paths: [
                {
                  path: '/b',
                  pathType: 'Exact',
                  backend: { service: { name: 'pay', port: { name: 'http' } } },
                },
                { backend: { resource: { kind: 'Bucket', name: 'assets' } } },
              ],
            },
          },
          { host: 'b.contoso.example' },
        ],
        tls: [{ hosts: ['a.contoso.example', 1], secretName: 's' }, {}],
      },
      status: {
        loadBalancer: {
          ingress: [{ ip: '1.2.3.4' }, { hostname: 'lb.example' }, {}],
        },
      },
    });
    const shop = { service: 'shop', portNumber: 80 };
    expect(record).toMatchObject({
      className: 'traefik',
      defaultBackend: shop,
      rules: [
        {
          paths: [
            { path: '/', pathType: 'ImplementationSpecific', backend: shop },
            { path: '/a', pathType: 'ImplementationSpecific', backend: shop },
          ],
        },
        {
          host: 'a.contoso.example',
          paths: [
            {
              path: '/b',
              pathType: 'Exact',
              backend: { service: 'pay', portName: 'http' },
            },
            {
              path: '/',
              backend: {
                resource: { kind: 'Bucket', namespace: 'web', name: 'assets' },
              },
            },
          ],
        },
        { host: 'b.contoso.example', paths: [] },
      ],
      tls: [{ hosts: ['a.contoso.example'], secretName: 's' }, { hosts: [] }],
      addresses: [{ ip: '1.2.3.4' }, { hostname: 'lb.example' }],
    });
    expect(edges).toEqual([
      {
        relation: 'of-class',
        to: { kind: 'IngressClass', namespace: '', name: 'traefik' },
      },
      {
        relation: 'routes-to',
        to: { kind: 'Service', namespace: 'web', name: 'shop' },
      },
      {
        relation: 'routes-to',
        to: { kind: 'Service', namespace: 'web', name: 'pay' },
      },
      {
        relation: 'uses',
        to: { kind: 'Secret', namespace: 'web', name: 's' },
      },
    ]);
  });

  it.each([
    [{ ingressClassName: 'a' }, { 'kubernetes.io/ingress.class': 'b' }, ['a']],
    [{}, { 'kubernetes.io/ingress.class': 'b' }, ['b']],
    [{}, {}, []],
  ])('with %j and %j is of the classes %j', (spec, annotations, names) => {
    const { edges } = projected('Ingress', {
      metadata: { ...METADATA, annotations },
      spec,
    });
    expect(edges.map(({ to }) => 'name' in to && to.name)).toEqual(names);
  });
});

describe('an IngressClass', () => {
  it.each([
    ['true', true],
    ['false', false],
    [undefined, false],
  ])('marked %s as the default is: %s', (mark, isDefault) => {
    const { record } = projected('IngressClass', {
      metadata: {
        name: 'traefik',
        annotations: { 'ingressclass.kubernetes.io/is-default-class': mark },
      },
      spec: { controller: 'traefik.io/ingress-controller' },
    });
    expect(record).toMatchObject({
      controller: 'traefik.io/ingress-controller',
      isDefault,
    });
  });
});

describe('a Deployment', () => {
  const labels = { app: 'shop' };
  const selector = [{ key: 'app', operator: 'In', values: ['shop'] }];

  it('takes the defaults of Kubernetes', () => {
    const { record, edges } = projected('Deployment', {
      metadata: { ...METADATA, generation: 2 },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'a', ports: [{ containerPort: 80 }] }] },
        },
      },
      status: { observedGeneration: 1 },
    });
    expect(record).toMatchObject({
      replicas: 1,
      readyReplicas: 0,
      paused: false,
      observed: false,
      selector,
      templateLabels: labels,
      templatePorts: [{ container: 'a', port: 80, protocol: 'TCP' }],
    });
    expect(edges).toEqual([
      { relation: 'selects', to: { kind: 'Pod', namespace: 'web', selector } },
    ]);
  });

  it('may want no replicas', () => {
    const { record } = projected('Deployment', { spec: { replicas: 0 } });
    expect(record).toMatchObject({ replicas: 0 });
  });

  it.each([undefined, {}, { matchLabels: {} }, 'text'])(
    'with the selector %j selects nothing, rather than everything',
    absent => {
      const { record } = projected('ReplicaSet', {
        spec: { selector: absent },
      });
      expect(record).toMatchObject({
        replicas: 1,
        selector: [{ key: '', operator: 'Exists' }],
      });
    },
  );
});
