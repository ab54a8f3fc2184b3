import { aksNamespaceReadPermission } from '@backstage-aks/plugin-aks-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  aksNamespaceConditions,
  createAksNamespaceConditionalDecision,
} from '../permissions/conditions';
import { TestPolicy } from './startTestPortal';

/**
 * A policy under which namespaces are for members of their owner.
 *
 * @param claims - The groups that the caller is in.
 * @param only - Whom it limits, where others may read everything.
 */
export function ownersOnly(claims: string[], only?: string): TestPolicy {
  return (permission, user) =>
    permission.name === aksNamespaceReadPermission.name &&
    (only === undefined || user === only)
      ? createAksNamespaceConditionalDecision(
          aksNamespaceReadPermission,
          aksNamespaceConditions.isOwner({ claims }),
        )
      : { result: AuthorizeResult.ALLOW };
}
