/**
 * Collects, stores and serves what the portal knows of AKS clusters.
 *
 * @packageDocumentation
 */
export { aksPlugin as default } from './plugin';
export * from './permissions/conditions';
export * from './permissions/resources';
export * from './permissions/rules';
