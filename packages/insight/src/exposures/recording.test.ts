import { GatewayClassRecord } from '../records/gateway';
import { IngressClassRecord } from '../records/ingress';
import { project } from '../project/project';
import { RecordSet } from '../RecordSet';
import { describeRecording, recordedObjects } from '../testing/recording';
import { hopLine, ingressClass, NOW } from '../testing/shop';
import { exposuresOf } from './exposures';

describeRecording('the applications of the recording', () => {
  // Written by reading the manifests. The recording has no IngressClass; on an
  // AKS cluster the add-on makes this one.
  const appRouting = project(
    'IngressClass',
    ingressClass(
      'webapprouting.kubernetes.azure.com',
      'webapprouting.kubernetes.azure.com/nginx',
    ),
  )?.record as IngressClassRecord;

  // Nor a GatewayClass; the ALB controller makes this one.
  const forContainers = project('GatewayClass', {
    metadata: { name: 'azure-alb-external' },
    spec: { controllerName: 'alb.networking.azure.io/alb-controller' },
    status: { conditions: [{ type: 'Accepted', status: 'True' }] },
  })?.record as GatewayClassRecord;

  function exposuresFor(
    namespace: string,
    name: string,
    rootKind: 'Deployment' | 'StatefulSet' = 'Deployment',
  ) {
    const records = recordedObjects().flatMap(
      ({ kind, object }) => project(kind, object)?.record ?? [],
    );
    return exposuresOf({
      records: new RecordSet([...records, appRouting, forContainers]),
      roots: [{ kind: rootKind, namespace, name }],
      freshness: () => ({ state: 'live' }),
      now: NOW,
    }).exposures;
  }

  it('project without loss', () => {
    const recorded = recordedObjects();
    expect(recorded.length).toBeGreaterThan(80);
    expect(
      recorded.filter(({ kind, object }) => !project(kind, object)),
    ).toEqual([]);
  });

  it('show store-front at any host, with two pods that have not started', () => {
    const [exposure, ...others] = exposuresFor('pets', 'store-front');
    expect(others).toEqual([]);
    expect(hopLine(exposure)).toBe(
      'address:ok listener:warning route:ok service:ok endpoints:ok pods:warning',
    );
    expect(exposure.hops.map(({ subject }) => subject)).toEqual([
      '20.61.7.10 · public',
      'app routing · NGINX',
      'store-front / Prefix',
      'store-front:80 → 8080',
      '1 of 1 ready',
      '1 of 3 ready · 1 zone',
    ]);
  });

  it('show frontend by its host and by its load balancer', () => {
    const exposures = exposuresFor('boutique', 'frontend');
    expect(exposures.map(({ sentence }) => sentence)).toEqual([
      '20.61.7.99:80 reaches its pods: 2 running · 2 zones.',
      'shop.contoso.example reaches its pods, but the support of its ingress controller (app routing · NGINX) ends on 2026-11-30.',
    ]);
    expect(exposures.map(hopLine)).toEqual([
      'address:ok service:ok endpoints:ok pods:ok',
      'address:ok listener:warning route:ok service:ok endpoints:ok pods:ok',
    ]);
    expect(exposures[1]).toMatchObject({
      host: 'shop.contoso.example',
      tls: true,
      className: 'webapprouting.kubernetes.azure.com',
    });
  });

  it('show cartservice behind a Gateway whose listener has no certificate', () => {
    const [exposure, ...others] = exposuresFor('boutique', 'cartservice');
    expect(others).toEqual([]);
    expect(hopLine(exposure)).toBe(
      'address:ok listener:broken route:- service:- endpoints:- pods:-',
    );
    expect(exposure).toMatchObject({
      host: 'cart.contoso.example',
      tls: true,
      className: 'azure-alb-external',
      addresses: [{ hostname: 'abc123.fz00.alb.azure.com' }],
      paths: [{ path: '/', pathType: 'PathPrefix' }],
      sentence:
        'cart.contoso.example does not reach a pod: the listener https of the Gateway boutique/public has no usable certificate.',
    });
    expect(exposure.hops.map(({ subject }) => subject)).toEqual([
      'abc123.fz00.alb.azure.com',
      'Application Gateway for Containers · public/https:443',
      'cart / PathPrefix',
      'cartservice:7070 → 7070',
      '1 of 1 ready',
      '1 running · 1 zone',
    ]);
    expect(exposure.hops[1].finding).toMatchObject({
      rule: 'IN24',
      remedy: {
        command: 'kubectl --namespace=boutique describe gateway/public',
      },
    });
  });

  // The Services of these are reached from inside the cluster alone, and the
  // load generator has none.
  it.each([
    ['boutique', 'Deployment', 'adservice'],
    ['boutique', 'Deployment', 'checkoutservice'],
    ['boutique', 'Deployment', 'currencyservice'],
    ['boutique', 'Deployment', 'emailservice'],
    ['boutique', 'Deployment', 'loadgenerator'],
    ['boutique', 'Deployment', 'paymentservice'],
    ['boutique', 'Deployment', 'productcatalogservice'],
    ['boutique', 'Deployment', 'recommendationservice'],
    ['boutique', 'Deployment', 'redis-cart'],
    ['boutique', 'Deployment', 'shippingservice'],
    ['pets', 'Deployment', 'order-service'],
    ['pets', 'Deployment', 'product-service'],
    ['pets', 'StatefulSet', 'rabbitmq'],
  ] as const)('show no way in for %s %s %s', (namespace, kind, name) => {
    expect(
      recordedObjects().some(
        ({ kind: recorded, object }) =>
          project(recorded, object)?.record.name === name && recorded === kind,
      ),
    ).toBe(true);
    expect(exposuresFor(namespace, name, kind)).toEqual([]);
  });
});
