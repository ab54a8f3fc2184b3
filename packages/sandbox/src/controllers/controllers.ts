import { Controller } from './Controller';
import { cronJobController } from './cronJobController';
import { daemonSetController } from './daemonSetController';
import { deploymentController } from './deploymentController';
import { endpointSliceController } from './endpointSliceController';
import { garbageCollector } from './garbageCollector';
import { gatewayController } from './gatewayController';
import { gatewayDataPlaneController } from './gatewayDataPlaneController';
import { horizontalPodAutoscalerController } from './horizontalPodAutoscalerController';
import { ingressAddressController } from './ingressAddressController';
import { jobController } from './jobController';
import { kubeletController } from './kubeletController';
import { loadBalancerController } from './loadBalancerController';
import { namespaceController } from './namespaceController';
import { nodeLifecycleController } from './nodeLifecycleController';
import { podDisruptionBudgetController } from './podDisruptionBudgetController';
import { replicaSetController } from './replicaSetController';
import { resourceQuotaController } from './resourceQuotaController';
import { schedulerController } from './schedulerController';
import { statefulSetController } from './statefulSetController';
import { volumeBindingController } from './volumeBindingController';
import { volumeProvisioner } from './volumeProvisioner';
import { volumeReclaimController } from './volumeReclaimController';

/** The controllers that every sandbox cluster runs. */
export const controllers: readonly Controller[] = [
  namespaceController,
  deploymentController,
  replicaSetController,
  statefulSetController,
  daemonSetController,
  jobController,
  cronJobController,
  horizontalPodAutoscalerController,
  podDisruptionBudgetController,
  volumeBindingController,
  volumeProvisioner,
  volumeReclaimController,
  schedulerController,
  nodeLifecycleController,
  kubeletController,
  endpointSliceController,
  loadBalancerController,
  ingressAddressController,
  gatewayDataPlaneController,
  gatewayController,
  resourceQuotaController,
  garbageCollector,
];
