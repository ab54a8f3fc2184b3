import { Evidence } from '../exposure';
import { KubernetesRecord, RecordKind, RecordOf } from '../record';
import { refOf } from '../RecordSet';
import { ContainerSpec } from '../records/podTemplates';
import {
  Check,
  CheckContext,
  CheckDoubt,
  CheckFault,
  CheckInfo,
} from './Check';
import {
  containerPath,
  Workload,
  WORKLOAD_KINDS,
  workloadOf,
} from './Workload';

type Found = CheckFault | CheckDoubt | undefined;

interface Facts extends Omit<CheckInfo, 'reads' | 'judges' | 'fact'> {
  /** The kinds that it looks at besides those that it judges. */
  besides?: readonly RecordKind[];
  source: string;
  /** The day on which the source was read. */
  date: string;
  /** False for what is common knowledge but was not found in a source. */
  verified?: false;
}

/** A check of objects of some kinds. */
export function recordCheck<Kind extends RecordKind>(
  facts: Facts & {
    judges: readonly Kind[];
    judge(record: RecordOf<Kind>, context: CheckContext): Found;
  },
): Check {
  const concerns = (record: KubernetesRecord): record is RecordOf<Kind> =>
    facts.judges.some(kind => kind === record.kind);
  return {
    ...infoOf(facts, facts.judges),
    concerns,
    judge: (record, context) =>
      concerns(record) ? facts.judge(record, context) : undefined,
  };
}

/** A check of what workloads say of their pods. */
export function workloadCheck(
  facts: Facts & {
    /** Absent, every kind with a pod template, and bare pods. */
    judges?: readonly (typeof WORKLOAD_KINDS)[number][];
    judge(workload: Workload, context: CheckContext): Found;
  },
): Check {
  const judges: readonly RecordKind[] = facts.judges ?? WORKLOAD_KINDS;
  const subject = (record: KubernetesRecord) =>
    judges.includes(record.kind) ? workloadOf(record) : undefined;
  return {
    ...infoOf(facts, judges),
    concerns: record => subject(record) !== undefined,
    judge: (record, context) => {
      const workload = subject(record);
      return workload && facts.judge(workload, context);
    },
  };
}

/**
 * A check of every container for itself: those at fault are named together, each
 * with the field that is to change.
 */
export function containerCheck(
  facts: Facts & {
    judges?: readonly (typeof WORKLOAD_KINDS)[number][];
    /** The field below the container and what stands there, where it is wrong. */
    wrong(
      container: ContainerSpec,
      workload: Workload,
    ): { field: string; value: string } | undefined;
    /** Says what is wrong with the containers of these names. */
    cause(containers: string): string;
    remedy: string;
  },
): Check {
  return workloadCheck({
    ...facts,
    judge(workload) {
      const faults = workload.podSpec.containers.flatMap(container => {
        const wrong = facts.wrong(container, workload);
        return wrong ? [{ container, wrong }] : [];
      });
      return faults.length > 0
        ? {
            cause: facts.cause(
              capital(
                containersNamed(faults.map(({ container }) => container)),
              ),
            ),
            remedy: { text: facts.remedy },
            evidence: faults.map(({ container, wrong }) =>
              at(
                workload.record,
                `${containerPath(workload, container)}.${wrong.field}`,
                wrong.value,
              ),
            ),
          }
        : undefined;
    },
  });
}

/** What a field of an object says. */
export function at(
  record: KubernetesRecord,
  field: string,
  value: string | number | boolean | undefined,
): Evidence {
  return {
    object: refOf(record),
    field,
    value: value === undefined ? 'absent' : String(value),
  };
}

/** A text as the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Containers by name: `the container app`. */
export function containersNamed(containers: readonly ContainerSpec[]): string {
  const names = containers.map(({ container }) => container);
  return names.length === 1
    ? `the container ${names[0]}`
    : `each of the containers ${names.join(', ')}`;
}

function infoOf(
  { id, title, family, severity, level, ...facts }: Facts,
  judges: readonly RecordKind[],
): CheckInfo {
  const { besides = [], source, date, verified = true } = facts;
  return {
    id,
    title,
    family,
    severity,
    judges,
    reads: [...new Set([...judges, ...besides])],
    ...(level && { level }),
    fact: { source, date, verified },
  };
}
