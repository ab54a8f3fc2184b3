import {
  aksClusterReadPermission,
  aksNamespaceReadPermission,
} from '@backstage-aks/plugin-aks-common';
import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  aksClusterResourceRef,
  aksNamespaceResourceRef,
  ClusterResource,
  NamespaceResource,
} from './resources';

/** What one caller may see, decided in memory. */
export interface Access {
  mayReadCluster(cluster: ClusterResource): boolean;
  mayReadNamespace(namespace: NamespaceResource): boolean;
  /** Whether no namespace whatsoever is kept from the caller. */
  readonly mayReadEveryNamespace: boolean;
}

/** Asks the permission framework, once a request, what its caller may see. */
export class AccessReader {
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;

  constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    this.#registry = options.permissionsRegistry;
  }

  async of(credentials: BackstageCredentials): Promise<Access> {
    const [clusterDecision, namespaceDecision] =
      await this.#permissions.authorizeConditional(
        [
          { permission: aksClusterReadPermission },
          { permission: aksNamespaceReadPermission },
        ],
        { credentials },
      );
    const clusterAllows = createConditionAuthorizer(
      this.#registry.getPermissionRuleset(aksClusterResourceRef),
    );
    const namespaceAllows = createConditionAuthorizer(
      this.#registry.getPermissionRuleset(aksNamespaceResourceRef),
    );
    return {
      mayReadCluster: cluster => clusterAllows(clusterDecision, cluster),
      mayReadNamespace: namespace =>
        namespaceAllows(namespaceDecision, namespace),
      mayReadEveryNamespace: namespaceDecision.result === AuthorizeResult.ALLOW,
    };
  }
}
