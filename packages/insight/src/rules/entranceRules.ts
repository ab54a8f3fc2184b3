import { Entrance } from '../exposures/Entrance';
import { refOf } from '../RecordSet';
import { kubectl } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { named } from './words';

// Not under `reads`: where the proxies run cannot always be seen, and what the
// class or the Gateway says of the listener stands all the same.
const withoutProxy: ExposureRule = {
  id: 'IN62',
  title: 'No pod of the proxy is ready that takes the traffic',
  family: 'ingress',
  hop: 'listener',
  severity: 'error',
  reads: [],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions',
    date: '2026-11-22',
    verified: true,
  },
  judge({ entrance, route }, { knows }) {
    if (
      !entrance ||
      route.record.kind === 'Service' ||
      !entrance.service.selector ||
      !knows('EndpointSlice') ||
      readyProxies(entrance) > 0
    ) {
      return undefined;
    }
    const { service, pods, slices } = entrance;
    return {
      status: 'no proxy ready',
      clause: `no pod behind the Service ${service.namespace}/${service.name} is ready, through which the traffic comes in`,
      cause: `Traffic for this address comes in through ${named(service)}. ${
        pods.length === 0
          ? 'It selects no pod'
          : `It selects ${pods.length} of the proxy's pods`
      }, and none is ready, so that nobody takes the connection.`,
      remedy: {
        text: 'See why the pods of the proxy do not run; whoever looks after the ingress controller can tell.',
        command: kubectl(
          service.namespace,
          'get',
          'endpointslices',
          `--selector=kubernetes.io/service-name=${service.name}`,
        ),
      },
      evidence: [
        {
          object: refOf(slices[0] ?? service),
          field: 'endpoints[].conditions.ready',
          value: slices.length === 0 ? 'no EndpointSlice' : 'none true',
        },
      ],
    };
  },
};

function readyProxies({ slices }: Entrance): number {
  return slices
    .flatMap(({ endpoints }) => endpoints)
    .filter(({ ready }) => ready).length;
}

/** What stands between the address and the listener. */
export const entranceRules: readonly ExposureRule[] = [withoutProxy];
