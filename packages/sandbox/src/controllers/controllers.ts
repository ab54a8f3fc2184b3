import { Controller } from './Controller';
import { daemonSetController } from './daemonSetController';
import { deploymentController } from './deploymentController';
import { endpointSliceController } from './endpointSliceController';
import { garbageCollector } from './garbageCollector';
import { ingressAddressController } from './ingressAddressController';
import { jobController } from './jobController';
import { kubeletController } from './kubeletController';
import { loadBalancerController } from './loadBalancerController';
import { namespaceController } from './namespaceController';
import { nodeLifecycleController } from './nodeLifecycleController';
import { replicaSetController } from './replicaSetController';
import { resourceQuotaController } from './resourceQuotaController';
import { schedulerController } from './schedulerController';
import { statefulSetController } from './statefulSetController';

/** The controllers that every sandbox cluster runs. */
export const controllers: readonly Controller[] = [
  namespaceController,
  deploymentController,
  replicaSetController,
  statefulSetController,
  daemonSetController,
  jobController,
  schedulerController,
  nodeLifecycleController,
  kubeletController,
  endpointSliceController,
  loadBalancerController,
  ingressAddressController,
  resourceQuotaController,
  garbageCollector,
];
