import { LabelSelector, matchesLabels } from '../labelSelector';
import { IngressClassRecord, IngressRecord } from '../records/ingress';
import {
  EndpointSliceRecord,
  ServicePort,
  ServiceRecord,
} from '../records/networking';
import { PodRecord } from '../records/pods';
import { DeploymentRecord } from '../records/workloads';
import { RecordSet } from '../RecordSet';
import { PathAdmission, pathAdmissionOf } from '../policies/pathAdmission';
import { Entrance, entrancePorts, entranceServiceOf } from './Entrance';
import { stackSubjectOf } from './pathStack';
import { Route, ServiceBackend, SharedRoute } from './Route';

/**
 * What ways in have in common that one object opens at one listener to one port
 * of a Service: all but the host name and the paths under it.
 */
export interface SharedPath {
  route: SharedRoute;
  /** Whether what stands in the Service's namespace is kept from the caller. */
  hidden: boolean;
  /** The class of the route's Ingress. */
  ingressClass?: IngressClassRecord;
  service?: ServiceRecord;
  /** The Service's port that the route names. */
  port?: ServicePort;
  slices: readonly EndpointSliceRecord[];
  /** Pods behind the Service that are to stay: neither ending nor finished. */
  pods: readonly PodRecord[];
  /** Deployments whose pods the Service selects, or would. */
  workloads: readonly DeploymentRecord[];
  /** Where the traffic enters the cluster, as far as that is known. */
  entrance?: Entrance;
  /** What NetworkPolicies bar, where they bar something. */
  admission?: PathAdmission;
}

/** A route and what it leads to, as far as records tell. Rules judge it. */
export interface ExposurePath extends SharedPath {
  route: Route;
  /** The same for every route that it serves. */
  shared: SharedPath;
}

type Backend = Pick<SharedPath, 'service' | 'slices' | 'pods' | 'workloads'>;

/**
 * Follows routes to their pods. What several have in common is looked up once,
 * however many host names there are.
 */
export class RouteFollower {
  readonly #records: RecordSet;
  readonly #isReadable: (namespace: string) => boolean;
  readonly #backends = new Map<string, Backend>();
  readonly #shared = new Map<object, Map<string, SharedPath>>();

  constructor(records: RecordSet, isReadable: (namespace: string) => boolean) {
    this.#records = records;
    this.#isReadable = isReadable;
  }

  follow(route: Route): ExposurePath {
    const { record, attachment, backend, tls } = route;
    const opener = attachment ?? record;
    const known = this.#shared.get(opener) ?? new Map<string, SharedPath>();
    this.#shared.set(opener, known);
    const key = JSON.stringify([backend, tls]);
    const shared = known.get(key) ?? this.#follow(route);
    known.set(key, shared);
    return { ...shared, route, shared };
  }

  #follow({ record, attachment, backend, tls, addresses }: Route): SharedPath {
    const behind = this.#behind(backend.namespace, backend.service);
    const path: SharedPath = {
      route: { record, attachment, backend, tls, addresses },
      hidden: !this.#isReadable(backend.namespace),
      ingressClass:
        record.kind === 'Ingress' ? classOf(record, this.#records) : undefined,
      port: behind.service && portOf(behind.service, backend),
      ...behind,
    };
    const whole = { ...path, entrance: this.#entranceOf(path) };
    return { ...whole, admission: pathAdmissionOf(whole, this.#records) };
  }

  #entranceOf(path: SharedPath): Entrance | undefined {
    const { route } = path;
    const service = entranceServiceOf(
      route,
      stackSubjectOf(path),
      this.#records,
    );
    if (!service) {
      return undefined;
    }
    const { slices, pods } = this.#behind(service.namespace, service.name);
    return { service, ports: entrancePorts(route, service), slices, pods };
  }

  #behind(namespace: string, name: string): Backend {
    const key = `${namespace}/${name}`;
    const backend =
      this.#backends.get(key) ?? backendOf(namespace, name, this.#records);
    this.#backends.set(key, backend);
    return backend;
  }
}

function backendOf(
  namespace: string,
  name: string,
  records: RecordSet,
): Backend {
  const service = records.get({ kind: 'Service', namespace, name });
  const selector = service?.selector;
  const slices = service ? records.slicesOf(service) : [];
  return {
    service,
    slices,
    pods: (selector
      ? records.matching('Pod', namespace, selector)
      : podsOf(slices, records)
    ).filter(isToStay),
    workloads: selector ? workloadsOf(namespace, selector, records) : [],
  };
}

// Where no class is named, controllers take the default one's Ingresses. The old
// annotation may name a class or, as Application Gateway's does, a controller.
function classOf(
  { className, legacyClass }: IngressRecord,
  records: RecordSet,
): IngressClassRecord | undefined {
  const name = className ?? legacyClass;
  if (name === undefined) {
    return records.of('IngressClass').find(({ isDefault }) => isDefault);
  }
  return (
    records.get({ kind: 'IngressClass', namespace: '', name }) ??
    (className === undefined
      ? records
          .of('IngressClass')
          .find(({ controller }) => controller === legacyClass)
      : undefined)
  );
}

function portOf(
  service: ServiceRecord,
  { portName, portNumber }: ServiceBackend,
): ServicePort | undefined {
  return portName === undefined
    ? service.ports.find(({ port }) => port === portNumber)
    : service.ports.find(({ name }) => name === portName);
}

function podsOf(
  slices: readonly EndpointSliceRecord[],
  records: RecordSet,
): PodRecord[] {
  const pods = slices.flatMap(({ namespace, endpoints }) =>
    endpoints.flatMap(
      ({ pod }) =>
        (pod && records.get({ kind: 'Pod', namespace, name: pod })) || [],
    ),
  );
  return [...new Set(pods)];
}

function workloadsOf(
  namespace: string,
  selector: LabelSelector,
  records: RecordSet,
): DeploymentRecord[] {
  return records
    .of('Deployment', namespace)
    .filter(({ templateLabels }) => matchesLabels(selector, templateLabels));
}

function isToStay({ deletedAt, phase }: PodRecord): boolean {
  return deletedAt === undefined && phase !== 'Succeeded' && phase !== 'Failed';
}
