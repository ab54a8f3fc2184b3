import { crashLoop } from './catalog/crashLoop';
import { imageMissing } from './catalog/imageMissing';
import { ingressBackendPort } from './catalog/ingressBackendPort';
import { nodeNotReady } from './catalog/nodeNotReady';
import { quotaExceeded } from './catalog/quotaExceeded';
import { rolloutStuck } from './catalog/rolloutStuck';
import { scaledToZero } from './catalog/scaledToZero';
import { serviceDeleted } from './catalog/serviceDeleted';
import { serviceSelector } from './catalog/serviceSelector';
import { serviceTargetPort } from './catalog/serviceTargetPort';
import { unknownIngressClass } from './catalog/unknownIngressClass';
import { unschedulable } from './catalog/unschedulable';
import { Scenario } from './Scenario';

/** Every scenario, in the order in which they are listed. */
export const scenarioCatalog: readonly Scenario[] = [
  unschedulable,
  nodeNotReady,
  rolloutStuck,
  imageMissing,
  crashLoop,
  scaledToZero,
  quotaExceeded,
  serviceSelector,
  serviceTargetPort,
  serviceDeleted,
  ingressBackendPort,
  unknownIngressClass,
];
