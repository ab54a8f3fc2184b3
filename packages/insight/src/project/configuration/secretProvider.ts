import { Projection } from '../../edge';
import {
  SecretProviderClassPodStatusRecord,
  SecretProviderClassRecord,
} from '../../records/configuration';
import { Fields, fieldsAt, fieldsIn, nameIn, present, uuidIn } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, refTo } from '../references';

export function projectSecretProviderClass(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('SecretProviderClass', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const parameters = fieldsAt(spec, 'parameters');
  const workloadId = uuidIn(parameters.clientID);
  const record: SecretProviderClassRecord = present({
    ...metadata,
    provider: nameIn(spec.provider) ?? '',
    keyVault: nameIn(parameters.keyvaultName),
    tenantId: uuidIn(parameters.tenantId),
    identity: identityOf(parameters),
    clientId: workloadId ?? uuidIn(parameters.userAssignedIdentityID),
    secrets: fieldsIn(spec.secretObjects).flatMap(secretIn),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo(
        'uses',
        record.secrets.map(({ name }) =>
          refTo('Secret', record.namespace, name),
        ),
      ),
    ],
  };
}

export function projectSecretProviderClassPodStatus(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('SecretProviderClassPodStatus', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const status = fieldsAt(object, 'status');
  const pod = nameIn(status.podName);
  const secretProvider = nameIn(status.secretProviderClassName);
  const record: SecretProviderClassPodStatusRecord = present({
    ...metadata,
    pod,
    secretProvider,
    mounted: status.mounted === true,
    objects: fieldsIn(status.objects).length,
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo('about', [pod ? refTo('Pod', namespace, pod) : undefined]),
      ...edgesTo('uses', [
        secretProvider
          ? refTo('SecretProviderClass', namespace, secretProvider)
          : undefined,
      ]),
    ],
  };
}

// The provider takes the flags as texts.
function identityOf(parameters: Fields): SecretProviderClassRecord['identity'] {
  if (parameters.useVMManagedIdentity === 'true') {
    return 'managed';
  }
  if (parameters.usePodIdentity === 'true') {
    return 'pod';
  }
  return uuidIn(parameters.clientID) ? 'workload' : 'unknown';
}

function secretIn(entry: Fields): SecretProviderClassRecord['secrets'] {
  const name = nameIn(entry.secretName);
  return name
    ? [
        {
          name,
          type: nameIn(entry.type) ?? 'Opaque',
          keys: fieldsIn(entry.data).flatMap(item => nameIn(item.key) ?? []),
        },
      ]
    : [];
}
