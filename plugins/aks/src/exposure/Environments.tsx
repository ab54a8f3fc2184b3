import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ExposureView } from '@backstage-aks/plugin-aks-common';
import { useState } from 'react';
import { aksTranslationRef } from '../translation';
import { staleClusters } from '../verdict/staleClusters';
import { EnvironmentSection } from './EnvironmentSection';
import styles from './Exposure.module.css';
import { ExposureFilters } from './ExposureFilters';
import { filterExposures } from './filterExposures';
import { FEW } from './openAtFirst';
import { StackPanel } from './StackPanel';

/** The ways in by environment; where they are many, a search above them. */
export function Environments({ view }: { view: ExposureView }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const [filter, setFilter] = useState<Parameters<typeof filterExposures>[1]>({
    text: '',
  });
  const exposures = view.environments.flatMap(its => its.exposures);
  if (exposures.length === 0) {
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
  const stale = staleClusters(view.sources);
  const many = exposures.length > FEW;
  const shown = filterExposures(
    view.environments,
    many ? filter : { text: '' },
  );
  return (
    <>
      {many && (
        <ExposureFilters
          exposures={exposures}
          filter={filter}
          onFilter={setFilter}
        />
      )}
      {shown.length === 0 && (
        <p className={styles.none} role="status">
          {t('exposure.noneMatches')}
        </p>
      )}
      {shown.map(environment => (
        <EnvironmentSection
          key={environment.name}
          environment={environment}
          stale={stale}
          few={shown.flatMap(its => its.exposures).length <= FEW}
        />
      ))}
      <StackPanel exposures={exposures} />
    </>
  );
}
