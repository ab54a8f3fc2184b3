import { sameJson } from '../objects/equality';
import { EndpointSlice, Node, Pod, Service } from '../objects/workloads';
import { Controller, keyOf } from './Controller';
import { ControllerContext } from './ControllerContext';
import { endpointGroups, EndpointGroup, selectsPod } from './endpointGroups';
import { ENDPOINT_SLICES, NODES, PODS, SERVICES, storeName } from './resources';

const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
const CONTROLLER = 'endpointslice-controller.k8s.io';
const SERVICE_NAME = 'kubernetes.io/service-name';
const TRIGGER_TIME = 'endpoints.kubernetes.io/last-change-trigger-time';

/** Keeps the EndpointSlices of Services that select pods. */
export const endpointSliceController: Controller = {
  name: 'kube-controller-manager',
  concerns(event, context) {
    if (event.resource === storeName(PODS)) {
      const { namespace } = event.object.metadata;
      return context
        .list<Service>(SERVICES, namespace)
        .filter(
          service =>
            selectsPod(service, event.object) ||
            (event.previous && selectsPod(service, event.previous)),
        )
        .map(({ metadata }) => `${namespace}/${metadata.name}`);
    }
    if (event.resource === storeName(ENDPOINT_SLICES)) {
      const { namespace, labels } = event.object.metadata;
      const service = labels?.[SERVICE_NAME];
      return service ? [`${namespace}/${service}`] : [];
    }
    return keyOf(event, storeName(SERVICES));
  },
  reconcile(key, context) {
    const service = context.find<Service>(SERVICES, key);
    const [namespace, name] = key.split('/');
    const present = slicesOf(context, namespace, name);
    if (!service || service.metadata.deletionTimestamp) {
      present.forEach(slice => context.delete(ENDPOINT_SLICES, slice));
      return;
    }
    if (!service.spec.selector || service.spec.type === 'ExternalName') {
      return;
    }
    const pods = context
      .list<Pod>(PODS, namespace)
      .filter(pod => selectsPod(service, pod));
    const groups = endpointGroups(service, pods, pod => zoneOf(context, pod));
    bringInLine(context, service, groups, present);
  },
};

function slicesOf(
  context: ControllerContext,
  namespace: string,
  service: string,
): EndpointSlice[] {
  return context
    .list<EndpointSlice>(ENDPOINT_SLICES, namespace)
    .filter(
      ({ metadata }) =>
        metadata.labels?.[SERVICE_NAME] === service &&
        metadata.labels[MANAGED_BY] === CONTROLLER,
    );
}

// The node knows its zone; without the node, the pod's own label tells it.
function zoneOf(context: ControllerContext, pod: Pod): string | undefined {
  const label = 'topology.kubernetes.io/zone';
  const node = context.find<Node>(NODES, pod.spec.nodeName ?? '');
  return node?.metadata.labels?.[label] ?? pod.metadata.labels?.[label];
}

function bringInLine(
  context: ControllerContext,
  service: Service,
  groups: EndpointGroup[],
  present: EndpointSlice[],
): void {
  const unused = [...present];
  const take = (matches: (slice: EndpointSlice) => boolean) => {
    const at = unused.findIndex(matches);
    return at < 0 ? undefined : unused.splice(at, 1)[0];
  };
  for (const group of groups) {
    // A slice keeps its ports; an empty one can take any.
    const slice =
      take(({ ports }) => sameJson(ports ?? [], group.ports ?? [])) ??
      take(({ endpoints }) => !endpoints?.length);
    if (slice) {
      rewrite(context, service, slice, group);
    } else {
      add(context, service, group);
    }
  }
  unused.forEach(slice => context.delete(ENDPOINT_SLICES, slice));
}

function labelsFor({ metadata, spec }: Service): Record<string, string> {
  return {
    ...metadata.labels,
    [MANAGED_BY]: CONTROLLER,
    [SERVICE_NAME]: metadata.name,
    ...(spec.clusterIP === 'None' && {
      'service.kubernetes.io/headless': '',
    }),
  };
}

function add(
  context: ControllerContext,
  service: Service,
  { endpoints, ports }: EndpointGroup,
): void {
  const { name, namespace } = service.metadata;
  context.create<EndpointSlice>(ENDPOINT_SLICES, namespace, {
    metadata: {
      generateName: `${name}-`,
      labels: labelsFor(service),
      annotations: { [TRIGGER_TIME]: context.now() },
      ownerReferences: [context.ownerReference(SERVICES, service)],
    },
    addressType: 'IPv4',
    endpoints,
    ports,
  });
}

function rewrite(
  context: ControllerContext,
  service: Service,
  slice: EndpointSlice,
  { endpoints, ports }: EndpointGroup,
): void {
  const labels = labelsFor(service);
  const inOrder = keepOrder(endpoints, slice.endpoints);
  if (
    sameJson(slice.endpoints ?? [], inOrder ?? []) &&
    sameJson(slice.ports ?? [], ports ?? []) &&
    sameJson(slice.metadata.labels, labels)
  ) {
    return;
  }
  context.update<EndpointSlice>(ENDPOINT_SLICES, slice, current => ({
    ...current,
    metadata: {
      ...current.metadata,
      labels,
      annotations: {
        ...current.metadata.annotations,
        [TRIGGER_TIME]: context.now(),
      },
    },
    endpoints: inOrder,
    ports,
  }));
}

// An endpoint that stays keeps its place, so that little changes.
function keepOrder(
  wanted: EndpointSlice['endpoints'],
  present: EndpointSlice['endpoints'],
): EndpointSlice['endpoints'] {
  const place = new Map(
    (present ?? []).map(({ targetRef }, index) => [targetRef?.uid, index]),
  );
  return (
    wanted &&
    [...wanted].sort(
      (left, right) =>
        (place.get(left.targetRef.uid) ?? Infinity) -
          (place.get(right.targetRef.uid) ?? Infinity) || 0,
    )
  );
}
