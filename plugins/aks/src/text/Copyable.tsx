import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useRef, useState } from 'react';
import { aksTranslationRef } from '../translation';
import styles from './Copyable.module.css';

/** Text to take along, such as a command or a piece of YAML. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const code = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<'done' | 'byHand'>();

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('done');
    } catch {
      // Without HTTPS browsers have no clipboard: leave it ready to be copied.
      window.getSelection()?.selectAllChildren(code.current!);
      setOutcome('byHand');
    }
  };

  return (
    <div className={styles.root} role="group" aria-label={label}>
      <pre className={styles.text}>
        <code ref={code}>{text}</code>
      </pre>
      <div className={styles.action}>
        <Button
          size="small"
          variant="secondary"
          iconStart={outcome === 'done' ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        >
          {t('copy.action')}
        </Button>
        <span role="status">{outcome && t(`copy.${outcome}`)}</span>
      </div>
    </div>
  );
}
