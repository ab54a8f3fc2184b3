import { askedQuestions, workloadTable } from '@backstage-aks/advisor';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workloadFieldTranslationRef } from '../translation';
import { adviseKind, FormAnswers, knownAnswers } from './advice';
import { AdvicePanel } from './AdvicePanel';
import { QuestionField } from './QuestionField';
import styles from './WorkloadKind.module.css';

/**
 * Asks what decides the kind of a workload, one question after the other, and shows
 * beside them where the answers lead. Only questions that the answers so far make
 * relevant are asked.
 */
export function WorkloadKindField(
  props: FieldExtensionComponentProps<FormAnswers>,
) {
  const { t } = useTranslationRef(workloadFieldTranslationRef);
  const { formData = {}, onChange, disabled } = props;
  const answers = knownAnswers(formData);
  const advice = adviseKind(formData);
  const disputed =
    advice.type === 'contradiction'
      ? advice.reason.answers.map(({ question }) => question)
      : [];

  const answer = (question: string, option: string) => {
    const next = knownAnswers({ ...formData, [question]: option });
    // An answer to a question that is no longer asked must not come back later.
    const asked = askedQuestions(workloadTable, next).map(({ id }) => id);
    onChange(
      Object.fromEntries(
        Object.entries(next).filter(([id]) => asked.some(each => each === id)),
      ),
    );
  };

  return (
    <div className={styles.field}>
      <div
        className={styles.questions}
        role="group"
        aria-label={t('kind.questions')}
      >
        {askedQuestions(workloadTable, answers).map(question => (
          <QuestionField
            key={question.id}
            question={question}
            disputed={disputed.includes(question.id)}
            isDisabled={disabled}
            onAnswer={option => answer(question.id, option)}
          />
        ))}
      </div>
      <AdvicePanel advice={advice} onAnswer={answer} isDisabled={disabled} />
    </div>
  );
}
