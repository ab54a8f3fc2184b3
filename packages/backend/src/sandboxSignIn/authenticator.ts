import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Takes the user's word for who they are, so it works only where that does no
 * harm: in development, on a portal whose own address is loopback.
 */
export function sandboxAuthenticator(options: {
  baseUrl: string;
  environment: string | undefined;
}) {
  const { baseUrl, environment } = options;
  const harmless =
    environment === 'development' && LOOPBACK.has(new URL(baseUrl).hostname);

  return createProxyAuthenticator({
    defaultProfileTransform: async () => ({ profile: {} }),
    initialize({ config }) {
      const users = config.getOptionalConfigArray('users') ?? [];
      return new Set(users.map(user => user.getString('ref')));
    },
    async authenticate({ req }, userRefs) {
      if (!harmless) {
        throw new NotAllowedError(
          `Signing in without a password was refused: it works in development and on a loopback address only, and this backend runs as "${environment}" at ${baseUrl}. Configure a real auth provider and replace the sign-in page.`,
        );
      }
      const userRef = req.header('x-sandbox-user');
      if (!userRef || !userRefs.has(userRef)) {
        throw new AuthenticationError(
          `"${userRef ?? ''}" is not one of auth.providers.sandbox.users: ${[
            ...userRefs,
          ].join(', ')}`,
        );
      }
      return { result: { userRef } };
    },
  });
}
