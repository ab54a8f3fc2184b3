import { Container, Node, Pod } from '../objects/workloads';
import { ControllerContext } from './ControllerContext';
import { freePodAddress } from './podAddresses';
import { exitCodeOf, isImageMissing, unansweredProbe } from './podTrouble';
import { reportEvent } from './reportEvent';
import { PODS } from './resources';

type Status = Pod['status'];

const LONGEST_BACK_OFF = 300_000;

/** The wait before a container is started again: doubled each time. */
export function backOff({ timing }: ControllerContext, pod: Pod): number {
  const wait = timing.backOff * 2 ** Math.max(restartsOf(pod) - 1, 0);
  return Math.min(wait, LONGEST_BACK_OFF);
}

/** How often the containers of a pod were started again. */
export function restartsOf({ status }: Pod): number {
  return Number(status.containerStatuses?.[0]?.restartCount ?? 0);
}

/** The statuses of a pod whose containers do not come up, with their events. */
export function troubledProgress(
  context: ControllerContext,
  pod: Pod,
  node: Node,
) {
  const now = context.now();
  const { containerStatuses = [] } = pod.status;
  const affected = pod.spec.containers.filter(isImageMissing);
  const report = (reason: string, message: string, type?: 'Normal') =>
    reportEvent(context, PODS, pod, {
      type: type ?? 'Warning',
      reason,
      message,
      component: 'kubelet',
    });
  const waiting = (reason: string, messageOf: (one: Container) => string) =>
    containerStatuses.map(status => {
      const container = affected.find(({ name }) => name === status.name);
      return container
        ? {
            ...status,
            state: { waiting: { reason, message: messageOf(container) } },
          }
        : { ...status, state: { running: { startedAt: now } }, started: true };
    });

  return {
    pullFailed: (): Status => {
      const ip = freePodAddress(context, node);
      for (const { image } of affected) {
        report('Pulling', `Pulling image "${image}"`, 'Normal');
        report('Failed', `Failed to pull image "${image}": ${notFound(image)}`);
        report('Failed', 'Error: ErrImagePull');
      }
      return {
        ...pod.status,
        podIP: ip,
        podIPs: [{ ip }],
        containerStatuses: waiting('ErrImagePull', ({ image }) =>
          notFound(image),
        ),
      };
    },
    pullBackedOff: (): Status => {
      for (const { image } of affected) {
        report('BackOff', `Back-off pulling image "${image}"`, 'Normal');
        report('Failed', 'Error: ImagePullBackOff');
      }
      return {
        ...pod.status,
        containerStatuses: waiting(
          'ImagePullBackOff',
          ({ image }) =>
            `Back-off pulling image "${image}": ErrImagePull: ${notFound(
              image,
            )}`,
        ),
      };
    },
    crashed: (): Status => {
      const { name, namespace, uid } = pod.metadata;
      const exitCode = exitCodeOf(pod);
      const wait = duration(backOff(context, pod));
      const restarts = restartsOf(pod) + 1;
      return {
        ...pod.status,
        containerStatuses: containerStatuses.map(status => {
          report(
            'BackOff',
            `Back-off restarting failed container ${status.name} in pod ${name}_${namespace}(${uid})`,
          );
          return {
            ...status,
            state: {
              waiting: {
                reason: 'CrashLoopBackOff',
                message: `back-off ${wait} restarting failed container=${status.name} pod=${name}_${namespace}(${uid})`,
              },
            },
            lastState: {
              terminated: {
                exitCode,
                reason: exitCode === 137 ? 'OOMKilled' : 'Error',
                startedAt: pod.status.startTime,
                finishedAt: now,
              },
            },
            ready: false,
            started: false,
            restartCount: restarts,
          };
        }),
      };
    },
  };
}

/** Reports that nobody answers a pod's readiness probes. */
export function reportUnansweredProbes(
  context: ControllerContext,
  pod: Pod,
): void {
  for (const container of pod.spec.containers) {
    const port = unansweredProbe(container);
    if (port !== undefined) {
      reportEvent(context, PODS, pod, {
        type: 'Warning',
        reason: 'Unhealthy',
        message: `Readiness probe failed: dial tcp ${pod.status.podIP}:${port}: connect: connection refused`,
        component: 'kubelet',
      });
    }
  }
}

function notFound(image: string): string {
  return `rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
}

/** As Go writes durations: `10s`, `1m20s`, `5m0s`. */
function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}
