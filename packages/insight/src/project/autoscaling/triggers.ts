import { Edge, Projection } from '../../edge';
import {
  ClusterTriggerAuthenticationRecord,
  ScalerPause,
  ScaleTrigger,
  TriggerAuthenticationFacts,
  TriggerAuthenticationRecord,
} from '../../records/autoscaling';
import { annotation } from '../annotations';
import {
  count,
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  present,
  uuidIn,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, referenceIn, refTo } from '../references';

/**
 * What a scaler listens to. The metadata of a trigger is left out: it may hold
 * connection strings and queries.
 */
export function triggersOf(spec: Fields, namespace: string): ScaleTrigger[] {
  return fieldsIn(spec.triggers).map(trigger =>
    present<ScaleTrigger>({
      type: nameIn(trigger.type) ?? '',
      name: nameIn(trigger.name),
      authentication: referenceIn(trigger.authenticationRef, {
        namespace,
        kind: 'TriggerAuthentication',
        group: 'keda.sh',
      }),
    }),
  );
}

export function triggerEdges(triggers: readonly ScaleTrigger[]): Edge[] {
  return edgesTo(
    'uses',
    triggers.map(({ authentication }) => authentication),
  );
}

/** What the annotations pause; undefined where nothing is. */
export function pauseOf(object: unknown): ScalerPause | undefined {
  const mark = (suffix: string) =>
    annotation(object, `autoscaling.keda.sh/${suffix}`);
  const replicas = mark('paused-replicas');
  const pause = present<ScalerPause>({
    whole: mark('paused') === 'true',
    atReplicas: replicas ? count(Number(replicas)) : undefined,
    in: mark('paused-scale-in') === 'true',
    out: mark('paused-scale-out') === 'true',
  });
  return pause.whole || pause.in || pause.out || pause.atReplicas !== undefined
    ? pause
    : undefined;
}

export function projectTriggerAuthentication(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('TriggerAuthentication', object);
  if (!metadata) {
    return undefined;
  }
  const record: TriggerAuthenticationRecord = {
    ...metadata,
    ...authenticationFacts(object),
  };
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo(
        'uses',
        record.secrets.map(name => refTo('Secret', record.namespace, name)),
      ),
    ],
  };
}

// Its Secrets are in the namespace of the operator, which it does not name.
export function projectClusterTriggerAuthentication(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('ClusterTriggerAuthentication', object);
  if (!metadata) {
    return undefined;
  }
  const record: ClusterTriggerAuthenticationRecord = {
    ...metadata,
    ...authenticationFacts(object),
  };
  return { record, edges: ownerEdges(record) };
}

const SOURCES = [
  'awsSecretManager',
  'azureKeyVault',
  'boundServiceAccountToken',
  'configMapTargetRef',
  'env',
  'filePath',
  'gcpSecretManager',
  'hashiCorpVault',
  'oauth2',
];

function authenticationFacts(object: unknown): TriggerAuthenticationFacts {
  const spec = fieldsAt(object, 'spec');
  const identity = fieldsAt(spec, 'podIdentity');
  return present<TriggerAuthenticationFacts>({
    podIdentity: nameIn(identity.provider),
    identityId: uuidIn(identity.identityId),
    secrets: [
      ...new Set(
        fieldsIn(spec.secretTargetRef).flatMap(
          entry => nameIn(entry.name) ?? [],
        ),
      ),
    ],
    sources: SOURCES.filter(source => Object.hasOwn(spec, source)),
  });
}
