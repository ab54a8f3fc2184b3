import { ContainerSecurity, ContainerSpec } from '../records/podTemplates';
import {
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  portNumber,
  present,
  quantities,
  text,
  texts,
} from './fields';
import { imageIn } from './images';
import { securityContextFacts } from './securityContext';

const PROBES = ['liveness', 'readiness', 'startup'] as const;

// https://kubernetes.io/docs/tutorials/security/apparmor/: from before 1.30.
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/** What a pod spec says of its containers, those that only start it included. */
export function containersOf(
  podSpec: Fields,
  annotations: Fields = {},
): ContainerSpec[] {
  return [
    ...fieldsIn(podSpec.initContainers).map(container =>
      containerSpec(
        container,
        container.restartPolicy === 'Always' ? 'beside' : 'once',
        podSpec,
        annotations,
      ),
    ),
    ...fieldsIn(podSpec.containers).map(container =>
      containerSpec(container, 'main', podSpec, annotations),
    ),
  ];
}

/** What a container asks for and may use at most. */
export function resourcesOf(container: Fields) {
  return {
    container: nameIn(container.name) ?? '',
    requests: quantities(fieldsAt(container, 'resources').requests),
    limits: quantities(fieldsAt(container, 'resources').limits),
  };
}

function containerSpec(
  container: Fields,
  runs: ContainerSpec['runs'],
  podSpec: Fields,
  annotations: Fields,
): ContainerSpec {
  const hostFields = hostFieldsOf(container);
  return present<ContainerSpec>({
    ...resourcesOf(container),
    runs,
    image: imageIn(container.image),
    probes: PROBES.filter(
      probe => Object.keys(fieldsAt(container, `${probe}Probe`)).length > 0,
    ),
    hostPorts: fieldsIn(container.ports).flatMap(
      port => portNumber(port.hostPort) ?? [],
    ),
    preStop:
      Object.keys(fieldsAt(container, 'lifecycle', 'preStop')).length > 0,
    security: securityOf(container, podSpec),
    context: securityContextFacts(container.securityContext),
    appArmorAnnotation: nameIn(annotations[`${APP_ARMOR}${container.name}`]),
    hostFields: hostFields.length > 0 ? hostFields : undefined,
  });
}

const HANDLERS = [
  ...PROBES.map(probe => [`${probe}Probe`]),
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

function hostFieldsOf(container: Fields): string[] {
  return HANDLERS.flatMap(path =>
    ['httpGet', 'tcpSocket']
      .map(action => [...path, action])
      .filter(action => text(fieldsAt(container, ...action).host))
      .map(action => `${action.join('.')}.host`),
  );
}

// A container's own word comes before the pod's; what neither says has the
// default of Kubernetes, which is the less safe one throughout.
function securityOf(container: Fields, podSpec: Fields): ContainerSecurity {
  const own = fieldsAt(container, 'securityContext');
  const pod = fieldsAt(podSpec, 'securityContext');
  const seccomp = fieldsAt(own, 'seccompProfile').type;
  const privileged = own.privileged === true;
  return {
    privileged,
    nonRoot: (own.runAsNonRoot ?? pod.runAsNonRoot) === true,
    mayEscalate: privileged || own.allowPrivilegeEscalation !== false,
    readOnlyRoot: own.readOnlyRootFilesystem === true,
    dropsAll: texts(fieldsAt(own, 'capabilities').drop).includes('ALL'),
    seccomp: ['RuntimeDefault', 'Localhost'].includes(
      String(seccomp ?? fieldsAt(pod, 'seccompProfile').type),
    ),
  };
}
