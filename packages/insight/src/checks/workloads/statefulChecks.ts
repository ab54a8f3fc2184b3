import { matchesLabels } from '../../labelSelector';
import { selectorText } from '../../rules/words';
import { at, recordCheck } from '../define';

/** Checks of StatefulSets. */
export const statefulChecks = [
  recordCheck({
    id: 'WL04',
    title: 'The StatefulSet has no headless Service that names its pods',
    family: 'workloads',
    severity: 'warning',
    judges: ['StatefulSet'],
    besides: ['Service'],
    source:
      'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations',
    date: '2026-11-28',
    judge(record, { records, knows }) {
      const { serviceName, namespace, templateLabels } = record;
      const evidence = [at(record, 'spec.serviceName', serviceName)];
      const remedy = {
        text: 'Write a Service with clusterIP: None that selects its pods, and name it in spec.serviceName.',
      };
      const missing =
        'its pods have no names in DNS by which they find each other.';
      if (!serviceName) {
        return {
          cause: `It names no Service, so ${missing}`,
          remedy,
          evidence,
        };
      }
      const service = records.get({
        kind: 'Service',
        namespace,
        name: serviceName,
      });
      if (!service) {
        return knows('Service')
          ? {
              cause: `The Service ${serviceName} does not exist, so ${missing}`,
              remedy,
              evidence,
            }
          : {
              unknown: `Whether the Service ${serviceName} exists is not known: it is not among these manifests.`,
              evidence,
            };
      }
      const selects =
        service.selector && matchesLabels(service.selector, templateLabels);
      return service.headless && selects
        ? undefined
        : {
            cause: `The Service ${serviceName} ${
              service.headless ? 'selects other pods' : 'is not headless'
            }, so ${missing}`,
            remedy,
            evidence: [
              ...evidence,
              service.headless
                ? at(
                    service,
                    'spec.selector',
                    selectorText(service.selector ?? []) || undefined,
                  )
                : at(service, 'spec.clusterIP', 'not None'),
            ],
          };
    },
  }),
  recordCheck({
    id: 'WL05',
    title: 'A StatefulSet keeps nothing',
    family: 'workloads',
    severity: 'info',
    judges: ['StatefulSet'],
    source:
      'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#using-statefulsets',
    date: '2026-11-28',
    judge(record) {
      return record.claimTemplates.length > 0 ||
        record.template.claims.length > 0
        ? undefined
        : {
            cause:
              'It has no volume of its own. Where its pods do not need lasting names either, a Deployment rolls out faster and moves freely.',
            remedy: {
              text: 'Write a Deployment, unless the pods find each other by name.',
            },
            evidence: [at(record, 'spec.volumeClaimTemplates', undefined)],
          };
    },
  }),
  recordCheck({
    id: 'WL36',
    title: 'A StatefulSet kills its pods without a moment to end',
    family: 'workloads',
    severity: 'warning',
    judges: ['StatefulSet'],
    source:
      'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#deployment-and-scaling-guarantees',
    date: '2026-11-28',
    judge(record) {
      return record.template.terminationGraceSeconds === 0
        ? {
            cause:
              'A pod that is killed at once cannot write out what it holds, and two pods of one name may run at the same time.',
            remedy: {
              text: 'Set terminationGracePeriodSeconds to as long as it needs to stop, or leave it out for 30 seconds.',
            },
            evidence: [
              at(record, 'spec.template.spec.terminationGracePeriodSeconds', 0),
            ],
          }
        : undefined;
    },
  }),
];
