import { ingressFixtures } from './ingressFixtures';
import { RuleFixture } from './RuleFixture';
import { routeFixtures } from './routeFixtures';
import { serviceFixtures } from './serviceFixtures';

/** All fixtures. */
export const ruleFixtures: readonly RuleFixture[] = [
  ...ingressFixtures,
  ...routeFixtures,
  ...serviceFixtures,
];
