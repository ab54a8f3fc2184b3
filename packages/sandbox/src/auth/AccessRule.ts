/**
 * What a token may do. `*` stands for everything.
 *
 * @public
 */
export interface AccessRule {
  verbs: readonly string[];
  apiGroups: readonly string[];
  /** Plurals; a subresource is written `deployments/scale`. */
  resources: readonly string[];
  /** The namespaces the rule is for; without it, all and the cluster. */
  namespaces?: readonly string[];
  /** The names of objects the rule is for; without it, all. */
  resourceNames?: readonly string[];
}

/**
 * Who a token stands for, and what it may do.
 *
 * @public
 */
export interface TokenGrant {
  user: string;
  groups?: readonly string[];
  rules: readonly AccessRule[];
}

/** A user that the server knows, or the anonymous one. */
export interface Identity {
  user: string;
  groups: readonly string[];
  rules: readonly AccessRule[];
}

/** One thing somebody wants to do with a resource. */
export interface ResourceAccess {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

/** Whether one of the rules allows an access. */
export function isAllowed(
  rules: readonly AccessRule[],
  access: ResourceAccess,
): boolean {
  const resource = access.subresource
    ? `${access.resource}/${access.subresource}`
    : access.resource;
  return rules.some(
    rule =>
      covers(rule.verbs, access.verb) &&
      covers(rule.apiGroups, access.group) &&
      covers(rule.resources, resource) &&
      (rule.namespaces === undefined ||
        (access.namespace !== undefined &&
          covers(rule.namespaces, access.namespace))) &&
      (rule.resourceNames === undefined ||
        (access.name !== undefined &&
          rule.resourceNames.includes(access.name))),
  );
}

function covers(list: readonly string[], wanted: string): boolean {
  return list.includes('*') || list.includes(wanted);
}
