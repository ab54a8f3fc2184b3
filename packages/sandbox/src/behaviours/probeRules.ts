import { forbiddenField, invalidValue, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject } from '../objects/json';
import { portErrors } from './portRules';

const COUNTS = [
  ...['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds'],
  ...['successThreshold', 'failureThreshold'],
];

/** What is wrong with a probe. Whether a container has the port is not asked. */
export function probeErrors(
  probe: unknown,
  path: string,
  kind: 'livenessProbe' | 'readinessProbe' | 'startupProbe',
): FieldError[] {
  if (!isJsonObject(probe)) {
    return [];
  }
  const successes = Number(probe.successThreshold ?? 1);
  return [
    ...handlerErrors(probe, path, ['exec', 'httpGet', 'tcpSocket', 'grpc']),
    ...COUNTS.filter(field => Number(probe[field] ?? 0) < 0).map(field =>
      invalidValue(
        `${path}.${field}`,
        probe[field],
        'must be greater than or equal to 0',
      ),
    ),
    ...(kind !== 'readinessProbe' && successes !== 1
      ? [invalidValue(`${path}.successThreshold`, successes, 'must be 1')]
      : []),
  ];
}

/** What is wrong with the hooks of a container. */
export function lifecycleErrors(
  lifecycle: unknown,
  path: string,
  graceSeconds: number,
): FieldError[] {
  return ['postStart', 'preStop'].flatMap(hook => {
    const handler = Object(lifecycle)[hook];
    if (!isJsonObject(handler)) {
      return [];
    }
    const field = `${path}.${hook}`;
    const seconds = Number(Object(handler.sleep).seconds ?? 0);
    return [
      ...handlerErrors(handler, field, [
        'exec',
        'httpGet',
        'tcpSocket',
        'sleep',
      ]),
      ...(seconds < 0 || seconds > graceSeconds
        ? [
            invalidValue(
              `${field}.sleep`,
              seconds,
              `must be non-negative and less than terminationGracePeriodSeconds (${graceSeconds})`,
            ),
          ]
        : []),
    ];
  });
}

function handlerErrors(
  handler: JsonObject,
  path: string,
  types: readonly string[],
): FieldError[] {
  const given = types.filter(type => isJsonObject(handler[type]));
  if (given.length === 0) {
    return [required(path, 'must specify a handler type')];
  }
  const more = given
    .slice(1)
    .map(type =>
      forbiddenField(
        `${path}.${type}`,
        'may not specify more than 1 handler type',
      ),
    );
  const { exec, httpGet, tcpSocket, grpc } = handler as Record<
    string,
    JsonObject | undefined
  >;
  return [
    ...more,
    ...(exec && !(Array.isArray(exec.command) && exec.command.length > 0)
      ? [required(`${path}.exec.command`)]
      : []),
    ...(httpGet ? portErrors(httpGet.port, `${path}.httpGet.port`) : []),
    ...(tcpSocket ? portErrors(tcpSocket.port, `${path}.tcpSocket.port`) : []),
    ...(grpc ? portErrors(grpc.port, `${path}.grpc.port`) : []),
  ];
}
