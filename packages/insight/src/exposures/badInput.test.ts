import {
  Changes,
  checkoutObjects,
  exposuresAmong,
  hopLine,
  metadata,
} from '../testing/shop';

const BACKEND = { service: { name: 'checkout', port: { name: 'http' } } };

function rule(host: unknown, paths: unknown = [entry('/')]) {
  return { host, http: { paths } };
}

function entry(path: unknown, backend: unknown = BACKEND) {
  return { path, pathType: 'Prefix', backend };
}

function exposures(changes: Changes) {
  return exposuresAmong(checkoutObjects(changes)).exposures;
}

describe('an Ingress that contradicts itself', () => {
  it.each<[string, object]>([
    ['has no rules', { rules: [] }],
    ['has rules that are no list', { rules: 'all' }],
    ['has rules that are nothing', { rules: [null, 7, 'x', {}] }],
    ['has a rule without http', { rules: [{ host: 'a.contoso.example' }] }],
    ['has paths that are no list', { rules: [rule('a.contoso.example', {})] }],
    [
      'has a backend without a name',
      { rules: [rule('a.contoso.example', [entry('/', { service: {} })])] },
    ],
  ])('opens nothing where it %s', (_, ingress) => {
    expect(exposures({ ingress })).toEqual([]);
  });

  it('follows the name of a port that it names and numbers', () => {
    const port = { name: 'http', number: 9999 };
    const [exposure] = exposures({
      ingress: {
        rules: [
          rule('a.contoso.example', [
            entry('/', { service: { name: 'checkout', port } }),
          ]),
        ],
      },
    });
    expect(exposure.verdict).toBe('ok');
  });

  it.each([
    ['a number in place of a list', { tls: 7 }],
    [
      'no hosts, as one peer takes for granted',
      { tls: [{ secretName: 'all' }] },
    ],
    ['nothing in its entries', { tls: [null, {}] }],
  ])('with %s for TLS is judged all the same', (_, ingress) => {
    expect(exposures({ ingress })[0].verdict).toBe('ok');
  });

  // Headlamp takes a link for https only where all hosts, joined, are the host.
  it('asks for TLS on each of several hosts of an entry', () => {
    const hosts = ['a.contoso.example', 'b.contoso.example'];
    const found = exposures({
      ingress: { rules: hosts.map(host => rule(host)), tls: [{ hosts }] },
    });
    expect(found.map(({ tls }) => tls)).toEqual([true, true]);
  });
});

describe('annotations with values that nobody expects', () => {
  it.each(['maybe', '', '✓', 'x'.repeat(100_000), '{{ .Values.flag }}'])(
    'change nothing: %#',
    value => {
      const [exposure] = exposures({
        ingressMetadata: {
          annotations: {
            'nginx.ingress.kubernetes.io/canary': value,
            'nginx.ingress.kubernetes.io/use-regex': value,
            'nginx.ingress.kubernetes.io/backend-protocol': value,
          },
        },
      });
      expect(exposure.verdict).toBe('ok');
    },
  );
});

describe('hosts', () => {
  it.each([
    'xn--mnchen-3ya.contoso.example',
    'münchen.contoso.example',
    '購買.contoso.example',
    '*.contoso.example',
    'UPPER.contoso.example',
    'no host at all',
    '$(reboot).contoso.example',
    `${'a'.repeat(300)}.example`,
    '20.61.7.10',
    '__proto__',
  ])('are kept apart and as they are written: %s', host => {
    const found = exposures({
      ingress: { rules: [rule(host), rule('plain.contoso.example')] },
    });
    expect(found).toHaveLength(2);
    expect(found.map(exposure => exposure.host)).toContain(host);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });
});

describe('much of everything', () => {
  it('an Ingress of 2,000 paths is one way in, and none of them is lost unseen', () => {
    const paths = Array.from({ length: 2000 }, (_, index) =>
      entry(`/p/${index}`),
    );
    const found = exposures({
      ingress: { rules: [rule('a.contoso.example', paths)] },
    });
    expect(found).toHaveLength(1);
    expect(found[0].paths).toHaveLength(2000);
    expect(hopLine(found[0])).toMatch(/^address:ok listener:ok route:ok/);
  });

  it('of 5,000 hosts of a cluster those of the service are found', () => {
    const { Ingress = [], ...objects } = checkoutObjects();
    const others = Array.from({ length: 5000 }, (_, index) => ({
      metadata: metadata(`other-${index}`, { namespace: `team-${index % 50}` }),
      spec: {
        ingressClassName: 'traefik',
        rules: [rule(`h${index}.contoso.example`)],
      },
    }));
    const found = exposuresAmong({
      ...objects,
      Ingress: [...Ingress, ...others],
    }).exposures;
    expect(found.map(({ host }) => host)).toEqual(['checkout.contoso.example']);
    expect(found[0].verdict).toBe('ok');
  });

  it('a long chain of ExternalNames comes to an end', () => {
    const length = 500;
    const chain = Array.from({ length }, (_, index) => ({
      metadata: metadata(index === 0 ? 'checkout' : `link-${index}`),
      spec: {
        type: 'ExternalName',
        externalName: `link-${(index + 1) % length}.shop.svc.cluster.local`,
      },
    }));
    const [exposure] = exposuresAmong(
      { ...checkoutObjects({ endpoints: [] }), Service: chain },
      { roots: [{ kind: 'Service', namespace: 'shop', name: 'checkout' }] },
    ).exposures;
    expect(exposure.verdict).not.toBe('ok');
  });
});
