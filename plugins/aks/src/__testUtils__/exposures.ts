import { Hop, HopKind } from '@backstage-aks/insight';
import { ClusterExposure } from '@backstage-aks/plugin-aks-common';
import { production } from './clusters';

const service = { kind: 'Service', namespace: 'shop', name: 'shop-front' };

const healthyHops: Hop[] = [
  {
    kind: 'address',
    verdict: 'ok',
    judged: true,
    subject: '20.61.7.10',
    status: 'assigned',
    evidence: [
      {
        object: { kind: 'Ingress', namespace: 'shop', name: 'shop-front' },
        field: 'status.loadBalancer.ingress[0].ip',
        value: '20.61.7.10',
      },
    ],
  },
  {
    kind: 'listener',
    verdict: 'ok',
    judged: true,
    subject: 'webapprouting.kubernetes.azure.com',
    status: 'class known',
    evidence: [],
  },
  {
    kind: 'route',
    verdict: 'ok',
    judged: true,
    object: { kind: 'Ingress', namespace: 'shop', name: 'shop-front' },
    subject: 'shop-front / Prefix',
    status: 'accepted',
    evidence: [],
  },
  {
    kind: 'service',
    verdict: 'ok',
    judged: true,
    object: service,
    subject: 'shop-front:80 → http',
    status: 'port resolves',
    evidence: [
      { object: service, field: 'spec.ports[0].targetPort', value: 'http' },
    ],
  },
  {
    kind: 'endpoints',
    verdict: 'ok',
    judged: true,
    subject: '3 of 3 ready',
    status: 'ready',
    evidence: [],
  },
  {
    kind: 'pods',
    verdict: 'ok',
    judged: true,
    subject: '3 running',
    status: 'healthy',
    evidence: [],
  },
];

/** A host name of the shop that reaches its pods. */
export function shopExposure(
  changes: Partial<ClusterExposure> = {},
): ClusterExposure {
  const host = changes.host ?? 'shop.contoso.example';
  return {
    id: host,
    host,
    paths: [{ path: '/', pathType: 'Prefix' }],
    tls: true,
    route: { kind: 'Ingress', namespace: 'shop', name: 'shop-front' },
    className: 'webapprouting.kubernetes.azure.com',
    addresses: [{ ip: '20.61.7.10' }],
    verdict: 'ok',
    sentence: `${host} reaches 3 ready pods.`,
    cluster: production,
    hops: healthyHops,
    ...changes,
  };
}

/** A host name whose Service sends to a port that no container has. */
export function brokenExposure(
  changes: Partial<ClusterExposure> = {},
): ClusterExposure {
  const host = changes.host ?? 'checkout.contoso.example';
  return shopExposure({
    host,
    verdict: 'broken',
    brokenAt: 'service',
    sentence: `${host} does not reach a pod.`,
    hops: brokenFrom('service', {
      status: 'no such port',
      finding: {
        rule: 'IN13',
        severity: 'error',
        title: 'The Service sends to a port that no container has.',
        cause:
          'Service shop/checkout sets targetPort https; its pods declare http (8080) and metrics (9090).',
        remedy: {
          text: 'Set targetPort to http, or name a container port https.',
          command:
            'kubectl -n shop patch service checkout --type=json -p \'[{"op":"replace","path":"/spec/ports/0/targetPort","value":"http"}]\'',
        },
      },
    }),
    ...changes,
  });
}

/** A host name whose pods have all gone, such as after scaling to zero. */
export function scaledToZero(
  changes: Partial<ClusterExposure> = {},
): ClusterExposure {
  const host = changes.host ?? 'shop.contoso.example';
  return shopExposure({
    host,
    verdict: 'broken',
    brokenAt: 'pods',
    sentence: `${host} does not reach a pod: none runs.`,
    hops: brokenFrom('pods', {
      subject: '0 running',
      status: 'none',
      finding: {
        rule: 'IN20',
        severity: 'error',
        title: 'No pod runs.',
        cause: 'Deployment shop/shop-front is scaled to 0.',
        remedy: { text: 'Scale the Deployment to at least 1.' },
      },
    }),
    ...changes,
  });
}

function brokenFrom(kind: HopKind, broken: Partial<Hop>): Hop[] {
  const at = healthyHops.findIndex(hop => hop.kind === kind);
  return healthyHops.map((hop, index) => {
    if (index === at) {
      return { ...hop, verdict: 'broken', ...broken };
    }
    return index > at ? { ...hop, verdict: 'unknown', judged: false } : hop;
  });
}
