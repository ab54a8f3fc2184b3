import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Radio, RadioGroup } from '@backstage/ui';
import { OutputForm } from '@backstage-aks/workloads';
import { useDeferredValue, useMemo } from 'react';
import { workloadFieldTranslationRef } from '../translation';
import { OUTPUT_FORMS, preview } from './preview';
import { Preview } from './Preview';
import styles from './Manifests.module.css';

/** Asks how the files are laid out, and shows them as they will be. */
export function ManifestsField(
  props: FieldExtensionComponentProps<OutputForm>,
) {
  const { t } = useTranslationRef(workloadFieldTranslationRef);
  const { formData: form = 'yaml', formContext, disabled } = props;
  const parameters = useDeferredValue(formContext?.formData);
  const generated = useMemo(
    () => preview(parameters ?? {}, form),
    [parameters, form],
  );
  return (
    <div className={styles.field}>
      <RadioGroup
        label={t('manifests.form')}
        value={form}
        isDisabled={disabled}
        onChange={value => props.onChange(value as OutputForm)}
      >
        {OUTPUT_FORMS.map(each => (
          <Radio key={each} value={each}>
            {t(`manifests.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Preview generated={generated} />
    </div>
  );
}
