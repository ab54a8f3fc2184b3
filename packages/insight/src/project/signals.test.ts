import { signalsIn } from './signals';

describe('signals', () => {
  it.each([
    [
      '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {CriticalAddonsOnly: true}.',
      ['insufficient-cpu', 'untolerated-taint', 'taint-system-pool'],
    ],
    [
      '1 node(s) had untolerated taint {kubernetes.azure.com/scalesetpriority: spot}',
      ['untolerated-taint', 'taint-spot'],
    ],
    [
      'pods "shop-1" is forbidden: exceeded quota: team, requested: cpu=1',
      ['quota-exceeded'],
    ],
    ['secret "shop-keys" not found', ['not-found', 'secret-missing']],
    [
      'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) shop-2',
      ['multi-attach'],
    ],
    [
      'LinkedAuthorizationFailed: the client has no permission',
      ['azure-linked-unauthorized'],
    ],
    ['ErrorCode=AuthorizationFailed', ['azure-unauthorized']],
    [
      'user supplied IP Address 1.2.3.4 was not found in resource group dns',
      ['not-found', 'address-missing'],
    ],
    [
      'Waiting for HTTP-01 challenge propagation: failed to perform self check GET request: dial tcp: lookup shop: no such host',
      ['self-check-http', 'no-such-host'],
    ],
    [
      'AADSTS700213: No matching federated identity record found',
      ['federated-credential-missing'],
    ],
    [
      'failed identity verification: serviceAccount dns does not exist in namespace shop',
      ['account-missing'],
    ],
    [
      'error while processing Keyvault reference: service account shop was specified but does not include necessary annotation for workload identity',
      ['account-without-identity'],
    ],
    [
      'ingress contains invalid paths: path /a cannot be used with pathType Exact',
      ['acme-path-refused'],
    ],
    ['everything is well', []],
    [7, []],
    [undefined, []],
  ])('in %j are %j', (message, ids) => {
    expect(signalsIn(message)).toEqual(ids);
  });

  it('are looked for in the beginning of a text only', () => {
    expect(signalsIn(`${' '.repeat(5000)}Insufficient cpu`)).toEqual([]);
  });
});
