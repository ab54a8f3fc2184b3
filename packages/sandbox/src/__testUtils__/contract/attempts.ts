import { AccessRule } from '../../auth/AccessRule';

/** Something that a client does with a resource. */
export interface Attempt {
  verb: string;
  /** `deployments.apps`, `deployments.apps/scale` */
  resource: string;
  name?: string;
  /** Another namespace than the grant's; empty for all of them. */
  namespace?: string;
}

/** The rights that `allowed` and `forbidden` are about. */
export const limitedRules: Omit<AccessRule, 'namespaces'>[] = [
  { verbs: ['get', 'list'], apiGroups: [''], resources: ['configmaps'] },
  { verbs: ['get'], apiGroups: ['apps'], resources: ['deployments'] },
  { verbs: ['create'], apiGroups: ['batch'], resources: ['jobs'] },
  { verbs: ['get'], apiGroups: ['apps'], resources: ['replicasets/scale'] },
];

/** What these rights let through. */
export const allowed: Attempt[] = [
  { verb: 'list', resource: 'configmaps' },
  { verb: 'get', resource: 'configmaps', name: 'known' },
  { verb: 'get', resource: 'configmaps', name: 'absent' },
  { verb: 'get', resource: 'deployments.apps', name: 'absent' },
  { verb: 'get', resource: 'replicasets.apps/scale', name: 'absent' },
  { verb: 'create', resource: 'jobs.batch' },
];

/** What they do not. */
export const forbidden: Attempt[] = [
  { verb: 'watch', resource: 'configmaps' },
  { verb: 'create', resource: 'configmaps' },
  { verb: 'update', resource: 'configmaps', name: 'known' },
  { verb: 'patch', resource: 'configmaps', name: 'known' },
  { verb: 'delete', resource: 'configmaps', name: 'known' },
  { verb: 'deletecollection', resource: 'configmaps' },
  { verb: 'list', resource: 'secrets' },
  { verb: 'get', resource: 'secrets', name: 'absent' },
  { verb: 'list', resource: 'deployments.apps' },
  { verb: 'get', resource: 'deployments.apps/scale', name: 'absent' },
  { verb: 'get', resource: 'deployments.apps/status', name: 'absent' },
  { verb: 'get', resource: 'replicasets.apps', name: 'absent' },
  { verb: 'get', resource: 'jobs.batch', name: 'absent' },
  { verb: 'list', resource: 'configmaps', namespace: 'kube-system' },
  {
    verb: 'get',
    resource: 'configmaps',
    name: 'absent',
    namespace: 'default',
  },
  { verb: 'list', resource: 'configmaps', namespace: '' },
  { verb: 'list', resource: 'nodes', namespace: '' },
  { verb: 'list', resource: 'namespaces', namespace: '' },
];

/** Takes apart what names a resource. */
export function partsOf(resource: string) {
  const [qualified, subresource] = resource.split('/');
  const [plural, ...group] = qualified.split('.');
  return { plural, group: group.join('.'), subresource };
}

/** Where to send it, for a namespace where it names none. */
export function pathOf(
  { resource, name, namespace }: Attempt,
  own: string,
): string {
  const { plural, group, subresource } = partsOf(resource);
  const within = namespace ?? own;
  return [
    group ? `/apis/${group}/v1` : '/api/v1',
    ...(within ? ['namespaces', within] : []),
    plural,
    name,
    subresource,
  ]
    .filter(Boolean)
    .join('/');
}

/** The question whether one may. */
export function reviewOf(
  { verb, resource, name, namespace }: Attempt,
  own: string,
) {
  const { plural, group, subresource } = partsOf(resource);
  return {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: {
      resourceAttributes: {
        verb,
        group,
        resource: plural,
        subresource,
        name,
        namespace: namespace ?? own,
      },
    },
  };
}
