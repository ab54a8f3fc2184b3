/** Stands wherever an object may hold a secret; no record may show it. */
export const SECRET = 'hunter2-correct-horse';

export const UUID = '11111111-2222-3333-4444-555555555555';

export const metadata = {
  name: 'shop',
  namespace: 'web',
  uid: 'u1',
  generation: 3,
  labels: { app: 'shop' },
  creationTimestamp: '2026-11-01T08:00:00Z',
  deletionTimestamp: '2026-11-20T08:00:00Z',
  finalizers: ['contoso.example/keep'],
  ownerReferences: [
    {
      apiVersion: 'contoso.example/v1',
      kind: 'Shop',
      name: 'shop',
      controller: true,
    },
  ],
  annotations: {
    'kubectl.kubernetes.io/last-applied-configuration': `{"password":"${SECRET}"}`,
    'argocd.argoproj.io/tracking-id': `${SECRET} :apps/Deployment:web/shop`,
    'meta.helm.sh/release-name': 'shop',
    'nginx.ingress.kubernetes.io/auth-snippet': SECRET,
    'external-dns.kubernetes.io/hostname': 'shop.contoso.example',
    'cert-manager.io/subject-organizations': SECRET,
    note: SECRET,
  },
  managedFields: [
    {
      manager: 'argocd-controller',
      operation: 'Apply',
      subresource: 'scale',
      fieldsV1: { 'f:spec': { 'f:replicas': {}, [`k:{"v":"${SECRET}"}`]: {} } },
    },
    { manager: SECRET, fieldsV1: {} },
  ],
};

export const conditions = [
  {
    type: 'Ready',
    status: 'False',
    reason: 'NotReady',
    message: `${SECRET}: AuthorizationFailed`,
    lastTransitionTime: '2026-11-02T08:00:00Z',
    observedGeneration: 2,
  },
  { type: 'Other', status: 'Unknown', reason: `token ${SECRET} was refused` },
];

export const selector = {
  matchLabels: { app: 'shop' },
  matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['test'] }],
};
