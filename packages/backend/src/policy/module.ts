import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { ContosoPolicy } from './ContosoPolicy';

/** Sets the sample policy. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'contoso-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new ContosoPolicy());
      },
    });
  },
});
