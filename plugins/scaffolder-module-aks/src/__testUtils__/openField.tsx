import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { JsonObject } from '@backstage/types';
import { ComponentType, useState } from 'react';

/** Opens a field as a form does: it gets its value, and what else was filled in. */
export function openField<Value, Options>(
  Field: ComponentType<FieldExtensionComponentProps<Value, Options>>,
  options: {
    value?: Value;
    others?: object;
    uiOptions?: Options;
    config?: JsonObject;
  } = {},
) {
  const onChange = jest.fn<void, [Value | undefined]>();

  function Host() {
    const [value, setValue] = useState(options.value);
    const props = {
      formData: value,
      formContext: { formData: options.others },
      uiSchema: { 'ui:options': options.uiOptions },
      onChange: (next: Value | undefined) => {
        onChange(next);
        setValue(next);
      },
    };
    // The rest is for fields that draw themselves with the form's own widgets.
    return (
      <Field
        {...(props as unknown as FieldExtensionComponentProps<Value, Options>)}
      />
    );
  }

  renderInTestApp(<Host />, { config: options.config });
  return { onChange };
}
