import type {
  IEnvFromSource,
  IEnvVar,
  IVolume,
  IVolumeMount,
} from 'kubernetes-models/v1';
import { UseIntent } from '../intent/configuration';

/** What a pod needs in order to get at its settings and files. */
export interface Mounts {
  env: IEnvVar[];
  envFrom: IEnvFromSource[];
  volumes: IVolume[];
  mounts: IVolumeMount[];
}

export const NO_MOUNTS: Mounts = {
  env: [],
  envFrom: [],
  volumes: [],
  mounts: [],
};

/** All of several. */
export function joinMounts(parts: readonly Mounts[]): Mounts {
  return {
    env: parts.flatMap(({ env }) => env),
    envFrom: parts.flatMap(({ envFrom }) => envFrom),
    volumes: parts.flatMap(({ volumes }) => volumes),
    mounts: parts.flatMap(({ mounts }) => mounts),
  };
}

/** A ConfigMap or Secret as variables or files. */
export function mountsOf(
  kind: 'ConfigMap' | 'Secret',
  name: string,
  volume: string,
  use: UseIntent,
): Mounts {
  switch (use.as) {
    case 'variables':
      return {
        ...NO_MOUNTS,
        env: Object.keys(use.variables)
          .sort()
          .map(variable => {
            const reference = { name, key: use.variables[variable] };
            return {
              name: variable,
              valueFrom:
                kind === 'ConfigMap'
                  ? { configMapKeyRef: reference }
                  : { secretKeyRef: reference },
            };
          }),
      };
    case 'all-variables':
      return {
        ...NO_MOUNTS,
        envFrom: [
          {
            ...(use.prefix ? { prefix: use.prefix } : {}),
            ...(kind === 'ConfigMap'
              ? { configMapRef: { name } }
              : { secretRef: { name } }),
          },
        ],
      };
    default:
      return {
        ...NO_MOUNTS,
        volumes: [
          {
            name: volume,
            ...(kind === 'ConfigMap'
              ? { configMap: { name } }
              : { secret: { secretName: name } }),
          },
        ],
        mounts: [
          use.as === 'file'
            ? {
                name: volume,
                mountPath: use.mountPath,
                subPath: use.key,
                readOnly: true,
              }
            : { name: volume, mountPath: use.mountPath, readOnly: true },
        ],
      };
  }
}
