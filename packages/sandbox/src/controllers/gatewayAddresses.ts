import { Gateway } from '../objects/gateways';
import { hashedSuffix } from '../objects/names';
import { Condition, Endpoint, Service } from '../objects/workloads';
import { ALB, dataPlaneName } from './gatewayResources';

/** Where a Gateway is reached, and whether it is ready. */
export interface GatewayPlace {
  addresses: { type: string; value: string }[];
  programmed: Condition;
}

/** The data plane of a Gateway, as far as it is there. */
export interface DataPlane {
  service?: Service;
  endpoints: Endpoint[];
}

/** The address of a Gateway, and what its condition Programmed says. */
export function gatewayPlace(
  gateway: Gateway,
  controller: string,
  dataPlane: DataPlane,
): GatewayPlace {
  return controller === ALB
    ? ofApplicationGateway(gateway)
    : ofProxies(gateway, dataPlane);
}

// A frontend of Application Gateway for Containers has a name and no address
// of its own. The form of the name is that of Azure's docs (2026).
function ofApplicationGateway({ metadata }: Gateway): GatewayPlace {
  const id = hashedSuffix(metadata.uid).slice(0, 8);
  return {
    addresses: [{ type: 'Hostname', value: `${id}.fz94.alb.azure.com` }],
    programmed: {
      type: 'Programmed',
      status: 'True',
      reason: 'Programmed',
      message:
        'Application Gateway For Containers resource has been successfully updated.',
    },
  };
}

function ofProxies(
  gateway: Gateway,
  { service, endpoints }: DataPlane,
): GatewayPlace {
  const host = `${dataPlaneName(gateway)}.${
    gateway.metadata.namespace
  }.svc.cluster.local`;
  const ports = [
    ...new Set((gateway.spec.listeners ?? []).map(({ port }) => port)),
  ];
  const internal = joined(ports.map(port => `${host}:${port}`));
  const addresses = (service?.status.loadBalancer?.ingress ?? []).map(
    ({ ip, hostname }) => ({
      type: ip ? 'IPAddress' : 'Hostname',
      value: ip ?? hostname ?? '',
    }),
  );
  const waits = (message: string, reason = 'AddressNotAssigned') => ({
    addresses,
    programmed: no(reason, message),
  });
  if (!service) {
    return waits(
      `Failed to assign to any requested addresses: hostname "${host}" not found`,
      'AddressNotUsable',
    );
  }
  if (!endpoints.some(({ conditions }) => conditions.ready)) {
    return waits(
      `Failed to assign to any requested addresses: no instances found for hostname "${host}"`,
    );
  }
  if (addresses.length === 0) {
    return waits(
      `Assigned to service(s) ${internal}, but failed to assign to all requested addresses: address pending for hostname "${host}"`,
    );
  }
  return {
    addresses,
    programmed: {
      type: 'Programmed',
      status: 'True',
      reason: 'Programmed',
      message: `Resource programmed, assigned to service(s) ${internal}`,
    },
  };
}

function no(reason: string, message: string): Condition {
  return { type: 'Programmed', status: 'False', reason, message };
}

function joined(names: string[]): string {
  const last = names[names.length - 1];
  return names.length < 3
    ? names.join(' and ')
    : `${names.slice(0, -1).join(', ')}, and ${last}`;
}
