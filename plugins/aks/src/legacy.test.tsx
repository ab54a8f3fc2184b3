import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import {
  aksApiRef,
  EntityAksExposureContent,
  EntityAksIngressCard,
  isAksAvailable,
} from './legacy';
import { shopFront, unannotatedShopFront } from './__testUtils__/entities';
import { brokenExposure } from './__testUtils__/exposures';
import { FakeAks } from './__testUtils__/FakeAks';
import { exposureView, summaryView } from './__testUtils__/views';

const appConfig = {
  app: { baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost' },
};

const exposureTab = (
  <EntityLayout.Route path="/reach" title="Exposure" if={isAksAvailable}>
    <EntityAksExposureContent />
  </EntityLayout.Route>
);

/** An app on the old frontend system, at the page of one entity. */
function openOldApp(entity: Entity, tab: JSX.Element | null = exposureTab) {
  const { namespace, name } = entity.metadata;
  window.history.pushState({}, '', `/catalog/${namespace}/component/${name}`);
  const aks = new FakeAks({
    summary: summaryView(),
    exposure: exposureView([brokenExposure()]),
  });
  const app = createApp({
    configLoader: async () => [{ context: 'test', data: appConfig }],
    apis: [
      createApiFactory(aksApiRef, aks),
      createApiFactory(catalogApiRef, catalogApiMock({ entities: [entity] })),
    ],
  });
  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          <EntityLayout>
            <EntityLayout.Route path="/" title="Overview">
              <EntityAksIngressCard />
            </EntityLayout.Route>
            {tab}
          </EntityLayout>
        </Route>
      </FlatRoutes>
    </AppRouter>,
  );
  render(<Root />);
}

describe('in an app on the old frontend system', () => {
  it('shows the card and follows its link to the tab', async () => {
    openOldApp(shopFront);

    await userEvent.click(
      await screen.findByRole('link', { name: 'See every hop' }),
    );

    expect(window.location.pathname).toBe(
      '/catalog/default/component/shop-front/reach',
    );
    expect(
      await screen.findByText('checkout.contoso.example does not reach a pod.'),
    ).toBeInTheDocument();
  });

  it('shows the card without a link where the tab is not mounted', async () => {
    openOldApp(shopFront, null);

    expect(
      await screen.findByText('shop.contoso.example reaches 3 ready pods.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'See every hop' }),
    ).not.toBeInTheDocument();
  });

  it('keeps the tab from entities that are not annotated', async () => {
    openOldApp(unannotatedShopFront);

    expect(
      await screen.findByRole('tab', { name: 'Overview' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('tab', { name: 'Exposure' }),
    ).not.toBeInTheDocument();
  });
});
