import { LabelSelector, matchesLabels } from '../../labelSelector';
import { KubernetesRecord } from '../../record';
import { counted, named, selectorText } from '../../rules/words';
import { CheckContext, CheckDoubt, CheckFault } from '../Check';
import { at, recordCheck } from '../define';
import { workloadsIn, workloadsSelected } from '../lookups';
import { WORKLOAD_KINDS } from '../Workload';

const DATE = '2026-11-28';

const NOBODY: LabelSelector = [{ key: '', operator: 'Exists' }];

/** Checks of whether what selects pods selects any. */
export const selectionChecks = [
  recordCheck({
    id: 'WL21',
    title: 'The disruption budget selects no pods',
    family: 'workloads',
    severity: 'error',
    judges: ['PodDisruptionBudget'],
    besides: WORKLOAD_KINDS,
    source:
      'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget',
    date: DATE,
    judge: (budget, context) =>
      budget.selector.length === 0
        ? undefined
        : nothing(budget, budget.selector, context, {
            field: 'spec.selector',
            means: 'It protects nothing: a drain takes all pods at once.',
          }),
  }),
  recordCheck({
    id: 'WL22',
    title: 'The Service selects no pods',
    family: 'workloads',
    severity: 'error',
    judges: ['Service'],
    besides: WORKLOAD_KINDS,
    source:
      'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
    date: DATE,
    judge: (service, context) =>
      service.selector &&
      nothing(service, service.selector, context, {
        field: 'spec.selector',
        means: 'Whoever calls it is refused.',
      }),
  }),
  recordCheck({
    id: 'WL23',
    title: 'The NetworkPolicy selects no pods',
    family: 'workloads',
    severity: 'warning',
    judges: ['NetworkPolicy'],
    besides: WORKLOAD_KINDS,
    source:
      'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
    date: DATE,
    judge: (policy, context) =>
      policy.selector.length === 0
        ? undefined
        : nothing(policy, policy.selector, context, {
            field: 'spec.podSelector',
            means: 'It limits nothing, and what it allows has no effect.',
          }),
  }),
  recordCheck({
    id: 'WL24',
    title: 'The Service sends to a port name that no container has',
    family: 'workloads',
    severity: 'error',
    judges: ['Service'],
    besides: WORKLOAD_KINDS,
    source:
      'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
    date: DATE,
    judge(service, context) {
      const workloads = workloadsSelected(
        service.namespace,
        service.selector ?? NOBODY,
        context,
      );
      const names = new Set(
        workloads.flatMap(({ record }) =>
          (record.kind === 'Pod'
            ? record.ports
            : record.templatePorts ?? []
          ).flatMap(({ name, protocol }) =>
            name ? [`${protocol} ${name}`] : [],
          ),
        ),
      );
      const index = service.ports.findIndex(
        ({ targetPort, protocol }) =>
          typeof targetPort === 'string' &&
          !names.has(`${protocol} ${targetPort}`),
      );
      const port = service.ports[index];
      return workloads.length === 0 || !port
        ? undefined
        : {
            cause: `Its port ${port.port} leads to the port ${
              port.targetPort
            } (${port.protocol}), and no container of ${named(
              workloads[0].record,
            )} has one of that name.`,
            remedy: {
              text: 'Name the port of the container so, or give the number as targetPort.',
            },
            evidence: [
              at(service, `spec.ports[${index}].targetPort`, port.targetPort),
            ],
          };
    },
  }),
];

/** What is to say of an object whose selector no pod meets. */
function nothing(
  record: KubernetesRecord,
  selector: LabelSelector,
  context: CheckContext,
  { field, means }: { field: string; means: string },
): CheckFault | CheckDoubt | undefined {
  const { namespace } = record;
  const workloads = workloadsIn(namespace, context);
  if (
    workloads.some(({ podLabels }) => matchesLabels(selector, podLabels)) ||
    context.records.matching('Pod', namespace, selector).length > 0
  ) {
    return undefined;
  }
  const written = selectorText(selector.filter(({ key }) => key !== ''));
  const evidence = [at(record, field, written || 'absent')];
  const remedy = {
    text: `Make ${field} ask for the labels that the pods have.`,
  };
  if (written === '') {
    return {
      cause: `It has no selector, so no pod is meant. ${means}`,
      remedy,
      evidence,
    };
  }
  if (WORKLOAD_KINDS.every(context.knows)) {
    return {
      cause: `No pod of the namespace ${namespace} has the labels ${written}. ${means}`,
      remedy,
      evidence,
    };
  }
  // Next to workloads that it misses, it is far more likely to be wrong than
  // about something that is elsewhere.
  return workloads.length > 0
    ? {
        severity: 'warning',
        cause: `It selects ${written}. Beside it ${
          workloads.length === 1 ? 'is' : 'are'
        } ${counted(
          workloads.length,
          'workload',
        )}, whose pods do not have these labels. ${means} That is, unless pods are meant that are not among these manifests.`,
        remedy,
        evidence: [
          ...evidence,
          ...workloads
            .slice(0, 5)
            .map(({ record: other, podLabels, metadataPath }) =>
              at(
                other,
                `${metadataPath}.labels`,
                Object.entries(podLabels)
                  .map(([key, value]) => `${key}=${value}`)
                  .join(',') || 'no labels',
              ),
            ),
        ],
      }
    : {
        unknown: `Whether any pod has the labels ${written} is not known: no workload of the namespace ${namespace} is among these manifests.`,
        evidence,
      };
}
