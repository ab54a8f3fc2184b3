import {
  ContainerSpec,
  SecurityContextFacts,
} from '../../records/podTemplates';
import { Check, CheckInfo } from '../Check';
import { at, capital, containersNamed, workloadCheck } from '../define';
import { containerPath, Workload } from '../Workload';

/** The standards, as of Kubernetes 1.36. */
export const STANDARDS = {
  family: 'pod-security',
  source:
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  date: '2026-11-28',
} as const;

type Told = Pick<CheckInfo, 'id' | 'title' | 'severity' | 'level'>;

/** A field below a security context, and what stands there, where it is wrong. */
interface Wrong {
  field: string;
  value: string;
}

/**
 * A check of the security contexts of a pod and of each of its containers, which
 * both may say something that is not allowed.
 */
export function contextCheck(
  facts: Told & {
    wrong(context: SecurityContextFacts): Wrong | undefined;
    /** Says what is wrong with who says it: "The pod and the container app". */
    cause(who: string): string;
    remedy: string;
    /** Pods that it is not about. */
    unless?(workload: Workload): boolean;
  },
): Check {
  return workloadCheck({
    ...STANDARDS,
    ...facts,
    judge(workload) {
      const { record, podSpec, path } = workload;
      if (facts.unless?.(workload)) {
        return undefined;
      }
      const ofPod = podSpec.context && facts.wrong(podSpec.context);
      const ofContainers = podSpec.containers.flatMap(container => {
        const wrong = container.context && facts.wrong(container.context);
        return wrong ? [{ container, wrong }] : [];
      });
      const who = [
        ...(ofPod ? ['the pod'] : []),
        ...(ofContainers.length > 0
          ? [containersNamed(ofContainers.map(({ container }) => container))]
          : []),
      ].join(' and ');
      return who
        ? {
            cause: facts.cause(capital(who)),
            remedy: { text: facts.remedy },
            evidence: [
              ...(ofPod
                ? [
                    at(
                      record,
                      `${path}.securityContext.${ofPod.field}`,
                      ofPod.value,
                    ),
                  ]
                : []),
              ...ofContainers.map(({ container, wrong }) =>
                at(
                  record,
                  `${containerPath(workload, container)}.securityContext.${
                    wrong.field
                  }`,
                  wrong.value,
                ),
              ),
            ],
          }
        : undefined;
    },
  });
}

/** Whether the pods are for Windows, which knows few of the settings of Linux. */
export function isForWindows({ podSpec }: Workload): boolean {
  return podSpec.os === 'windows';
}

/** Containers for which something does not hold, each with the field to set. */
export function unsetIn(
  workload: Workload,
  isUnset: (container: ContainerSpec) => boolean,
  field: string,
) {
  const containers = workload.podSpec.containers.filter(isUnset);
  return {
    containers,
    evidence: containers.map(container =>
      at(
        workload.record,
        `${containerPath(workload, container)}.securityContext.${field}`,
        undefined,
      ),
    ),
  };
}
