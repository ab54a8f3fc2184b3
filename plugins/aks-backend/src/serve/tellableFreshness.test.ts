import { UnreadReason } from '@backstage-aks/insight';
import { Access } from '../permissions/Access';
import { tellableFreshness } from './tellableFreshness';

const access = (mayReadEveryNamespace: boolean): Access => ({
  mayReadCluster: () => true,
  mayReadNamespace: () => mayReadEveryNamespace,
  mayReadEveryNamespace,
  fingerprint: String(mayReadEveryNamespace),
});

const since = '2026-11-22T10:00:00.000Z';

describe('tellableFreshness', () => {
  it.each<[UnreadReason, RegExp]>([
    ['unauthorized', /refused the credential .* expired.*renews it/],
    ['credential', /nothing to sign in with.*puts the credential/],
    ['unresolved', /DNS does not know.*checks the URL and the DNS/],
    ['refused', /Nothing accepts connections.*checks that the cluster runs/],
    ['tls', /certificates do not fit.*renews the certificate authority/],
    ['timeout', /does not answer in time.*checks firewalls/],
    ['lost', /connection broke.*tries again by itself/],
    ['throttled', /come back later, which it does by itself/],
    ['server', /answered with an error.*looks at its health/],
    ['malformed', /no API server.*checks the URL/],
  ])('says after %s what is wrong and what to do', (reason, words) => {
    const message = 'pods in namespace ledger';
    const freshness = { state: 'unreachable', since, reason, message } as const;
    expect(tellableFreshness(freshness, access(true))).toEqual(freshness);
    const told = tellableFreshness(freshness, access(false));
    expect(told).toEqual({
      state: 'unreachable',
      since,
      reason,
      message: expect.stringMatching(words),
    });
    expect(told.message).not.toContain('ledger');
  });

  it('says that a stale source shows what it last knew', () => {
    const told = tellableFreshness(
      { state: 'stale', since, reason: 'unauthorized', message: 'why' },
      access(false),
    );
    expect(told.message).toMatch(/what it last knew\. The cluster refused/);
  });
});
