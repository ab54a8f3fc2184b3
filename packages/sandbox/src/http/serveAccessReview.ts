import { isAllowed } from '../auth/AccessRule';
import type { ClusterState } from '../cluster/ClusterState';
import { methodNotAllowed } from '../errors/refusals';
import { ownedFieldsAfterUpdate } from '../fields/ownedFieldsAfterUpdate';
import { apiVersionOf } from '../kinds/KindDefinition';
import { isJsonObject, JsonObject } from '../objects/json';
import { acceptedObject } from './acceptedObject';
import { Exchange } from './Exchange';
import { decodeObject, readBody } from './requestBody';
import { respondJson } from './respond';
import type { ResourceRequest } from './serveResource';
import { writeOptions } from './writeParameters';

/** Answers the questions "who am I" and "may I": nothing is stored. */
export async function serveAccessReview(
  cluster: ClusterState,
  { request, response, url, identity }: Exchange,
  { kind, target }: ResourceRequest,
): Promise<void> {
  if (target.verb !== 'create') {
    throw methodNotAllowed();
  }
  const options = writeOptions(url, request, 'CreateOptions');
  const text = await readBody(request);
  const review = acceptedObject(
    kind,
    decodeObject(text, request.headers['content-type'], kind.kind),
  );
  const spec = isJsonObject(review.spec) ? review.spec : {};
  const next = {
    kind: kind.kind,
    apiVersion: apiVersionOf(kind),
    metadata: { name: '', uid: '', resourceVersion: '', creationTimestamp: '' },
    spec,
  };
  const managedFields = ownedFieldsAfterUpdate({
    kind,
    live: undefined,
    next,
    options,
    time: cluster.clock.timestamp(),
  });
  const status = {
    SelfSubjectAccessReview: () => accessStatus(identity.rules, spec),
    SelfSubjectRulesReview: () => ({
      resourceRules: identity.rules
        .filter(
          rule =>
            rule.namespaces === undefined ||
            rule.namespaces.includes(String(spec.namespace)),
        )
        .map(({ verbs, apiGroups, resources }) => ({
          verbs,
          apiGroups,
          resources,
        })),
      nonResourceRules: [],
      incomplete: false,
    }),
    SelfSubjectReview: () => ({
      userInfo: { username: identity.user, groups: identity.groups },
    }),
  }[kind.kind];
  if (!status) {
    throw methodNotAllowed();
  }
  respondJson(response, 201, {
    kind: next.kind,
    apiVersion: next.apiVersion,
    metadata: managedFields ? { managedFields } : {},
    ...(review.spec !== undefined && { spec }),
    status: status(),
  });
}

function accessStatus(
  rules: Parameters<typeof isAllowed>[0],
  spec: JsonObject,
): JsonObject {
  const { resourceAttributes } = spec;
  if (!isJsonObject(resourceAttributes)) {
    return { allowed: true };
  }
  const text = (field: string) => {
    const value = resourceAttributes[field];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    allowed: isAllowed(rules, {
      verb: text('verb') ?? '',
      group: text('group') ?? '',
      resource: text('resource') ?? '',
      subresource: text('subresource'),
      namespace: text('namespace'),
      name: text('name'),
    }),
  };
}
