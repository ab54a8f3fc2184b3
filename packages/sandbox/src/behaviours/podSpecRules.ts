import { duplicate, invalidValue, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject, objectsIn } from '../objects/json';
import { textErrors } from '../registry/nameRules';
import { containerErrors } from './containerRules';
import { placementErrors } from './placementRules';
import { volumeErrors } from './volumeRules';

/** What is wrong with a pod's spec at a path. */
export function podSpecErrors(
  spec: unknown,
  path: string,
  /** True for a StatefulSet, whose claims are volumes too. */
  { hasOtherVolumes = false } = {},
): FieldError[] {
  if (!isJsonObject(spec)) {
    return [required(`${path}.containers`)];
  }
  const volumes = objectsIn(spec.volumes);
  const names = hasOtherVolumes
    ? undefined
    : new Set(volumes.map(({ name }) => name));
  const grace = Number(spec.terminationGracePeriodSeconds ?? 30);
  const lists = ['containers', 'initContainers'].map(
    list => [list, objectsIn(spec[list])] as const,
  );
  return [
    ...(objectsIn(spec.containers).length === 0
      ? [required(`${path}.containers`)]
      : []),
    ...lists.flatMap(([list, containers]) =>
      containers.flatMap((container, index) =>
        containerErrors(container, `${path}.${list}[${index}]`, names, grace),
      ),
    ),
    ...duplicateNames(lists, path),
    ...volumeErrors(volumes, `${path}.volumes`),
    ...placementErrors(spec, path),
    ...(grace < 0
      ? [
          invalidValue(
            `${path}.terminationGracePeriodSeconds`,
            grace,
            'must be greater than or equal to 0',
          ),
        ]
      : []),
    ...(spec.serviceAccountName
      ? textErrors(
          `${path}.serviceAccountName`,
          String(spec.serviceAccountName),
          'subdomain',
        )
      : []),
  ];
}

// No two containers may have one name, init containers included.
function duplicateNames(
  lists: readonly (readonly [string, JsonObject[]])[],
  path: string,
): FieldError[] {
  const seen = new Set<unknown>();
  return lists.flatMap(([list, containers]) =>
    containers.flatMap(({ name }, index) => {
      const known = name && seen.has(name);
      seen.add(name);
      return known ? [duplicate(`${path}.${list}[${index}].name`, name)] : [];
    }),
  );
}
