import { SettingsSource } from '../records/podTemplates';
import { Fields, fieldsAt, fieldsIn, nameIn, namesIn } from './fields';

/**
 * The ConfigMaps and Secrets that a pod spec names, and the keys that it asks
 * for. Values stand elsewhere; an environment variable's own is not looked at.
 */
export function settingsOf(podSpec: Fields): SettingsSource[] {
  const containers = [
    ...fieldsIn(podSpec.containers),
    ...fieldsIn(podSpec.initContainers),
  ];
  return merged([
    ...containers.flatMap(fromEnvironment),
    ...fieldsIn(podSpec.volumes).flatMap(volume =>
      fromVolume(volume, mountedByPath(containers, volume)),
    ),
    ...fieldsIn(podSpec.imagePullSecrets).flatMap(entry =>
      source('Secret', 'pull', entry.name, [], false),
    ),
  ]);
}

function fromEnvironment(container: Fields): SettingsSource[] {
  return [
    ...fieldsIn(container.env).flatMap(variable => {
      const from = fieldsAt(variable, 'valueFrom');
      return [
        ...fromKey('ConfigMap', fieldsAt(from, 'configMapKeyRef')),
        ...fromKey('Secret', fieldsAt(from, 'secretKeyRef')),
      ];
    }),
    ...fieldsIn(container.envFrom).flatMap(entry => {
      const config = fieldsAt(entry, 'configMapRef');
      const secret = fieldsAt(entry, 'secretRef');
      return [
        ...source('ConfigMap', 'envFrom', config.name, [], config.optional),
        ...source('Secret', 'envFrom', secret.name, [], secret.optional),
      ];
    }),
  ];
}

function fromKey(kind: SettingsSource['kind'], reference: Fields) {
  const { name, key, optional } = reference;
  return source(kind, 'env', name, namesIn([key]), optional);
}

function fromVolume(volume: Fields, subPath: boolean): SettingsSource[] {
  const via = subPath ? 'subPath' : 'volume';
  const parts = [volume, ...fieldsIn(fieldsAt(volume, 'projected').sources)];
  return parts.flatMap(part => {
    const config = fieldsAt(part, 'configMap');
    const secret = fieldsAt(part, 'secret');
    const secretName = secret.secretName ?? secret.name;
    return [
      ...source('ConfigMap', via, config.name, keysOf(config), config.optional),
      ...source('Secret', via, secretName, keysOf(secret), secret.optional),
    ];
  });
}

function keysOf(part: Fields): string[] {
  return fieldsIn(part.items).flatMap(item => nameIn(item.key) ?? []);
}

function mountedByPath(containers: Fields[], volume: Fields): boolean {
  return containers.some(container =>
    fieldsIn(container.volumeMounts).some(
      mount =>
        mount.name === volume.name &&
        (nameIn(mount.subPath) ?? nameIn(mount.subPathExpr)) !== undefined,
    ),
  );
}

function source(
  kind: SettingsSource['kind'],
  via: SettingsSource['via'],
  written: unknown,
  keys: string[],
  optional: unknown,
): SettingsSource[] {
  const name = nameIn(written);
  return name ? [{ kind, name, via, keys, optional: optional === true }] : [];
}

/** One entry for all keys that come from one object in one way. */
function merged(sources: readonly SettingsSource[]): SettingsSource[] {
  const byWay = new Map<string, SettingsSource>();
  for (const entry of sources) {
    const way = `${entry.kind}/${entry.name}/${entry.via}/${entry.optional}`;
    const known = byWay.get(way);
    byWay.set(way, {
      ...entry,
      keys: known ? [...new Set([...known.keys, ...entry.keys])] : entry.keys,
    });
  }
  return [...byWay.values()];
}
