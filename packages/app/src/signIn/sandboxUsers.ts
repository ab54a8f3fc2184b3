import { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody whom the sign-in page offers. */
export interface SandboxUser {
  ref: string;
  title: string;
  /** What this person may see, in a few words. */
  description: string;
}

/** Reads `auth.providers.sandbox.users`. */
export function sandboxUsersFrom(config: ConfigApi): SandboxUser[] {
  const users =
    config.getOptionalConfigArray('auth.providers.sandbox.users') ?? [];
  return users.map(user => ({
    ref: user.getString('ref'),
    title: user.getString('title'),
    description: user.getString('description'),
  }));
}
