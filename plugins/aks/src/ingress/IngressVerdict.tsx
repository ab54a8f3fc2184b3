import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SummaryView } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../translation';
import { VerdictBadge } from '../verdict/VerdictBadge';

/** The verdict over all Ingresses of a service, and how many share it. */
export function IngressVerdict({ ingress }: Pick<SummaryView, 'ingress'>) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { verdict, counts } = ingress;
  const total = counts.ok + counts.warning + counts.broken + counts.unknown;
  if (total === 0) {
    return <VerdictBadge verdict="unknown" word={t('ingress.noRoute')} />;
  }
  if (verdict === 'ok') {
    return <VerdictBadge verdict="ok" />;
  }
  return (
    <VerdictBadge
      verdict={verdict}
      word={t(`verdict.${verdict}Of`, {
        value: String(counts[verdict]),
        total: String(total),
      })}
    />
  );
}
