import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Verdict } from '@backstage-aks/insight';
import { SourceFreshness } from '../../states/sourceGaps';
import { aksTranslationRef } from '../../translation';
import { VerdictBadge } from '../../verdict/VerdictBadge';

const VERDICTS: Record<SourceFreshness['state'], Verdict> = {
  live: 'ok',
  stale: 'warning',
  forbidden: 'warning',
  unreachable: 'broken',
  absent: 'unknown',
  pending: 'unknown',
};

/** How well a source is known, as shape, word and colour. */
export function FreshnessBadge(props: { freshness: SourceFreshness }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { state } = props.freshness;
  return (
    <VerdictBadge verdict={VERDICTS[state]} word={t(`freshness.${state}`)} />
  );
}
