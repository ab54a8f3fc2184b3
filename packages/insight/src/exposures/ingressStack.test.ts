import { Instant } from '../rules/Instant';
import {
  checkoutExposure,
  checkoutObjects,
  exposuresAmong,
  hopLine,
  ingressClass,
  NOW,
} from '../testing/shop';
import { ingressStackOf, StackSubject } from './ingressStack';

function stackOf(
  controller: string,
  name = 'any',
  kind: StackSubject['kind'] = 'IngressClass',
) {
  return ingressStackOf({ kind, name, controller }, new Instant(NOW));
}

describe('the stack behind a class', () => {
  it.each([
    ['webapprouting.kubernetes.azure.com/nginx', 'app-routing-nginx', 'ending'],
    [
      'webapprouting.kubernetes.azure.com/nginx/internal',
      'app-routing-nginx',
      'ending',
    ],
    ['k8s.io/ingress-nginx', 'ingress-nginx', 'ended'],
    ['azure/application-gateway', 'application-gateway', 'supported'],
    [
      'alb.networking.azure.io/alb-controller',
      'application-gateway-for-containers',
      'supported',
    ],
    ['istio.io/ingress-controller', 'istio', 'not-known'],
    ['traefik.io/ingress-controller', 'traefik', 'self-managed'],
    ['haproxy.org/ingress-controller/external', 'haproxy', 'self-managed'],
    ['haproxy-ingress.github.io/controller', 'haproxy', 'self-managed'],
    ['nginx.org/ingress-controller', 'f5-nginx', 'self-managed'],
    ['ingress-controllers.konghq.com/kong', 'kong', 'self-managed'],
    ['k8s.io/ingress-nginx-internal', 'unknown', 'not-known'],
    ['webapprouting.kubernetes.azure.com/nginx2', 'unknown', 'not-known'],
    ['', 'unknown', 'not-known'],
  ])('of the controller %j is %s, %s', (controller, id, support) => {
    expect(stackOf(controller)).toMatchObject({ id, support });
  });

  it.each([
    [
      'istio.aks.azure.com/gateway-controller',
      'approuting-istio',
      'app-routing-gateway',
    ],
    ['istio.io/gateway-controller', 'approuting-istio', 'app-routing-gateway'],
    ['istio.aks.azure.com/gateway-controller', 'istio', 'istio-gateway'],
    ['istio.io/gateway-controller', 'istio', 'istio-gateway'],
    [
      'alb.networking.azure.io/alb-controller',
      'azure-alb-external',
      'application-gateway-for-containers',
    ],
    ['example.com/gateways', 'approuting-istio', 'unknown'],
    ['k8s.io/ingress-nginx', 'nginx', 'unknown'],
  ])('of %s and GatewayClass %s is %s', (controller, name, id) => {
    expect(stackOf(controller, name, 'GatewayClass').id).toBe(id);
  });

  it('says who looks after it, until when, and where to go', () => {
    expect(stackOf('webapprouting.kubernetes.azure.com/nginx')).toEqual({
      id: 'app-routing-nginx',
      title: 'app routing · NGINX',
      managedBy:
        'Microsoft installs, upgrades and mends it as an add-on of AKS.',
      support: 'ending',
      lastDay: '2026-11-30',
      successor:
        'the Gateway API of application routing (GatewayClass approuting-istio) or Application Gateway for Containers',
      docs: 'https://learn.microsoft.com/azure/aks/app-routing-nginx-to-gateway-api-migration',
    });
  });

  it('says of a controller that it does not know just that', () => {
    expect(stackOf('example.com/ours')).toEqual({
      id: 'unknown',
      title: 'example.com/ours',
      managedBy:
        'The portal does not know the controller example.com/ours; whoever installed it looks after it.',
      support: 'not-known',
    });
  });
});

describe('an exposure', () => {
  it('carries the stack of its class', () => {
    expect(checkoutExposure().stack?.title).toBe('Traefik');
  });

  it('has none where the class does not exist', () => {
    const exposure = checkoutExposure({
      ingress: { ingressClassName: 'gone' },
    });
    expect(exposure.stack).toBeUndefined();
  });

  it('is let in by the load balancer where a Service opens it', () => {
    const { exposures } = exposuresAmong(
      checkoutObjects({
        service: { type: 'LoadBalancer' },
        instead: { Ingress: [] },
      }),
    );
    expect(exposures[0].stack?.id).toBe('azure-load-balancer');
  });
});

describe('the deprecated annotation for the class', () => {
  function withAnnotation(value: string, changes: object = {}) {
    return checkoutExposure({
      ingress: { ingressClassName: undefined },
      ingressMetadata: {
        annotations: { 'kubernetes.io/ingress.class': value },
      },
      ...changes,
    });
  }

  // k8sgpt reports Azure's own value as a class that is missing.
  it.each(['azure/application-gateway', 'azure-application-gateway'])(
    'is understood as Application Gateway when it says %s, without any IngressClass',
    value => {
      const exposure = withAnnotation(value);
      expect(hopLine(exposure)).toBe(
        'address:ok listener:ok route:ok service:ok endpoints:ok pods:ok',
      );
      expect(exposure.stack?.id).toBe('application-gateway');
      expect(exposure.hops[1]).toMatchObject({
        subject: 'Application Gateway (AGIC)',
        evidence: [
          {
            field: 'metadata.annotations[kubernetes.io/ingress.class]',
            value,
          },
        ],
      });
    },
  );

  it('finds the class of the controller that it names', () => {
    const exposure = withAnnotation('azure/application-gateway', {
      instead: {
        IngressClass: [ingressClass('gateway', 'azure/application-gateway')],
      },
    });
    expect(exposure.hops[1].object?.name).toBe('gateway');
  });

  it('leaves the break to the missing address when Azure’s value was not heard', () => {
    const exposure = withAnnotation('azure/application-gateway', {
      ingressStatus: {},
    });
    expect(hopLine(exposure)).toBe(
      'address:broken listener:ok route:ok service:ok endpoints:ok pods:ok',
    );
  });

  it('names the support of application routing’s NGINX without its class', () => {
    const exposure = withAnnotation('webapprouting.kubernetes.azure.com');
    expect(exposure.hops[1].finding?.rule).toBe('IN29');
  });

  it('with another value and no class is a doubt, as a controller may take it', () => {
    const exposure = withAnnotation('nginx', { ingressStatus: {} });
    expect(hopLine(exposure)).toBe(
      'address:broken listener:warning route:ok service:ok endpoints:ok pods:ok',
    );
    expect(exposure.hops[1].finding).toMatchObject({
      rule: 'IN14',
      cause:
        'Ingress shop/checkout names the class nginx by the deprecated annotation kubernetes.io/ingress.class; there is no IngressClass of that name. A controller may take it all the same, but none has given it an address. The cluster has traefik.',
    });
  });

  it('with another value and an address was taken by somebody', () => {
    expect(withAnnotation('nginx').verdict).toBe('ok');
  });
});
