import { ConfigMapIntent } from '../intent/configuration';
import { configData, envLines } from '../objects/configData';
import { fieldPath, Problem } from '../plan/Problem';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { Settings, useProblems, variablesOf } from './settings';
import { secretSettings } from './secretRules';

// https://kubernetes.io/docs/concepts/configuration/configmap/: at most 1 MiB.
const MOST_BYTES = 1_048_576;
const KEY = /^[-._a-zA-Z0-9]{1,253}$/;

/** What is wrong with ConfigMaps, and with names that two settings share. */
export function configurationProblems({ intent }: WorkloadPlan): Problem[] {
  const { maps } = intent.configuration;
  const settings = [...maps.map(configSettings), ...secretSettings(intent)];
  return [
    ...maps.flatMap(contentProblems),
    ...settings.flatMap(useProblems),
    ...sharedNames(maps.map(({ name }) => name)),
    ...sharedVariables(Object.keys(intent.environment), settings),
    ...sharedPaths(intent, settings),
  ];
}

function configSettings(map: ConfigMapIntent, index: number): Settings {
  const { data, binaryData } = configData(map);
  return {
    path: ['configuration', 'maps', index],
    use: map.use,
    keys: Object.keys(data),
    binaryKeys: Object.keys(binaryData),
  };
}

function contentProblems(map: ConfigMapIntent, index: number): Problem[] {
  const at = (...steps: (string | number)[]) =>
    fieldPath(['configuration', 'maps', index, ...steps]);
  const { entries, wrong } = envLines(map.envFile ?? '');
  const unusable = entries.find(({ key }) => !KEY.test(key));
  const seen = new Map<string, string>(
    Object.keys(map.literals).map(key => [key, 'literals']),
  );
  const twice: Problem[] = [];
  for (const { key } of entries) {
    if (seen.has(key)) {
      twice.push({
        field: at('envFile'),
        message: `has ${key}, which is in ${seen.get(key)} too`,
      });
    }
    seen.set(key, 'envFile');
  }
  for (const key of Object.keys(map.files)) {
    if (seen.has(key)) {
      twice.push({
        field: at('files', key),
        message: `is a key that is in ${seen.get(key)} too`,
      });
    }
  }
  if (seen.size === 0 && Object.keys(map.files).length === 0) {
    twice.push({
      field: at(),
      message: 'must have literals, files or an envFile',
    });
  }
  return [
    ...(wrong.length > 0
      ? [
          {
            field: at('envFile'),
            message: `has no KEY=VALUE in line ${wrong[0]}`,
          },
        ]
      : []),
    ...(unusable
      ? [
          {
            field: at('envFile'),
            message: `has no usable key in line ${unusable.line}: letters, digits, hyphens, underscores and dots only`,
          },
        ]
      : []),
    ...twice,
    ...sizeProblems(map, at()),
  ];
}

function sizeProblems(map: ConfigMapIntent, field: string): Problem[] {
  const { data, binaryData } = configData(map);
  const bytes =
    Object.entries(data).reduce(
      (sum, [key, value]) => sum + utf8Length(key) + utf8Length(value),
      0,
    ) +
    Object.entries(binaryData).reduce(
      (sum, [key, value]) => sum + utf8Length(key) + base64Length(value),
      0,
    );
  return bytes > MOST_BYTES
    ? [
        {
          field,
          message: `holds ${bytes} bytes, and a ConfigMap takes ${MOST_BYTES} (1 MiB) at most; put it into the image or on a volume`,
        },
      ]
    : [];
}

function sharedNames(names: readonly string[]): Problem[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          {
            field: fieldPath(['configuration', 'maps', index, 'name']),
            message: 'is the name of another ConfigMap',
          },
        ]
      : [],
  );
}

function sharedVariables(
  plain: readonly string[],
  settings: readonly Settings[],
): Problem[] {
  const seen = new Set(plain);
  return settings.flatMap(setting =>
    variablesOf(setting).flatMap(({ name, field }) => {
      if (seen.has(name)) {
        return [{ field, message: `sets ${name}, which is set elsewhere too` }];
      }
      seen.add(name);
      return [];
    }),
  );
}

function sharedPaths(
  intent: WorkloadPlan['intent'],
  settings: readonly Settings[],
): Problem[] {
  const places: Place[] = [
    ...intent.security.writablePaths.map((path, index) => ({
      path,
      field: fieldPath(['security', 'writablePaths', index]),
    })),
    ...intent.nodePaths.map(({ path, mountPath }, index) => ({
      ofNode: true,
      path: mountPath ?? path,
      field: fieldPath([
        'nodePaths',
        index,
        mountPath === undefined ? 'path' : 'mountPath',
      ]),
    })),
    ...(intent.storage
      ? [{ path: intent.storage.mountPath, field: 'storage.mountPath' }]
      : []),
    ...settings.flatMap(({ path, use }) =>
      'mountPath' in use
        ? [
            {
              path: use.mountPath,
              field: fieldPath([...path, 'use', 'mountPath']),
            },
          ]
        : [],
    ),
    ...intent.secrets.flatMap((secret, index) =>
      secret.source === 'key-vault' &&
      secret.use.as !== 'files' &&
      secret.use.as !== 'file'
        ? [
            {
              path: secret.mountPath,
              field: fieldPath(['secrets', index, 'mountPath']),
            },
          ]
        : [],
    ),
  ];
  return places.flatMap((place, index) => {
    const { field } = place;
    const same = places
      .slice(0, index)
      .find(other => bare(other.path) === bare(place.path));
    if (same) {
      return [{ field, message: `is where ${same.field} is mounted too` }];
    }
    // What the node has below is there, and can be mounted on.
    const above = place.ofNode
      ? undefined
      : places.find(
          ({ path, ofNode }) =>
            ofNode && bare(place.path).startsWith(`${bare(path)}/`),
        );
    return above
      ? [
          {
            field,
            message: `is below ${above.field}, which is read-only, so that nothing can be mounted there`,
          },
        ]
      : [];
  });
}

/** Where something is mounted, and which field says so. */
interface Place {
  path: string;
  field: string;
  /** Whether it is a directory of the node, which nothing can be made in. */
  ofNode?: boolean;
}

function bare(path: string): string {
  return path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
}

function utf8Length(value: string): number {
  return new TextEncoder().encode(value).length;
}

function base64Length(value: string): number {
  return Math.floor((value.replace(/=+$/, '').length * 3) / 4);
}
