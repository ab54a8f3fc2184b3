import { Labels } from '../labelSelector';
import { Quantities, RecordBase } from './base';

/** @public */
export interface ContainerPort {
  container: string;
  name?: string;
  port: number;
  protocol: string;
}

/**
 * Where an image comes from. The tag is kept as a version only where it reads
 * like one.
 *
 * @public
 */
export interface ImageFacts {
  /** Absent where the image names none, which means Docker Hub. */
  registry?: string;
  repository: string;
  version?: string;
  pinned: 'digest' | 'tag' | 'latest';
}

/**
 * What the security context lets a container do, the pod's own counted in.
 *
 * @public
 */
export interface ContainerSecurity {
  privileged: boolean;
  nonRoot: boolean;
  mayEscalate: boolean;
  readOnlyRoot: boolean;
  dropsAll: boolean;
  seccomp: boolean;
}

/**
 * What a security context itself says of the facts that levels of pod security ask
 * for. What it does not say is absent.
 *
 * @public
 */
export interface SecurityContextFacts {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  /** The type of the seccomp profile, such as `RuntimeDefault`. */
  seccomp?: string;
  /** The type of the AppArmor profile. */
  appArmor?: string;
  seLinuxType?: string;
  /** Which of the options `user` and `role` it sets. */
  seLinuxOptions?: ('user' | 'role')[];
  /** A process of the Windows host itself. */
  hostProcess?: true;
  procMount?: string;
  /** Capabilities that are added, such as `NET_ADMIN`. */
  adds?: string[];
}

/** @public */
export interface ContainerResources {
  container: string;
  requests: Quantities;
  limits: Quantities;
}

/** @public */
export interface ContainerSpec extends ContainerResources {
  /** `once` runs before the others start, `beside` keeps running with them. */
  runs: 'main' | 'beside' | 'once';
  image?: ImageFacts;
  probes: ('liveness' | 'readiness' | 'startup')[];
  hostPorts: number[];
  preStop: boolean;
  security: ContainerSecurity;
  /** What its own security context says; absent where that says nothing. */
  context?: SecurityContextFacts;
  /** The AppArmor profile that an annotation of the pod gives it. */
  appArmorAnnotation?: string;
  /**
   * Fields of probes and hooks that name a host other than the pod, such as
   * `livenessProbe.httpGet.host`.
   */
  hostFields?: string[];
}

/**
 * A ConfigMap or Secret that a pod takes its settings from, by name.
 *
 * @public
 */
export interface SettingsSource {
  kind: 'ConfigMap' | 'Secret';
  name: string;
  /** A `subPath` mount is never refreshed, a whole volume is. */
  via: 'env' | 'envFrom' | 'volume' | 'subPath' | 'pull';
  /** The keys asked for; empty for all. */
  keys: string[];
  optional: boolean;
}

/** @public */
export interface Toleration {
  /** Absent where every taint is tolerated. */
  key?: string;
  operator: 'Equal' | 'Exists';
  value?: string;
  /** Absent where every effect is meant. */
  effect?: string;
}

/** @public */
export interface SpreadConstraint {
  topologyKey: string;
  whenUnsatisfiable: string;
  maxSkew?: number;
}

/**
 * What a pod spec asks for.
 *
 * @public
 */
export interface PodSpecFacts {
  containers: ContainerSpec[];
  serviceAccount?: string;
  settings: SettingsSource[];
  /** Names of PersistentVolumeClaims. */
  claims: string[];
  /** Names of SecretProviderClasses that are mounted. */
  secretProviders: string[];
  /** Kinds of volumes that stay on the node. */
  localVolumes: ('emptyDir' | 'hostPath')[];
  nodeSelector: Labels;
  affinity: ('node' | 'pod' | 'anti')[];
  spread: SpreadConstraint[];
  tolerations: Toleration[];
  priorityClass?: string;
  restartPolicy: string;
  hostNetwork: boolean;
  /** The namespaces of processes that it shares with its node. */
  hostNamespaces?: ('pid' | 'ipc')[];
  /** True for pods in a user namespace of their own (`hostUsers: false`). */
  ownUsers?: true;
  /** The system that it says it is for: `linux` or `windows`. */
  os?: string;
  /** What the pod's own security context says; absent where that says nothing. */
  context?: SecurityContextFacts;
  /** Names of kernel parameters that it sets. */
  sysctls?: string[];
  /**
   * Volumes that reach into the node or another system without a claim, by their
   * place among the volumes and their type, such as `hostPath` or `nfs`.
   */
  directVolumes?: { index: number; type: string }[];
  terminationGraceSeconds?: number;
}

/**
 * What every workload with a pod template has.
 *
 * @public
 */
export interface PodTemplateRecord<Kind extends string>
  extends RecordBase<Kind> {
  templateLabels: Labels;
  templatePorts: ContainerPort[];
  template: PodSpecFacts;
}
