import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import {
  Change,
  WorkloadAnswers,
  WorkloadOutcome,
} from '@backstage-aks/advisor';
import { workloadFieldTranslationRef } from '../translation';
import styles from './WorkloadKind.module.css';

/** Answers that would lead elsewhere; choosing one gives it. */
export function ChangeList(props: {
  title: string;
  changes: readonly Change<WorkloadAnswers, WorkloadOutcome>[];
  isDisabled?: boolean;
  onAnswer: (question: string, option: string) => void;
}) {
  const { t } = useTranslationRef(workloadFieldTranslationRef);
  const { title, changes, isDisabled, onAnswer } = props;
  return changes.length === 0 ? null : (
    <div>
      <Text as="h4" variant="body-small" weight="bold">
        {title}
      </Text>
      <ul className={styles.changes}>
        {changes.map(({ question, questionTitle, to, outcome }) => (
          <li key={`${question} ${to.option}`}>
            <Button
              variant="tertiary"
              size="small"
              className={styles.change}
              isDisabled={isDisabled}
              onPress={() => onAnswer(question, to.option)}
            >
              {t('kind.change', {
                question: questionTitle,
                option: to.label,
                outcome: outcome.title,
              })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
