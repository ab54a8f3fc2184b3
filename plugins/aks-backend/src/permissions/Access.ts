import {
  aksClusterReadPermission,
  aksNamespaceReadPermission,
} from '@backstage-aks/plugin-aks-common';
import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
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
  /** The same for callers of whom the same was decided. */
  readonly fingerprint: string;
}

type Authorizer<T> = (decision: PolicyDecision, resource: T) => boolean;

/** Asks the permission framework, once a request, what its caller may see. */
export class AccessReader {
  readonly #permissions: PermissionsService;
  readonly #clusterAllows: Authorizer<ClusterResource>;
  readonly #namespaceAllows: Authorizer<NamespaceResource>;

  /** The resource types must be in the registry already. */
  constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    const { permissions, permissionsRegistry } = options;
    this.#permissions = permissions;
    this.#clusterAllows = createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(aksClusterResourceRef),
    );
    this.#namespaceAllows = createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(aksNamespaceResourceRef),
    );
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
    return {
      mayReadCluster: cluster => this.#clusterAllows(clusterDecision, cluster),
      mayReadNamespace: namespace =>
        this.#namespaceAllows(namespaceDecision, namespace),
      mayReadEveryNamespace: namespaceDecision.result === AuthorizeResult.ALLOW,
      fingerprint: JSON.stringify([clusterDecision, namespaceDecision]),
    };
  }
}
