import { Node, Pod } from '../objects/workloads';
import { ControllerContext } from './ControllerContext';
import { freePodAddress, hostAddress } from './podAddresses';
import { podCondition } from './podConditions';

type Status = Pod['status'];

/** The statuses a pod on a node goes through, as its kubelet reports them. */
export function podProgress(context: ControllerContext, pod: Pod, node: Node) {
  const now = context.now();
  const names = pod.spec.containers.map(({ name }) => name);
  const scheduled =
    pod.status.conditions?.find(({ type }) => type === 'PodScheduled') ??
    podCondition('PodScheduled', true, now);
  const conditions = (ready: boolean) => [
    podCondition('PodReadyToStartContainers', true, now),
    podCondition('Initialized', true, now),
    podCondition('Ready', ready, now, names),
    podCondition('ContainersReady', ready, now, names),
    scheduled,
  ];
  const containers = (
    state: object,
    flags: { ready: boolean; started: boolean },
  ) =>
    pod.spec.containers.map(({ name, image }) => ({
      name,
      state,
      lastState: {},
      ready: flags.ready,
      restartCount: 0,
      image,
      imageID: flags.started ? imageId(image) : '',
      started: flags.started,
    }));
  const runningState = { running: { startedAt: now } };

  return {
    creating: (): Status => ({
      ...pod.status,
      phase: 'Pending',
      conditions: conditions(false),
      hostIP: hostAddress(node),
      startTime: now,
      containerStatuses: containers(
        { waiting: { reason: 'ContainerCreating' } },
        { ready: false, started: false },
      ),
    }),
    running: (): Status => {
      const ip = freePodAddress(context, node);
      return {
        ...pod.status,
        phase: 'Running',
        conditions: conditions(false),
        podIP: ip,
        podIPs: [{ ip }],
        containerStatuses: containers(runningState, {
          ready: false,
          started: true,
        }),
      };
    },
    ready: (): Status => ({
      ...pod.status,
      conditions: conditions(true),
      containerStatuses: containers(runningState, {
        ready: true,
        started: true,
      }),
    }),
    succeeded: (): Status => ({
      ...pod.status,
      phase: 'Succeeded',
      conditions: conditions(true).map(condition =>
        condition.type === 'Ready' || condition.type === 'ContainersReady'
          ? {
              type: condition.type,
              status: 'False',
              lastProbeTime: null,
              lastTransitionTime: now,
              reason: 'PodCompleted',
            }
          : condition,
      ),
      containerStatuses: containers(
        {
          terminated: {
            exitCode: 0,
            reason: 'Completed',
            startedAt: pod.status.startTime,
            finishedAt: now,
          },
        },
        { ready: false, started: false },
      ),
    }),
  };
}

// The digest of the image is nobody's; only its place is real.
function imageId(image: string): string {
  return `${image}@sha256:${'0'.repeat(64)}`;
}
