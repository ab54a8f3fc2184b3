import { GATEWAY_ROUTE_KINDS } from '../../exposures/Route';
import { GatewayRecord, Listener } from '../../records/gateway';
import { RecordSet, refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { lastReported, troubleEvidence, troublesOf } from '../troubles';
import { Trouble } from '../../foldEvents';
import { named } from '../words';

const URI = 'kubernetes.azure.com/tls-cert-keyvault-uri';
const ACCOUNT = 'kubernetes.azure.com/tls-cert-service-account';

// Azure/aks-app-routing-operator, pkg/controller/keyvault/spc/gateway.go, read
// 2026-11-28: Gateways of other classes are not looked at.
const LOOKED_AFTER = ['approuting-istio', 'istio'];

interface Mistake {
  /** What is wrong, to follow the listener. */
  what: string;
  remedy: string;
}

const wrongVaultOptions: ExposureRule = {
  id: 'IN26',
  title: 'The Key Vault options of a listener are wrong',
  family: 'ingress',
  hop: 'listener',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway'],
  fact: {
    source:
      'https://github.com/Azure/aks-app-routing-operator/tree/main/pkg/controller/keyvault/spc',
    date: '2026-11-28',
    verified: true,
  },
  judge({ route: { attachment } }, { records }) {
    const { gateway, listener, listenerSet } = attachment ?? {};
    if (!gateway || !listener?.tls || listenerSet || !isLookedAfter(gateway)) {
      return undefined;
    }
    const trouble = troubleOf(gateway, records);
    const mistake = mistakeOf(gateway, listener, trouble);
    if (!mistake) {
      return undefined;
    }
    // The operator names the Secret that it made; where there is one, that one
    // is served on.
    const serves = listener.tls.certificates.length > 0;
    return {
      severity: serves ? 'info' : 'error',
      status: serves
        ? 'takes the route; Key Vault options wrong'
        : 'Key Vault options wrong',
      clause: `the listener ${listener.name} of the Gateway ${gateway.name} ${mistake.what}`,
      cause: `${named(gateway)}: the listener ${listener.name} ${mistake.what}${
        trouble ? lastReported(trouble) : ''
      }. Application routing ${
        serves
          ? 'leaves it the certificate that it has.'
          : 'then gets it no certificate.'
      }`,
      remedy: change(gateway, {
        text: mistake.remedy,
        command: kubectl(
          gateway.namespace,
          'describe',
          `gateway/${gateway.name}`,
        ),
      }),
      evidence: [
        ...[URI, ACCOUNT].map(option => ({
          object: refOf(gateway),
          field: `spec.listeners[${listener.name}].tls.options[${option}]`,
          value: optionOf(listener, option) ?? 'absent or not understood',
        })),
        ...(trouble ? [troubleEvidence(trouble)] : []),
      ],
    };
  },
};

function isLookedAfter({ className = '' }: GatewayRecord): boolean {
  return LOOKED_AFTER.includes(className);
}

function troubleOf(
  gateway: GatewayRecord,
  records: RecordSet,
): Trouble | undefined {
  return troublesOf(gateway, records).find(
    ({ reason }) => reason === 'InvalidInput',
  );
}

function optionOf({ tls }: Listener, option: string): string | undefined {
  const { options = {} } = tls ?? {};
  return Object.hasOwn(options, option) ? options[option] : undefined;
}

function mistakeOf(
  { namespace }: GatewayRecord,
  listener: Listener,
  trouble: Trouble | undefined,
): Mistake | undefined {
  const uri = optionOf(listener, URI);
  const account = optionOf(listener, ACCOUNT);
  if (uri === undefined && account === undefined) {
    return undefined;
  }
  if (account === undefined) {
    return {
      what: `names a certificate of Key Vault and no service account to fetch it with`,
      remedy: `Set the option ${ACCOUNT} to a service account of ${namespace} that has a federated identity with the role Key Vault Secrets User.`,
    };
  }
  const said = trouble?.signals ?? [];
  if (said.includes('vault-uri-invalid')) {
    return {
      what: 'names a certificate of Key Vault by an address that is none',
      remedy: `Set the option ${URI} to the certificate's identifier, as in https://NAME.vault.azure.net/certificates/CERTIFICATE.`,
    };
  }
  if (uri === undefined) {
    return {
      what: `names a service account and no certificate of Key Vault`,
      remedy: `Set the option ${URI} to the certificate's identifier, as in https://NAME.vault.azure.net/certificates/CERTIFICATE.`,
    };
  }
  if (said.includes('account-missing')) {
    return {
      what: `is to use the service account ${account}, which does not exist in ${namespace}`,
      remedy: `Create the service account ${account} in ${namespace}, with the annotation azure.workload.identity/client-id, or name another one.`,
    };
  }
  return said.includes('account-without-identity')
    ? {
        what: `is to use the service account ${account}, which has no identity of Azure`,
        remedy: `Give the service account ${account} the annotation azure.workload.identity/client-id with the client id of a managed identity.`,
      }
    : undefined;
}

/** What application routing makes of a listener's options. */
export const vaultRules: readonly ExposureRule[] = [wrongVaultOptions];
