import {
  aksNamespaceConditions,
  createAksNamespaceConditionalDecision,
} from '@backstage-aks/plugin-aks-backend';
import { RESOURCE_TYPE_AKS_NAMESPACE } from '@backstage-aks/plugin-aks-common';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/**
 * A policy that decides on each namespace by a condition, as a real one does,
 * and lets everything through.
 */
export const benchPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }) {
            return isResourcePermission(permission, RESOURCE_TYPE_AKS_NAMESPACE)
              ? createAksNamespaceConditionalDecision(permission, {
                  anyOf: [
                    aksNamespaceConditions.isOwner({
                      claims: ['user:default/mock'],
                    }),
                  ],
                })
              : { result: AuthorizeResult.ALLOW };
          },
        });
      },
    });
  },
});
