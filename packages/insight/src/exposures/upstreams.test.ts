import { checkoutExposure, hopLine } from '../testing/shop';
import { Upstream } from './upstreams';

const FRONT_DOOR: Upstream = {
  name: 'contoso-edge',
  kind: 'front-door',
  hosts: ['*.contoso.example'],
  addresses: [],
};

function front(upstreams: Partial<Upstream>[]) {
  return checkoutExposure(
    {},
    {
      upstreams: upstreams.map(upstream => ({
        ...FRONT_DOOR,
        hosts: [],
        ...upstream,
      })),
    },
  );
}

describe('what stands in front of a cluster', () => {
  it('is the first hop, with what is declared of it', () => {
    const { hops, verdict } = front([FRONT_DOOR]);
    expect(hops[0]).toEqual({
      kind: 'upstream',
      verdict: 'unknown',
      judged: false,
      subject: 'contoso-edge (Azure Front Door)',
      status: 'declared',
      evidence: [],
    });
    expect(verdict).toBe('ok');
  });

  it.each<[string, Partial<Upstream>, boolean]>([
    ['the host', { hosts: ['checkout.contoso.example'] }, true],
    [
      'the host in other letters',
      { hosts: ['Checkout.Contoso.Example.'] },
      true,
    ],
    ['another host', { hosts: ['shop.contoso.example'] }, false],
    ['every name below', { hosts: ['*.contoso.example'] }, true],
    ['every name further below', { hosts: ['*.example'] }, true],
    [
      'names below the host itself',
      { hosts: ['*.checkout.contoso.example'] },
      false,
    ],
    ['names that only end alike', { hosts: ['*.toso.example'] }, false],
    ['the address', { addresses: ['20.61.7.10'] }, true],
    ['another address', { addresses: ['20.61.7.1'] }, false],
    ['both', { hosts: ['*.example'], addresses: ['20.61.7.10'] }, true],
    [
      'the host at another address',
      { hosts: ['*.example'], addresses: ['10.0.0.4'] },
      false,
    ],
    [
      'another host at the address',
      { hosts: ['a.example'], addresses: ['20.61.7.10'] },
      false,
    ],
    ['nothing', {}, false],
  ])('is found by %s', (_, upstream, found) => {
    const kinds = front([upstream]).hops.map(({ kind }) => kind);
    expect(kinds.includes('upstream')).toBe(found);
  });

  it('is one hop, in the order of the declarations', () => {
    const { hops } = front([
      FRONT_DOOR,
      { name: 'hub', kind: 'firewall', addresses: ['20.61.7.10'] },
      { name: 'scrubber', kind: 'other', hosts: ['*.example'] },
    ]);
    expect(hops[0].subject).toBe(
      'contoso-edge (Azure Front Door) → hub (firewall) → scrubber',
    );
  });

  it('changes nothing of what the cluster says', () => {
    const broken = { service: { selector: { app: 'chekout' } }, endpoints: [] };
    const alone = checkoutExposure(broken);
    const behind = checkoutExposure(broken, { upstreams: [FRONT_DOOR] });
    expect(behind).toEqual({
      ...alone,
      hops: [behind.hops[0], ...alone.hops],
    });
    expect(hopLine(behind)).toBe(`upstream:- ${hopLine(alone)}`);
  });
});
