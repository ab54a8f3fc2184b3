import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { sandboxAuthenticator } from './authenticator';
import { whenRead } from './whenRead';

/**
 * The auth provider `sandbox`: signs in as one of the people that
 * `auth.providers.sandbox.users` names, without a password.
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'sandbox-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        providers.registerProvider({
          providerId: 'sandbox',
          factory: createProxyAuthProviderFactory({
            authenticator: sandboxAuthenticator({
              baseUrl: config.getString('backend.baseUrl'),
              environment: process.env.NODE_ENV,
            }),
            signInResolver: async ({ result }, ctx) =>
              whenRead(
                () => ctx.signInWithCatalogUser({ entityRef: result.userRef }),
                { attempts: 30, pauseMilliseconds: 500 },
              ),
          }),
        });
      },
    });
  },
});
