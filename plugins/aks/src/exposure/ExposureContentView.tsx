import { Entity } from '@backstage/catalog-model';
import { ExposureView } from '@backstage-aks/plugin-aks-common';
import { LiveView } from '../live/useLiveView';
import { FreshnessFooter } from '../states/FreshnessFooter';
import { ServiceFrame } from '../states/ServiceFrame';
import { Environments } from './Environments';
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
