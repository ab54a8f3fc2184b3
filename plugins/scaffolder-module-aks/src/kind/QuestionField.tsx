import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import { AskedQuestion, WorkloadAnswers } from '@backstage-aks/advisor';
import { workloadFieldTranslationRef } from '../translation';

/** One question. What is assumed as long as nobody has answered is marked so. */
export function QuestionField(props: {
  question: AskedQuestion<WorkloadAnswers>;
  /** Its answer is part of a contradiction. */
  disputed: boolean;
  isDisabled?: boolean;
  onAnswer: (option: string) => void;
}) {
  const { t } = useTranslationRef(workloadFieldTranslationRef);
  const { question, disputed, isDisabled, onAnswer } = props;
  return (
    <RadioGroup
      label={question.text}
      description={question.assumed ? t('kind.assumed') : undefined}
      value={question.answer}
      isInvalid={disputed}
      isDisabled={isDisabled}
      onChange={onAnswer}
    >
      {question.options.map(({ value, label }) => (
        <Radio key={value} value={value}>
          {label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
