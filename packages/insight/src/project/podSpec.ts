import { Edge } from '../edge';
import {
  ContainerPort,
  PodSpecFacts,
  Toleration,
} from '../records/podTemplates';
import { containersOf } from './containers';
import {
  count,
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  portNumber,
  present,
  reason,
  text,
  textMap,
} from './fields';
import { edgesTo, refTo } from './references';
import { securityContextFacts } from './securityContext';
import { settingsOf } from './settings';

/**
 * What a pod spec asks for, without any value that it sets. Some annotations of the
 * pod say how its containers run.
 */
export function podSpecFacts(
  podSpec: unknown,
  podMetadata?: unknown,
): PodSpecFacts {
  const spec = fieldsAt(podSpec);
  const volumes = fieldsIn(spec.volumes);
  return present<PodSpecFacts>({
    containers: containersOf(spec, fieldsAt(podMetadata, 'annotations')),
    serviceAccount: nameIn(spec.serviceAccountName),
    settings: settingsOf(spec),
    claims: claimsOf(spec),
    secretProviders: volumes.flatMap(
      volume =>
        nameIn(
          fieldsAt(volume, 'csi', 'volumeAttributes').secretProviderClass,
        ) ?? [],
    ),
    localVolumes: (['emptyDir', 'hostPath'] as const).filter(kind =>
      volumes.some(
        // An emptyDir in memory is no disk of the node.
        volume =>
          Object.hasOwn(volume, kind) &&
          fieldsAt(volume, kind).medium !== 'Memory',
      ),
    ),
    nodeSelector: textMap(spec.nodeSelector),
    affinity: affinityOf(fieldsAt(spec, 'affinity')),
    spread: fieldsIn(spec.topologySpreadConstraints).map(constraint =>
      present({
        topologyKey: nameIn(constraint.topologyKey) ?? '',
        whenUnsatisfiable: reason(constraint.whenUnsatisfiable) ?? '',
        maxSkew: count(constraint.maxSkew),
      }),
    ),
    tolerations: fieldsIn(spec.tolerations).map(toleration),
    priorityClass: nameIn(spec.priorityClassName),
    restartPolicy: reason(spec.restartPolicy) ?? 'Always',
    hostNetwork: spec.hostNetwork === true,
    hostNamespaces: orAbsent([
      ...(spec.hostPID === true ? (['pid'] as const) : []),
      ...(spec.hostIPC === true ? (['ipc'] as const) : []),
    ]),
    ownUsers: spec.hostUsers === false || undefined,
    os: reason(fieldsAt(spec, 'os').name),
    context: securityContextFacts(spec.securityContext),
    sysctls: orAbsent(
      fieldsIn(fieldsAt(spec, 'securityContext').sysctls).flatMap(
        ({ name }) => nameIn(name) ?? [],
      ),
    ),
    directVolumes: orAbsent(directVolumesOf(volumes)),
    terminationGraceSeconds: count(spec.terminationGracePeriodSeconds),
  });
}

function orAbsent<Item>(items: Item[]): Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

// The types that are allowed where pod security is `restricted`.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/
const INDIRECT = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral'],
  ...['persistentVolumeClaim', 'projected', 'secret'],
];

function directVolumesOf(volumes: Fields[]) {
  return volumes.flatMap((volume, index) => {
    const types = Object.keys(volume).filter(key => key !== 'name');
    const type = reason(types.find(key => !INDIRECT.includes(key)));
    return type ? [{ index, type }] : [];
  });
}

/** The PersistentVolumeClaims that a pod spec names. */
export function claimsOf(podSpec: Fields): string[] {
  return fieldsIn(podSpec.volumes).flatMap(
    volume => nameIn(fieldsAt(volume, 'persistentVolumeClaim').claimName) ?? [],
  );
}

/** The edges to what a pod spec needs beside its images. */
export function podSpecEdges(facts: PodSpecFacts, namespace: string): Edge[] {
  const mounted = facts.settings.filter(
    ({ via }) => via === 'volume' || via === 'subPath',
  );
  const used = facts.settings.filter(entry => !mounted.includes(entry));
  return [
    ...edgesTo('mounts', [
      ...facts.claims.map(name =>
        refTo('PersistentVolumeClaim', namespace, name),
      ),
      ...facts.secretProviders.map(name =>
        refTo('SecretProviderClass', namespace, name),
      ),
      ...mounted.map(({ kind, name }) => refTo(kind, namespace, name)),
    ]),
    ...edgesTo('uses', [
      ...used.map(({ kind, name }) => refTo(kind, namespace, name)),
      facts.serviceAccount
        ? refTo('ServiceAccount', namespace, facts.serviceAccount)
        : undefined,
    ]),
  ];
}

function affinityOf(affinity: Fields): PodSpecFacts['affinity'] {
  const fields = {
    node: 'nodeAffinity',
    pod: 'podAffinity',
    anti: 'podAntiAffinity',
  };
  return (['node', 'pod', 'anti'] as const).filter(
    kind => Object.keys(fieldsAt(affinity, fields[kind])).length > 0,
  );
}

function toleration(entry: Fields): Toleration {
  return present<Toleration>({
    key: nameIn(entry.key),
    operator: entry.operator === 'Exists' ? 'Exists' : 'Equal',
    value: nameIn(entry.value),
    effect: reason(entry.effect),
  });
}

/**
 * The ports that the containers of a pod spec declare. Init containers count
 * when they keep running beside the others (`restartPolicy: Always`): a named
 * port may be theirs.
 */
export function declaredPorts(podSpec: unknown): ContainerPort[] {
  const { containers, initContainers } = fieldsAt(podSpec);
  const running = [
    ...fieldsIn(containers),
    ...fieldsIn(initContainers).filter(
      container => container.restartPolicy === 'Always',
    ),
  ];
  return running.flatMap(container =>
    fieldsIn(container.ports).flatMap(entry => {
      const port = portNumber(entry.containerPort);
      const name = text(entry.name);
      return port === undefined
        ? []
        : [
            {
              container: text(container.name) ?? '',
              ...(name && { name }),
              port,
              protocol: text(entry.protocol) ?? 'TCP',
            },
          ];
    }),
  );
}
