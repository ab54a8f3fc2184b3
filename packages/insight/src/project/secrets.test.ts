import { RecordKind } from '../record';
import { project } from './project';

const SECRET = 'hunter2-correct-horse';

const metadata = {
  name: 'shop',
  namespace: 'web',
  uid: 'u1',
  annotations: {
    'kubectl.kubernetes.io/last-applied-configuration': `{"password":"${SECRET}"}`,
    'argocd.argoproj.io/tracking-id': `${SECRET} :apps/Deployment:web/shop`,
    'nginx.ingress.kubernetes.io/auth-snippet': SECRET,
    note: SECRET,
  },
  managedFields: [{ manager: SECRET }],
};

const conditions = [
  { type: 'Ready', status: 'False', reason: 'NotReady', message: SECRET },
  { type: 'Other', status: 'False', reason: `token ${SECRET} was refused` },
];

const podSpec = {
  containers: [
    {
      name: 'app',
      image: `registry.example/app:${SECRET}`,
      command: ['run', `--password=${SECRET}`],
      args: [`--token=${SECRET}`],
      env: [{ name: 'PASSWORD', value: SECRET }],
      envFrom: [{ secretRef: { name: SECRET } }],
      livenessProbe: {
        httpGet: { httpHeaders: [{ name: 'Authorization', value: SECRET }] },
      },
      lifecycle: { preStop: { exec: { command: [SECRET] } } },
      ports: [{ name: 'web', containerPort: 8080 }],
    },
  ],
  initContainers: [{ name: 'init', env: [{ name: 'KEY', value: SECRET }] }],
  volumes: [{ name: 'v', csi: { volumeAttributes: { key: SECRET } } }],
  hostAliases: [{ ip: '1.2.3.4', hostnames: [SECRET] }],
};

const template = { metadata: { annotations: { SECRET } }, spec: podSpec };

const objects: Record<RecordKind, object> = {
  Namespace: { metadata, status: { phase: 'Active', conditions } },
  Pod: {
    metadata,
    spec: podSpec,
    status: {
      phase: 'Running',
      message: SECRET,
      reason: `because of ${SECRET}.`,
      conditions,
      containerStatuses: [
        {
          name: 'app',
          image: SECRET,
          state: { waiting: { reason: `no ${SECRET}!`, message: SECRET } },
          lastState: {
            terminated: { reason: 'Error', exitCode: 1, message: SECRET },
          },
        },
      ],
    },
  },
  Deployment: { metadata, spec: { template }, status: { conditions } },
  ReplicaSet: { metadata, spec: { template }, status: { conditions } },
  Service: { metadata, spec: { ports: [] }, status: { conditions } },
  EndpointSlice: {
    metadata,
    endpoints: [{ hints: SECRET, deprecatedTopology: { SECRET } }],
  },
  Ingress: { metadata, spec: { rules: [] }, status: { conditions } },
  IngressClass: { metadata, spec: { parameters: { name: SECRET } } },
};

it.each(Object.entries(objects) as [RecordKind, object][])(
  'the projection of a %s keeps nothing that could be secret',
  (kind, object) => {
    const projection = project(kind, object, {
      namespaceAnnotations: ['owner'],
    });
    expect(projection?.record.name).toBe('shop');
    expect(JSON.stringify(projection)).not.toContain('hunter2');
  },
);
