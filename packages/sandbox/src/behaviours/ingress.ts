import { isIP } from 'node:net';
import { invalidValue, notSupported, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { JsonObject, objectsIn, valueAt } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';
import { textErrors } from '../registry/nameRules';

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
        hostErrors(rule.host, `spec.rules[${index}].host`),
      ),
      ...objectsIn(valueAt(object, 'spec.tls')).flatMap(({ hosts }, index) =>
        (Array.isArray(hosts) ? hosts : []).flatMap((host, at) =>
          hostErrors(host, `spec.tls[${index}].hosts[${at}]`),
        ),
      ),
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
  if (type === 'ImplementationSpecific') {
    return [];
  }
  return [
    ...(text.startsWith('/') ? [] : ['must be an absolute path']),
    ...['//', '/./', '/../', '%2f', '%2F']
      .filter(part => text.includes(part))
      .map(part => `must not contain '${part}'`),
    ...['/..', '/.']
      .filter(end => text.endsWith(end))
      .map(end => `cannot end with '${end}'`),
  ].map(detail => invalidValue(`${field}.path`, text, detail));
}

function hostErrors(host: unknown, field: string): FieldError[] {
  const text = String(host ?? '');
  if (text === '') {
    return [];
  }
  return isIP(text)
    ? [invalidValue(field, text, 'must be a DNS name, not an IP address')]
    : textErrors(field, text.replace(/^\*\./, ''), 'subdomain');
}
