import { change, kubectl } from '../remedy/remedies';
import { refOf } from '../RecordSet';
import { ExposureRule } from './ExposureRule';
import { isNew, waitOrBreak } from './patience';
import { named } from './words';

const serviceWithoutAddress: ExposureRule = {
  id: 'IN01',
  title: 'The load balancer has not given the Service an address',
  family: 'ingress',
  hop: 'address',
  routeKind: 'Service',
  // Each says why there is no address; IN09 does not always.
  yieldsTo: [
    ...['IN02', 'IN03', 'IN04', 'IN05', 'IN06', 'IN07'],
    ...['IN08', 'IN10', 'IN28'],
  ],
  severity: 'error',
  reads: ['Service'],
  fact: {
    source:
      'https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/ and the events of its service controller',
    date: '2026-08-19',
    verified: true,
  },
  judge({ route: { record } }, { instant }) {
    if (
      record.kind !== 'Service' ||
      record.type !== 'LoadBalancer' ||
      record.addresses.length > 0
    ) {
      return undefined;
    }
    const waiting = isNew(record.createdAt, instant);
    return {
      ...waitOrBreak(waiting),
      status: waiting ? 'waiting for an address' : 'no address',
      clause: `the load balancer has not given the Service ${record.name} an address`,
      cause: `${named(
        record,
      )} is of type LoadBalancer, and its status names no address. The events of the Service say why Azure could not make one.`,
      remedy: {
        text: 'Read the events of the Service: they quote what Azure answered.',
        command: kubectl(
          record.namespace,
          'describe',
          `service/${record.name}`,
        ),
      },
      evidence: [
        {
          object: refOf(record),
          field: 'status.loadBalancer.ingress',
          value: 'empty',
        },
      ],
    };
  },
};

const ingressWithoutAddress: ExposureRule = {
  id: 'IN35',
  title: 'No controller has given the Ingress an address',
  family: 'ingress',
  hop: 'address',
  routeKind: 'Ingress',
  explainedBy: 'listener',
  severity: 'error',
  reads: ['Ingress'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
    date: '2026-11-22',
    verified: false,
  },
  judge({ route: { record }, ingressClass }, { instant }) {
    if (record.kind !== 'Ingress' || record.addresses.length > 0) {
      return undefined;
    }
    const waiting = isNew(record.createdAt, instant);
    return {
      ...waitOrBreak(waiting),
      status: waiting ? 'waiting for an address' : 'no address',
      clause: `the Ingress ${record.name} has no address`,
      ...(ingressClass
        ? {
            cause: `The status of ${named(
              record,
            )} names no address: the controller ${
              ingressClass.controller
            } of class ${
              ingressClass.name
            } does not run, does not watch this namespace, has no address itself, or refuses the Ingress.`,
            remedy: {
              text: 'See whether the controller runs; the events of the Ingress quote what it refuses.',
              command: kubectl(
                record.namespace,
                'describe',
                `ingress/${record.name}`,
              ),
            },
          }
        : {
            cause: `The status of ${named(
              record,
            )} names no address: no controller has taken the Ingress.`,
            remedy: change(record, {
              text: 'Give the Ingress a class that a controller of this cluster serves.',
            }),
          }),
      evidence: [
        {
          object: refOf(record),
          field: 'status.loadBalancer.ingress',
          value: 'empty',
        },
      ],
    };
  },
};

export const addressRules: readonly ExposureRule[] = [
  serviceWithoutAddress,
  ingressWithoutAddress,
];
