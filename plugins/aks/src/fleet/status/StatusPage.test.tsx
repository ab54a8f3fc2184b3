import { Freshness, troubleOf, unreadReasons } from '@backstage-aks/insight';
import { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { production, staging } from '../../__testUtils__/clusters';
import { FakeAks } from '../../__testUtils__/FakeAks';
import { openFleetPage } from '../../__testUtils__/openFleetPage';
import { responseError } from '../../__testUtils__/responseError';

type Clusters = FleetStatus['clusters'];

function openStatus(clusters: Clusters) {
  const aks = new FakeAks({ status: { clusters } });
  openFleetPage('/aks/status', aks);
  return aks;
}

const live = { state: 'live' as const };

const wellKnown: Clusters[number] = {
  ...production,
  freshness: live,
  kinds: [
    { kind: 'Ingress', freshness: live, records: 12, malformed: 0, lists: 1 },
    { kind: 'ScaledObject', freshness: { state: 'absent' } },
  ],
};

/** A source as the backend tells of it. */
const told = (
  freshness: Pick<Freshness, 'state' | 'reason' | 'detail'>,
): Freshness => {
  const trouble = troubleOf(freshness);
  return {
    ...freshness,
    since: '2026-11-24T10:00:00Z',
    message: trouble?.problem,
    remedy: trouble?.remedy,
  };
};

const inSeconds = (seconds: number) =>
  new Date(Date.now() + seconds * 1000).toISOString();

const troubled: Clusters[number] = {
  ...staging,
  freshness: told({
    state: 'unreachable',
    reason: 'timeout',
    detail: 'Could not read /version on cluster contoso-staging-weu',
  }),
  nextTryAt: inSeconds(20),
  kinds: [
    {
      kind: 'Pod',
      freshness: told({ state: 'forbidden' }),
      lastError: { at: '2026-11-24T10:00:00Z', message: 'It answered 403.' },
    },
    { kind: 'Service', freshness: { state: 'live' } },
  ],
};

const faults: Pick<Freshness, 'state' | 'reason'>[] = [
  ...unreadReasons.flatMap(reason => [
    { state: 'stale' as const, reason },
    { state: 'unreachable' as const, reason },
  ]),
  { state: 'forbidden' },
  { state: 'absent' },
];

describe('StatusPage', () => {
  it('shows the clusters in trouble first, with what is wrong', async () => {
    openStatus([wellKnown, troubled]);

    await screen.findByText('contoso-staging-weu');
    expect(
      screen
        .getAllByRole('heading', { level: 2 })
        .map(({ textContent }) => textContent),
    ).toEqual(['contoso-staging-weu', 'contoso-prod-weu']);
    expect(screen.getByText(/It does not answer in time/)).toBeInTheDocument();
    const gaps = screen.getByRole('list', {
      name: 'What is not live on contoso-staging-weu',
    });
    expect(gaps).toHaveTextContent(
      /^Pod.*forbidden.*does not let the portal's identity read this\.What to do: The platform team binds/,
    );
    expect(within(gaps).getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByText('1 kind is live.')).toBeInTheDocument();
  });

  it.each(faults)(
    'says of a kind that is $state ($reason) what is wrong and what to do',
    async fault => {
      const freshness = told(fault);
      openStatus([
        {
          ...production,
          freshness: live,
          kinds: [{ kind: 'Pod', freshness, nextTryAt: inSeconds(20) }],
        },
      ]);

      await userEvent.click(await screen.findByText('Show 1 kind'));
      const list = screen.getByRole('list', {
        name: /^What (is not live on )?contoso-prod-weu/,
      });
      expect(list).toHaveTextContent(freshness.message!);
      expect(list).toHaveTextContent(`What to do: ${freshness.remedy}`);
      expect(list).toHaveTextContent(/tries again at \d/);
    },
  );

  it.each(unreadReasons)(
    'says of a cluster that is %s what is wrong and what to do',
    async reason => {
      const freshness = told({ state: 'stale', reason });
      const nextTryAt = inSeconds(-1);
      openStatus([{ ...production, freshness, nextTryAt, kinds: [] }]);

      expect(await screen.findByText(freshness.message!)).toBeInTheDocument();
      expect(screen.getByText(freshness.remedy!)).toHaveTextContent(
        `What to do: ${freshness.remedy}`,
      );
      expect(screen.getByText('is trying again now')).toBeInTheDocument();
    },
  );

  it('tells once what is wrong with several clusters', async () => {
    const freshness = told({ state: 'unreachable', reason: 'unauthorized' });
    const names = Array.from({ length: 12 }, (_, index) => `cluster-${index}`);
    openStatus(
      names.map(name => ({
        ...{ slug: name, name, environment: 'production', freshness },
        kinds: [],
      })),
    );

    const [text] = await screen.findAllByText(freshness.message!);
    const notice = text.closest('[role="status"]');
    expect(notice).toHaveTextContent(
      /^12 clusters are in the same trouble.*cluster-0, .*cluster-7 and 4 more/,
    );
    expect(screen.getAllByText(freshness.message!)).toHaveLength(1);
    expect(screen.getAllByText(freshness.remedy!)).toHaveLength(1);
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(12);
  });

  it('tells once what is wrong with all kinds of a cluster', async () => {
    const kinds = ['Ingress', 'Pod', 'Service'];
    const freshness = told({ state: 'stale', reason: 'refused' });
    openStatus([
      {
        ...production,
        freshness,
        kinds: kinds.map(kind => ({ kind, freshness })),
      },
      {
        ...staging,
        freshness: live,
        kinds: kinds.map(kind => ({
          kind,
          freshness: told({ state: 'forbidden' }),
        })),
      },
    ]);

    expect(
      await screen.findByText(
        '0 kinds are live. 3 kinds are not, for the same reason.',
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByText(freshness.message!)).toHaveLength(1);
    const gaps = screen.getByRole('list', {
      name: 'What is not live on contoso-staging-weu',
    });
    expect(gaps).toHaveTextContent(/^Ingress, Pod, Service/);
    expect(within(gaps).getAllByRole('listitem')).toHaveLength(1);
  });

  it('shows what exactly was met on demand', async () => {
    openStatus([troubled]);

    const [summary] = await screen.findAllByText('Technical details');
    const detail = screen.getByText(/Could not read \/version/);
    expect(detail).not.toBeVisible();
    await userEvent.click(summary);
    expect(detail).toBeVisible();
  });

  it('says that the portal cannot write to its database', async () => {
    const aks = new FakeAks({
      status: {
        clusters: [],
        database: {
          since: '2026-11-24T10:00:00Z',
          message: 'The portal cannot write to its database.',
          remedy: 'The platform team checks that it has space left.',
          detail: 'SQLITE_FULL',
        },
      },
    });
    openFleetPage('/aks/status', aks);

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/cannot write to its database\.since /);
    expect(alert).toHaveTextContent(
      'What to do: The platform team checks that it has space left.',
    );
  });

  it('says that another replica reads a cluster', async () => {
    openStatus([{ ...wellKnown, collectedBy: 'another-replica' }]);

    expect(
      await screen.findByText(/Another replica of the portal reads/),
    ).toBeInTheDocument();
  });

  it('does not call a gap what a cluster does not serve', async () => {
    openStatus([wellKnown]);

    expect(
      await screen.findByText(
        'Every kind is live. 1 more kind is not installed on this cluster.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('list', { name: /^What is not live/ }),
    ).not.toBeInTheDocument();
  });

  it('shows every kind on demand, with counts where they are told', async () => {
    openStatus([wellKnown]);

    await userEvent.click(await screen.findByText('Show all 2 kinds'));

    const row = screen.getByRole('row', { name: /^Ingress/ });
    expect(row).toHaveTextContent('12');
    expect(
      screen.getByRole('columnheader', { name: 'Objects' }),
    ).toBeInTheDocument();
  });

  it('says whom to ask where there is no cluster', async () => {
    openStatus([]);

    expect(
      await screen.findByText(/no cluster that you may see/),
    ).toHaveTextContent('aks.clusters');
  });

  it('says why there is no answer', async () => {
    const aks = new FakeAks();
    aks.status = await responseError(500, 'The log tells more.');
    openFleetPage('/aks/status', aks);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The log tells more.',
    );
  });
});
