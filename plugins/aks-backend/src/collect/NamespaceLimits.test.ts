import { kindOf } from '../store/__testUtils__/store';
import { NamespaceLimits } from './NamespaceLimits';

const SERVICES = '/api/v1/services';
const INGRESSES = '/apis/networking.k8s.io/v1';

describe('NamespaceLimits', () => {
  it.each([
    [{ exclude: [] }, ['shop', 'pay', 'kube-system']],
    [{ exclude: ['kube-*'] }, ['shop', 'pay']],
    [{ include: ['shop'], exclude: [] }, ['shop']],
    [{ include: ['sh*', 'pay'], exclude: ['pay'] }, ['shop']],
  ])('of %j collects %j', (limits, collected) => {
    const namespaces = new NamespaceLimits(limits);
    expect(
      ['shop', 'pay', 'kube-system'].filter(name => namespaces.collects(name)),
    ).toEqual(collected);
  });

  it('reads everything at once where nothing is named', () => {
    const namespaces = new NamespaceLimits({
      include: ['shop', 'pay-*'],
      exclude: ['kube-*'],
    });
    expect(namespaces.scopesOf(kindOf('Service'))).toEqual([
      { path: SERVICES },
    ]);
    expect(namespaces.scopesOf(kindOf('Namespace'))).toEqual([
      { path: '/api/v1/namespaces' },
    ]);
  });

  it('has the server leave out what is excluded by name', () => {
    const namespaces = new NamespaceLimits({ exclude: ['a', 'b', 'kube-*'] });
    expect(namespaces.scopesOf(kindOf('Service'))).toEqual([
      {
        path: SERVICES,
        fieldSelector: 'metadata.namespace!=a,metadata.namespace!=b',
      },
    ]);
    expect(namespaces.scopesOf(kindOf('Namespace'))).toEqual([
      {
        path: '/api/v1/namespaces',
        fieldSelector: 'metadata.name!=a,metadata.name!=b',
      },
    ]);
    expect(namespaces.scopesOf(kindOf('Node'))).toEqual([
      { path: '/api/v1/nodes' },
    ]);
  });

  it('reads named namespaces each by itself', () => {
    const namespaces = new NamespaceLimits({
      include: ['shop', 'pay', 'shop', 'gone'],
      exclude: ['gone'],
    });
    expect(namespaces.scopesOf(kindOf('Ingress'))).toEqual([
      { path: `${INGRESSES}/namespaces/shop/ingresses` },
      { path: `${INGRESSES}/namespaces/pay/ingresses` },
    ]);
    expect(namespaces.scopesOf(kindOf('Namespace'))).toEqual([
      { path: '/api/v1/namespaces', fieldSelector: 'metadata.name=shop' },
      { path: '/api/v1/namespaces', fieldSelector: 'metadata.name=pay' },
    ]);
    expect(namespaces.scopesOf(kindOf('Node'))).toEqual([
      { path: '/api/v1/nodes' },
    ]);
  });
});
