import { stackOf } from '../exposures/ingressStack';
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
    date: '2026-08-21',
    verified: true,
  },
  judge({ ingressClass }, { instant }) {
    if (!ingressClass) {
      return undefined;
    }
    const { title, unsupportedFrom, successor } = stackOf(ingressClass);
    if (!unsupportedFrom) {
      return undefined;
    }
    const ended = instant.hasReached(unsupportedFrom);
    const lastDay = new Date(unsupportedFrom.getTime() - 1)
      .toISOString()
      .slice(0, 10);
    return {
      severity: ended ? 'warning' : 'info',
      status: ended
        ? `unsupported since ${lastDay}`
        : `supported until ${lastDay}`,
      clause: ended
        ? `the support of its ingress controller (${title}) ended on ${lastDay}`
        : `the support of its ingress controller (${title}) ends on ${lastDay}`,
      cause: `The class ${ingressClass.name} is served by ${title} (${
        ingressClass.controller
      }), which ${
        ended ? 'has had' : 'will have'
      } no security fixes after ${lastDay}.`,
      remedy: { text: `Plan the move to ${successor}.` },
      evidence: [
        {
          object: refOf(ingressClass),
          field: 'spec.controller',
          value: ingressClass.controller,
        },
      ],
    };
  },
};

export const supportRules: readonly ExposureRule[] = [retiredController];
