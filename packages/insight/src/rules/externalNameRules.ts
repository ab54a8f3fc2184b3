import { externalCircle } from '../exposures/externalTarget';
import { refOf } from '../RecordSet';
import { change } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { listed, named } from './words';

const circle: ExposureRule = {
  id: 'IN43',
  title: 'The Service leads back to itself',
  family: 'ingress',
  hop: 'service',
  severity: 'error',
  reads: ['Service', 'Ingress'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
    date: '2026-11-22',
    verified: true,
  },
  judge({ service }, { records }) {
    const names = service && externalCircle(service, records);
    if (!service || !names) {
      return undefined;
    }
    return {
      status: 'goes in a circle',
      clause: `the Service ${service.name} leads back to itself`,
      cause: `${named(service)} is only another name for ${
        service.externalName
      }, which leads back to it: ${listed(names)}. No pod stands on that way.`,
      remedy: change(service, {
        text: 'Let spec.externalName name what is outside the cluster, or give the Service a selector.',
      }),
      evidence: [
        {
          object: refOf(service),
          field: 'spec.externalName',
          value: service.externalName ?? 'absent',
        },
      ],
    };
  },
};

export const externalNameRules: readonly ExposureRule[] = [circle];
