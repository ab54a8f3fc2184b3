import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { Verdict } from '@backstage-aks/insight';
import { ClusterExposure } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../translation';
import styles from './Exposure.module.css';
import { ExposureFilter } from './filterExposures';

const VERDICTS: Verdict[] = ['broken', 'warning', 'unknown', 'ok'];

/** Narrows a long list: by text, and by one of the states that occur in it. */
export function ExposureFilters(props: {
  exposures: ClusterExposure[];
  filter: ExposureFilter;
  onFilter: (filter: ExposureFilter) => void;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { exposures, filter, onFilter } = props;
  const counts = VERDICTS.map(verdict => ({
    verdict,
    count: exposures.filter(exposure => exposure.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return (
    <search className={styles.filters} aria-label={t('exposure.filterLabel')}>
      <SearchField
        className={styles.search}
        aria-label={t('exposure.search')}
        placeholder={t('exposure.search')}
        value={filter.text}
        onChange={text => onFilter({ ...filter, text })}
      />
      <ToggleButtonGroup
        aria-label={t('exposure.byState')}
        selectionMode="single"
        selectedKeys={filter.verdict ? [filter.verdict] : []}
        onSelectionChange={keys => {
          const [verdict] = [...keys] as Verdict[];
          onFilter({ ...filter, verdict });
        }}
      >
        {counts.map(({ verdict, count }) => (
          <ToggleButton key={verdict} id={verdict}>
            {`${count} ${t(`verdict.${verdict}`)}`}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </search>
  );
}
