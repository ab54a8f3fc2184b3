import { invalidValue, notSupported, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { JsonObject, objectsIn, valueAt } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';

const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];

/** Ingresses (networking.k8s.io/v1). */
export const ingress: KindBehaviour = {
  prepareCreate(object) {
    object.status = { loadBalancer: {} };
  },
  validate(object) {
    const rules = objectsIn(valueAt(object, 'spec.rules'));
    const backend = valueAt(object, 'spec.defaultBackend');
    return [
      ...(rules.length === 0 && backend === undefined
        ? [
            {
              ...invalidValue('spec', [], ''),
              message:
                'Invalid value: []: either `defaultBackend` or `rules` must be specified',
            },
          ]
        : []),
      ...rules.flatMap((rule, index) =>
        objectsIn(valueAt(rule, 'http.paths')).flatMap((path, at) =>
          pathErrors(path, `spec.rules[${index}].http.paths[${at}]`),
        ),
      ),
    ];
  },
  zero: { spec: {}, status: { loadBalancer: {} } },
};

function pathErrors(path: JsonObject, field: string): FieldError[] {
  const type = path.pathType;
  if (type === undefined || type === null) {
    return [required(`${field}.pathType`, 'pathType must be specified')];
  }
  if (!PATH_TYPES.includes(String(type))) {
    return [notSupported(`${field}.pathType`, type, PATH_TYPES)];
  }
  const text = String(path.path ?? '');
  return type !== 'ImplementationSpecific' && !text.startsWith('/')
    ? [invalidValue(`${field}.path`, text, 'must be an absolute path')]
    : [];
}
