import { checkoutExposure, ingressClass, metadata } from '../testing/shop';

const undeclaredPort = {
  ports: [{ name: 'http', port: 80, targetPort: 9999 }],
};

describe('a way in of which is not known whether it works', () => {
  it('is not said to reach its pods, even behind another warning', () => {
    const exposure = checkoutExposure({
      service: undeclaredPort,
      instead: {
        IngressClass: [ingressClass('traefik', 'k8s.io/ingress-nginx')],
      },
    });
    expect(exposure.hops[1].finding?.rule).toBe('IN29');
    expect(exposure.brokenAt).toBe('service');
    expect(exposure.sentence).toBe(
      'It is doubtful whether checkout.contoso.example reaches its pods: no container declares the port 9999 to which the Service checkout sends.',
    );
  });

  it('is not doubted where proxies stand behind the Service of a Gateway', () => {
    const { hops } = checkoutExposure({
      service: undeclaredPort,
      serviceMetadata: {
        labels: { 'gateway.networking.k8s.io/gateway-name': 'public' },
      },
    });
    expect(hops.find(({ kind }) => kind === 'service')?.verdict).toBe('ok');
  });

  it('is not said to reach its pods while it waits for an address', () => {
    const exposure = checkoutExposure({
      ingressStatus: {},
      ingressMetadata: { creationTimestamp: '2026-11-22T11:59:00Z' },
    });
    expect(exposure.sentence).toBe(
      'It is doubtful whether checkout.contoso.example reaches its pods: the Ingress checkout has no address.',
    );
  });
});

describe('the remedy for a workload that is scaled to zero', () => {
  const scaledToZero = {
    deployment: { replicas: 0 },
    deploymentStatus: { readyReplicas: 0, updatedReplicas: 0 },
    pods: [],
    endpoints: [],
  };

  function autoscaler(kind: string) {
    return {
      metadata: metadata('checkout-load'),
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'checkout' },
        minReplicas: 3,
        maxReplicas: 9,
      },
    };
  }

  function remedyBeside(kind: string) {
    return checkoutExposure({
      ...scaledToZero,
      instead: { HorizontalPodAutoscaler: [autoscaler(kind)] },
    }).hops.at(-1)?.finding?.remedy;
  }

  it('takes the number from its autoscaler', () => {
    expect(remedyBeside('Deployment')).toEqual({
      text: 'Scale checkout up to 3, the least that its HorizontalPodAutoscaler checkout-load wants, unless it is meant to rest.',
      command:
        'kubectl --namespace=shop scale deployment/checkout --replicas=3',
    });
  });

  it('invents none where the autoscaler is for another workload of the name', () => {
    expect(remedyBeside('StatefulSet')?.command).toBe(
      'kubectl --namespace=shop get events --field-selector=involvedObject.kind=Deployment,involvedObject.name=checkout',
    );
  });

  it('is a change of the source where a tool keeps the Deployment', () => {
    const { finding } = checkoutExposure({
      ...scaledToZero,
      deploymentMetadata: {
        annotations: { 'meta.helm.sh/release-name': 'checkout' },
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      },
    }).hops.at(-1)!;
    expect(finding?.remedy.command).toBeUndefined();
    expect(finding?.remedy.text).toMatch(
      /Helm \(checkout\) keeps the Deployment checkout: make the change in its source/,
    );
  });
});
