import { duplicate, required, invalidValue } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject, objectsIn } from '../objects/json';

const PORT_RANGE = 'must be between 1 and 65535, inclusive';

/** What is wrong with a pod's spec at a path. */
export function podSpecErrors(spec: unknown, path: string): FieldError[] {
  if (!isJsonObject(spec)) {
    return [required(`${path}.containers`)];
  }
  const containers = objectsIn(spec.containers);
  return [
    ...(containers.length === 0 ? [required(`${path}.containers`)] : []),
    ...containers.flatMap((container, index) =>
      containerErrors(container, `${path}.containers[${index}]`),
    ),
    ...duplicateNames(containers, `${path}.containers`),
  ];
}

function containerErrors(container: JsonObject, path: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!container.name) {
    errors.push(required(`${path}.name`));
  }
  if (!container.image) {
    errors.push(required(`${path}.image`));
  }
  objectsIn(container.ports).forEach((port, index) => {
    const number = Number(port.containerPort);
    const field = `${path}.ports[${index}].containerPort`;
    if (port.containerPort === undefined) {
      errors.push(required(field));
    } else if (!Number.isInteger(number) || number < 1 || number > 65535) {
      errors.push(invalidValue(field, number, PORT_RANGE));
    }
  });
  return errors;
}

function duplicateNames(containers: JsonObject[], path: string): FieldError[] {
  const seen = new Set<unknown>();
  return containers.flatMap(({ name }, index) => {
    const known = seen.has(name);
    seen.add(name);
    return known && name ? [duplicate(`${path}[${index}].name`, name)] : [];
  });
}
