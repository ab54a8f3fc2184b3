/**
 * Texts by which rules recognise a fault. A message may quote anything, so it
 * is not kept: which of these it contains is.
 *
 * Read on 2026-11-22 in the troubleshooting articles of AKS, in the sources of
 * cloud-provider-azure, the cluster autoscaler and cert-manager, and in what a
 * real API server of Kubernetes 1.36 answered; those of application routing on
 * 2026-11-28 in Azure/aks-app-routing-operator.
 */
const TEXTS: readonly [id: string, text: RegExp][] = [
  // Scheduling
  ['insufficient-cpu', /Insufficient cpu/],
  ['insufficient-memory', /Insufficient memory/],
  ['insufficient-ephemeral-storage', /Insufficient ephemeral-storage/],
  ['untolerated-taint', /untolerated taint/],
  ['taint-spot', /taint \{kubernetes\.azure\.com\/scalesetpriority/],
  ['taint-system-pool', /taint \{CriticalAddonsOnly/],
  [
    'taint-starting',
    /taint \{node\.(?:kubernetes\.io\/not-ready|cilium\.io\/agent-not-ready|cloudprovider\.kubernetes\.io\/uninitialized)/,
  ],
  ['node-affinity', /didn't match Pod's node affinity\/selector/],
  ['volume-node-affinity', /volume node affinity conflict/],
  ['volume-count', /exceed max volume count/],
  ['topology-spread', /didn't match pod topology spread constraints/],
  ['anti-affinity', /didn't match pod anti-affinity rules/],
  ['too-many-pods', /Too many pods/],
  ['host-ports', /didn't have free ports for the requested pod ports/],
  ['claim-missing', /persistentvolumeclaim "[^"]*" not found/],
  ['claim-unbound', /unbound immediate PersistentVolumeClaims/],
  ['nodes-cordoned', /node\(s\) were unschedulable/],
  ['no-nodes', /no nodes available to schedule pods/],
  ['pool-at-maximum', /max node group size reached/],
  ['pool-in-backoff', /in backoff after failed scale-up/],
  // Admission
  ['quota-exceeded', /exceeded quota:/],
  ['azure-policy', /validation\.gatekeeper\.sh|azurepolicy-/],
  ['pod-security', /violates PodSecurity/],
  // Images
  ['image-unauthorized', /401 Unauthorized|failed to fetch oauth token/],
  ['image-anonymous', /failed to fetch anonymous token/],
  ['not-found', /\bnot found\b/],
  ['dial-timeout', /dial tcp [^ ]*: i\/o timeout/],
  // Settings of containers
  ['secret-missing', /secret "[^"]*" not found/],
  ['config-map-missing', /configmap "[^"]*" not found/],
  ['key-missing', /couldn't find key/],
  // Addresses of pods
  ['no-pod-address', /no IPs available|Failed to allocate address|IPAM/],
  // Volumes
  ['storage-class-missing', /storageclass\.storage\.k8s\.io "[^"]*" not found/],
  ['disk-zone', /not in the same zone as the VM/],
  ['multi-attach', /Multi-Attach error for volume/],
  ['ultra-disk', /additionalCapabilities\.ultraSSDEnabled/],
  ['fs-group', /applyFSGroup failed/],
  ['share-unreachable', /mount error\(2\)/],
  ['share-refused', /mount error\(13\)/],
  ['share-creation-refused', /ErrorCode=AuthorizationFailure/],
  [
    'secrets-driver-missing',
    /secrets-store\.csi\.k8s\.io not found in the list/,
  ],
  ['secrets-mount-failed', /failed to mount secrets store objects/],
  ['identity-missing', /Identity not found/],
  ['vault-private', /ForbiddenByConnection|Public network access is disabled/],
  ['timed-out', /context deadline exceeded/],
  // Azure
  ['azure-unauthorized', /(?<!Linked)AuthorizationFailed\b/],
  ['azure-linked-unauthorized', /LinkedAuthorizationFailed/],
  ['address-count-limit', /PublicIPCountLimitReached/],
  ['subnet-full', /SubnetIsFull/],
  ['policy-disallows', /RequestDisallowedByPolicy/],
  ['throttled', /TooManyRequestsReceived|RequestsThrottled\b/],
  ['federated-credential-missing', /AADSTS70021\d?\b/],
  ['client-secret-expired', /AADSTS7000222/],
  ['extension-failed', /VMExtensionProvisioningError/],
  ['quota-cores', /QuotaExceeded|Insufficient vcpu quota/],
  ['sku-unavailable', /SkuNotAvailable|SKUNotAvailable/],
  ['zone-capacity', /ZonalAllocationFailed|ZonalAllocationFailure/],
  ['capacity', /\bAllocationFailed\b|\bAllocationFailure\b/],
  // Services of type LoadBalancer
  ['address-missing', /user supplied IP Address .* was not found/],
  ['address-name-missing', /PublicIP from annotation azure-pip-name/],
  ['dns-label-taken', /consuming the DNS label|DnsRecordInUse/],
  [
    'private-address-taken',
    /PrivateIPAddressInUse|PrivateIPAddressIsAllocated/,
  ],
  ['port-taken', /referenced by an existing loadBalancing rule/],
  ['probe-too-long', /total probe should be less than 120/],
  ['gateway-stopped', /is in stopped state/],
  // Application routing
  ['vault-account-option-missing', /tls-cert-service-account/],
  ['vault-uri-missing', /tls-cert-keyvault-uri/],
  [
    'vault-uri-invalid',
    /invalid (?:secret|certificate) uri|unable to parse certificate uri/,
  ],
  ['account-missing', /service ?account \S+ does not exist in namespace/i],
  [
    'account-without-identity',
    /does not include necessary annotation for workload identity/,
  ],
  // Draining
  ['eviction-blocked', /Eviction blocked by Too Many Requests/],
  // cert-manager
  [
    'issuer-missing',
    /Referenced "[^"]*" not found|(?:Cluster)?Issuer.* not found/,
  ],
  ['self-check-http', /HTTP-01 challenge propagation/i],
  ['self-check-dns', /DNS-01 challenge propagation/i],
  ['no-such-host', /no such host/],
  ['connection-refused', /connection refused/],
  ['io-timeout', /i\/o timeout/],
  ['wrong-status', /wrong status code/],
  ['tls-handshake', /tls: handshake failure/],
  ['acme-path-refused', /cannot be used with pathType/],
  ['acme-contact', /acme:error:(?:invalidEmail|invalidContact)/],
  ['acme-rate-limited', /acme:error:rateLimited/],
  ['acme-unauthorized', /acme:error:unauthorized/],
  ['acme-dns', /acme:error:dns\b/],
  ['acme-connection', /acme:error:connection/],
  ['acme-identifier', /acme:error:rejectedIdentifier/],
  ['acme-caa', /acme:error:caa\b/],
  ['acme-no-solver', /Failed to determine a valid solver configuration/],
  ['acme-authorization-spent', /authorization must be pending/],
  ['acme-profile', /does not advertise a profile/],
];

// Longer texts are not searched: what says the fault stands at the start, and
// a message of a megabyte must not hold up the others.
const SEARCHED = 4096;

/** Ids of the known texts that a message contains. */
export function signalsIn(message: unknown): string[] {
  if (typeof message !== 'string' || message === '') {
    return [];
  }
  const start = message.slice(0, SEARCHED);
  return TEXTS.flatMap(([id, known]) => (known.test(start) ? id : []));
}
