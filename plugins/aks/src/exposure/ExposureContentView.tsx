import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ExposureView, Source } from '@backstage-aks/plugin-aks-common';
import { Text } from '@backstage/ui';
import { useMemo } from 'react';
import { LiveView } from '../live/useLiveView';
import { FreshnessFooter } from '../states/FreshnessFooter';
import { ServiceFrame } from '../states/ServiceFrame';
import { aksTranslationRef } from '../translation';
import { AzurePortalHrefs } from './AzurePortalHrefs';
import { Environments } from './Environments';
import styles from './Exposure.module.css';
import { ExposureSkeleton } from './ExposureSkeleton';

/** The Exposure tab: per environment and host name, every hop judged. */
export function ExposureContentView(props: {
  entity: Entity;
  live: LiveView<ExposureView>;
}) {
  const { entity, live } = props;
  const { t } = useTranslationRef(aksTranslationRef);
  const portals = useMemo(
    () => portalHrefs(live.view?.sources ?? []),
    [live.view],
  );
  return (
    <section className={styles.page}>
      <ServiceFrame entity={entity} live={live} skeleton={<ExposureSkeleton />}>
        {view => (
          <AzurePortalHrefs.Provider value={portals}>
            <Environments view={view} />
            {view.environments.some(
              ({ exposures }) => exposures.length > 0,
            ) && (
              <Text as="p" variant="body-small" color="secondary">
                {t('exposure.notLookedAt')}
              </Text>
            )}
          </AzurePortalHrefs.Provider>
        )}
      </ServiceFrame>
      {live.view && (
        <FreshnessFooter
          sources={live.view.sources}
          clusters={live.view.environments.flatMap(({ exposures }) =>
            exposures.map(exposure => exposure.cluster),
          )}
          outdated={live.error && live.checkedAt}
        />
      )}
    </section>
  );
}

function portalHrefs(sources: readonly Source[]): ReadonlyMap<string, string> {
  return new Map(
    sources.flatMap(({ cluster, azurePortal }) =>
      azurePortal ? [[cluster.slug, azurePortal]] : [],
    ),
  );
}
