import { labelSelectorFrom, matchesLabels } from '@backstage-aks/insight';
import { invalidValue, notSupported, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { sameJson } from '../objects/equality';
import { isJsonObject, JsonObject, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { labelErrors } from '../registry/metadataRules';
import { podSpecErrors } from './podSpecRules';

/** What is wrong with selector, template and replicas of a workload. */
export function workloadErrors(
  object: KubernetesObject,
  options: { hasOtherVolumes?: boolean } = {},
): FieldError[] {
  const spec = isJsonObject(object.spec) ? object.spec : {};
  const replicas = Number(spec.replicas ?? 0);
  return [
    ...(replicas < 0
      ? [
          invalidValue(
            'spec.replicas',
            replicas,
            'must be greater than or equal to 0',
          ),
        ]
      : []),
    ...selectorErrors(spec),
    ...labelErrors(
      valueAt(spec, 'template.metadata.labels'),
      'spec.template.labels',
    ),
    ...podSpecErrors(
      valueAt(spec, 'template.spec'),
      'spec.template.spec',
      options,
    ),
    ...restartPolicyErrors(valueAt(spec, 'template.spec.restartPolicy')),
  ];
}

// What keeps running starts again whatever happens.
function restartPolicyErrors(policy: unknown): FieldError[] {
  return policy === undefined || policy === 'Always'
    ? []
    : [notSupported('spec.template.spec.restartPolicy', policy, ['Always'])];
}

function selectorErrors(spec: JsonObject): FieldError[] {
  if (!isJsonObject(spec.selector)) {
    return [required('spec.selector')];
  }
  const labels = valueAt(spec, 'template.metadata.labels');
  const templateLabels = isJsonObject(labels)
    ? (labels as Record<string, string>)
    : {};
  return matchesLabels(labelSelectorFrom(spec.selector), templateLabels)
    ? []
    : [
        invalidValue(
          'spec.template.metadata.labels',
          templateLabels,
          '`selector` does not match template `labels`',
        ),
      ];
}

/** A selector cannot change once the workload exists. */
export function selectorChangeErrors(
  next: KubernetesObject,
  previous: KubernetesObject,
): FieldError[] {
  const selector = valueAt(next, 'spec.selector');
  return sameJson(selector, valueAt(previous, 'spec.selector'))
    ? []
    : [invalidValue('spec.selector', selector, 'field is immutable')];
}
