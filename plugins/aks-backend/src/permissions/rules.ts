import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { aksClusterResourceRef, aksNamespaceResourceRef } from './resources';

const environmentsSchema = z.object({
  environments: z
    .array(z.string())
    .describe('Names of environments, such as production'),
});

const clusterInEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow clusters of the given environments',
  resourceRef: aksClusterResourceRef,
  paramsSchema: environmentsSchema,
  apply: (cluster, { environments }) =>
    environments.includes(cluster.environment),
  toQuery: ({ environments }) => ({
    property: 'environment',
    values: environments,
  }),
});

const namespaceInEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow namespaces on clusters of the given environments',
  resourceRef: aksNamespaceResourceRef,
  paramsSchema: environmentsSchema,
  apply: ({ cluster }, { environments }) =>
    environments.includes(cluster.environment),
  toQuery: ({ environments }) => ({
    property: 'environment',
    values: environments,
  }),
});

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description:
    'Allow namespaces that the platform bound to one of the given owners, and unbound ones where aks.ownership.unbound is allow',
  resourceRef: aksNamespaceResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references that the user claims ownership by'),
  }),
  apply: ({ owners, openToAll }, { claims }) =>
    openToAll || owners.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ property: 'owner', values: claims }),
});

const hasLabel = createPermissionRule({
  name: 'HAS_LABEL',
  description: 'Allow namespaces that carry the given label',
  resourceRef: aksNamespaceResourceRef,
  paramsSchema: z.object({
    key: z.string().describe('Key of the label'),
    value: z.string().optional().describe('Its value; any, when left out'),
  }),
  apply: ({ labels }, { key, value }) =>
    Object.hasOwn(labels, key) &&
    (value === undefined || labels[key] === value),
  toQuery: ({ key, value }) => ({
    property: 'label',
    key,
    values: value === undefined ? [] : [value],
  }),
});

/**
 * The rules that policies may use for clusters.
 *
 * @public
 */
export const aksClusterRules = { inEnvironment: clusterInEnvironment };

/**
 * The rules that policies may use for namespaces.
 *
 * @public
 */
export const aksNamespaceRules = {
  isOwner,
  inEnvironment: namespaceInEnvironment,
  hasLabel,
};
