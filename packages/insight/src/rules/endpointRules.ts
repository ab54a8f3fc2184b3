import { endpointsOf } from '../exposures/endpointCount';
import { SharedPath } from '../exposures/ExposurePath';
import { refOf } from '../RecordSet';
import { change, kubectl } from '../remedy/remedies';
import { Evidence, Remedy } from '../exposure';
import { Endpoint, ServiceRecord } from '../records/networking';
import { ExposureRule } from './ExposureRule';
import { RuleContext } from './Rule';
import { counted, named, selectorText } from './words';

const noReadyEndpoint: ExposureRule = {
  id: 'IN12',
  title: 'The Service has no ready endpoint',
  family: 'ingress',
  hop: 'endpoints',
  explainedBy: 'pods',
  severity: 'error',
  reads: ['Service', 'EndpointSlice'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions',
    date: '2026-11-22',
    verified: true,
  },
  judge(path, context) {
    const { service, slices } = path;
    if (!service || service.type === 'ExternalName') {
      return undefined;
    }
    const { all, ready } = endpointsOf(path);
    if (ready.length > 0) {
      return undefined;
    }
    return {
      status: 'none ready',
      ...explainAll(service, path, context),
      evidence: [
        ...(service.selector
          ? [
              {
                object: refOf(service),
                field: 'spec.selector',
                value: selectorText(service.selector),
              },
            ]
          : []),
        {
          object: refOf(slices[0] ?? service),
          field: 'endpoints[].conditions.ready',
          value:
            slices.length === 0
              ? 'no EndpointSlice'
              : `0 of ${all.length} true`,
        },
        ...endingEvidence(path, service),
      ],
    };
  },
};

// Where no endpoint is ready kube-proxy goes on sending to those that serve while
// they end; an ingress controller, which reads endpoints itself, need not.
// https://kubernetes.io/docs/tutorials/services/pods-and-endpoint-termination-flow/, read 2026-11-28
function explainAll(
  service: ServiceRecord,
  path: SharedPath,
  context: RuleContext,
): ReturnType<typeof explain> {
  const why = explain(service, path, context);
  const ending = endingOf(path);
  if (ending.length === 0) {
    return why;
  }
  const serving = ending.filter(endpoint => endpoint.serving).length;
  return {
    ...why,
    cause: `${why.cause} ${counted(ending.length, 'endpoint')} ${
      ending.length === 1 ? 'is' : 'are'
    } about to end, ${
      serving === 0
        ? 'and none answers any more'
        : `of which ${serving} still answer requests until then`
    }.`,
  };
}

function endingOf(path: SharedPath): Endpoint[] {
  return endpointsOf(path).all.filter(({ terminating }) => terminating);
}

function endingEvidence(path: SharedPath, service: ServiceRecord): Evidence[] {
  const ending = endingOf(path);
  return ending.length === 0
    ? []
    : [
        {
          object: refOf(path.slices[0] ?? service),
          field: 'endpoints[].conditions.terminating',
          value: `${ending.length} true, ${
            ending.filter(({ serving }) => serving).length
          } of them serving`,
        },
      ];
}

function explain(
  service: ServiceRecord,
  { pods, workloads }: SharedPath,
  { knows }: RuleContext,
): { clause: string; cause: string; remedy: Remedy } {
  const { namespace, name, selector } = service;
  const clause = `the Service ${name} has no ready endpoint`;
  if (!selector) {
    return {
      clause,
      cause: `${named(
        service,
      )} has no selector, so somebody else has to keep its EndpointSlices, and none of them has a ready endpoint.`,
      remedy: {
        text: `Find out who keeps the EndpointSlices of ${name}, or give the Service a selector.`,
        command: kubectl(
          namespace,
          'get',
          'endpointslices',
          `--selector=kubernetes.io/service-name=${name}`,
        ),
      },
    };
  }
  const text = selectorText(selector);
  const list = kubectl(namespace, 'get', 'pods', `--selector=${text}`);
  if (!knows('Pod')) {
    return {
      clause,
      cause: `None of the endpoints of ${named(
        service,
      )} is ready. Why is not known, as its pods are not.`,
      remedy: { text: 'Look at the pods it selects.', command: list },
    };
  }
  if (pods.length === 0 && workloads.length === 0 && knows('Deployment')) {
    return {
      clause: `the Service ${name} selects ${text}, and no pod has these labels`,
      cause: `${named(
        service,
      )} selects pods with ${text}. The namespace has none with these labels, nor a Deployment that would make one.`,
      remedy: change(service, {
        text: `Correct the selector of ${name} or the labels of the pods it means.`,
        command: kubectl(namespace, 'get', 'pods', '--show-labels'),
      }),
    };
  }
  if (pods.some(({ ready }) => ready)) {
    return {
      clause: `the cluster has made no endpoint of the pods of ${name}`,
      cause: `Pods that ${named(
        service,
      )} selects are ready, and its EndpointSlices do not say so. It takes the cluster a moment to follow; if it lasts, the pods lack the port or the controller manager is behind.`,
      remedy: {
        text: 'Look again in a moment, then compare the slices with the pods.',
        command: kubectl(
          namespace,
          'get',
          'endpointslices',
          `--selector=kubernetes.io/service-name=${name}`,
        ),
      },
    };
  }
  return {
    clause,
    cause:
      pods.length === 0
        ? `${named(service)} selects ${text}, and there are no such pods now.`
        : `${named(service)} selects ${counted(
            pods.length,
            'pod',
          )}, none of which is ready.`,
    remedy: {
      text: 'The pods are the reason: see what stands there.',
      command: list,
    },
  };
}

export const endpointRules: readonly ExposureRule[] = [noReadyEndpoint];
