import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SummaryView } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../translation';
import { AsOf } from '../verdict/staleClusters';
import { VerdictBadge } from '../verdict/VerdictBadge';

/** The verdict over all Ingresses of a service, and how many share it. */
export function IngressVerdict(props: {
  ingress: SummaryView['ingress'];
  asOf?: AsOf;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { asOf } = props;
  const { verdict, counts } = props.ingress;
  const total = counts.ok + counts.warning + counts.broken + counts.unknown;
  if (total === 0) {
    return <VerdictBadge verdict="unknown" word={t('ingress.noRoute')} />;
  }
  if (verdict === 'ok') {
    return <VerdictBadge verdict="ok" asOf={asOf} />;
  }
  return (
    <VerdictBadge
      verdict={verdict}
      word={t(`verdict.${verdict}Of`, {
        value: String(counts[verdict]),
        total: String(total),
      })}
      asOf={asOf}
    />
  );
}
