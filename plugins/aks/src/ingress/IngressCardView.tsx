import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { SummaryView } from '@backstage-aks/plugin-aks-common';
import { LiveView } from '../live/useLiveView';
import { FreshnessFooter } from '../states/FreshnessFooter';
import { ServiceFrame } from '../states/ServiceFrame';
import { Bones } from '../text/Bones';
import { aksTranslationRef } from '../translation';
import { asOfAll, staleClusters } from '../verdict/staleClusters';
import styles from './IngressCard.module.css';
import { IngressRows } from './IngressRows';
import { IngressVerdict } from './IngressVerdict';

/** The Ingress card: one sentence of truth, then the facts, then their age. */
export function IngressCardView(props: {
  entity: Entity;
  live: LiveView<SummaryView>;
  exposureHref?: string;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { entity, live, exposureHref } = props;
  const found = live.view?.service === 'found' ? live.view : undefined;
  return (
    <Card>
      <CardHeader className={styles.header}>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('ingress.title')}
        </Text>
        {found && (
          <IngressVerdict
            ingress={found.ingress}
            asOf={asOfAll(found.ingress.rows, staleClusters(found.sources))}
          />
        )}
      </CardHeader>
      <CardBody>
        <ServiceFrame
          entity={entity}
          live={live}
          skeleton={
            <Bones
              label={t('ingress.loading')}
              widths={['80%', '45%', '60%', '60%']}
            />
          }
        >
          {view => (
            <>
              <Text as="p" variant="body-large">
                {view.ingress.sentence}
              </Text>
              <IngressRows
                rows={view.ingress.rows}
                headline={view.ingress.sentence}
                stale={staleClusters(view.sources)}
              />
            </>
          )}
        </ServiceFrame>
      </CardBody>
      {live.view && (
        <CardFooter className={styles.footer}>
          <FreshnessFooter
            sources={live.view.sources}
            clusters={live.view.ingress.rows.map(row => row.cluster)}
            outdated={live.error && live.checkedAt}
          />
          {exposureHref && (
            <Link href={exposureHref}>{t('ingress.openExposure')}</Link>
          )}
        </CardFooter>
      )}
    </Card>
  );
}
