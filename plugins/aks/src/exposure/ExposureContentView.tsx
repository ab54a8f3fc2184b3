import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ExposureView } from '@backstage-aks/plugin-aks-common';
import { LiveView } from '../live/useLiveView';
import { FreshnessFooter } from '../states/FreshnessFooter';
import { ServiceFrame } from '../states/ServiceFrame';
import { aksTranslationRef } from '../translation';
import { EnvironmentSection } from './EnvironmentSection';
import styles from './Exposure.module.css';
import { ExposureSkeleton } from './ExposureSkeleton';

/** The Exposure tab: per environment and host name, every hop judged. */
export function ExposureContentView(props: {
  entity: Entity;
  live: LiveView<ExposureView>;
}) {
  const { entity, live } = props;
  return (
    <section className={styles.page}>
      <ServiceFrame entity={entity} live={live} skeleton={<ExposureSkeleton />}>
        {view => <Environments view={view} />}
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

function Environments({ view }: { view: ExposureView }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const reached = view.environments.filter(
    environment => environment.exposures.length > 0,
  );
  if (reached.length === 0) {
    return (
      <div className={styles.noRoute}>
        <Text as="p" variant="body-large">
          {t('exposure.noRoute')}
        </Text>
        <Text as="p" color="secondary">
          {t('exposure.noRouteHint')}
        </Text>
      </div>
    );
  }
  return (
    <>
      {reached.map(environment => (
        <EnvironmentSection key={environment.name} environment={environment} />
      ))}
    </>
  );
}
