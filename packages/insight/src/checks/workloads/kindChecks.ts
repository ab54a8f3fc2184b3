import { Labels, matchesLabels } from '../../labelSelector';
import { RecordOf } from '../../record';
import { refKey } from '../../RecordSet';
import { selectorText, named } from '../../rules/words';
import { at, recordCheck } from '../define';

const SELECTING = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;

type Selecting = RecordOf<(typeof SELECTING)[number]>;

/** Checks of whether an object is of the right kind and holds together. */
export const kindChecks = [
  recordCheck({
    id: 'WL01',
    title: 'A pod or ReplicaSet stands alone',
    family: 'workloads',
    severity: 'warning',
    judges: ['Pod', 'ReplicaSet'],
    source:
      'https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#alternatives-to-replicaset',
    date: '2026-11-28',
    judge(record) {
      return record.owner
        ? undefined
        : {
            cause:
              record.kind === 'Pod'
                ? 'Nothing starts it again when its node goes away, and nothing rolls out a new version of it.'
                : 'It keeps a number of pods running, but it rolls nothing out and nothing back.',
            remedy: {
              text: 'Write a Deployment instead, or a Job where the work ends.',
            },
            evidence: [at(record, 'kind', record.kind)],
          };
    },
  }),
  recordCheck({
    id: 'WL13',
    title: 'The selector does not fit exactly the workload’s own pods',
    family: 'workloads',
    severity: 'error',
    judges: SELECTING,
    source:
      'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
    date: '2026-11-28',
    judge(record, { records }) {
      const { selector, templateLabels, namespace } = record;
      const field = 'spec.selector';
      if (!matchesLabels(selector, templateLabels)) {
        return {
          cause: `The selector (${selectorText(
            selector.filter(({ key }) => key !== ''),
          )}) does not match the labels of the pod template (${labelText(
            templateLabels,
          )}). The API server refuses it.`,
          remedy: {
            text: 'Give the pod template every label that the selector asks for.',
          },
          evidence: [
            at(record, field, selectorText(selector)),
            at(
              record,
              'spec.template.metadata.labels',
              labelText(templateLabels),
            ),
          ],
        };
      }
      const others = SELECTING.flatMap<Selecting>(kind =>
        records.of(kind, namespace),
      ).filter(
        other =>
          refKey(other) !== refKey(record) &&
          matchesLabels(selector, other.templateLabels),
      );
      const [other] = others;
      return other
        ? {
            cause: `The selector also matches the pods of ${named(
              other,
            )}: the two count each other’s pods as their own, and budgets, Services and autoscalers mix them up.`,
            remedy: {
              text: 'Give each workload a label of its own, such as app.kubernetes.io/instance, in its selector and its pod template. The selector of an existing workload cannot change, so it has to be created anew.',
            },
            evidence: [
              at(record, field, selectorText(selector)),
              ...others.map(found =>
                at(
                  found,
                  'spec.template.metadata.labels',
                  labelText(found.templateLabels),
                ),
              ),
            ],
          }
        : undefined;
    },
  }),
];

function labelText(labels: Labels): string {
  return (
    Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(',') || 'none'
  );
}
