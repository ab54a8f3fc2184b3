import { RecordKind } from '../record';
import { edgesOf } from '../testing/specimenOf';

const NEEDS = [
  'mounts PersistentVolumeClaim web/data',
  'mounts SecretProviderClass web/shop-vault',
  'mounts ConfigMap web/shop',
  'mounts Secret web/shop-tls',
  'uses Secret web/shop-keys',
  'uses ConfigMap web/shop',
  'uses Secret web/shop-env',
  'uses Secret web/registry',
  'uses ServiceAccount web/shop',
];

const OWNER = 'owned-by Shop web/shop';

describe('edges', () => {
  it.each<[RecordKind, string[]]>([
    ['Deployment', [OWNER, 'selects Pods in web', ...NEEDS]],
    [
      'StatefulSet',
      [OWNER, 'selects Pods in web', ...NEEDS, 'uses Service web/shop'],
    ],
    ['CronJob', [OWNER, ...NEEDS]],
    ['ScaledJob', [OWNER, ...NEEDS, 'uses TriggerAuthentication web/shop']],
    ['HorizontalPodAutoscaler', [OWNER, 'scales Deployment web/shop']],
    ['VerticalPodAutoscaler', [OWNER, 'scales Deployment web/shop']],
    [
      'ScaledObject',
      [
        OWNER,
        'scales Deployment web/shop',
        'uses HorizontalPodAutoscaler web/keda-hpa-shop',
        'uses TriggerAuthentication web/shop',
      ],
    ],
    ['TriggerAuthentication', [OWNER, 'uses Secret web/shop-bus']],
    [
      'Gateway',
      [
        OWNER,
        'of-class GatewayClass /approuting-istio',
        'uses Secret certs/shop-tls',
      ],
    ],
    [
      'ListenerSet',
      [OWNER, 'attaches-to Gateway infra/public', 'uses Secret certs/shop-tls'],
    ],
    [
      'HTTPRoute',
      [OWNER, 'attaches-to Gateway infra/public', 'routes-to Service web/shop'],
    ],
    ['NetworkPolicy', [OWNER, 'selects Pods in web']],
    ['PodDisruptionBudget', [OWNER, 'selects Pods in web']],
    [
      'PersistentVolumeClaim',
      [
        OWNER,
        'of-class StorageClass /managed-csi',
        'bound-to PersistentVolume /pvc-1',
      ],
    ],
    [
      'Certificate',
      [
        OWNER,
        'issued-by ClusterIssuer /letsencrypt',
        'issues Secret web/shop-tls',
      ],
    ],
    ['Challenge', [OWNER, 'issued-by ClusterIssuer /letsencrypt']],
    ['Event', ['about Pod web/shop-1']],
    [
      'PolicyReport',
      [OWNER, 'about Deployment web/shop', 'about Pod web/shop-1'],
    ],
    ['SecretProviderClass', [OWNER, 'uses Secret web/shop-tls']],
    [
      'SecretProviderClassPodStatus',
      [
        OWNER,
        'about Pod web/shop-1',
        'uses SecretProviderClass web/shop-vault',
      ],
    ],
    ['ExternalDNS', [OWNER, 'uses ServiceAccount web/shop']],
  ])('of a %s', (kind, expected) => {
    expect(edgesOf(kind)).toEqual(expected);
  });

  it('of a NodeClaim lead to its pool, its class and its node', () => {
    expect(edgesOf('NodeClaim').slice(1)).toEqual([
      'uses NodePool /default',
      'uses AKSNodeClass /default',
      'bound-to Node /aks-default-1',
    ]);
  });

  it('of a cluster-wide external-dns lead into the namespace it runs in', () => {
    expect(edgesOf('ClusterExternalDNS').at(-1)).toBe(
      'uses ServiceAccount app-routing-system/shop',
    );
  });

  it('of a pod that a controller owns are its owner and its claims', () => {
    const ownerReferences = [
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        name: 'shop',
        controller: true,
      },
    ];
    const metadata = { name: 'shop-0', namespace: 'web', ownerReferences };
    expect(edgesOf('Pod', { metadata })).toEqual([
      'owned-by StatefulSet web/shop',
      'mounts PersistentVolumeClaim web/data',
      'mounts PersistentVolumeClaim web/shop-0-scratch',
    ]);
  });
});
