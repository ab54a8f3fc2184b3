import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import {
  Advice,
  WorkloadAnswers,
  WorkloadOutcome,
} from '@backstage-aks/advisor';
import { workloadFieldTranslationRef } from '../translation';
import { ChangeList } from './ChangeList';
import styles from './WorkloadKind.module.css';

/** Where the answers lead and why, or what in them cannot be had together. */
export function AdvicePanel(props: {
  advice: Advice<WorkloadAnswers, WorkloadOutcome>;
  isDisabled?: boolean;
  onAnswer: (question: string, option: string) => void;
}) {
  const { t } = useTranslationRef(workloadFieldTranslationRef);
  const { advice, isDisabled, onAnswer } = props;
  return (
    <section
      className={styles.advice}
      aria-label={t('kind.advice')}
      aria-live="polite"
    >
      {advice.type === 'contradiction' ? (
        <Alert
          status="danger"
          icon
          title={advice.title}
          description={`${advice.reason.because} ${advice.remedy}`}
        />
      ) : (
        <>
          <Text as="h3" variant="title-x-small" weight="bold">
            {advice.outcome.title}
          </Text>
          <p className={styles.text}>{advice.outcome.text}</p>
          <Part title={t('kind.because')} text={advice.reason.because} />
          <Part
            title={t('kind.runnerUp')}
            text={`${advice.runnerUp.outcome.title}. ${advice.runnerUp.reason.because}`}
          />
          {advice.remarks.map(({ because }) => (
            <Part key={because} title={t('kind.remarks')} text={because} />
          ))}
        </>
      )}
      <ChangeList
        title={t(
          advice.type === 'contradiction' ? 'kind.resolve' : 'kind.changes',
        )}
        changes={advice.whatWouldChange}
        isDisabled={isDisabled}
        onAnswer={onAnswer}
      />
    </section>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <Text as="h4" variant="body-small" weight="bold">
        {title}
      </Text>
      <p className={styles.text}>{text}</p>
    </div>
  );
}
