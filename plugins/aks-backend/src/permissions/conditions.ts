import { createConditionExports } from '@backstage/plugin-permission-node';
import { aksClusterResourceRef, aksNamespaceResourceRef } from './resources';
import { aksClusterRules, aksNamespaceRules } from './rules';

const clusterExports = createConditionExports({
  resourceRef: aksClusterResourceRef,
  rules: aksClusterRules,
});

const namespaceExports = createConditionExports({
  resourceRef: aksNamespaceResourceRef,
  rules: aksNamespaceRules,
});

/**
 * Conditions on clusters, for permission policies.
 *
 * @public
 */
export const aksClusterConditions = clusterExports.conditions;

/**
 * Makes a policy's conditional decision on `aks.cluster.read`.
 *
 * @public
 */
export const createAksClusterConditionalDecision =
  clusterExports.createConditionalDecision;

/**
 * Conditions on namespaces, for permission policies.
 *
 * @public
 */
export const aksNamespaceConditions = namespaceExports.conditions;

/**
 * Makes a policy's conditional decision on `aks.namespace.read`.
 *
 * @public
 */
export const createAksNamespaceConditionalDecision =
  namespaceExports.createConditionalDecision;
