import { Node, Service } from '../objects/workloads';
import { azureRefusal } from './azureRefusals';
import {
  azureAnnotation,
  isInternal,
  nameOf,
  requestedAddress,
  requestedAddressName,
  wantsLoadBalancer,
} from './loadBalancerRequest';
import { probeProblem } from './probeProblem';

/**
 * An annotation of a Service: the code with which Azure refuses it. There is
 * no Azure behind a sandbox, so somebody has to say so.
 */
const AZURE_ERROR = 'sandbox.backstage-aks.io/azure-error';

// Networks for documentation (RFC 5737): no resource group has such addresses.
const NOBODYS = /^(192\.0\.2|198\.51\.100|203\.0\.113)\./;
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
const NODE_GROUP = 'mc_contoso_sandbox';

interface Surroundings {
  services: Service[];
  nodes: Node[];
  region: string;
}

/**
 * Why Azure's load balancer cannot be set up for a Service, in the words of
 * cloud-provider-azure (azure_loadbalancer.go, August 2026).
 */
export function loadBalancerProblem(
  service: Service,
  surroundings: Surroundings,
): string | undefined {
  return (
    azureProblem(service) ??
    rangesProblem(service) ??
    addressProblem(service, surroundings) ??
    labelProblem(service, surroundings) ??
    portProblem(service, surroundings) ??
    service.spec.ports
      ?.map(port => probeProblem(service, port))
      .find(problem => problem !== undefined)
  );
}

/** The resource group in which a Service's public address is looked for. */
function groupOf(service: Service): string {
  return (
    azureAnnotation(service, 'azure-load-balancer-resource-group') ?? NODE_GROUP
  );
}

function azureProblem(service: Service): string | undefined {
  const code = service.metadata.annotations?.[AZURE_ERROR];
  return code === undefined
    ? undefined
    : azureRefusal(code, { RESOURCE_GROUP: groupOf(service) });
}

function rangesProblem(service: Service): string | undefined {
  return service.spec.loadBalancerSourceRanges?.length &&
    azureAnnotation(service, 'azure-allowed-ip-ranges')
    ? 'cannot set both spec.LoadBalancerSourceRanges and service annotation service.beta.kubernetes.io/azure-allowed-ip-ranges'
    : undefined;
}

function addressProblem(
  service: Service,
  { nodes }: Surroundings,
): string | undefined {
  const name = requestedAddressName(service);
  // The addresses of a sandbox have every name but those that end so.
  if (name?.endsWith('-missing')) {
    return `PublicIP from annotation azure-pip-name(-IPv6)=${name} for service ${nameOf(
      service,
    )} doesn't exist`;
  }
  const address = requestedAddress(service);
  if (!address || name) {
    return undefined;
  }
  if (isInternal(service)) {
    const taken = nodes.some(({ status }) =>
      status.addresses?.some(one => one.address === address),
    );
    return taken
      ? azureRefusal('PrivateIPAddressIsAllocated', { ADDRESS: address })
      : undefined;
  }
  if (PRIVATE.test(address)) {
    return `external Service "${nameOf(
      service,
    )}" cannot use non-public LoadBalancer IP "${address}"; use an internal LoadBalancer annotation or a valid Azure Public IP address`;
  }
  return NOBODYS.test(address)
    ? `user supplied IP Address ${address} was not found in resource group ${groupOf(
        service,
      )}`
    : undefined;
}

/** The Services that were there before and share the address of this one. */
function sharersOf(service: Service, services: Service[]): Service[] {
  const key = addressKey(service);
  return key === undefined
    ? []
    : earlier(service, services).filter(other => addressKey(other) === key);
}

function addressKey(service: Service): string | undefined {
  return requestedAddressName(service) ?? requestedAddress(service);
}

function earlier(service: Service, services: Service[]): Service[] {
  return services.filter(
    other =>
      other.metadata.uid !== service.metadata.uid &&
      wantsLoadBalancer(other) &&
      Boolean(other.status.loadBalancer?.ingress?.length),
  );
}

function labelProblem(
  service: Service,
  { services, region }: Surroundings,
): string | undefined {
  const label = azureAnnotation(service, 'azure-dns-label-name');
  if (label === undefined || isInternal(service)) {
    return undefined;
  }
  const labelOf = (other: Service) =>
    azureAnnotation(other, 'azure-dns-label-name');
  const sharer = sharersOf(service, services).find(labelOf);
  if (sharer) {
    return `ensurePublicIPExists for service(${nameOf(
      service,
    )}): pip(${addressKey(service)}) - there is an existing service ${nameOf(
      sharer,
    )} consuming the DNS label on the public IP, so the service cannot set the DNS label annotation with this value`;
  }
  return earlier(service, services).some(other => labelOf(other) === label)
    ? azureRefusal('DnsRecordInUse', { LABEL: label, REGION: region })
    : undefined;
}

function portProblem(
  service: Service,
  { services }: Surroundings,
): string | undefined {
  for (const other of sharersOf(service, services)) {
    for (const { name = '', port, protocol } of service.spec.ports ?? []) {
      const clashes = other.spec.ports?.some(
        theirs => theirs.port === port && theirs.protocol === protocol,
      );
      if (clashes) {
        const prefix = `a${other.metadata.uid.replace(/-/g, '').slice(0, 31)}`;
        return `checkLoadBalancerResourcesConflicts: service port ${name} is trying to consume the port ${port} which is being referenced by an existing loadBalancing rule ${prefix}-${protocol}-${port} with the same protocol ${
          protocol[0] + protocol.slice(1).toLowerCase()
        } and frontend IP config with ID /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${NODE_GROUP}/providers/Microsoft.Network/loadBalancers/kubernetes/frontendIPConfigurations/${prefix}`;
      }
    }
  }
  return undefined;
}
