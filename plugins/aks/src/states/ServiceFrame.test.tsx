import { Entity } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { production, staging } from '../__testUtils__/clusters';
import { shopFront, unannotatedShopFront } from '../__testUtils__/entities';
import { FakeAks } from '../__testUtils__/FakeAks';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { openEntityPage } from '../__testUtils__/openEntityPage';
import { responseError } from '../__testUtils__/responseError';
import { exposureView } from '../__testUtils__/views';

function openTab(
  exposure: FakeAks['exposure'],
  options: { entity?: Entity; signals?: FakeSignals } = {},
) {
  const aks = new FakeAks();
  aks.exposure = exposure;
  openEntityPage({ with: 'tab', aks, ...options });
  return aks;
}

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const live = { state: 'live' as const };

describe('ServiceFrame', () => {
  it('says what is being loaded', async () => {
    const aks = new FakeAks();
    aks.getExposure = () => new Promise(() => {});
    openEntityPage({ with: 'tab', aks });

    expect(
      await screen.findByText('Loading the path from host name to pods'),
    ).toBeInTheDocument();
  });

  describe('for an entity without annotations', () => {
    const unannotated = exposureView([], {
      service: 'unannotated',
      selector: undefined,
      sources: [],
    });

    it('says which annotation to add, ready to copy', async () => {
      const user = userEvent.setup();
      const write = jest.spyOn(navigator.clipboard, 'writeText');
      openTab(unannotated, { entity: unannotatedShopFront });

      const example = await screen.findByRole('group', {
        name: 'backstage.io/kubernetes-id',
      });
      await user.click(within(example).getByRole('button', { name: 'Copy' }));

      expect(write).toHaveBeenCalledWith(
        [
          'metadata:',
          '  name: "shop-front"',
          '  annotations:',
          '    backstage.io/kubernetes-id: "shop-front"',
        ].join('\n'),
      );
    });

    it('leaves the example selected where there is no clipboard', async () => {
      const user = userEvent.setup();
      openTab(unannotated, { entity: unannotatedShopFront });
      const example = await screen.findByRole('group', {
        name: 'backstage.io/kubernetes-id',
      });
      jest
        .spyOn(navigator.clipboard, 'writeText')
        .mockRejectedValue(new Error('not allowed'));

      await user.click(within(example).getByRole('button', { name: 'Copy' }));

      expect(
        await screen.findByText('Selected: press Ctrl+C or ⌘C'),
      ).toBeInTheDocument();
      expect(window.getSelection()?.toString()).toContain('kubernetes-id');
    });

    it.each([
      { url: 'https://git.contoso.example/edit', links: 1 },
      { url: 'data:text/html,shop', links: 0 },
    ])(
      'links to its source only over the web: $url',
      async ({ url, links }) => {
        const entity = {
          ...unannotatedShopFront,
          metadata: {
            ...unannotatedShopFront.metadata,
            annotations: { 'backstage.io/edit-url': url },
          },
        };
        openTab(unannotated, { entity });

        await screen.findByText(/does not know which workloads/);
        expect(
          screen.queryAllByRole('link', { name: 'Edit catalog-info.yaml' }),
        ).toHaveLength(links);
      },
    );
  });

  it('says what was looked for and where when nothing matches', async () => {
    const entity = {
      ...shopFront,
      metadata: {
        ...shopFront.metadata,
        annotations: {
          ...shopFront.metadata.annotations,
          'backstage.io/kubernetes-namespace': 'shop,shop-canary',
        },
      },
    };
    openTab(exposureView([], { service: 'not-found' }), { entity });

    expect(
      await screen.findByText('Nothing on the clusters matches'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('backstage.io/kubernetes-id=shop-front'),
    ).toBeInTheDocument();
    expect(screen.getByText('contoso-prod-weu')).toBeInTheDocument();
    expect(screen.getByText('shop,shop-canary')).toBeInTheDocument();
    expect(
      screen.getByText(/in a namespace that the annotation omits/),
    ).toBeInTheDocument();
  });

  it('says what is hidden and whom to ask, not that nothing matches', async () => {
    openTab(
      exposureView([], {
        service: 'not-found',
        hidden: { count: 2, namespaces: ['payments'] },
      }),
    );

    expect(
      await screen.findByText('2 namespaces are not visible to you'),
    ).toBeInTheDocument();
    expect(screen.getByText(/annotations: payments/)).toHaveTextContent(
      'permission aks.namespace.read',
    );
    expect(
      screen.queryByText('Nothing on the clusters matches'),
    ).not.toBeInTheDocument();
  });

  it('names the first of many hidden namespaces, and counts the rest', async () => {
    const namespaces = Array.from(
      { length: 40 },
      (_, index) => `team-${index}`,
    );
    openTab(exposureView([], { hidden: { count: 40, namespaces } }));

    expect(
      await screen.findByText(/team-3, team-4 and 35 more\./),
    ).toBeInTheDocument();
  });

  it('shows what is known beside what is hidden', async () => {
    openTab(exposureView(undefined, { hidden: { count: 1, namespaces: [] } }));

    expect(
      await screen.findByText('1 namespace is not visible to you'),
    ).toBeInTheDocument();
    expect(screen.getByRole('list', { name: /^Path of/ })).toBeInTheDocument();
  });

  it('has one notice for all sources that are missing, and shows the rest', async () => {
    openTab(
      exposureView(undefined, {
        sources: [
          {
            cluster: production,
            freshness: live,
            kinds: [
              {
                kind: 'Ingress',
                freshness: {
                  state: 'forbidden',
                  message: 'The ClusterRole lacks ingresses.',
                },
              },
            ],
          },
          {
            cluster: staging,
            freshness: {
              state: 'unreachable',
              since: minutesAgo(6),
              message: 'connect ETIMEDOUT',
            },
            kinds: [{ kind: 'Pod', freshness: { state: 'stale' } }],
          },
        ],
      }),
    );

    const notices = await screen.findByRole('region', {
      name: 'What is missing from this page',
    });
    expect(notices).toHaveTextContent(/^2 sources are not up to date/);
    const [ingresses, cluster, ...others] =
      within(notices).getAllByRole('listitem');
    expect(ingresses).toHaveTextContent(
      'Ingress on contoso-prod-weu may not be read',
    );
    expect(ingresses).toHaveTextContent('The ClusterRole lacks ingresses.');
    expect(cluster).toHaveTextContent(
      /^contoso-staging-weu cannot be reached since .* \(6 min ago\)\. connect ETIMEDOUT$/,
    );
    expect(others).toHaveLength(0);
    expect(screen.getByRole('list', { name: /^Path of/ })).toBeInTheDocument();
  });

  it('names only clusters on which the service is or may be', async () => {
    const stale = { state: 'stale' as const, message: 'Refused.' };
    const onCluster = (name: string, service: 'not-found' | 'not-known') => ({
      cluster: { ...staging, slug: name, name },
      freshness: stale,
      kinds: [],
      service,
    });
    openTab(
      exposureView(undefined, {
        sources: [
          {
            cluster: production,
            freshness: stale,
            kinds: [],
            service: 'found',
          },
          onCluster('without-it', 'not-found'),
          onCluster('never-read', 'not-known'),
        ],
      }),
    );

    expect(
      await screen.findByRole('region', {
        name: 'What is missing from this page',
      }),
    ).toHaveTextContent(/^contoso-prod-weu, never-read are not up to date/);
  });

  it('folds what is the same for many sources', async () => {
    const kinds = ['Ingress', 'Pod', 'Service'].map(kind => ({
      kind,
      freshness: {
        state: 'stale' as const,
        message: 'It does not answer in time.',
        remedy: 'The platform team checks firewalls.',
      },
    }));
    openTab(
      exposureView(undefined, {
        sources: [{ cluster: production, freshness: live, kinds }],
      }),
    );

    const notices = await screen.findByRole('region', {
      name: 'What is missing from this page',
    });
    expect(notices).toHaveTextContent(
      /^Ingress on contoso-prod-weu, Pod on .*, Service on contoso-prod-weu are not up to date.*It does not answer in time\. The platform team checks firewalls\.$/,
    );
    expect(within(notices).queryByRole('list')).not.toBeInTheDocument();
  });

  it.each([
    ['stale', /stale since .* \(6 min ago\) · contoso-prod-weu/],
    ['pending', /first reading under way since/],
  ] as const)(
    'says in the footer that a cluster is %s',
    async (state, text) => {
      openTab(
        exposureView(undefined, {
          sources: [
            {
              cluster: production,
              freshness: { state, since: minutesAgo(6) },
              kinds: [],
            },
          ],
        }),
      );

      expect(
        await screen.findByRole('list', { name: 'How fresh this is' }),
      ).toHaveTextContent(text);
    },
  );

  it.each([
    [403, 'You may not see this'],
    [404, 'The portal does not know this entity'],
    [500, 'The AKS backend could not answer'],
  ])('says what the backend says when it answers %s', async (status, title) => {
    openTab(await responseError(status, 'Ask team-platform for access.'));

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent('Ask team-platform for access.');
  });

  it('says what to check when the backend does not answer', async () => {
    openTab(new TypeError('Failed to fetch'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal’s backend did not answer',
    );
  });

  it('keeps the last view when the backend fails, and says how old it is', async () => {
    const signals = new FakeSignals();
    const aks = openTab(exposureView(), { signals });
    await screen.findByRole('list', { name: /^Path of/ });

    aks.exposure = new TypeError('Failed to fetch');
    signals.changed('c1a2/shop');

    expect(await screen.findByText(/^Not updated/)).toHaveTextContent(
      /since .* \(less than a minute ago\)/,
    );
    expect(screen.getByRole('list', { name: /^Path of/ })).toBeInTheDocument();
    const footer = screen.getByRole('list', { name: 'How fresh this is' });
    expect(footer).toHaveTextContent(/^not updated since/);
    expect(footer).not.toHaveTextContent('live');
  });

  it('takes the view away when it may no longer be seen', async () => {
    const signals = new FakeSignals();
    const aks = openTab(exposureView(), { signals });
    await screen.findByRole('list', { name: /^Path of/ });

    aks.exposure = await responseError(403, 'Not yours.');
    signals.changed('c1a2/shop');

    expect(await screen.findByRole('alert')).toHaveTextContent('Not yours.');
    expect(
      screen.queryByText(/shop\.contoso\.example/),
    ).not.toBeInTheDocument();
  });
});
