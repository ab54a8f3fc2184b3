import { collectionPath, kinds } from './kinds';

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
});
