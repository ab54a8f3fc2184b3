/**
 * The AKS components for apps on Backstage's old frontend system.
 *
 * @packageDocumentation
 */
export { aksApiRef } from './api';
export { isAksAvailable } from './availability';
export {
  aksPlugin,
  EntityAksExposureContent,
  EntityAksIngressCard,
} from './legacy/plugin';
export { aksMessages, aksTranslationRef } from './translation';
