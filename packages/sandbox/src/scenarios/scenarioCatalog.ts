import { crashLoop } from './catalog/crashLoop';
import { imageMissing } from './catalog/imageMissing';
import { ingressBackendPort } from './catalog/ingressBackendPort';
import { ingressNginxRetired } from './catalog/ingressNginxRetired';
import { lbAddressNameUnknown } from './catalog/lbAddressNameUnknown';
import { lbAddressQuota } from './catalog/lbAddressQuota';
import { lbAddressUnknown } from './catalog/lbAddressUnknown';
import { lbConflictingSources } from './catalog/lbConflictingSources';
import { lbDnsLabelTaken } from './catalog/lbDnsLabelTaken';
import { lbNotAuthorized } from './catalog/lbNotAuthorized';
import { lbPortTaken } from './catalog/lbPortTaken';
import { lbSlowProbe } from './catalog/lbSlowProbe';
import { lbSubnetFull } from './catalog/lbSubnetFull';
import { listenerCertificateMissing } from './catalog/listenerCertificateMissing';
import { nodeNotReady } from './catalog/nodeNotReady';
import { quotaExceeded } from './catalog/quotaExceeded';
import { rolloutStuck } from './catalog/rolloutStuck';
import { routeBackendMissing } from './catalog/routeBackendMissing';
import { routeBackendNotGranted } from './catalog/routeBackendNotGranted';
import { routeNotAllowed } from './catalog/routeNotAllowed';
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
  ingressNginxRetired,
  lbAddressUnknown,
  lbAddressNameUnknown,
  lbNotAuthorized,
  lbAddressQuota,
  lbSubnetFull,
  lbConflictingSources,
  lbSlowProbe,
  lbDnsLabelTaken,
  lbPortTaken,
  routeNotAllowed,
  routeBackendMissing,
  routeBackendNotGranted,
  listenerCertificateMissing,
];
