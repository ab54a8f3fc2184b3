/**
 * What Azure Resource Manager answers to the load balancer's identity, by
 * code. The inner messages are those of Azure's documentation; how the client
 * library wraps them varies with its version and was not to be verified.
 */
const MESSAGES: Record<string, { status: number; message: string }> = {
  AuthorizationFailed: {
    status: 403,
    message:
      "The client '00000000-0000-0000-0000-000000000001' with object id '00000000-0000-0000-0000-000000000001' does not have authorization to perform action 'Microsoft.Network/publicIPAddresses/read' over scope '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/RESOURCE_GROUP/providers/Microsoft.Network' or the scope is invalid. If access was recently granted, please refresh your credentials.",
  },
  PublicIPCountLimitReached: {
    status: 400,
    message:
      'Cannot create more than 20 public IP addresses for this subscription in this region.',
  },
  SubnetIsFull: {
    status: 400,
    message:
      'Subnet aks-subnet with address prefix 10.224.0.0/24 does not have enough capacity for 1 IP addresses.',
  },
  RequestDisallowedByPolicy: {
    status: 403,
    message:
      'Resource \'kubernetes-public-ip\' was disallowed by policy. Policy identifiers: \'[{"policyAssignment":{"name":"deny-public-ip"}}]\'.',
  },
  PrivateIPAddressIsAllocated: {
    status: 400,
    message:
      'IP configuration kubernetes-internal is using the private IP address ADDRESS which is already allocated to resource aks-user-vmss.',
  },
  DnsRecordInUse: {
    status: 400,
    message:
      'DNS record LABEL.REGION.cloudapp.azure.com is already used by another public IP.',
  },
};

/** An answer of Azure's as errors quote it. */
export function azureRefusal(
  code: string,
  values: Record<string, string> = {},
): string {
  const { status, message } = MESSAGES[code] ?? {
    status: 409,
    message: 'The request was refused.',
  };
  const text = Object.entries(values).reduce(
    (filled, [name, value]) => filled.replace(name, () => value),
    message,
  );
  return `RESPONSE ${status}: ERROR CODE: ${code}: ${JSON.stringify({
    error: { code, message: text },
  })}`;
}
