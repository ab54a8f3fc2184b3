/**
 * What a service looks like on AKS: an Ingress card and an Exposure tab for
 * Backstage's new frontend system. Apps on the old one import
 * `@backstage-aks/plugin-aks/legacy`.
 *
 * @packageDocumentation
 */
export { aksApiRef } from './api';
export { isAksAvailable } from './availability';
export { aksPlugin as default } from './plugin';
export { aksMessages, aksTranslationRef } from './translation';
