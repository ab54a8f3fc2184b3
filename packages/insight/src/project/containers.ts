import { ContainerSecurity, ContainerSpec } from '../records/podTemplates';
import {
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  portNumber,
  present,
  quantities,
  texts,
} from './fields';
import { imageIn } from './images';

const PROBES = ['liveness', 'readiness', 'startup'] as const;

/** What a pod spec says of its containers, those that only start it included. */
export function containersOf(podSpec: Fields): ContainerSpec[] {
  return [
    ...fieldsIn(podSpec.initContainers).map(container =>
      containerSpec(
        container,
        container.restartPolicy === 'Always' ? 'beside' : 'once',
        podSpec,
      ),
    ),
    ...fieldsIn(podSpec.containers).map(container =>
      containerSpec(container, 'main', podSpec),
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
): ContainerSpec {
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
  });
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
