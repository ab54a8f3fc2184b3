import { Condition, Job, Pod } from '../objects/workloads';
import { hasCondition, isActive } from './conditions';
import { Controller, keyOf, ownerKey } from './Controller';
import { ControllerContext } from './ControllerContext';
import { createPod } from './createPod';
import { reportEvent } from './reportEvent';
import { JOBS, PODS, storeName } from './resources';

/** Runs the pods of a Job until enough have succeeded. */
export const jobController: Controller = {
  name: 'kube-controller-manager',
  concerns: event => [
    ...keyOf(event, storeName(JOBS)),
    ...(event.resource === storeName(PODS) ? ownerKey(event, 'Job') : []),
  ],
  reconcile(key, context) {
    const job = context.find<Job>(JOBS, key);
    if (!job || job.metadata.deletionTimestamp || isDone(job)) {
      return;
    }
    const pods = podsOf(context, job);
    const succeeded = pods.filter(({ status }) => status.phase === 'Succeeded');
    const active = pods.filter(isActive);
    const wanted = job.spec.completions ?? 1;
    const missing = job.spec.suspend
      ? 0
      : Math.min(job.spec.parallelism ?? 1, wanted - succeeded.length) -
        active.length;
    for (let created = 0; created < missing; created++) {
      const pod = createPod(context, JOBS, job);
      reportEvent(context, JOBS, job, {
        type: 'Normal',
        reason: 'SuccessfulCreate',
        message: `Created pod: ${pod.metadata.name}`,
        component: 'job-controller',
      });
    }
    updateStatus(context, job);
  },
};

function isDone({ status }: Job): boolean {
  return (
    hasCondition(status.conditions, 'Complete') ||
    hasCondition(status.conditions, 'Failed')
  );
}

function podsOf(context: ControllerContext, { metadata }: Job): Pod[] {
  return context
    .list<Pod>(PODS, metadata.namespace)
    .filter(pod =>
      pod.metadata.ownerReferences?.some(({ uid }) => uid === metadata.uid),
    );
}

function updateStatus(context: ControllerContext, job: Job): void {
  const now = context.now();
  const pods = podsOf(context, job);
  const active = pods.filter(isActive).length;
  const count = (phase: string) =>
    pods.filter(({ status }) => status.phase === phase).length;
  const succeeded = count('Succeeded');
  const failed = count('Failed');
  const complete = succeeded >= (job.spec.completions ?? 1);
  context.setStatus(JOBS, job, {
    startTime: job.status.startTime ?? now,
    ...(complete && {
      completionTime: now,
      conditions: completion(now),
    }),
    ...(active && { active }),
    ...(succeeded && { succeeded }),
    ...(failed && { failed }),
    terminating: pods.filter(({ metadata }) => metadata.deletionTimestamp)
      .length,
    uncountedTerminatedPods: {},
    ready: active && count('Running'),
  });
}

function completion(now: string): Condition[] {
  return ['SuccessCriteriaMet', 'Complete'].map(type => ({
    type,
    status: 'True',
    lastProbeTime: now,
    lastTransitionTime: now,
    reason: 'CompletionsReached',
    message: 'Reached expected number of succeeded pods',
  }));
}
