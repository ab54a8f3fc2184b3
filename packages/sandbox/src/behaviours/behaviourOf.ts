import { KindDefinition, resourceKey } from '../kinds/KindDefinition';
import { KindBehaviour } from '../registry/KindBehaviour';
import { configMap } from './configMap';
import { cronJob } from './cronJob';
import { customResourceDefinition } from './customResourceDefinition';
import { daemonSet } from './daemonSet';
import { deployment } from './deployment';
import { horizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { httpRoute } from './httpRoute';
import { ingress } from './ingress';
import { job } from './job';
import { namespace } from './namespace';
import { networkPolicy } from './networkPolicy';
import { persistentVolume } from './persistentVolume';
import { persistentVolumeClaim } from './persistentVolumeClaim';
import { pod } from './pod';
import { podDisruptionBudget } from './podDisruptionBudget';
import { replicaSet } from './replicaSet';
import { service } from './service';
import { statefulSet } from './statefulSet';
import { storageClass } from './storageClass';

const RBAC: KindBehaviour = { nameRule: 'path' };

const REVIEW: KindBehaviour = { zero: { spec: {}, status: {} } };

const BEHAVIOURS: Record<string, KindBehaviour> = {
  '/configmaps': configMap,
  '/namespaces': namespace,
  '/pods': pod,
  '/services': service,
  '/persistentvolumeclaims': persistentVolumeClaim,
  '/persistentvolumes': persistentVolume,
  '/resourcequotas': { answersWithDeleted: true },
  '/serviceaccounts': { answersWithDeleted: true },
  'apiextensions.k8s.io/customresourcedefinitions': customResourceDefinition,
  'apps/deployments': deployment,
  'apps/replicasets': replicaSet,
  'apps/statefulsets': statefulSet,
  'apps/daemonsets': daemonSet,
  'authorization.k8s.io/selfsubjectaccessreviews': REVIEW,
  'authorization.k8s.io/selfsubjectrulesreviews': REVIEW,
  'autoscaling/horizontalpodautoscalers': horizontalPodAutoscaler,
  'batch/cronjobs': cronJob,
  'batch/jobs': job,
  'gateway.networking.k8s.io/httproutes': httpRoute,
  'networking.k8s.io/ingresses': ingress,
  'networking.k8s.io/networkpolicies': networkPolicy,
  'policy/poddisruptionbudgets': podDisruptionBudget,
  'rbac.authorization.k8s.io/clusterroles': RBAC,
  'rbac.authorization.k8s.io/clusterrolebindings': RBAC,
  'rbac.authorization.k8s.io/roles': RBAC,
  'rbac.authorization.k8s.io/rolebindings': RBAC,
  'storage.k8s.io/storageclasses': storageClass,
};

const NOTHING_SPECIAL: KindBehaviour = {};

/** What is special about a kind when its objects are written. */
export function behaviourOf(
  kind: Pick<KindDefinition, 'group' | 'plural'>,
): KindBehaviour {
  return BEHAVIOURS[resourceKey(kind)] ?? NOTHING_SPECIAL;
}
