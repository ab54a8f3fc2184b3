import { Projection } from '../../edge';
import { ServicePort } from '../../records/networking';
import { cidrsIn, loadBalancerAddresses } from './addresses';
import { knownAnnotations } from '../annotations';
import {
  Fields,
  fieldsAt,
  fieldsIn,
  hostIn,
  hostsIn,
  nameIn,
  portNumber,
  text,
  textMap,
} from '../fields';
import { loadBalancerSettings } from './loadBalancerSettings';
import { metadataOf, ownerEdges } from '../metadata';
import { mapSelector } from '../selectors';

export function projectService(object: unknown): Projection | undefined {
  const metadata = metadataOf('Service', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const spec = fieldsAt(object, 'spec');
  const type = text(spec.type) ?? 'ClusterIP';
  // An ExternalName is an alias in DNS: what it may say of pods has no effect.
  const isAlias = type === 'ExternalName';
  const selector = isAlias ? undefined : mapSelector(spec.selector);
  const healthCheckPort = portNumber(spec.healthCheckNodePort);
  const ports = fieldsIn(spec.ports).flatMap(servicePort);
  const staticAddress = hostIn(spec.loadBalancerIP);
  const loadBalancerClass = nameIn(spec.loadBalancerClass);
  // With a class of its own, somebody else's load balancer serves it.
  const isAzures = type === 'LoadBalancer' && !loadBalancerClass;
  const externalName = isAlias ? text(spec.externalName) : undefined;
  return {
    record: {
      ...metadata,
      type,
      headless: spec.clusterIP === 'None',
      ...(selector && { selector }),
      ports,
      ...(externalName && { externalName }),
      addresses: loadBalancerAddresses(object),
      annotations: knownAnnotations(object),
      localTraffic: spec.externalTrafficPolicy === 'Local',
      ...(healthCheckPort && { healthCheckPort }),
      ...(loadBalancerClass && { loadBalancerClass }),
      ...(isAzures && {
        loadBalancer: loadBalancerSettings(
          textMap(fieldsAt(object, 'metadata').annotations),
          {
            ...(staticAddress && { loadBalancerIP: staticAddress }),
            ports: ports.map(({ port }) => port),
          },
        ),
      }),
      sourceRanges: cidrsIn(spec.loadBalancerSourceRanges),
      externalIps: hostsIn(spec.externalIPs),
      publishesNotReady: spec.publishNotReadyAddresses === true,
    },
    edges: [
      ...ownerEdges(metadata),
      ...(selector
        ? [
            {
              relation: 'selects' as const,
              to: { kind: 'Pod', namespace, selector },
            },
          ]
        : []),
    ],
  };
}

function servicePort(entry: Fields): ServicePort[] {
  const port = portNumber(entry.port);
  if (port === undefined) {
    return [];
  }
  const name = text(entry.name);
  const nodePort = portNumber(entry.nodePort);
  const appProtocol = text(entry.appProtocol);
  return [
    {
      ...(name && { name }),
      port,
      protocol: text(entry.protocol) ?? 'TCP',
      targetPort:
        portNumber(entry.targetPort) ?? text(entry.targetPort) ?? port,
      ...(nodePort && { nodePort }),
      ...(appProtocol && { appProtocol }),
    },
  ];
}
