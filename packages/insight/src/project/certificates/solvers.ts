import { SolverFacts } from '../../records/certificates';
import {
  Fields,
  fieldsAt,
  hostIn,
  hostsIn,
  nameIn,
  present,
  uuidIn,
} from '../fields';

/** How a solver proves the control of names, without its credentials. */
export function solverFacts(solver: Fields): SolverFacts {
  const ingress = fieldsAt(solver, 'http01', 'ingress');
  const azure = fieldsAt(solver, 'dns01', 'azureDNS');
  const selector = fieldsAt(solver, 'selector');
  const type = typeOf(solver);
  return present<SolverFacts>({
    type,
    ingressClass: nameIn(ingress.ingressClassName ?? ingress.class),
    hostedZone: hostIn(azure.hostedZoneName),
    resourceGroup: nameIn(azure.resourceGroupName),
    subscriptionId: uuidIn(azure.subscriptionID),
    signsInBy: type === 'dns01-azure' ? signsInBy(azure) : undefined,
    dnsZones: hostsIn(selector.dnsZones),
    dnsNames: hostsIn(selector.dnsNames),
  });
}

function typeOf(solver: Fields): SolverFacts['type'] {
  const http = fieldsAt(solver, 'http01');
  if (Object.hasOwn(http, 'ingress')) {
    return 'http01-ingress';
  }
  if (Object.hasOwn(http, 'gatewayHTTPRoute')) {
    return 'http01-gateway';
  }
  const dns = fieldsAt(solver, 'dns01');
  if (Object.hasOwn(dns, 'azureDNS')) {
    return 'dns01-azure';
  }
  return Object.keys(dns).length > 0 ? 'dns01' : 'none';
}

function signsInBy(azure: Fields): SolverFacts['signsInBy'] {
  return Object.hasOwn(azure, 'clientSecretSecretRef')
    ? 'client-secret'
    : 'managed-identity';
}
