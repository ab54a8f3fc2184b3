import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Radio, RadioGroup } from '@backstage/ui';
import { useEffect } from 'react';
import { workloadFieldTranslationRef } from '../translation';

type SourceControl = 'github' | 'gitlab';

/**
 * Asks where the files go. Only source control that is written in the configuration
 * is offered: without an entry Backstage knows github.com, too, but cannot write there.
 */
export function DestinationField(
  props: FieldExtensionComponentProps<
    'show' | SourceControl,
    { offered?: SourceControl[] }
  >,
) {
  const { t } = useTranslationRef(workloadFieldTranslationRef);
  const config = useApi(configApiRef);
  const { formData, onChange, uiSchema, disabled } = props;
  const offered = (uiSchema['ui:options']?.offered ?? []).filter(
    each =>
      (config.getOptionalConfigArray(`integrations.${each}`) ?? []).length,
  );
  const value = offered.some(each => each === formData) ? formData : 'show';

  // A link to the form may ask for what is not there.
  useEffect(() => {
    if (formData !== value) {
      onChange(value);
    }
  }, [formData, value, onChange]);

  return (
    <RadioGroup
      label={t('destination.label')}
      description={offered.length === 0 ? t('destination.none') : undefined}
      value={value}
      isDisabled={disabled}
      onChange={chosen => onChange(chosen as 'show' | SourceControl)}
    >
      {(['show', ...offered] as const).map(each => (
        <Radio key={each} value={each}>
          {t(`destination.${each}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
