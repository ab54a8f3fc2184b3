import {
  duplicate,
  forbiddenField,
  invalidValue,
  required,
} from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject } from '../objects/json';
import { textErrors } from '../registry/nameRules';

/** What a volume of some type cannot do without. */
const NEEDS: Readonly<Record<string, string>> = {
  configMap: 'name',
  csi: 'driver',
  hostPath: 'path',
  persistentVolumeClaim: 'claimName',
  secret: 'secretName',
};

/** What is wrong with the volumes of a pod. */
export function volumeErrors(
  volumes: JsonObject[],
  path: string,
): FieldError[] {
  const names = new Set<unknown>();
  return volumes.flatMap((volume, index) => {
    const { name } = volume;
    const field = `${path}[${index}]`;
    const known = name && names.has(name);
    names.add(name);
    return [
      ...(name
        ? textErrors(`${field}.name`, String(name), 'label')
        : [required(`${field}.name`)]),
      ...(known ? [duplicate(`${field}.name`, name)] : []),
      ...sourceErrors(volume, field),
    ];
  });
}

function sourceErrors(volume: JsonObject, path: string): FieldError[] {
  const types = Object.keys(volume).filter(
    type => type !== 'name' && isJsonObject(volume[type]),
  );
  if (types.length === 0) {
    return [required(path, 'must specify a volume type')];
  }
  const [first, ...others] = types;
  const needed = NEEDS[first];
  const hostPath = String(Object(volume.hostPath).path ?? '');
  return [
    ...others.map(type =>
      forbiddenField(
        `${path}.${type}`,
        'may not specify more than 1 volume type',
      ),
    ),
    ...(needed && !Object(volume[first])[needed]
      ? [required(`${path}.${first}.${needed}`)]
      : []),
    ...(hostPath.split('/').includes('..')
      ? [
          invalidValue(
            `${path}.hostPath.path`,
            hostPath,
            "must not contain '..'",
          ),
        ]
      : []),
  ];
}
