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

const troubled: Clusters[number] = {
  ...staging,
  freshness: {
    state: 'unreachable',
    since: '2026-11-24T10:00:00Z',
    message: 'Connecting to it timed out. Check the network of the portal.',
  },
  kinds: [
    {
      kind: 'Pod',
      freshness: { state: 'forbidden', message: 'pods is forbidden.' },
      lastError: { at: '2026-11-24T10:00:00Z', message: 'It answered 403.' },
    },
    { kind: 'Service', freshness: { state: 'live' } },
  ],
};

describe('StatusPage', () => {
  it('shows the clusters in trouble first, with what is wrong', async () => {
    openStatus([wellKnown, troubled]);

    await screen.findByText('contoso-staging-weu');
    expect(
      screen
        .getAllByRole('heading', { level: 2 })
        .map(({ textContent }) => textContent),
    ).toEqual(['contoso-staging-weu', 'contoso-prod-weu']);
    expect(screen.getByText(/Connecting to it timed out/)).toBeInTheDocument();
    const gaps = screen.getByRole('table', {
      name: 'What is not live on contoso-staging-weu',
    });
    const [, row, ...others] = within(gaps).getAllByRole('row');
    expect(row).toHaveTextContent(
      /^Pod.*forbiddenpods is forbidden\.It answered 403\.since/,
    );
    expect(others).toHaveLength(0);
    expect(screen.getByText('1 kind is live')).toBeInTheDocument();
  });

  it('does not call a gap what a cluster does not serve', async () => {
    openStatus([wellKnown]);

    expect(await screen.findByText('Every kind is live.')).toBeInTheDocument();
    expect(
      screen.queryByRole('table', { name: /^What is not live/ }),
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
