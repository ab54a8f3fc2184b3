import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { Verdict } from '@backstage-aks/insight';
import { Breakable } from '../text/Breakable';
import { clockTime } from '../time/clockTime';
import { aksTranslationRef, AksTranslate } from '../translation';
import { AsOf } from './staleClusters';
import styles from './VerdictBadge.module.css';
import { VerdictGlyph } from './VerdictGlyph';

/**
 * A verdict as shape, word and colour. The word may say more than the verdict
 * (`no such port`); a screen reader then hears the verdict before it.
 *
 * @param props - `asOf`: what the verdict is on is not known as it is now. It then
 * says of when it is, and is not drawn as if all were well.
 */
export function VerdictBadge(props: {
  verdict: Verdict;
  word?: string;
  asOf?: AsOf;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { verdict, asOf } = props;
  const name = t(`verdict.${verdict}`);
  const word = props.word ?? name;
  const saysVerdict = word.split(' ').includes(name);
  return (
    <span
      className={[
        styles.badge,
        styles[verdict],
        ...(asOf ? [styles.dated] : []),
      ].join(' ')}
    >
      <VerdictGlyph verdict={verdict} />
      {!saysVerdict && <VisuallyHidden>{name}: </VisuallyHidden>}
      <span>
        <Breakable text={asOf ? `${word} · ${inWords(asOf, t)}` : word} />
      </span>
    </span>
  );
}

function inWords({ moment, partly }: AsOf, t: AksTranslate): string {
  if (moment === undefined) {
    return t(partly ? 'verdict.partlyStale' : 'verdict.stale');
  }
  const time = clockTime(new Date(moment), new Date());
  return t(partly ? 'verdict.partlyAsOf' : 'verdict.asOf', { time });
}
