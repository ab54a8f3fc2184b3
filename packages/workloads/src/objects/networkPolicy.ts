import type {
  INetworkPolicy,
  INetworkPolicyEgressRule,
  INetworkPolicyIngressRule,
  INetworkPolicyPeer,
} from 'kubernetes-models/networking.k8s.io/v1';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { ends, WorkloadPlan } from '../plan/WorkloadPlan';
import { metadataFor, selectorLabels } from './labels';
import { Comment, lean, Manifest } from './Manifest';

const NAMESPACE = 'kubernetes.io/metadata.name';

/** Who may reach the pods, and whom they may call. */
export function networkPolicy(plan: WorkloadPlan): Manifest[] {
  const { intent } = plan;
  const { network } = intent;
  if (!network.policy) {
    return [];
  }
  const { rules, comments } = ingressRules(plan);
  const object: INetworkPolicy & Manifest['object'] = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadataFor(intent),
    spec: {
      podSelector: { matchLabels: selectorLabels(intent) },
      policyTypes: network.egress ? ['Ingress', 'Egress'] : ['Ingress'],
      ...(rules.length > 0 ? { ingress: rules } : {}),
      ...(network.egress ? { egress: egressRules(plan) } : {}),
    },
  };
  return [
    {
      object,
      comments: [
        ...comments,
        ...(network.egress
          ? [
              {
                path: ['spec', 'egress'],
                text: 'Port 53 to everywhere: names have to be found first, and no label names the cache on the node that may be asked.',
              },
            ]
          : []),
      ],
    },
  ];
}

function ingressRules({ intent, kind }: WorkloadPlan): {
  rules: INetworkPolicyIngressRule[];
  comments: Comment[];
} {
  const { exposure, network, ports } = intent;
  if (ends(kind) || ports.length === 0) {
    return {
      rules: [],
      comments: [
        {
          path: ['spec', 'policyTypes'],
          text: 'Nobody may reach the pods: they have no port.',
        },
      ],
    };
  }
  const open = ports.map(({ name, protocol }) => ({ protocol, port: name }));
  const own: INetworkPolicyPeer[] =
    kind === 'StatefulSet'
      ? [{ podSelector: { matchLabels: selectorLabels(intent) } }]
      : [];
  const peers = [
    ...own,
    ...network.allowFrom.map(caller => peerOf(caller)),
    ...controllerPeers(intent),
  ];
  // Azure's load balancers and Application Gateway for Containers come from
  // addresses that no label names.
  const outside = comesFromOutside(intent);
  if (peers.length === own.length && !outside) {
    return {
      rules: own.length > 0 ? [{ from: own, ports: open }] : [],
      comments: [
        {
          path: ['spec', 'policyTypes'],
          text: `Nobody ${
            own.length > 0 ? 'else ' : ''
          }may call the pods: callers are named in network.allowFrom.`,
        },
      ],
    };
  }
  return {
    rules: [
      ...(peers.length > 0 ? [{ from: peers, ports: open }] : []),
      ...(outside ? [{ ports: open }] : []),
    ],
    comments: outside
      ? [
          {
            path: ['spec', 'ingress'],
            text:
              exposure.type === 'load-balancer'
                ? 'Everybody: which addresses get through is decided at the load balancer (loadBalancerSourceRanges).'
                : 'Everybody: the gateway calls from outside the cluster, from addresses that this file cannot know.',
          },
        ]
      : [],
  };
}

function comesFromOutside({ exposure }: WorkloadIntent): boolean {
  return (
    exposure.type === 'load-balancer' ||
    (exposure.type === 'gateway' &&
      exposure.gateway.use === 'own' &&
      exposure.gateway.stack === 'application-gateway-for-containers')
  );
}

// The data plane of a Gateway runs in the namespace of the Gateway, with its
// name as a label: https://gateway-api.sigs.k8s.io/geps/gep-1762/.
function controllerPeers(intent: WorkloadIntent): INetworkPolicyPeer[] {
  const { exposure, name } = intent;
  if (exposure.type === 'ingress') {
    return [
      {
        namespaceSelector: {
          matchLabels: { [NAMESPACE]: exposure.controllerNamespace },
        },
      },
    ];
  }
  if (exposure.type !== 'gateway' || comesFromOutside(intent)) {
    return [];
  }
  const gateway = 'gateway.networking.k8s.io/gateway-name';
  return exposure.gateway.use === 'shared'
    ? [
        {
          namespaceSelector: {
            matchLabels: { [NAMESPACE]: exposure.gateway.namespace },
          },
          podSelector: { matchLabels: { [gateway]: exposure.gateway.name } },
        },
      ]
    : [{ podSelector: { matchLabels: { [gateway]: name } } }];
}

function peerOf({
  namespace,
  labels,
}: {
  namespace?: string;
  labels?: Record<string, string>;
}): INetworkPolicyPeer {
  return {
    ...(namespace
      ? { namespaceSelector: { matchLabels: { [NAMESPACE]: namespace } } }
      : {}),
    ...(labels || !namespace
      ? { podSelector: labels ? { matchLabels: labels } : {} }
      : {}),
  };
}

function egressRules({
  intent,
  kind,
}: WorkloadPlan): INetworkPolicyEgressRule[] {
  const wanted = (intent.network.egress ?? []).map(({ to, ports }) =>
    lean<INetworkPolicyEgressRule>({
      to: ['cidr' in to ? { ipBlock: { cidr: to.cidr } } : peerOf(to)],
      ports: ports.map(port => ({ protocol: 'TCP' as const, port })),
    }),
  );
  return [
    // Names have to be resolved before anything can be called. Also by the
    // cache on the node (LocalDNS), whose address no label names.
    {
      ports: (['UDP', 'TCP'] as const).map(protocol => ({
        protocol,
        port: 53,
      })),
    },
    ...(kind === 'StatefulSet'
      ? [{ to: [{ podSelector: { matchLabels: selectorLabels(intent) } }] }]
      : []),
    ...wanted,
  ];
}
