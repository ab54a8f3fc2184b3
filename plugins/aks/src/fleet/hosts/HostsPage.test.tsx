import { HostListQuery } from '@backstage-aks/plugin-aks-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAks } from '../../__testUtils__/FakeAks';
import { hostEntry, hostList } from '../../__testUtils__/hosts';
import { openFleetPage } from '../../__testUtils__/openFleetPage';
import { responseError } from '../../__testUtils__/responseError';

function openHosts(hosts: FakeAks['hosts'], search = '') {
  const aks = new FakeAks({ hosts });
  openFleetPage(`/aks/hosts${search}`, aks);
  return aks;
}

const rowOf = (host: string) =>
  screen.findByRole('row', { name: new RegExp(host) });

const searchField = () =>
  screen.findByRole('searchbox', { name: 'Host name or IP address' });

describe('HostsPage', () => {
  it('tells whose a host is and how it stands', async () => {
    openHosts(hostList());

    const row = await rowOf('shop.contoso.example');
    for (const text of [
      'ok',
      '20.61.7.10',
      'webapprouting.kubernetes.azure.com',
      'contoso-prod-weu',
      'Ingress shop/shop-front',
    ]) {
      expect(row).toHaveTextContent(text);
    }
    expect(
      within(row).getByRole('link', { name: 'storefront' }),
    ).toHaveAttribute('href', expect.stringContaining('group/storefront'));
    expect(within(row).getByRole('link', { name: 'Shop' })).toHaveAttribute(
      'href',
      expect.stringMatching(
        /component\/shop-front\/exposure\?host=shop\.contoso\.example$/,
      ),
    );
    expect(screen.getByText('1 way in')).toBeInTheDocument();
  });

  it('says where a host breaks and by which rule', async () => {
    openHosts(
      hostList([
        hostEntry({
          verdict: 'broken',
          brokenAt: 'service',
          finding: {
            rule: 'IN13',
            title: 'The Service sends to a port that no container has',
            remedy: 'Set targetPort to http.',
          },
        }),
      ]),
    );

    const row = await rowOf('shop.contoso.example');
    expect(row).toHaveTextContent('broken at Service');
    expect(row).toHaveTextContent('IN13 · The Service sends to a port');
  });

  it('names what has no host, owner, address or class', async () => {
    openHosts(
      hostList([
        hostEntry({
          host: '',
          owners: [],
          entities: [],
          addresses: [],
          className: undefined,
        }),
      ]),
    );

    const row = await rowOf('Any host name');
    expect(row).toHaveTextContent('no owner bound');
    expect(row).toHaveTextContent('none yet');
  });

  it.each([
    ['not-visible' as const, 'not visible to you'],
    ['not-known' as const, 'not known'],
  ])('calls what is %s so, and never none', async (unseen, words) => {
    openHosts(
      hostList([
        hostEntry({
          addresses: [],
          className: undefined,
          unseen: { addresses: unseen, className: unseen },
        }),
      ]),
    );

    const row = await rowOf('shop.contoso.example');
    for (const cell of within(row).getAllByRole('cell').slice(2, 4)) {
      expect(cell).toHaveTextContent(words);
      expect(cell).not.toHaveTextContent(/none/);
    }
  });

  it('asks for what is typed, once it is typed', async () => {
    const asked: HostListQuery[] = [];
    openHosts(query => {
      asked.push(query);
      return query.query
        ? hostList([hostEntry({ host: 'pay.contoso.example' })])
        : hostList();
    });
    await rowOf('shop.contoso.example');

    await userEvent.type(await searchField(), '20.61.7.99');

    expect(await rowOf('pay.contoso.example')).toBeInTheDocument();
    const texts = new Set(asked.map(({ query }) => query));
    expect(texts).toEqual(new Set([undefined, '20.61.7.99']));
  });

  it('filters by state, and says how many were looked at', async () => {
    const asked: HostListQuery[] = [];
    openHosts(query => {
      asked.push(query);
      return hostList(query.verdict ? [] : undefined, {
        totalItems: 700,
        judged: 500,
        ...(query.verdict && { nextCursor: 'next' }),
      });
    });
    await rowOf('shop.contoso.example');

    await userEvent.click(screen.getByRole('button', { name: /State/ }));
    await userEvent.click(screen.getByRole('option', { name: 'broken' }));

    expect(
      await screen.findByText(
        '0 ways in, of 500 looked at; 700 match the other filters',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/The next page goes on from there/),
    ).toBeInTheDocument();
    expect(asked.at(-1)).toEqual({ verdict: ['broken'] });
  });

  it('goes on page by page, and back to the first', async () => {
    openHosts(({ cursor }) =>
      cursor
        ? hostList([hostEntry({ host: 'z.contoso.example' })])
        : hostList(undefined, { nextCursor: 'second', totalItems: 51 }),
    );
    await rowOf('shop.contoso.example');
    expect(screen.getByRole('button', { name: 'First page' })).toBeDisabled();

    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await rowOf('z.contoso.example')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();

    await userEvent.click(screen.getByRole('button', { name: 'First page' }));
    expect(await rowOf('shop.contoso.example')).toBeInTheDocument();
  });

  it('takes its question from the address, but for what cannot be asked', async () => {
    const asked: HostListQuery[] = [];
    openHosts(query => {
      asked.push(query);
      return hostList();
    }, '?query=shop&verdict=broken&limit=nonsense&other=1');
    await rowOf('shop.contoso.example');

    expect(asked[0]).toEqual({ query: 'shop', verdict: ['broken'] });
    expect(await searchField()).toHaveValue('shop');
  });

  it('says that nothing matches, and that hidden namespaces are left out', async () => {
    openHosts(hostList([]), '?query=gone');

    expect(await screen.findByText(/Nothing matches\./)).toHaveTextContent(
      'Host names in namespaces that you may not see are left out.',
    );
  });

  it('says whom to ask where no cluster may be seen', async () => {
    openHosts(hostList([], { clusters: [] }));

    expect(
      await screen.findByText(/no cluster that you may see/),
    ).toHaveTextContent('aks.cluster.read');
  });

  it('keeps the search when the backend fails, and tries again', async () => {
    const aks = openHosts(await responseError(500, 'The log tells more.'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The log tells more.',
    );
    expect(await searchField()).toBeEnabled();
    aks.hosts = hostList();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf('shop.contoso.example')).toBeInTheDocument();
  });

  it('marks a host whose cluster is not up to date', async () => {
    const { cluster } = hostEntry();
    const source = {
      cluster,
      freshness: { state: 'stale' as const },
      kinds: [],
    };
    openHosts(hostList(undefined, { sources: [source] }));

    expect(await rowOf('shop.contoso.example')).toHaveTextContent(
      'ok · not up to date',
    );
  });

  it('says in one notice what is not up to date', async () => {
    const { cluster } = hostEntry();
    openHosts(
      hostList(undefined, {
        sources: ['a', 'b', 'c'].map(name => ({
          cluster: { ...cluster, slug: name, name },
          freshness: { state: 'stale' as const },
          kinds: [],
        })),
      }),
    );

    await waitFor(() =>
      expect(
        screen.getByRole('region', { name: 'What is missing from this page' }),
      ).toHaveTextContent('a, b, c are not up to date'),
    );
  });
});
