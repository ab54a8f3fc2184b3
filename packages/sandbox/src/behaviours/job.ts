import { invalidValue, notSupported, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { sameJson } from '../objects/equality';
import {
  ensureObject,
  isJsonObject,
  setDefault,
  valueAt,
} from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { KindBehaviour } from '../registry/KindBehaviour';
import { indexedNameErrors, jobSpecErrors } from './jobSpecRules';
import { applyTemplateDefaults } from './podSpecDefaults';
import { podSpecErrors } from './podSpecRules';
import { zeroTemplate } from './zeroValues';

/** What is wrong with a job's template at a path. */
export function jobTemplateErrors(
  template: unknown,
  path: string,
): FieldError[] {
  const policy = valueAt(template, 'spec.restartPolicy');
  const allowed = ['Never', 'OnFailure'];
  // Always is what an absent policy becomes, so it reads as a missing one.
  const policyErrors =
    policy === undefined || policy === 'Always'
      ? [
          required(
            `${path}.spec.restartPolicy`,
            'valid values: "OnFailure", "Never"',
          ),
        ]
      : [];
  return [
    ...podSpecErrors(valueAt(template, 'spec'), `${path}.spec`),
    ...policyErrors,
    ...(policyErrors.length === 0 && !allowed.includes(String(policy))
      ? [notSupported(`${path}.spec.restartPolicy`, policy, allowed)]
      : []),
  ];
}

// Of a suspended Job that has never run, where its pods go may still change.
function jobChangeErrors(
  next: KubernetesObject,
  previous: KubernetesObject,
): FieldError[] {
  const suspended =
    valueAt(previous, 'spec.suspend') === true &&
    valueAt(previous, 'status.startTime') === undefined;
  const indexed = valueAt(next, 'spec.completionMode') === 'Indexed';
  return ['selector', 'template', 'completionMode', 'completions']
    .filter(field => !(field === 'template' && suspended))
    .filter(field => !(field === 'completions' && indexed))
    .filter(
      field =>
        !sameJson(
          valueAt(next, `spec.${field}`),
          valueAt(previous, `spec.${field}`),
        ),
    )
    .map(field =>
      invalidValue(
        `spec.${field}`,
        valueAt(next, `spec.${field}`),
        'field is immutable',
      ),
    );
}

/** Jobs (batch/v1). */
export const job: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    applyTemplateDefaults(spec);
    if (spec.completions === undefined && spec.parallelism === undefined) {
      spec.completions = 1;
    }
    setDefault(spec, 'parallelism', 1);
    setDefault(spec, 'backoffLimit', 6);
    setDefault(spec, 'completionMode', 'NonIndexed');
    setDefault(spec, 'suspend', false);
    setDefault(spec, 'podReplacementPolicy', 'TerminatingOrFailed');
  },
  prepareCreate(object) {
    const spec = ensureObject(object, 'spec');
    object.status = {};
    if (spec.manualSelector || isJsonObject(spec.selector)) {
      return;
    }
    // The server selects a job's pods by the job's own uid.
    const { name, uid } = object.metadata;
    spec.selector = {
      matchLabels: { 'batch.kubernetes.io/controller-uid': uid },
    };
    const metadata = ensureObject(ensureObject(spec, 'template'), 'metadata');
    Object.assign(ensureObject(metadata, 'labels'), {
      'batch.kubernetes.io/controller-uid': uid,
      'batch.kubernetes.io/job-name': name,
      'controller-uid': uid,
      'job-name': name,
    });
  },
  validate: object => [
    ...jobTemplateErrors(valueAt(object, 'spec.template'), 'spec.template'),
    ...jobSpecErrors(Object(object.spec), 'spec'),
    ...indexedNameErrors(object),
  ],
  validateUpdate: jobChangeErrors,
  orphansByDefault: true,
  zero: { spec: { template: zeroTemplate }, status: {} },
};
