import { addOnFixtures } from './addOnFixtures';
import { entranceFixtures } from './entranceFixtures';
import { gatewayFixtures } from './gatewayFixtures';
import { gatewayRouteFixtures } from './gatewayRouteFixtures';
import { ingressFixtures } from './ingressFixtures';
import { loadBalancerFixtures } from './loadBalancerFixtures';
import { policyFixtures } from './policyFixtures';
import { RuleFixture } from './RuleFixture';
import { routeFixtures } from './routeFixtures';
import { serviceFixtures } from './serviceFixtures';

/** All fixtures. */
export const ruleFixtures: readonly RuleFixture[] = [
  ...addOnFixtures,
  ...entranceFixtures,
  ...gatewayFixtures,
  ...gatewayRouteFixtures,
  ...ingressFixtures,
  ...loadBalancerFixtures,
  ...policyFixtures,
  ...routeFixtures,
  ...serviceFixtures,
];
