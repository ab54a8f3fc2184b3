import { createApiRef } from '@backstage/frontend-plugin-api';
import { AksApi } from '@backstage-aks/plugin-aks-common';

/**
 * What the AKS backend answers. Both frontend systems provide it with the
 * plugin; provide another implementation to fetch from elsewhere.
 *
 * @public
 */
export const aksApiRef = createApiRef<AksApi>().with({
  id: 'plugin.aks.service',
  pluginId: 'aks',
});
