import { collectionPath, kindName, kinds } from './kinds';

describe('kinds', () => {
  it.each([
    ['Namespace', '/api/v1/namespaces'],
    ['Ingress', '/apis/networking.k8s.io/v1/ingresses'],
    ['Gateway', '/apis/gateway.networking.k8s.io/v1/gateways'],
    ['ScaledObject', '/apis/keda.sh/v1alpha1/scaledobjects'],
  ])('%s is served under %s', (name, path) => {
    expect(
      kinds
        .filter(({ kind }) => kind === name)
        .map(descriptor => collectionPath(descriptor)),
    ).toEqual([path]);
  });

  it('are each named once', () => {
    const names = kinds.map(({ kind }) => kind);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['Pod', false],
    ['IngressClass', false],
    ['VerticalPodAutoscaler', true],
    ['Gateway', true],
    ['Certificate', true],
  ])('%s is defined by an add-on: %s', (name, expected) => {
    expect(kinds.find(({ kind }) => kind === name)?.custom).toBe(expected);
  });

  it.each([
    ['', 'Service', 'Service'],
    ['serving.knative.dev', 'Service', 'Service.serving.knative.dev'],
    ['networking.istio.io', 'Gateway', 'Gateway.networking.istio.io'],
    ['gateway.networking.k8s.io', 'Gateway', 'Gateway'],
    ['argoproj.io', 'Rollout', 'Rollout'],
  ])('of the group "%s" called %s have the name %s', (group, kind, name) => {
    expect(kindName(group, kind)).toBe(name);
  });
});
