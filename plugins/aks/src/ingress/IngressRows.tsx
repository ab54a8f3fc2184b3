import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { IngressRow as Row } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../translation';
import { worstFirst } from '../verdict/severity';
import { asOf, StaleClusters } from '../verdict/staleClusters';
import styles from './IngressCard.module.css';
import { IngressRow } from './IngressRow';

/** As many as fit a card; the Exposure tab has them all. */
const SHOWN = 4;

/**
 * The Ingresses of a service, the worst first.
 *
 * @param props - `headline` is the sentence above; a row does not repeat it.
 */
export function IngressRows(props: {
  rows: Row[];
  headline: string;
  stale: StaleClusters;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { rows, headline, stale } = props;
  if (rows.length === 0) {
    return null;
  }
  const places = new Set(rows.map(row => row.cluster.slug));
  const left = rows.length - SHOWN;
  return (
    <>
      <ul className={styles.rows}>
        {worstFirst(rows)
          .slice(0, SHOWN)
          .map(row => (
            <IngressRow
              key={`${row.cluster.slug}/${row.route.namespace}/${row.route.name}`}
              row={row}
              asOf={asOf(row, stale)}
              withPlace={places.size > 1}
              withSentence={row.verdict !== 'ok' && row.sentence !== headline}
            />
          ))}
      </ul>
      {left > 0 && (
        <Text as="p" color="secondary">
          {t('ingress.moreIngresses', { count: left })}
        </Text>
      )}
    </>
  );
}
