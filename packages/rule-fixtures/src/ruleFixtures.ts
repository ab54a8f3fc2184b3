import { addOnFixtures } from './addOnFixtures';
import { gatewayFixtures } from './gatewayFixtures';
import { ingressFixtures } from './ingressFixtures';
import { loadBalancerFixtures } from './loadBalancerFixtures';
import { policyFixtures } from './policyFixtures';
import { RuleFixture } from './RuleFixture';
import { routeFixtures } from './routeFixtures';
import { serviceFixtures } from './serviceFixtures';

/** All fixtures. */
export const ruleFixtures: readonly RuleFixture[] = [
  ...addOnFixtures,
  ...gatewayFixtures,
  ...ingressFixtures,
  ...loadBalancerFixtures,
  ...policyFixtures,
  ...routeFixtures,
  ...serviceFixtures,
];
