import { Freshness } from '../freshness';
import {
  Changes,
  checkoutObjects,
  exposuresAmong,
  ingressClass,
} from '../testing/shop';
import { summarize } from './summary';

const BACKEND = { service: { name: 'checkout', port: { name: 'http' } } };

const http = { paths: [{ path: '/', pathType: 'Prefix', backend: BACKEND }] };

const HOSTS = ['a.contoso.example', 'b.contoso.example'];

function exposures(changes: Changes) {
  return exposuresAmong(checkoutObjects(changes)).exposures;
}

// Defects that other portals and tools have, or had, with routes in.
describe('where peers fail', () => {
  it('Headlamp: a host among several of a TLS entry is served over TLS', () => {
    const found = exposures({
      ingress: {
        rules: HOSTS.map(host => ({ host, http })),
        tls: [{ hosts: HOSTS }],
      },
    });
    expect(found.map(({ host, tls }) => [host, tls])).toEqual(
      HOSTS.map(host => [host, true]),
    );
  });

  it('Headlamp: a TLS entry needs no hosts', () => {
    const [exposure] = exposures({
      ingress: { tls: [{ secretName: 'checkout-tls' }] },
    });
    expect(exposure.verdict).toBe('ok');
  });

  it('Headlamp: a rule needs no http, and does not hide its neighbours', () => {
    const found = exposures({
      ingress: { rules: [{ host: HOSTS[0] }, { host: HOSTS[1], http }] },
    });
    expect(found.map(({ host }) => host)).toEqual([HOSTS[1]]);
  });

  it.each([
    ['with a class', [ingressClass('agic', 'azure/application-gateway')]],
    ['without any', []],
  ])(
    'k8sgpt: Azure’s legacy class is not missing, in a cluster %s',
    (_, IngressClass) => {
      const [exposure] = exposures({
        ingress: { ingressClassName: undefined },
        ingressMetadata: {
          annotations: {
            'kubernetes.io/ingress.class': 'azure/application-gateway',
          },
        },
        instead: { IngressClass },
      });
      expect(exposure.verdict).toBe('ok');
      expect(exposure.stack?.id).toBe('application-gateway');
    },
  );

  it.each<[string, Freshness]>([
    ['refused', { state: 'forbidden', since: '2026-11-22T11:00:00Z' }],
    ['never answered', { state: 'unreachable', since: '2026-11-22T11:00:00Z' }],
  ])(
    'KubeStellar: a cluster that %s is told of, and is no empty list',
    (_, freshness) => {
      const { exposures: found, unread } = exposuresAmong(
        { ...checkoutObjects(), Ingress: [] },
        { freshness: { Ingress: freshness } },
      );
      expect(found).toEqual([]);
      expect(unread.map(({ kind }) => kind)).toEqual(['Ingress']);
      expect(summarize(found, unread).verdict).toBe('unknown');
    },
  );
});
