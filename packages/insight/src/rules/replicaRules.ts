import { countPods } from '../exposures/podCount';
import { Remedy } from '../exposure';
import { DeploymentRecord } from '../records/workloads';
import { RecordSet, refKey, refOf } from '../RecordSet';
import { change, kubectl } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { counted, listed, named } from './words';

const DEPLOYMENT_FACT = {
  source:
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status',
  date: '2026-11-22',
  verified: true,
};

export const scaledToZero: ExposureRule = {
  id: 'PS34',
  title: 'The workload is scaled to zero',
  family: 'pods',
  hop: 'pods',
  severity: 'error',
  reads: ['Pod', 'Deployment'],
  fact: DEPLOYMENT_FACT,
  judge(path, { records }) {
    const { workloads } = path;
    const [first] = workloads;
    if (!first || countPods(path).wanted > 0) {
      return undefined;
    }
    return {
      status: 'scaled to zero',
      clause: `${
        workloads.length === 1
          ? `the Deployment ${first.name} is`
          : `the Deployments ${names(workloads)} are`
      } scaled to zero`,
      cause: `${listed(
        workloads.map(named),
      )}: spec.replicas is 0, so no pod is wanted.`,
      remedy: change(first, scaleUp(first, records)),
      evidence: workloads.map(workload => ({
        object: refOf(workload),
        field: 'spec.replicas',
        value: '0',
      })),
    };
  },
};

// How many pods it is to have, only its autoscaler says now. What it had before
// stands in the events of the Deployment, while they last.
function scaleUp(workload: DeploymentRecord, records: RecordSet): Remedy {
  const { namespace, name } = workload;
  const autoscaler = records
    .of('HorizontalPodAutoscaler', namespace)
    .find(({ target }) => target && refKey(target) === refKey(workload));
  return autoscaler
    ? {
        text: `Scale ${name} up to ${autoscaler.minReplicas}, the least that its HorizontalPodAutoscaler ${autoscaler.name} wants, unless it is meant to rest.`,
        command: kubectl(
          namespace,
          'scale',
          `deployment/${name}`,
          `--replicas=${autoscaler.minReplicas}`,
        ),
      }
    : {
        text: `Scale ${name} up to as many pods as it is to have, unless it is meant to rest. Its events say how many it had, while the cluster keeps them.`,
        command: kubectl(
          namespace,
          'get',
          'events',
          `--field-selector=involvedObject.kind=Deployment,involvedObject.name=${name}`,
        ),
      };
}

export const stuckRollout: ExposureRule = {
  id: 'PS31',
  title: 'The rollout is stuck',
  family: 'pods',
  hop: 'pods',
  severity: 'error',
  reads: ['Pod', 'Deployment'],
  fact: DEPLOYMENT_FACT,
  judge(path) {
    const stuck = path.workloads.filter(isStuck);
    const [first] = stuck;
    if (!first) {
      return undefined;
    }
    const condition = stuckCondition(first);
    return {
      severity: countPods(path).ready.length > 0 ? 'warning' : 'error',
      status: 'rollout stuck',
      clause: `the rollout of the Deployment ${first.name} is stuck`,
      cause: `${named(first)} has given up waiting for its new pods (${
        condition?.reason ?? condition?.type
      }); ${first.updatedReplicas} of ${counted(
        first.replicas,
        'pod',
      )} are of the new version.`,
      remedy: {
        text: 'See why the newest pods do not become ready, or go back to the version before.',
        command: kubectl(
          first.namespace,
          'rollout',
          'status',
          `deployment/${first.name}`,
        ),
      },
      evidence: stuck.map(workload => ({
        object: refOf(workload),
        field: `status.conditions[${stuckCondition(workload)?.type}]`,
        value: `${stuckCondition(workload)?.status} ${
          stuckCondition(workload)?.reason ?? ''
        }`.trim(),
      })),
    };
  },
};

export const rolloutUnderWay: ExposureRule = {
  id: 'PS35',
  title: 'A rollout is under way',
  family: 'pods',
  hop: 'pods',
  severity: 'warning',
  reads: ['Deployment'],
  fact: DEPLOYMENT_FACT,
  judge({ workloads }) {
    const rolling = workloads.filter(
      workload => isRolling(workload) && !isStuck(workload),
    );
    const [first] = rolling;
    if (!first) {
      return undefined;
    }
    const verb = first.paused ? 'is paused' : 'is under way';
    return {
      status: first.paused ? 'rollout paused' : 'rolling out',
      clause: `a rollout of the Deployment ${first.name} ${verb}`,
      cause: `${named(first)}: ${first.updatedReplicas} of ${counted(
        first.replicas,
        'pod',
      )} are of the newest version, and the rollout ${verb}.`,
      remedy: first.paused
        ? change(first, {
            text: 'Resume the rollout when it may go on.',
            command: kubectl(
              first.namespace,
              'rollout',
              'resume',
              `deployment/${first.name}`,
            ),
          })
        : {
            text: 'Wait for it to end.',
            command: kubectl(
              first.namespace,
              'rollout',
              'status',
              `deployment/${first.name}`,
            ),
          },
      evidence: rolling.map(workload => ({
        object: refOf(workload),
        field: 'status.updatedReplicas',
        value: `${workload.updatedReplicas} of ${workload.replicas}`,
      })),
    };
  },
};

export const missingPods: ExposureRule = {
  id: 'PS36',
  title: 'Fewer pods exist than are wanted',
  family: 'pods',
  hop: 'pods',
  severity: 'error',
  reads: ['Pod', 'Deployment'],
  fact: DEPLOYMENT_FACT,
  judge(path) {
    const { ready, wanted } = countPods(path);
    const { pods, workloads } = path;
    const [first] = workloads;
    if (!first || pods.length >= wanted) {
      return undefined;
    }
    const missing = wanted - pods.length;
    return {
      severity: ready.length > 0 ? 'warning' : 'error',
      status: `${missing} missing`,
      clause: `${pods.length} of the ${counted(wanted, 'wanted pod')} exist`,
      cause: `${names(workloads)} ${
        workloads.length === 1 ? 'wants' : 'want'
      } ${counted(wanted, 'pod')}, and ${
        pods.length
      } exist. Right after a change that is normal; if it lasts, a quota or an admission rule refuses new pods, and the events of the ReplicaSets name it.`,
      remedy: {
        text: 'Read the events of the ReplicaSets.',
        command: kubectl(
          first.namespace,
          'get',
          'events',
          '--field-selector=involvedObject.kind=ReplicaSet',
        ),
      },
      evidence: workloads.map(workload => ({
        object: refOf(workload),
        field: 'spec.replicas',
        value: `${workload.replicas}`,
      })),
    };
  },
};

function names(workloads: readonly DeploymentRecord[]): string {
  return listed(workloads.map(({ name }) => name));
}

function isRolling({ replicas, updatedReplicas, observed }: DeploymentRecord) {
  return replicas > 0 && (!observed || updatedReplicas < replicas);
}

function isStuck(workload: DeploymentRecord): boolean {
  return workload.replicas > 0 && stuckCondition(workload) !== undefined;
}

function stuckCondition({ conditions }: DeploymentRecord) {
  return conditions.find(
    ({ type, status, reason }) =>
      (type === 'Progressing' &&
        status === 'False' &&
        reason === 'ProgressDeadlineExceeded') ||
      (type === 'ReplicaFailure' && status === 'True'),
  );
}
