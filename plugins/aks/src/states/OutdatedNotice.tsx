import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { Since } from '../time/Since';
import { aksTranslationRef } from '../translation';
import { describeFailure } from './failure';

/** Stands above the last good view when newer ones could not be fetched. */
export function OutdatedNotice(props: {
  error: Error;
  checkedAt: number;
  onRetry: () => void;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { title, message } = describeFailure(props.error, t);
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={
        <>
          {t('freshness.heading')} <Since moment={props.checkedAt} />
        </>
      }
      description={`${title}. ${message}`}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('failure.retry')}
        </Button>
      }
    />
  );
}
