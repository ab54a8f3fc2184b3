import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { ExposureView } from '@backstage-aks/plugin-aks-common';
import { useState } from 'react';
import { aksTranslationRef } from '../translation';
import { worstFirst } from '../verdict/severity';
import { VerdictBadge } from '../verdict/VerdictBadge';
import { countWays } from './countWays';
import styles from './Exposure.module.css';
import { HostPath } from './HostPath';
import { openAtFirst } from './openAtFirst';

/** More than these are hard to look through, and slow to draw. */
const PAGE = 50;

/** One environment: its verdict, and a path for each of its host names. */
export function EnvironmentSection(props: {
  environment: ExposureView['environments'][number];
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { name, verdict, exposures } = props.environment;
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const [shown, setShown] = useState(PAGE);
  const sorted = worstFirst(exposures);
  const left = sorted.length - shown;
  const first = openAtFirst(sorted);
  const clusters = new Set(exposures.map(({ cluster }) => cluster.slug));
  return (
    <Card role="region" aria-label={name}>
      <CardHeader className={styles.environment}>
        <Text as="h2" variant="title-x-small" weight="bold">
          {name}
        </Text>
        <VerdictBadge verdict={verdict} />
        <Text color="secondary">{countWays(exposures, t)}</Text>
      </CardHeader>
      <CardBody>
        <div className={styles.hosts}>
          {sorted.slice(0, shown).map(exposure => {
            const id = `${exposure.cluster.slug}/${exposure.id}`;
            const open = toggled[id] ?? first.has(exposure);
            return (
              <HostPath
                key={id}
                exposure={exposure}
                withCluster={clusters.size > 1}
                open={open}
                onToggle={() => setToggled({ ...toggled, [id]: !open })}
              />
            );
          })}
          {left > 0 && (
            <Button
              className={styles.more}
              variant="secondary"
              onPress={() => setShown(shown + PAGE)}
            >
              {t('exposure.showMore', { value: String(Math.min(left, PAGE)) })}
            </Button>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
