import { ingressFixtures } from './ingressFixtures';
import { RuleFixture } from './RuleFixture';
import { serviceFixtures } from './serviceFixtures';

/** All fixtures. */
export const ruleFixtures: readonly RuleFixture[] = [
  ...ingressFixtures,
  ...serviceFixtures,
];
