import { Edge } from '../../edge';
import { LabelSelector } from '../../labelSelector';
import { PodTemplateRecord } from '../../records/podTemplates';
import { fieldsAt, textMap } from '../fields';
import { ownerEdges } from '../metadata';
import { declaredPorts, podSpecEdges, podSpecFacts } from '../podSpec';

type TemplateFacts = Pick<
  PodTemplateRecord<string>,
  'templateLabels' | 'templatePorts' | 'template'
>;

/** What a pod template says. */
export function templateFacts(template: unknown): TemplateFacts {
  const { metadata, spec } = fieldsAt(template);
  return {
    templateLabels: textMap(fieldsAt(metadata).labels),
    templatePorts: declaredPorts(spec),
    template: podSpecFacts(spec, metadata),
  };
}

/** The edges of a workload: its owner, its pods and what those need. */
export function workloadEdges(
  record: PodTemplateRecord<string>,
  selector?: LabelSelector,
): Edge[] {
  const { namespace, template } = record;
  return [
    ...ownerEdges(record),
    ...(selector
      ? [
          {
            relation: 'selects' as const,
            to: { kind: 'Pod', namespace, selector },
          },
        ]
      : []),
    ...podSpecEdges(template, namespace),
  ];
}
