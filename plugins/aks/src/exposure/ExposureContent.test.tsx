import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { production, staging } from '../__testUtils__/clusters';
import {
  brokenExposure,
  scaledToZero,
  shopExposure,
} from '../__testUtils__/exposures';
import { FakeAks } from '../__testUtils__/FakeAks';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { openEntityPage } from '../__testUtils__/openEntityPage';
import { exposureView } from '../__testUtils__/views';

function openTab(
  exposure: FakeAks['exposure'],
  signals?: FakeSignals,
  place: { search?: string; withKubernetes?: boolean } = {},
) {
  const aks = new FakeAks();
  aks.exposure = exposure;
  openEntityPage({ with: 'tab', aks, signals, ...place });
  return aks;
}

const host = (name: string) => screen.findByRole('article', { name });

const hopNamed = (name: string, place: HTMLElement) =>
  within(place).getByRole('button', { name: new RegExp(`^${name} `) });

const evidenceOf = (name: string) =>
  screen.queryByRole('region', {
    name: new RegExp(`^What the cluster says about ${name} of `),
  });

describe('ExposureContent', () => {
  it('draws the path of a host from address to pods, every hop judged', async () => {
    openTab(exposureView([shopExposure()]));

    const path = within(await host('shop.contoso.example')).getByRole('list', {
      name: 'Path of shop.contoso.example to its pods',
    });
    const hops = within(path).getAllByRole('button');
    const names = [
      'Address 20.61.7.10 ok: assigned',
      'Listener webapprouting.kubernetes.azure.com ok: class known',
      'Route shop-front / Prefix ok: accepted',
      'Service shop-front:80 → http ok: port resolves',
      'Endpoints 3 of 3 ready ok: ready',
      'Pods 3 running ok: healthy',
    ];
    expect(hops).toHaveLength(names.length);
    names.forEach((name, index) =>
      expect(hops[index]).toHaveAccessibleName(name),
    );
    expect(
      screen.getByText('shop.contoso.example reaches 3 ready pods.'),
    ).toBeInTheDocument();
    expect(screen.getByText('/ Prefix · HTTPS')).toBeInTheDocument();
    expect(
      screen.getByText(/^DNS records and certificates are not looked at/),
    ).toBeInTheDocument();
  });

  it('opens the finding of the hop that breaks', async () => {
    openTab(exposureView([brokenExposure()]));

    const path = await host('checkout.contoso.example');
    expect(within(path).getByText('broken at Service')).toBeInTheDocument();
    expect(hopNamed('Service', path)).toHaveAttribute('aria-expanded', 'true');
    const evidence = evidenceOf('Service');
    expect(evidence).toHaveTextContent(
      'IN13 · The Service sends to a port that no container has.',
    );
    expect(evidence).toHaveTextContent('its pods declare http (8080)');
    expect(evidence).toHaveTextContent('Set targetPort to http');
    expect(evidence).toHaveTextContent(
      'Service shop/shop-front spec.ports[0].targetPort = http',
    );
  });

  it('judges nothing behind the break', async () => {
    openTab(exposureView([brokenExposure()]));

    const path = await host('checkout.contoso.example');
    for (const name of ['Endpoints', 'Pods']) {
      expect(hopNamed(name, path)).toHaveTextContent('not judged');
      expect(hopNamed(name, path)).not.toHaveTextContent(/ready:|healthy/);
    }
    await userEvent.click(hopNamed('Pods', path));
    expect(evidenceOf('Pods')).toHaveTextContent(
      'Not judged: the path is already broken at Service.',
    );
  });

  it('judges nothing in front of the cluster, whatever breaks in it', async () => {
    const broken = brokenExposure();
    openTab(
      exposureView([
        {
          ...broken,
          hops: [
            {
              kind: 'upstream',
              verdict: 'unknown',
              judged: false,
              subject: 'edge (Azure Front Door)',
              status: 'declared',
              evidence: [],
            },
            ...broken.hops,
          ],
        },
      ]),
    );

    const path = await host('checkout.contoso.example');
    expect(hopNamed('Upstream', path)).toHaveTextContent('not judged');
    await userEvent.click(hopNamed('Upstream', path));
    const evidence = evidenceOf('Upstream');
    expect(evidence).toHaveTextContent('edge (Azure Front Door)');
    expect(evidence).toHaveTextContent('The portal does not look at it.');
    expect(evidence).not.toHaveTextContent('already broken');
  });

  it('shows the evidence of the hop that is clicked, one at a time', async () => {
    openTab(exposureView([brokenExposure()]));
    const path = await host('checkout.contoso.example');

    await userEvent.click(hopNamed('Address', path));

    expect(evidenceOf('Address')).toHaveTextContent(
      'Ingress shop/shop-front status.loadBalancer.ingress[0].ip = 20.61.7.10',
    );
    expect(evidenceOf('Service')).not.toBeInTheDocument();

    await userEvent.click(hopNamed('Address', path));
    expect(evidenceOf('Address')).not.toBeInTheDocument();
  });

  it.each(['{Enter}', ' '])('is used with the keyboard (%j)', async key => {
    const user = userEvent.setup();
    openTab(exposureView([shopExposure()]));
    const path = await host('shop.contoso.example');

    within(path).getByRole('button', { name: 'shop.contoso.example' }).focus();
    await user.tab();
    expect(hopNamed('Address', path)).toHaveFocus();
    await user.keyboard(key);

    const evidence = evidenceOf('Address');
    expect(evidence).toBeInTheDocument();
    expect(hopNamed('Address', path)).toHaveAttribute(
      'aria-controls',
      evidence!.id,
    );
  });

  it('copies the command', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    openTab(exposureView([brokenExposure()]));
    await host('checkout.contoso.example');

    await user.click(screen.getByRole('button', { name: 'Copy' }));

    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith(
      expect.stringMatching(/^kubectl -n shop patch service checkout /),
    );
  });

  it('shows every finding of a hop, also of one that is ok', async () => {
    const finding = {
      rule: 'IN30',
      severity: 'info' as const,
      title: 'The class ends its support in November.',
      cause: 'NGINX is retired.',
      remedy: { text: 'Plan the move.' },
    };
    const [address, listener, ...rest] = shopExposure().hops;
    const other = { ...finding, rule: 'IN31', title: 'Also this.' };
    openTab(
      exposureView([
        shopExposure({
          hops: [
            address,
            { ...listener, finding, otherFindings: [other] },
            ...rest,
          ],
        }),
      ]),
    );

    const path = await host('shop.contoso.example');
    await userEvent.click(hopNamed('Listener', path));

    expect(evidenceOf('Listener')).toHaveTextContent('IN30 · The class ends');
    expect(evidenceOf('Listener')).toHaveTextContent('IN31 · Also this.');
  });

  it('says of when a verdict is that is not of now, on the row and the heading', async () => {
    const other = { ...production, slug: 'c5d6', name: 'contoso-prod-neu' };
    const since = new Date();
    since.setHours(14, 5);
    openTab(
      exposureView(
        [
          shopExposure(),
          shopExposure({ host: 'other.contoso.example', cluster: other }),
        ],
        {
          sources: [
            {
              cluster: production,
              freshness: { state: 'stale', since: since.toISOString() },
              kinds: [],
            },
            { cluster: other, freshness: { state: 'live' }, kinds: [] },
          ],
        },
      ),
    );

    const time = since.toLocaleTimeString([], {
      hour: '2-digit',
      minute: '2-digit',
    });
    const stale = within(await host('shop.contoso.example'));
    expect(stale.getByText(`ok · as of ${time}`)).toBeInTheDocument();
    const current = within(await host('other.contoso.example'));
    expect(current.queryByText(/as of/)).not.toBeInTheDocument();
    expect(
      within(screen.getByRole('region', { name: 'production' })).getByText(
        `ok · partly as of ${time}`,
      ),
    ).toBeInTheDocument();
  });

  it('counts host names, or ways in where a host has several', async () => {
    const other = { ...production, slug: 'c5d6', name: 'contoso-prod-neu' };
    openTab(
      exposureView([
        shopExposure(),
        shopExposure({ cluster: other }),
        shopExposure({ host: 'a.contoso.example', cluster: staging }),
        shopExposure({ host: 'b.contoso.example', cluster: staging }),
      ]),
    );

    expect(
      await screen.findByRole('region', { name: 'production' }),
    ).toHaveTextContent('2 ways in');
    expect(screen.getByRole('region', { name: 'staging' })).toHaveTextContent(
      '2 host names',
    );
  });

  it('keeps environments apart, each with its own verdict', async () => {
    openTab(
      exposureView([
        shopExposure(),
        brokenExposure({ cluster: staging, host: 'staging.contoso.example' }),
      ]),
    );

    const heading = await screen.findByRole('heading', {
      name: 'production',
    });
    expect(heading.parentElement).toHaveTextContent('ok1 host name');
    expect(
      screen.getByRole('heading', { name: 'staging' }).parentElement,
    ).toHaveTextContent('broken1 host name');
  });

  it('keeps fifty hosts usable: the broken first and open, the rest closed', async () => {
    const healthy = Array.from({ length: 48 }, (_, index) =>
      shopExposure({ host: `tenant-${index}.contoso.example` }),
    );
    openTab(
      exposureView([
        ...healthy,
        brokenExposure({ host: 'x.contoso.example' }),
        brokenExposure({ host: 'y.contoso.example' }),
      ]),
    );

    await host('x.contoso.example');
    const names = screen
      .getAllByRole('heading', { level: 3 })
      .map(heading => heading.textContent);
    expect(names).toHaveLength(50);
    expect(names.slice(0, 3)).toEqual([
      'x.contoso.example',
      'y.contoso.example',
      'tenant-0.contoso.example',
    ]);
    expect(screen.getAllByRole('list', { name: /^Path of/ })).toHaveLength(2);

    await userEvent.click(
      screen.getByRole('button', { name: 'tenant-7.contoso.example' }),
    );
    expect(
      screen.getByRole('list', {
        name: 'Path of tenant-7.contoso.example to its pods',
      }),
    ).toBeInTheDocument();
  });

  it('finds one host among two hundred, by text and by state', async () => {
    openTab(
      exposureView([
        ...Array.from({ length: 198 }, (_, index) =>
          shopExposure({ host: `tenant-${index}.contoso.example` }),
        ),
        brokenExposure({ host: 'x.contoso.example' }),
        brokenExposure({ host: 'y.contoso.example' }),
      ]),
    );
    await host('x.contoso.example');
    const names = () =>
      screen
        .getAllByRole('article')
        .flatMap(article => article.getAttribute('aria-label') ?? []);
    expect(names()).toHaveLength(50);
    expect(
      screen.getByRole('button', { name: 'Show 50 more' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('radio', { name: '2 broken' }));
    expect(names()).toEqual(['x.contoso.example', 'y.contoso.example']);

    await userEvent.click(screen.getByRole('radio', { name: '2 broken' }));
    await userEvent.type(screen.getByRole('searchbox'), 'TENANT-197');
    expect(names()).toEqual(['tenant-197.contoso.example']);

    await userEvent.type(screen.getByRole('searchbox'), 'x');
    expect(screen.getByText('No way in matches.')).toBeInTheDocument();
  });

  it('tells who lets the traffic in, each stack once', async () => {
    const stack = {
      id: 'app-routing-nginx',
      title: 'app routing · NGINX',
      managedBy: 'AKS installs and upgrades it.',
      support: 'ending' as const,
      lastDay: '2026-11-30',
      successor: 'the Gateway API',
      docs: 'https://learn.microsoft.com/azure/aks/app-routing',
    };
    openTab(
      exposureView([
        shopExposure({ stack }),
        shopExposure({ stack, host: 'www.contoso.example', cluster: staging }),
      ]),
    );

    const list = await screen.findByRole('list', {
      name: 'Who lets the traffic in',
    });
    const [item, ...others] = within(list).getAllByRole('listitem');
    expect(others).toHaveLength(0);
    for (const text of [
      'app routing · NGINX',
      'supported until 2026-11-30',
      '2 host names · contoso-prod-weu, contoso-staging-weu',
      'AKS installs and upgrades it.',
      'Move to the Gateway API.',
    ]) {
      expect(item).toHaveTextContent(text);
    }
    expect(within(item).getByRole('link')).toHaveAttribute('href', stack.docs);
  });

  it('says so when no host name leads to the service', async () => {
    openTab(exposureView([]));

    expect(
      await screen.findByText(
        'The service is there, but no host name leads to it.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/DNS records/)).not.toBeInTheDocument();
  });

  it('names a route that takes any host and every path', async () => {
    openTab(exposureView([shopExposure({ host: '', paths: [], tls: false })]));

    const path = await host('Any host name of Ingress shop-front');
    expect(within(path).getByText('every path · HTTP')).toBeInTheDocument();
  });

  it('names a load balancer by its Service, and says which port it opens', async () => {
    openTab(
      exposureView([
        shopExposure({
          id: 'load-balancer',
          host: '',
          paths: [],
          tls: false,
          route: { kind: 'Service', namespace: 'shop', name: 'shop-direct' },
        }),
        shopExposure(),
      ]),
    );

    const path = await host('Load balancer of shop-direct');
    expect(
      within(path).getAllByText('shop-front:80 → http').length,
    ).toBeGreaterThan(1);
    expect(within(path).queryByText(/HTTP$/)).not.toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'production' }).parentElement,
    ).toHaveTextContent('2 ways in');
  });

  it('opens what is not well, and leaves the rest closed', async () => {
    openTab(exposureView([shopExposure(), brokenExposure()]));

    await host('checkout.contoso.example');
    expect(screen.getAllByRole('list', { name: /^Path of/ })).toHaveLength(1);
  });

  it('links to what a remedy refers to', async () => {
    const exposure = brokenExposure();
    const hops = exposure.hops.map(hop =>
      hop.finding
        ? {
            ...hop,
            finding: {
              ...hop.finding,
              remedy: {
                text: 'Move to the Gateway API. How: https://learn.microsoft.com/azure/aks/app-routing. Soon.',
              },
            },
          }
        : hop,
    );
    openTab(exposureView([{ ...exposure, hops }]));

    await host('checkout.contoso.example');
    expect(
      within(evidenceOf('Service')!).getByRole('link', {
        name: /app-routing$/,
      }),
    ).toHaveAttribute(
      'href',
      'https://learn.microsoft.com/azure/aks/app-routing',
    );
  });

  it('is walked with the keyboard alone', async () => {
    openTab(exposureView([brokenExposure()]));
    const path = await host('checkout.contoso.example');

    hopNamed('Service', path).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(hopNamed('Endpoints', path)).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(hopNamed('Route', path)).toHaveFocus();

    await userEvent.keyboard('{Enter}');
    expect(hopNamed('Route', path)).toHaveAttribute('aria-expanded', 'true');
    expect(evidenceOf('Route')).toBeInTheDocument();
    await userEvent.keyboard(' ');
    expect(evidenceOf('Route')).not.toBeInTheDocument();
  });

  it('stays at the ends of the path', async () => {
    openTab(exposureView([shopExposure()]));
    const path = await host('shop.contoso.example');

    hopNamed('Address', path).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(hopNamed('Address', path)).toHaveFocus();
  });

  it('leads to the Kubernetes tab where the app has it', async () => {
    openTab(exposureView([brokenExposure()]), undefined, {
      withKubernetes: true,
    });

    await host('checkout.contoso.example');
    expect(
      within(evidenceOf('Service')!).getByRole('link', {
        name: 'Open the Kubernetes tab',
      }),
    ).toHaveAttribute('href', expect.stringMatching(/\/kubernetes$/));
  });

  it('leads to no Kubernetes tab that is not there', async () => {
    openTab(exposureView([brokenExposure()]));

    await host('checkout.contoso.example');
    expect(evidenceOf('Service')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Open the Kubernetes tab' }),
    ).not.toBeInTheDocument();
  });

  it('leads to the cluster in the Azure portal where that is known', async () => {
    const view = exposureView([brokenExposure()]);
    const azurePortal = 'https://portal.azure.com/#resource/subscriptions/one';
    openTab({
      ...view,
      sources: view.sources.map(source => ({ ...source, azurePortal })),
    });

    await host('checkout.contoso.example');
    const link = within(evidenceOf('Service')!).getByRole('link', {
      name: 'Open contoso-prod-weu in the Azure portal',
    });
    expect(link).toHaveAttribute('href', azurePortal);
  });

  it('leads to no Azure portal where that is not known', async () => {
    openTab(exposureView([brokenExposure()]));

    await host('checkout.contoso.example');
    expect(evidenceOf('Service')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /Azure portal/ }),
    ).not.toBeInTheDocument();
  });

  it('puts first and opens the host name that somebody came for', async () => {
    const tenants = Array.from({ length: 60 }, (_, index) =>
      shopExposure({ host: `tenant-${index}.contoso.example` }),
    );
    openTab(exposureView([...tenants, brokenExposure()]), undefined, {
      search: '?host=tenant-59.contoso.example',
    });

    const path = await host('tenant-59.contoso.example');
    expect(screen.getAllByRole('article')[0]).toBe(path);
    expect(
      within(path).getByRole('button', { name: 'tenant-59.contoso.example' }),
    ).toHaveFocus();
    expect(
      within(path).getByRole('list', {
        name: 'Path of tenant-59.contoso.example to its pods',
      }),
    ).toBeInTheDocument();
  });

  describe('while the cluster changes', () => {
    it('closes nothing when something else breaks', async () => {
      const signals = new FakeSignals();
      const www = shopExposure({ host: 'www.contoso.example' });
      const aks = openTab(exposureView([shopExposure(), www]), signals);
      await host('shop.contoso.example');

      aks.exposure = exposureView([scaledToZero(), www]);
      signals.changed('c1a2/shop');

      await screen.findByText('broken at Pods');
      expect(
        screen.getByRole('list', {
          name: 'Path of www.contoso.example to its pods',
        }),
      ).toBeInTheDocument();
    });

    it('turns the pods red on a signal', async () => {
      const signals = new FakeSignals();
      const aks = openTab(exposureView([shopExposure()]), signals);
      const path = await host('shop.contoso.example');

      aks.exposure = exposureView([scaledToZero()]);
      signals.changed('c1a2/shop');

      expect(
        await within(path).findByText('broken at Pods'),
      ).toBeInTheDocument();
      expect(evidenceOf('Pods')).toHaveTextContent('scaled to 0');
    });

    it('turns the pods red by polling where there are no signals', async () => {
      const aks = openTab(exposureView([shopExposure()]));
      const path = await host('shop.contoso.example');

      aks.exposure = exposureView([scaledToZero()]);

      expect(
        await within(path).findByText('broken at Pods'),
      ).toBeInTheDocument();
    });

    it('leaves what the reader has opened and closed', async () => {
      const signals = new FakeSignals();
      const aks = openTab(exposureView([brokenExposure()]), signals);
      const path = await host('checkout.contoso.example');
      await userEvent.click(hopNamed('Route', path));

      aks.exposure = exposureView([
        brokenExposure({ sentence: 'It is still broken.' }),
      ]);
      signals.changed('c1a2/shop');

      expect(
        await screen.findByText('It is still broken.'),
      ).toBeInTheDocument();
      expect(evidenceOf('Route')).toBeInTheDocument();
      expect(evidenceOf('Service')).not.toBeInTheDocument();
    });

    it('stops listening when the page is left', async () => {
      const signals = new FakeSignals();
      const aks = new FakeAks({ exposure: exposureView() });
      const page = openEntityPage({ with: 'tab', aks, signals });
      await host('shop.contoso.example');
      expect(signals.listening).toBe(1);

      page.unmount();

      expect(signals.listening).toBe(0);
    });
  });
});
