import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { Verdict } from '@backstage-aks/insight';
import { Breakable } from '../text/Breakable';
import { aksTranslationRef } from '../translation';
import styles from './VerdictBadge.module.css';
import { VerdictGlyph } from './VerdictGlyph';

/**
 * A verdict as shape, word and colour. The word may say more than the verdict
 * (`no such port`); a screen reader then hears the verdict before it.
 */
export function VerdictBadge(props: { verdict: Verdict; word?: string }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { verdict } = props;
  const name = t(`verdict.${verdict}`);
  const word = props.word ?? name;
  const saysVerdict = word.split(' ').includes(name);
  return (
    <span className={`${styles.badge} ${styles[verdict]}`}>
      <VerdictGlyph verdict={verdict} />
      {!saysVerdict && <VisuallyHidden>{name}: </VisuallyHidden>}
      <span>
        <Breakable text={word} />
      </span>
    </span>
  );
}
