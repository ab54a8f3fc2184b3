import { addressRules } from './addressRules';
import { applicationGatewayRules } from './applicationGatewayRules';
import { backendRules } from './backendRules';
import { challengeRules } from './challengeRules';
import { endpointRules } from './endpointRules';
import { ExposureRule } from './ExposureRule';
import { bindingRules } from './gateway/bindingRules';
import { containersListenerRules } from './gateway/containersListenerRules';
import { gatewayAddressRules } from './gateway/gatewayAddressRules';
import { gatewayProbeRules } from './gateway/gatewayProbeRules';
import { gatewayRules } from './gateway/gatewayRules';
import { listenerRules } from './gateway/listenerRules';
import { referenceRules } from './gateway/referenceRules';
import { vaultRules } from './gateway/vaultRules';
import { entranceRules } from './entranceRules';
import { externalDnsRules } from './externalDnsRules';
import { externalNameRules } from './externalNameRules';
import { hostRules } from './hostRules';
import { ingressClassRules } from './ingressClassRules';
import { nginxRules } from './nginxRules';
import { probeRules } from './loadBalancer/probeRules';
import { refusalRules } from './loadBalancer/refusalRules';
import { settingsRules } from './loadBalancer/settingsRules';
import { podRules, startingPods } from './podRules';
import {
  missingPods,
  rolloutUnderWay,
  scaledToZero,
  stuckRollout,
} from './replicaRules';
import { policyRules } from './policyRules';
import { RuleInfo } from './Rule';
import { supportRules } from './supportRules';
import { targetPortRules } from './targetPortRules';

/** Rules that judge hops. On one hop and of one severity, the first one leads. */
export const exposureRules: readonly ExposureRule[] = [
  ...refusalRules,
  ...settingsRules,
  ...probeRules,
  ...applicationGatewayRules,
  ...addressRules,
  ...gatewayAddressRules,
  ...gatewayProbeRules,
  ...externalDnsRules,
  ...vaultRules,
  ...containersListenerRules,
  ...listenerRules,
  // A Gateway is not set up for want of a listener more often than by itself.
  ...gatewayRules,
  ...bindingRules,
  ...ingressClassRules,
  ...entranceRules,
  ...challengeRules,
  ...supportRules,
  ...backendRules,
  ...referenceRules,
  ...nginxRules,
  ...hostRules,
  ...externalNameRules,
  ...targetPortRules,
  ...endpointRules,
  scaledToZero,
  ...policyRules,
  ...podRules,
  stuckRollout,
  missingPods,
  rolloutUnderWay,
  startingPods,
];

/**
 * Every rule, for pages and documents that list them.
 *
 * @public
 */
export const ruleCatalog: readonly RuleInfo[] = exposureRules.map(
  ({ id, title, family, severity, reads, fact }) => ({
    id,
    title,
    family,
    severity,
    reads,
    fact,
  }),
);
