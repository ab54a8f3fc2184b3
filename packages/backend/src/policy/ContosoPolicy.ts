import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  aksNamespaceConditions,
  createAksNamespaceConditionalDecision,
} from '@backstage-aks/plugin-aks-backend';
import { RESOURCE_TYPE_AKS_NAMESPACE } from '@backstage-aks/plugin-aks-common';

const PLATFORM_TEAM = 'group:default/platform';

/**
 * A sample policy. Everybody who signs in may read the catalog and see that
 * the clusters exist. What is in a namespace is for its owners, for the
 * platform team and, where the namespace is labelled as internal, for all.
 */
export class ContosoPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (
      isResourcePermission(permission, RESOURCE_TYPE_AKS_NAMESPACE) &&
      !claims.includes(PLATFORM_TEAM)
    ) {
      return createAksNamespaceConditionalDecision(permission, {
        anyOf: [
          aksNamespaceConditions.isOwner({ claims }),
          aksNamespaceConditions.hasLabel({
            key: 'contoso.example/visibility',
            value: 'internal',
          }),
        ],
      });
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
