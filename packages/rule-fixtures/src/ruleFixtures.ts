import { addOnFixtures } from './addOnFixtures';
import { ingressFixtures } from './ingressFixtures';
import { policyFixtures } from './policyFixtures';
import { RuleFixture } from './RuleFixture';
import { routeFixtures } from './routeFixtures';
import { serviceFixtures } from './serviceFixtures';

/** All fixtures. */
export const ruleFixtures: readonly RuleFixture[] = [
  ...addOnFixtures,
  ...ingressFixtures,
  ...policyFixtures,
  ...routeFixtures,
  ...serviceFixtures,
];
