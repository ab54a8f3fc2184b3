import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { aksTranslationRef } from '../translation';
import { describeFailure } from './failure';

/** Stands where a view would: why there is none, and a way to try again. */
export function FailureNotice(props: {
  error: Error;
  onRetry: () => void;
  /** What it means when the backend refuses the question itself. */
  badRequest?: string;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { title, message } = describeFailure(props.error, t, props.badRequest);
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={title}
      description={message}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('failure.retry')}
        </Button>
      }
    />
  );
}
