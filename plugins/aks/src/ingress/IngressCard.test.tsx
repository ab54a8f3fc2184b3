import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { staging } from '../__testUtils__/clusters';
import { unannotatedShopFront } from '../__testUtils__/entities';
import { FakeAks } from '../__testUtils__/FakeAks';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { openEntityPage } from '../__testUtils__/openEntityPage';
import { responseError } from '../__testUtils__/responseError';
import { exposureView, ingressRow, summaryView } from '../__testUtils__/views';

const checkout = ingressRow({
  route: { kind: 'Ingress', namespace: 'shop', name: 'checkout' },
  hosts: ['checkout.contoso.example'],
  verdict: 'broken',
  sentence: 'checkout.contoso.example does not reach a pod.',
});

function openCard(summary: FakeAks['summary'], signals?: FakeSignals) {
  const aks = new FakeAks({ exposure: exposureView() });
  aks.summary = summary;
  openEntityPage({ with: 'card', aks, signals });
  return aks;
}

/** What stands beside a term, such as an address beside `Address`. */
const beside = (term: string, place: HTMLElement) =>
  within(place).getByText(term).nextElementSibling;

describe('IngressCard', () => {
  it('says first whether the service is reached, then how', async () => {
    openCard(summaryView());

    expect(
      await screen.findByText('shop.contoso.example reaches 3 ready pods.'),
    ).toBeInTheDocument();
    const card = screen.getByRole('article');
    expect(beside('Paths', card)).toHaveTextContent('/');
    expect(beside('Class', card)).toHaveTextContent(
      'webapprouting.kubernetes.azure.com',
    );
    expect(beside('Address', card)).toHaveTextContent('20.61.7.10');
    expect(beside('Age', card)).toHaveTextContent(/^\d+ d$/);
    expect(within(card).queryByText('Cluster')).not.toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'How fresh this is' }),
    ).toHaveTextContent('live · contoso-prod-weu');
  });

  it('puts the broken Ingress first and counts it', async () => {
    openCard(summaryView([ingressRow(), checkout]));

    expect(await screen.findByText('1 of 2 broken')).toBeInTheDocument();
    const card = screen.getByRole('article');
    const hosts = within(card)
      .getAllByTitle(/contoso\.example$/)
      .map(host => host.getAttribute('title'));
    expect(hosts).toEqual(['checkout.contoso.example', 'shop.contoso.example']);
  });

  it('says its own sentence only where the headline does not', async () => {
    const deprecated = ingressRow({
      hosts: ['old.contoso.example'],
      verdict: 'warning',
      sentence: 'The class of old.contoso.example is deprecated.',
    });
    openCard(summaryView([checkout, deprecated]));

    expect(await screen.findByText(deprecated.sentence)).toBeInTheDocument();
    expect(screen.getAllByText(checkout.sentence)).toHaveLength(1);
  });

  it('names cluster and environment where there are several', async () => {
    openCard(summaryView([ingressRow(), ingressRow({ cluster: staging })]));

    expect(
      await screen.findByText('staging · contoso-staging-weu'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('production · contoso-prod-weu'),
    ).toBeInTheDocument();
  });

  it('cuts long lists and says how much is left', async () => {
    const hosts = ['a', 'b', 'c', 'd', 'e'].map(name => `${name}.example`);
    const rows = Array.from({ length: 7 }, (_, index) =>
      ingressRow({
        route: { kind: 'Ingress', namespace: 'shop', name: `i${index}` },
        hosts,
        paths: ['/', '/a', '/b', '/c'],
      }),
    );
    openCard(summaryView(rows));

    expect(await screen.findByText('and 3 more Ingresses')).toBeInTheDocument();
    expect(screen.getAllByText('a.example')).toHaveLength(4);
    expect(screen.queryByText('d.example')).not.toBeInTheDocument();
    expect(screen.getAllByText('and 2 more')).toHaveLength(4);
    expect(screen.getAllByText('/, /a, /b and 1 more')).toHaveLength(4);
  });

  it('says what an Ingress leaves out', async () => {
    openCard(
      summaryView([
        ingressRow({
          hosts: [''],
          paths: [],
          className: undefined,
          addresses: [],
        }),
      ]),
    );

    expect(
      await screen.findByText('Any host name of Ingress shop-front'),
    ).toBeInTheDocument();
    const card = screen.getByRole('article');
    expect(beside('Paths', card)).toHaveTextContent('every path');
    expect(beside('Class', card)).toHaveTextContent('default');
    expect(beside('Address', card)).toHaveTextContent('none yet');
  });

  it('does not call none or default what it could not see', async () => {
    openCard(
      summaryView([
        ingressRow({
          className: undefined,
          addresses: [],
          unseen: { addresses: 'not-visible', className: 'not-known' },
        }),
      ]),
    );

    const card = await screen.findByRole('article');
    await screen.findByText('shop.contoso.example');
    expect(beside('Class', card)).toHaveTextContent('not known');
    expect(beside('Address', card)).toHaveTextContent('not visible to you');
  });

  it('marks what is on a cluster that is not up to date', async () => {
    const { cluster } = ingressRow();
    const source = {
      cluster,
      freshness: { state: 'stale' as const },
      kinds: [],
    };
    openCard(summaryView(undefined, { sources: [source] }));

    // In the heading and in the row.
    expect(await screen.findAllByText('ok · not up to date')).toHaveLength(2);
  });

  it('says that no host name leads to the service', async () => {
    openCard(summaryView([]));

    expect(
      await screen.findByText('No host name leads to this service.'),
    ).toBeInTheDocument();
    expect(screen.getByText('no route')).toBeInTheDocument();
  });

  it('links to the Exposure tab where the app has it', async () => {
    const aks = new FakeAks({
      summary: summaryView(),
      exposure: exposureView(),
    });
    openEntityPage({ with: 'both', aks });

    expect(
      await screen.findByRole('link', { name: 'See every hop' }),
    ).toHaveAttribute('href', '/exposure');
  });

  it('has no link where the tab is not installed', async () => {
    openCard(summaryView());

    await screen.findByText('shop.contoso.example reaches 3 ready pods.');
    expect(
      screen.queryByRole('link', { name: 'See every hop' }),
    ).not.toBeInTheDocument();
  });

  it('stays away from entities that are not annotated', async () => {
    const aks = new FakeAks({ summary: summaryView() });
    openEntityPage({ with: 'card', aks, entity: unannotatedShopFront });

    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
    expect(aks.asked).toBe(0);
  });

  it('shows a change that a signal tells of', async () => {
    const signals = new FakeSignals();
    const aks = openCard(summaryView(), signals);
    await screen.findByText('shop.contoso.example reaches 3 ready pods.');

    aks.summary = summaryView([checkout]);
    signals.changed('c1a2/shop');

    expect(await screen.findByText('1 of 1 broken')).toBeInTheDocument();
  });

  it('tries again when it is told to', async () => {
    const aks = openCard(
      await responseError(503, 'The store is being upgraded. Wait a minute.'),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The store is being upgraded. Wait a minute.',
    );

    aks.summary = summaryView();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByText('shop.contoso.example reaches 3 ready pods.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
