import { stackOfPath, stackSubjectOf } from '../exposures/pathStack';
import { classEvidence } from '../exposures/classEvidence';
import { refOf } from '../RecordSet';
import { ExposureRule } from './ExposureRule';

const retiredController: ExposureRule = {
  id: 'IN29',
  title: 'The support of the ingress controller ends or has ended',
  family: 'ingress',
  hop: 'listener',
  severity: 'warning',
  reads: ['IngressClass'],
  fact: {
    source:
      'https://learn.microsoft.com/azure/aks/app-routing (retirement of Ingress NGINX)',
    date: '2026-11-24',
    verified: true,
  },
  judge(path, { instant }) {
    const { ingressClass, route } = path;
    const subject = stackSubjectOf(path);
    const stack = stackOfPath(path, instant);
    if (!subject || !stack?.lastDay || route.record.kind !== 'Ingress') {
      return undefined;
    }
    const { title, lastDay, support, successor, docs } = stack;
    const ended = support === 'ended';
    return {
      severity: support === 'supported' ? 'info' : 'warning',
      title: ended
        ? 'The support of the ingress controller has ended'
        : 'The support of the ingress controller ends',
      status: ended
        ? `unsupported since ${lastDay}`
        : `supported until ${lastDay}`,
      clause: ended
        ? `the support of its ingress controller (${title}) ended on ${lastDay}`
        : `the support of its ingress controller (${title}) ends on ${lastDay}`,
      cause: `The class ${subject.name} is served by ${title} (${
        subject.controller
      }), which ${
        ended ? 'has had' : 'will have'
      } no security fixes after ${lastDay}.`,
      remedy: {
        text: `Move to ${successor}.${docs ? ` How: ${docs}` : ''}`,
      },
      evidence: [
        ingressClass
          ? {
              object: refOf(ingressClass),
              field: 'spec.controller',
              value: ingressClass.controller,
            }
          : classEvidence(route.record),
      ],
    };
  },
};

export const supportRules: readonly ExposureRule[] = [retiredController];
