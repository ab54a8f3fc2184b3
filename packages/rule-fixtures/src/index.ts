/**
 * Manifests on which the rules of the portal are tried, each broken and whole.
 *
 * @packageDocumentation
 */
export { ruleFixtures } from './ruleFixtures';
export type { Place, RuleFixture } from './RuleFixture';
export type { Manifest } from './manifests';
