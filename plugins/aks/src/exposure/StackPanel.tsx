import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { IngressStack, Verdict } from '@backstage-aks/insight';
import { ClusterExposure } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef, AksTranslate } from '../translation';
import { VerdictBadge } from '../verdict/VerdictBadge';
import { countWays } from './countWays';
import styles from './Exposure.module.css';

const VERDICTS: Record<IngressStack['support'], Verdict> = {
  supported: 'ok',
  ending: 'warning',
  ended: 'warning',
  'self-managed': 'unknown',
  'not-known': 'unknown',
};

/** Who lets the traffic in: each stack once, with its support and successor. */
export function StackPanel({ exposures }: { exposures: ClusterExposure[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const stacks = stacksOf(exposures);
  if (stacks.length === 0) {
    return null;
  }
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('stack.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <ul className={styles.stacks} aria-label={t('stack.title')}>
          {stacks.map(({ stack, clusters, ways }) => (
            <li key={stack.title} className={styles.stack}>
              <div className={styles.stackHead}>
                <Text as="h3" weight="bold">
                  {stack.title}
                </Text>
                <VerdictBadge
                  verdict={VERDICTS[stack.support]}
                  word={supportInWords(stack, t)}
                />
                <span className={styles.secondary}>
                  {countWays(ways, t)}
                  {' · '}
                  {clusters.join(', ')}
                </span>
              </div>
              <p className={styles.text}>{stack.managedBy}</p>
              {stack.successor && (
                <p className={styles.text}>
                  {t('stack.successor', { value: stack.successor })}
                </p>
              )}
              {stack.docs && (
                <Link href={stack.docs} target="_blank" rel="noopener">
                  {t('stack.docs', { value: stack.title })}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function supportInWords(
  { support, lastDay }: IngressStack,
  t: AksTranslate,
): string {
  if (!lastDay) {
    return t(`stack.${support}`);
  }
  return support === 'ended'
    ? t('stack.endedOn', { value: lastDay })
    : t('stack.until', { value: lastDay });
}

function stacksOf(exposures: ClusterExposure[]) {
  const byTitle = new Map<
    string,
    { stack: IngressStack; clusters: string[]; ways: ClusterExposure[] }
  >();
  for (const exposure of exposures) {
    const { stack, cluster } = exposure;
    if (stack) {
      const known = byTitle.get(stack.title);
      byTitle.set(stack.title, {
        stack,
        clusters: [...new Set([...(known?.clusters ?? []), cluster.name])],
        ways: [...(known?.ways ?? []), exposure],
      });
    }
  }
  return [...byTitle.values()];
}
