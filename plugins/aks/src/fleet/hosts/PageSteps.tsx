import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { HostList } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../../translation';
import styles from './Hosts.module.css';

/** On to the next hosts, and back to the first. */
export function PageSteps(props: {
  view: HostList;
  cursor?: string;
  onGoTo: (cursor: string | undefined) => void;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { cursor } = props;
  const { nextCursor } = props.view;
  if (!cursor && !nextCursor) {
    return null;
  }
  return (
    <nav className={styles.steps} aria-label={t('hosts.pages')}>
      <Button
        variant="secondary"
        isDisabled={!cursor}
        onPress={() => props.onGoTo(undefined)}
      >
        {t('hosts.first')}
      </Button>
      <Button
        variant="secondary"
        isDisabled={!nextCursor}
        onPress={() => props.onGoTo(nextCursor)}
      >
        {t('hosts.next')}
      </Button>
    </nav>
  );
}
