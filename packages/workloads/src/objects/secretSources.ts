import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import { SecretIntent } from '../intent/configuration';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { yamlDocument, yamlText } from '../text/yamlText';
import { shortHash } from './contentHash';
import { metadataFor } from './labels';
import { Comment, lean, Manifest } from './Manifest';
import { joinMounts, Mounts, mountsOf } from './settingsMounts';

type KeyVaultIntent = Extract<SecretIntent, { source: 'key-vault' }>;
type ExternalIntent = Extract<SecretIntent, { source: 'external-secret' }>;

// https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath
const SINGLE_FILE =
  'A file that is mounted by itself keeps what it held when the pod started: restart the pods after a rotation.';

/** The objects that bring secrets to the pods. Never a Secret with a value. */
export function secretSources(intent: WorkloadIntent): Manifest[] {
  return intent.secrets.flatMap(secret => {
    switch (secret.source) {
      case 'key-vault':
        return [secretProviderClass(intent, secret)];
      case 'external-secret':
        return [externalSecret(intent, secret)];
      default:
        return [];
    }
  });
}

/** How the pods get at their secrets. */
export function secretMounts(intent: WorkloadIntent): Mounts {
  return joinMounts(
    intent.secrets.map(secret => {
      const volume = `secret-${volumeSuffix(secret.name)}`;
      switch (secret.source) {
        case 'key-vault':
          return keyVaultMounts(intent, secret, volume);
        case 'external-secret':
          return mountsOf(
            'Secret',
            targetName(intent, secret),
            volume,
            secret.use,
          );
        default:
          return mountsOf('Secret', secret.name, volume, secret.use);
      }
    }),
  );
}

// A Secret may be called what no volume may.
function volumeSuffix(name: string): string {
  return /^[a-z0-9-]{1,50}$/.test(name) ? name : shortHash(name);
}

/** The name of what is made for a source, and of its Secret. */
function targetName(intent: WorkloadIntent, secret: { name: string }): string {
  return `${intent.name}-${secret.name}`;
}

function needsSecret({ use }: KeyVaultIntent): boolean {
  return use.as === 'variables' || use.as === 'all-variables';
}

// The driver has no package of models. Its fields:
// https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/configurations/identity-access-modes/workload-identity-mode/,
// read 2026-11-24. The provider still takes tenantId, but calls it deprecated:
// https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/857.
function secretProviderClass(
  intent: WorkloadIntent,
  secret: KeyVaultIntent,
): Manifest {
  const { vault, tenantId, objects } = secret;
  const name = targetName(intent, secret);
  const array = objects.map(({ name: objectName, type, key }) =>
    yaml({ objectName, objectType: type, objectAlias: key }),
  );
  const object = {
    apiVersion: 'secrets-store.csi.x-k8s.io/v1',
    kind: 'SecretProviderClass',
    metadata: metadataFor(intent, name),
    spec: lean({
      provider: 'azure',
      parameters: {
        clientID: intent.identity?.clientId ?? '',
        keyvaultName: vault,
        objects: yaml({ array }),
        tenantID: tenantId,
        usePodIdentity: 'false',
      },
      secretObjects: needsSecret(secret)
        ? [
            {
              secretName: name,
              type: 'Opaque',
              data: objects.map(({ key }) => ({ objectName: key, key })),
            },
          ]
        : [],
    }),
  };
  return {
    object,
    part: secret.name,
    comments: [
      ...(needsSecret(secret)
        ? [
            {
              path: ['spec', 'secretObjects'],
              text: 'The Secret exists only while a pod mounts this class. Variables keep the value that the pod started with: restart the pods after a rotation.',
            },
          ]
        : []),
      ...(secret.use.as === 'file'
        ? [{ path: ['spec', 'parameters'], text: SINGLE_FILE }]
        : []),
    ],
  };
}

function keyVaultMounts(
  intent: WorkloadIntent,
  secret: KeyVaultIntent,
  volume: string,
): Mounts {
  const name = targetName(intent, secret);
  const { use } = secret;
  const variables = needsSecret(secret)
    ? mountsOf('Secret', name, volume, use)
    : joinMounts([]);
  return {
    ...variables,
    volumes: [
      {
        name: volume,
        csi: {
          driver: 'secrets-store.csi.k8s.io',
          readOnly: true,
          volumeAttributes: { secretProviderClass: name },
        },
      },
    ],
    // Mounted also where only variables are used: without a mount the driver
    // makes no Secret.
    mounts: [
      use.as === 'file'
        ? {
            name: volume,
            mountPath: use.mountPath,
            subPath: use.key,
            readOnly: true,
          }
        : {
            name: volume,
            mountPath: use.as === 'files' ? use.mountPath : secret.mountPath,
            readOnly: true,
          },
    ],
  };
}

function externalSecret(
  intent: WorkloadIntent,
  secret: ExternalIntent,
): Manifest {
  const name = targetName(intent, secret);
  const object: IExternalSecret & Manifest['object'] = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: metadataFor(intent, name),
    spec: {
      refreshInterval: secret.refreshInterval,
      secretStoreRef: { name: secret.store.name, kind: secret.store.kind },
      target: { name, creationPolicy: 'Owner' },
      data: secret.keys.map(({ key, remote, property }) => ({
        secretKey: key,
        remoteRef: lean({ key: remote, property }),
      })),
    },
  };
  return {
    object,
    part: secret.name,
    comments: refreshComment(secret),
  };
}

function refreshComment({ use }: ExternalIntent): Comment[] {
  const path = ['spec', 'refreshInterval'];
  switch (use.as) {
    case 'files':
      return [];
    case 'file':
      return [{ path, text: `Renews the Secret. ${SINGLE_FILE}` }];
    default:
      return [
        {
          path,
          text: 'Renews the Secret. Variables keep the value that a pod started with: restart the pods after a rotation.',
        },
      ];
  }
}

function yaml(value: object): string {
  return yamlText(yamlDocument(value));
}
