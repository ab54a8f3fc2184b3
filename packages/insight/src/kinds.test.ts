import { collectionPath, kindName, kinds, projectedKinds } from './kinds';

describe('kinds', () => {
  it('are served under the paths of their groups', () => {
    expect(
      kinds.map(descriptor => [descriptor.kind, collectionPath(descriptor)]),
    ).toEqual([
      ['Namespace', '/api/v1/namespaces'],
      ['IngressClass', '/apis/networking.k8s.io/v1/ingressclasses'],
      ['Ingress', '/apis/networking.k8s.io/v1/ingresses'],
      ['Service', '/api/v1/services'],
      ['Deployment', '/apis/apps/v1/deployments'],
      ['ReplicaSet', '/apis/apps/v1/replicasets'],
      ['EndpointSlice', '/apis/discovery.k8s.io/v1/endpointslices'],
      ['Pod', '/api/v1/pods'],
    ]);
  });

  it('that can be projected are each named once', () => {
    const names = projectedKinds.map(({ kind }) => kind);
    expect(new Set(names).size).toBe(names.length);
    expect(projectedKinds).toEqual(expect.arrayContaining([...kinds]));
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
