import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import {
  ClusterExposure,
  ExposureView,
} from '@backstage-aks/plugin-aks-common';
import { useState } from 'react';
import { aksTranslationRef } from '../translation';
import { worstFirst } from '../verdict/severity';
import { asOf, asOfAll, StaleClusters } from '../verdict/staleClusters';
import { VerdictBadge } from '../verdict/VerdictBadge';
import { countWays } from './countWays';
import styles from './Exposure.module.css';
import { HostPath } from './HostPath';
import { openAtFirst } from './openAtFirst';
import { useWantedHost } from './useWantedHost';

/** More than these are hard to look through, and slow to draw. */
const PAGE = 50;

/** One environment: its verdict, and a path for each of its host names. */
export function EnvironmentSection(props: {
  environment: ExposureView['environments'][number];
  stale: StaleClusters;
  /** Whether few ways in are on the page altogether. */
  few: boolean;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { stale } = props;
  const { name, verdict, exposures } = props.environment;
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const [shown, setShown] = useState(PAGE);
  const wanted = useWantedHost();
  const sorted = wantedFirst(worstFirst(exposures), wanted);
  const left = sorted.length - shown;
  const first = idsOf(openAtFirst(sorted, { few: props.few, wanted }));
  // What was open stays open when something else breaks.
  const [before] = useState(first);
  const clusters = new Set(exposures.map(({ cluster }) => cluster.slug));
  return (
    <Card role="region" aria-label={name}>
      <CardHeader className={styles.environment}>
        <Text as="h2" variant="title-x-small" weight="bold">
          {name}
        </Text>
        <VerdictBadge verdict={verdict} asOf={asOfAll(exposures, stale)} />
        <Text color="secondary">{countWays(exposures, t)}</Text>
      </CardHeader>
      <CardBody>
        <div className={styles.hosts}>
          {sorted.slice(0, shown).map(exposure => {
            const id = idOf(exposure);
            const open = toggled[id] ?? (before.has(id) || first.has(id));
            return (
              <HostPath
                key={id}
                exposure={exposure}
                asOf={asOf(exposure, stale)}
                withCluster={clusters.size > 1}
                wanted={exposure.host === wanted}
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

function idOf({ cluster, id }: ClusterExposure): string {
  return `${cluster.slug}/${id}`;
}

function idsOf(exposures: ClusterExposure[]): Set<string> {
  return new Set(exposures.map(idOf));
}

function wantedFirst(exposures: ClusterExposure[], wanted?: string) {
  const isWanted = ({ host }: ClusterExposure) => host === wanted;
  return [
    ...exposures.filter(isWanted),
    ...exposures.filter(exposure => !isWanted(exposure)),
  ];
}
