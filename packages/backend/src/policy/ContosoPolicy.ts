import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  RESOURCE_TYPE_SCAFFOLDER_TASK,
  templateDryRunPermission,
  templateManagementPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  aksNamespaceConditions,
  createAksNamespaceConditionalDecision,
} from '@backstage-aks/plugin-aks-backend';
import { RESOURCE_TYPE_AKS_NAMESPACE } from '@backstage-aks/plugin-aks-common';

const PLATFORM_TEAM = 'group:default/platform';

/**
 * A sample policy. Everybody who signs in may read the catalog, see that the
 * clusters exist and run templates. What is in a namespace is for its owners, for
 * the platform team and, where the namespace is labelled as internal, for all. A
 * run of a template holds what somebody typed: it is theirs and the platform
 * team's.
 */
export class ContosoPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (claims.includes(PLATFORM_TEAM)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_AKS_NAMESPACE)) {
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
    if (isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)) {
      return createScaffolderTaskConditionalDecision(
        permission,
        scaffolderTaskConditions.isTaskOwner({
          createdBy: user ? [user.info.userEntityRef] : [],
        }),
      );
    }
    // The editor and dry runs take templates that nobody has reviewed.
    if (
      isPermission(permission, templateManagementPermission) ||
      isPermission(permission, templateDryRunPermission)
    ) {
      return { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
