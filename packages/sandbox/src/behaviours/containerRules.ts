import { quantityOf } from '../controllers/quantity';
import {
  duplicate,
  invalidValue,
  notFound,
  notSupported,
  required,
} from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject, objectsIn, valueAt } from '../objects/json';
import { textErrors } from '../registry/nameRules';
import { environmentErrors } from './environmentRules';
import { portNameErrors, portNumberErrors } from './portRules';
import { lifecycleErrors, probeErrors } from './probeRules';

/** What is wrong with a container at a path. */
export function containerErrors(
  container: JsonObject,
  path: string,
  /** The names that volumes have; absent where some are not known here. */
  volumes: ReadonlySet<unknown> | undefined,
  graceSeconds: number,
): FieldError[] {
  const { name, image } = container;
  return [
    ...(name
      ? textErrors(`${path}.name`, String(name), 'label')
      : [required(`${path}.name`)]),
    ...(image ? imageErrors(String(image), path) : [required(`${path}.image`)]),
    ...portsErrors(objectsIn(container.ports), `${path}.ports`),
    ...environmentErrors(container, path),
    ...mountErrors(objectsIn(container.volumeMounts), path, volumes),
    ...resourceErrors(container.resources, `${path}.resources`),
    ...(['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap(
      probe => probeErrors(container[probe], `${path}.${probe}`, probe),
    ),
    ...lifecycleErrors(container.lifecycle, `${path}.lifecycle`, graceSeconds),
    ...privilegeErrors(container.securityContext, `${path}.securityContext`),
  ];
}

function imageErrors(image: string, path: string): FieldError[] {
  return image === image.trim()
    ? []
    : [
        invalidValue(
          `${path}.image`,
          image,
          'must not have leading or trailing whitespace',
        ),
      ];
}

function portsErrors(ports: JsonObject[], path: string): FieldError[] {
  const names = new Set<unknown>();
  return ports.flatMap(({ name, containerPort, protocol }, index) => {
    const field = `${path}[${index}]`;
    const known = name && names.has(name);
    names.add(name);
    return [
      ...(known ? [duplicate(`${field}.name`, name)] : []),
      ...(name ? portNameErrors(String(name), `${field}.name`) : []),
      ...(containerPort === undefined
        ? [required(`${field}.containerPort`)]
        : portNumberErrors(containerPort, `${field}.containerPort`)),
      ...(['TCP', 'UDP', 'SCTP'].includes(String(protocol))
        ? []
        : [
            notSupported(`${field}.protocol`, protocol, ['SCTP', 'TCP', 'UDP']),
          ]),
    ];
  });
}

function mountErrors(
  mounts: JsonObject[],
  path: string,
  volumes: ReadonlySet<unknown> | undefined,
): FieldError[] {
  const paths = new Set<unknown>();
  return mounts.flatMap(({ name, mountPath, subPath }, index) => {
    const field = `${path}.volumeMounts[${index}]`;
    const known = mountPath && paths.has(mountPath);
    paths.add(mountPath);
    const sub = String(subPath ?? '');
    return [
      ...(name ? [] : [required(`${field}.name`)]),
      ...(name && volumes && !volumes.has(name)
        ? [notFound(`${field}.name`, name)]
        : []),
      ...(mountPath ? [] : [required(`${field}.mountPath`)]),
      ...(known
        ? [invalidValue(`${field}.mountPath`, mountPath, 'must be unique')]
        : []),
      ...(sub.startsWith('/')
        ? [invalidValue(`${field}.subPath`, sub, 'must be a relative path')]
        : []),
      ...(sub.split('/').includes('..')
        ? [invalidValue(`${field}.subPath`, sub, "must not contain '..'")]
        : []),
    ];
  });
}

function resourceErrors(resources: unknown, path: string): FieldError[] {
  const { requests, limits } = Object(resources);
  const negative = (['limits', 'requests'] as const).flatMap(list =>
    Object.entries(Object(Object(resources)[list])).flatMap(([name, amount]) =>
      quantityOf(String(amount)) < 0
        ? [
            invalidValue(
              `${path}.${list}[${name}]`,
              amount,
              'must be greater than or equal to 0',
            ),
          ]
        : [],
    ),
  );
  const above = Object.entries(Object(requests)).flatMap(([name, amount]) => {
    const limit = Object(limits)[name];
    return limit !== undefined &&
      quantityOf(String(amount)) > quantityOf(String(limit))
      ? [
          invalidValue(
            `${path}.requests`,
            amount,
            `must be less than or equal to ${name} limit of ${limit}`,
          ),
        ]
      : [];
  });
  return [...negative, ...above];
}

function privilegeErrors(context: unknown, path: string): FieldError[] {
  return isJsonObject(context) &&
    valueAt(context, 'privileged') === true &&
    valueAt(context, 'allowPrivilegeEscalation') === false
    ? [
        invalidValue(
          path,
          context,
          'cannot set `allowPrivilegeEscalation` to false and `privileged` to true',
        ),
      ]
    : [];
}
