/**
 * Kubernetes objects to records and edges, and views over records. Pure: no
 * input or output, no clock, no framework.
 *
 * @packageDocumentation
 */
export * from './labelSelector';
export * from './record';
export * from './edge';
export * from './kinds';
export * from './exposure';
export * from './freshness';
export * from './project/project';
export * from './RecordSet';
export * from './remedy/shellQuote';
export * from './rules/Rule';
export * from './rules/Instant';
export { ruleCatalog } from './rules/catalog';
export * from './exposures/exposures';
export * from './exposures/summary';
export * from './exposures/verdicts';
