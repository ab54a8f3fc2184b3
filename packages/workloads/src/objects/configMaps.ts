import type { IConfigMap } from 'kubernetes-models/v1';
import { ConfigMapIntent } from '../intent/configuration';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { configData } from './configData';
import { checksum, shortHash } from './contentHash';
import { metadataFor } from './labels';
import { lean, Manifest } from './Manifest';
import { joinMounts, Mounts, mountsOf } from './settingsMounts';

// The annotation of a client-side apply holds the whole object again, and all
// annotations together take 262,144 bytes at most.
const LARGE = 250_000;

/** The ConfigMaps of an intent. */
export function configMaps(intent: WorkloadIntent): Manifest[] {
  const immutable = intent.configuration.rollout === 'immutable';
  return intent.configuration.maps.map(map => {
    const { data, binaryData } = configData(map);
    const object: IConfigMap & Manifest['object'] = lean({
      apiVersion: 'v1' as const,
      kind: 'ConfigMap' as const,
      metadata: metadataFor(intent, configMapName(intent, map)),
      data,
      binaryData,
      immutable: immutable ? true : undefined,
    });
    const size = JSON.stringify([data, binaryData]).length;
    return {
      object,
      part: map.name,
      comments: [
        ...(immutable
          ? [
              {
                path: ['metadata', 'name'],
                text: 'The name ends in a hash of the content: a change makes a new ConfigMap, and so new pods.',
              },
            ]
          : []),
        ...(size > LARGE
          ? [
              {
                path: ['metadata'],
                text: 'Too large for kubectl apply as it is: use kubectl apply --server-side.',
              },
            ]
          : []),
      ],
    };
  });
}

/** How the pods get at the ConfigMaps. */
export function configMounts(intent: WorkloadIntent): Mounts {
  return joinMounts(
    intent.configuration.maps.map(map =>
      mountsOf(
        'ConfigMap',
        configMapName(intent, map),
        `config-${map.name}`,
        map.use,
      ),
    ),
  );
}

/** Annotations of the pod template that make a change roll the pods. */
export function configChecksum(intent: WorkloadIntent): Record<string, string> {
  const { maps, rollout } = intent.configuration;
  return maps.length > 0 && rollout === 'checksum'
    ? {
        'checksum/config': checksum(
          maps.map(map => [map.name, configData(map)]),
        ),
      }
    : {};
}

function configMapName(intent: WorkloadIntent, map: ConfigMapIntent): string {
  const name = `${intent.name}-${map.name}`;
  return intent.configuration.rollout === 'immutable'
    ? `${name}-${shortHash(configData(map))}`
    : name;
}
