import { RecordKind } from '../record';
import { refOf } from '../RecordSet';
import { counted } from '../rules/words';
import { endpointsOf } from './endpointCount';
import { ServiceRecord } from '../records/networking';
import { SharedPath } from './ExposurePath';
import { externalTarget } from './externalTarget';
import { HopFacts } from './HopFacts';
import { countPods } from './podCount';
import { backendLabel } from './Route';

export function endpointsFacts(
  path: SharedPath,
  knows: (kind: RecordKind) => boolean,
): HopFacts {
  const { service, slices } = path;
  if (path.hidden) {
    return notVisible(path);
  }
  if (service?.type === 'ExternalName') {
    return externalFacts(service);
  }
  if (!service || !knows('EndpointSlice')) {
    return { subject: 'not known', status: 'not known', evidence: [] };
  }
  const { all, ready } = endpointsOf(path);
  return {
    ...(slices[0] && { object: refOf(slices[0]) }),
    subject: `${ready.length} of ${all.length} ready`,
    status: 'ready',
    evidence: slices.slice(0, 5).map(slice => ({
      object: refOf(slice),
      field: 'endpoints[].conditions.ready',
      value: `${slice.endpoints.filter(endpoint => endpoint.ready).length} of ${
        slice.endpoints.length
      } true`,
    })),
  };
}

function externalFacts(service: ServiceRecord): HopFacts {
  const target = externalTarget(service);
  if (target && 'service' in target) {
    const { namespace, name } = target.service;
    return {
      object: { kind: 'Service', namespace, name },
      subject: `Service ${namespace}/${name}`,
      status: 'another Service',
      evidence: [],
      open: `it is another name for the Service ${namespace}/${name}, which is not followed`,
    };
  }
  const host = target?.host ?? 'another name';
  return {
    subject: host,
    status: 'outside the cluster',
    evidence: [],
    open: `it leads out of the cluster to ${host}, which is not looked at`,
  };
}

export function podsFacts(
  path: SharedPath,
  knows: (kind: RecordKind) => boolean,
): HopFacts {
  if (path.hidden) {
    return notVisible(path);
  }
  if (!path.service || !knows('Pod')) {
    return { subject: 'not known', status: 'not known', evidence: [] };
  }
  const { pods, workloads } = path;
  const { ready, wanted } = countPods(path);
  const zones = new Set(
    endpointsOf(path).ready.flatMap(({ zone }) => zone ?? []),
  );
  const running =
    ready.length === wanted
      ? `${ready.length} running`
      : `${ready.length} of ${wanted} ready`;
  const object = workloads[0] ?? pods[0];
  return {
    ...(object && { object: refOf(object) }),
    subject:
      zones.size > 0 ? `${running} · ${counted(zones.size, 'zone')}` : running,
    status: pods.length > 0 ? 'healthy' : 'none selected',
    evidence: workloads.flatMap(workload => [
      {
        object: refOf(workload),
        field: 'spec.replicas',
        value: `${workload.replicas}`,
      },
      {
        object: refOf(workload),
        field: 'status.readyReplicas',
        value: `${workload.readyReplicas}`,
      },
    ]),
    ...openReach(path, knows),
  };
}

function openReach(
  { pods, workloads, admission }: SharedPath,
  knows: (kind: RecordKind) => boolean,
): Pick<HopFacts, 'status' | 'open'> | undefined {
  if (pods.length === 0) {
    return workloads.length === 0
      ? { status: 'none selected', open: 'the Service selects no pod' }
      : undefined;
  }
  if (!admission || admission.unknown.length === 0 || !knows('NetworkPolicy')) {
    return undefined;
  }
  const [policy] = admission.policies;
  return {
    status: 'a NetworkPolicy may cut them off',
    open: `whether the NetworkPolicy ${policy.name} lets ${admission.source.name} in hangs on labels or addresses that the portal does not know`,
  };
}

function notVisible({ route }: SharedPath): HopFacts {
  return {
    subject: 'not known',
    status: 'not visible to you',
    evidence: [],
    open: `what stands behind ${backendLabel(route)} is not visible to you`,
  };
}
