import { Exposure } from '../exposure';
import { GatewayClassRecord } from '../records/gateway';
import { IngressClassRecord } from '../records/ingress';
import { project } from '../project/project';
import { RecordSet } from '../RecordSet';
import { describeRecording, recordedObjects } from '../testing/recording';
import { ingressClass, NOW } from '../testing/shop';
import { exposuresOf } from './exposures';

/** A hop as a person reads it from the manifests. */
interface Row {
  hop: string;
  rules?: string[];
  /** What shows it: `kind/name field: value`. */
  evidence: string[];
}

const NGINX = 'webapprouting.kubernetes.azure.com';

const listener: Row = {
  // The last day of its support is near on the day of the test.
  hop: 'listener warning',
  rules: ['IN29'],
  evidence: [`IngressClass/${NGINX} spec.controller: ${NGINX}/nginx`],
};

// Read from cluster-recording/objects: ingresses, services, endpointslices,
// deployments, pods, gateways and httproutes.
const EXPECTED: {
  way: string;
  workload: [namespace: string, name: string];
  route: string;
  address: string;
  hops: Row[];
}[] = [
  {
    way: 'the store front, at any host',
    workload: ['pets', 'store-front'],
    route: 'Ingress/store-front',
    address: '20.61.7.10',
    hops: [
      {
        hop: 'address ok',
        evidence: [
          'Ingress/store-front status.loadBalancer.ingress[0].ip: 20.61.7.10',
        ],
      },
      {
        ...listener,
        evidence: [
          `Ingress/store-front spec.ingressClassName: ${NGINX}`,
          ...listener.evidence,
        ],
      },
      {
        hop: 'route ok',
        evidence: [
          'Ingress/store-front spec.rules[0].http.paths[0].backend: store-front:80',
        ],
      },
      {
        hop: 'service ok',
        evidence: [
          'Service/store-front spec.ports[0].port: 80',
          'Service/store-front spec.ports[0].targetPort: 8080',
          'Service/store-front spec.selector: app=store-front',
        ],
      },
      {
        hop: 'endpoints ok',
        evidence: [
          'EndpointSlice/store-front-ds6rf endpoints[].conditions.ready: 1 of 1 true',
        ],
      },
      {
        // Three are wanted; two have not been given a node.
        hop: 'pods warning',
        rules: ['PS37'],
        evidence: [
          'Deployment/store-front spec.replicas: 3',
          'Deployment/store-front status.readyReplicas: 1',
        ],
      },
    ],
  },
  {
    way: 'the boutique, by its load balancer',
    workload: ['boutique', 'frontend'],
    route: 'Service/frontend-external',
    address: '20.61.7.99',
    hops: [
      {
        hop: 'address ok',
        evidence: [
          'Service/frontend-external status.loadBalancer.ingress[0].ip: 20.61.7.99',
          'Service/frontend-external health probe: TCP on port 32568, every 5 s',
        ],
      },
      {
        hop: 'service ok',
        evidence: [
          'Service/frontend-external spec.ports[0].port: 80',
          'Service/frontend-external spec.ports[0].targetPort: 8080',
          'Service/frontend-external spec.selector: app=frontend',
        ],
      },
      {
        hop: 'endpoints ok',
        evidence: [
          'EndpointSlice/frontend-external-f2nbv endpoints[].conditions.ready: 2 of 2 true',
        ],
      },
      {
        hop: 'pods ok',
        evidence: [
          'Deployment/frontend spec.replicas: 2',
          'Deployment/frontend status.readyReplicas: 2',
        ],
      },
    ],
  },
  {
    way: 'the boutique, by its host',
    workload: ['boutique', 'frontend'],
    route: 'Ingress/frontend',
    address: '20.61.7.10',
    hops: [
      {
        hop: 'address ok',
        evidence: [
          'Ingress/frontend status.loadBalancer.ingress[0].ip: 20.61.7.10',
        ],
      },
      {
        ...listener,
        evidence: [
          `Ingress/frontend spec.ingressClassName: ${NGINX}`,
          ...listener.evidence,
        ],
      },
      {
        hop: 'route ok',
        evidence: [
          'Ingress/frontend spec.rules[].host: shop.contoso.example',
          'Ingress/frontend spec.rules[0].http.paths[0].backend: frontend:80',
        ],
      },
      {
        hop: 'service ok',
        evidence: [
          'Service/frontend spec.ports[0].port: 80',
          'Service/frontend spec.ports[0].targetPort: 8080',
          'Service/frontend spec.selector: app=frontend',
        ],
      },
      {
        hop: 'endpoints ok',
        evidence: [
          'EndpointSlice/frontend-dhbtr endpoints[].conditions.ready: 2 of 2 true',
        ],
      },
      {
        hop: 'pods ok',
        evidence: [
          'Deployment/frontend spec.replicas: 2',
          'Deployment/frontend status.readyReplicas: 2',
        ],
      },
    ],
  },
  {
    way: 'the cart, whose certificate does not exist',
    workload: ['boutique', 'cartservice'],
    route: 'HTTPRoute/cart',
    address: 'abc123.fz00.alb.azure.com',
    hops: [
      {
        hop: 'address ok',
        evidence: [
          'Gateway/public status.addresses[0].value: abc123.fz00.alb.azure.com',
        ],
      },
      {
        hop: 'listener broken',
        rules: ['IN24'],
        evidence: [
          'GatewayClass/azure-alb-external spec.controllerName: alb.networking.azure.io/alb-controller',
          'Gateway/public status.conditions[Accepted]: True Accepted',
          'Gateway/public status.conditions[Programmed]: True Programmed',
          'Gateway/public spec.listeners[https].tls.certificateRefs: boutique/boutique-tls',
          'Gateway/public status.listeners[https].conditions[ResolvedRefs]: False InvalidCertificateRef',
        ],
      },
      // Behind a listener that does not listen there is nothing to reach.
      { hop: 'route not judged', evidence: [] },
      { hop: 'service not judged', evidence: [] },
      { hop: 'endpoints not judged', evidence: [] },
      { hop: 'pods not judged', evidence: [] },
    ],
  },
];

describeRecording('each hop of the applications of the recording', () => {
  function exposureOf([namespace, name]: [string, string], route: string) {
    const records = recordedObjects().flatMap(
      ({ kind, object }) => project(kind, object)?.record ?? [],
    );
    // The recording has no classes; the add-ons of AKS make these.
    const classes = [
      project('IngressClass', ingressClass(NGINX, `${NGINX}/nginx`))
        ?.record as IngressClassRecord,
      project('GatewayClass', {
        metadata: { name: 'azure-alb-external' },
        spec: { controllerName: 'alb.networking.azure.io/alb-controller' },
        status: { conditions: [{ type: 'Accepted', status: 'True' }] },
      })?.record as GatewayClassRecord,
    ];
    const { exposures } = exposuresOf({
      records: new RecordSet([...records, ...classes]),
      roots: [{ kind: 'Deployment', namespace, name }],
      freshness: () => ({ state: 'live' }),
      now: NOW,
    });
    return exposures.find(
      exposure => `${exposure.route.kind}/${exposure.route.name}` === route,
    ) as Exposure;
  }

  it.each(EXPECTED.map(row => [row.way, row] as const))(
    'is as the manifests say: %s',
    (_, { workload, route, address, hops }) => {
      const exposure = exposureOf(workload, route);
      const [first] = exposure.addresses;
      expect(first.ip ?? first.hostname).toBe(address);
      expect(
        exposure.hops.map(({ kind, verdict, judged }) =>
          judged ? `${kind} ${verdict}` : `${kind} not judged`,
        ),
      ).toEqual(hops.map(({ hop }) => hop));
      hops.forEach(({ rules = [], evidence }, index) => {
        const { finding, otherFindings = [], ...hop } = exposure.hops[index];
        expect(
          [finding, ...otherFindings].flatMap(found => found?.rule ?? []),
        ).toEqual(rules);
        expect(
          hop.evidence.map(
            ({ object: { kind, name }, field, value }) =>
              `${kind}/${name} ${field}: ${value}`,
          ),
        ).toEqual(expect.arrayContaining(evidence));
      });
    },
  );
});
