import { WorkloadPlan } from '../plan/WorkloadPlan';
import { horizontalPodAutoscaler, verticalPodAutoscaler } from './autoscalers';
import { configMaps } from './configMaps';
import { disruptionBudget } from './disruptionBudget';
import { ingresses } from './ingress';
import { scaledObject, triggerAuthentications } from './keda';
import { Manifest } from './Manifest';
import { networkPolicy } from './networkPolicy';
import { gatewayRoutes } from './routes';
import { secretSources } from './secretSources';
import { serviceAccount, services } from './services';
import { volumeClaims } from './storageMounts';
import { workload } from './workload';

// A plan never changes, and each form asks for the objects of one several times.
const known = new WeakMap<WorkloadPlan, readonly Manifest[]>();

/** Every object of a plan, what others need before what needs it. */
export function manifests(plan: WorkloadPlan): readonly Manifest[] {
  const made = known.get(plan) ?? manifestsOf(plan);
  known.set(plan, made);
  return made;
}

function manifestsOf(plan: WorkloadPlan): Manifest[] {
  const { intent } = plan;
  return [
    serviceAccount(intent),
    ...configMaps(intent),
    ...secretSources(intent),
    ...volumeClaims(intent),
    ...triggerAuthentications(plan),
    ...services(plan),
    workload(plan),
    ...horizontalPodAutoscaler(plan),
    ...scaledObject(plan),
    ...verticalPodAutoscaler(plan),
    ...disruptionBudget(plan),
    ...networkPolicy(plan),
    ...gatewayRoutes(intent),
    ...ingresses(intent),
  ];
}
