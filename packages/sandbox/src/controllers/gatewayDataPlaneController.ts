import { Gateway } from '../objects/gateways';
import { KubernetesObject } from '../objects/KubernetesObject';
import { sameJson } from '../objects/equality';
import { Service } from '../objects/workloads';
import { Controller, keyOf } from './Controller';
import { ControllerContext, Resource } from './ControllerContext';
import {
  controllerOf,
  dataPlaneName,
  GATEWAY_CLASSES,
  gatewayObjects,
  GATEWAYS,
  ISTIO,
} from './gatewayResources';
import {
  DEPLOYMENTS,
  HORIZONTAL_POD_AUTOSCALERS,
  POD_DISRUPTION_BUDGETS,
  SERVICE_ACCOUNTS,
  SERVICES,
  storeName,
} from './resources';

// What a proxy answers itself: probes and metrics.
const STATUS_PORT = 15021;

/**
 * Makes the proxies of each Gateway that Istio's controller serves, as
 * application routing's Gateway API does: a Deployment of two to five pods, a
 * Service of type LoadBalancer with the annotations of `spec.infrastructure`,
 * a PodDisruptionBudget, in the Gateway's namespace. (Names and labels as in
 * Istio's template kube-gateway.yaml, 2026; the number of pods as in the docs
 * of the add-on, from memory.)
 */
export const gatewayDataPlaneController: Controller = {
  name: 'istiod',
  concerns(event, context) {
    return event.resource === storeName(GATEWAY_CLASSES)
      ? gatewayObjects(context).gateways.map(
          ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
        )
      : keyOf(event, storeName(GATEWAYS));
  },
  reconcile(key, context) {
    const objects = gatewayObjects(context);
    const gateway = objects.gateways.find(
      ({ metadata }) => `${metadata.namespace}/${metadata.name}` === key,
    );
    if (
      !gateway ||
      context.isHeld(gateway) ||
      gateway.metadata.deletionTimestamp ||
      controllerOf(objects, gateway) !== ISTIO
    ) {
      return;
    }
    for (const [resource, content] of dataPlane(gateway)) {
      make(context, gateway, resource, content);
    }
    keepPorts(context, gateway);
  },
};

type Content = Record<string, unknown>;

function dataPlane(gateway: Gateway): [Resource, Content][] {
  const selector = {
    'gateway.networking.k8s.io/gateway-name': gateway.metadata.name,
  };
  return [
    [SERVICE_ACCOUNTS, {}],
    [
      DEPLOYMENTS,
      {
        spec: {
          replicas: 2,
          selector: { matchLabels: selector },
          template: {
            metadata: {
              labels: {
                ...labelsOf(gateway),
                'istio.io/dataplane-mode': 'none',
              },
            },
            spec: {
              serviceAccountName: dataPlaneName(gateway),
              containers: [proxy()],
            },
          },
        },
      },
    ],
    [
      SERVICES,
      { spec: { type: 'LoadBalancer', selector, ports: portsOf(gateway) } },
    ],
    [
      HORIZONTAL_POD_AUTOSCALERS,
      {
        spec: {
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: dataPlaneName(gateway),
          },
          minReplicas: 2,
          maxReplicas: 5,
          metrics: [
            {
              type: 'Resource',
              resource: {
                name: 'cpu',
                target: { type: 'Utilization', averageUtilization: 80 },
              },
            },
          ],
        },
      },
    ],
    [
      POD_DISRUPTION_BUDGETS,
      { spec: { minAvailable: 1, selector: { matchLabels: selector } } },
    ],
  ];
}

function proxy() {
  return {
    name: 'istio-proxy',
    image: 'mcr.microsoft.com/oss/istio/proxyv2:1.28.1',
    ports: [
      { name: 'metrics', containerPort: 15020 },
      { name: 'status-port', containerPort: STATUS_PORT },
      { name: 'http-envoy-prom', containerPort: 15090 },
    ],
    readinessProbe: { httpGet: { path: '/healthz/ready', port: STATUS_PORT } },
    resources: {
      requests: { cpu: '100m', memory: '128Mi' },
      limits: { cpu: '2', memory: '1Gi' },
    },
  };
}

function labelsOf({ metadata, spec }: Gateway): Record<string, string> {
  return {
    ...spec.infrastructure?.labels,
    'gateway.networking.k8s.io/gateway-class-name': spec.gatewayClassName,
    'gateway.networking.k8s.io/gateway-name': metadata.name,
  };
}

function portsOf({ spec }: Gateway) {
  const listeners = new Map(
    (spec.listeners ?? []).map(({ name, port, protocol }) => [
      port,
      {
        name,
        port,
        protocol: 'TCP',
        targetPort: port,
        appProtocol: protocol.toLowerCase(),
      },
    ]),
  );
  return [
    {
      name: 'status-port',
      port: STATUS_PORT,
      protocol: 'TCP',
      targetPort: STATUS_PORT,
      appProtocol: 'tcp',
    },
    ...listeners.values(),
  ];
}

function make(
  context: ControllerContext,
  gateway: Gateway,
  resource: Resource,
  content: Content,
): void {
  const { namespace } = gateway.metadata;
  const name = dataPlaneName(gateway);
  if (!context.find<KubernetesObject>(resource, `${namespace}/${name}`)) {
    context.create(resource, namespace, {
      metadata: {
        name,
        labels: labelsOf(gateway),
        annotations: gateway.spec.infrastructure?.annotations,
        ownerReferences: [context.ownerReference(GATEWAYS, gateway)],
      },
      ...content,
    });
  }
}

/** Lets the Service follow the listeners and annotations of its Gateway. */
function keepPorts(context: ControllerContext, gateway: Gateway): void {
  const { namespace } = gateway.metadata;
  const service = context.find<Service>(
    SERVICES,
    `${namespace}/${dataPlaneName(gateway)}`,
  );
  const { annotations } = gateway.spec.infrastructure ?? {};
  const wanted = portsOf(gateway);
  const present = (service?.spec.ports ?? []).map(
    ({ name, port, protocol, targetPort, appProtocol }) => ({
      name,
      port,
      protocol,
      targetPort,
      appProtocol,
    }),
  );
  if (
    service &&
    !(
      sameJson(present, wanted) &&
      sameJson(service.metadata.annotations, annotations)
    )
  ) {
    context.update<Service>(SERVICES, service, current => ({
      ...current,
      metadata: { ...current.metadata, annotations },
      spec: { ...current.spec, ports: wanted },
    }));
  }
}
