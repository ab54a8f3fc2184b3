import { ingressFixtures } from './ingressFixtures';
import { policyFixtures } from './policyFixtures';
import { RuleFixture } from './RuleFixture';
import { routeFixtures } from './routeFixtures';
import { serviceFixtures } from './serviceFixtures';

/** All fixtures. */
export const ruleFixtures: readonly RuleFixture[] = [
  ...ingressFixtures,
  ...policyFixtures,
  ...routeFixtures,
  ...serviceFixtures,
];
