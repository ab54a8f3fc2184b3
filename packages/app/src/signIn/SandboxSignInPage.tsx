import { ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useState } from 'react';
import { ChooseUser } from './ChooseUser';
import { chosenUser, forgetUser, rememberUser } from './chosenUser';
import { sandboxUsersFrom } from './sandboxUsers';

/**
 * Signs in as one of the people that the configuration names. There is no
 * password: the backend takes it in development and on loopback only.
 */
export const SandboxSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const users = sandboxUsersFrom(useApi(configApiRef));
  const [user, setUser] = useState(chosenUser);

  const signedIn = useCallback<SignInPageProps['onSignInSuccess']>(
    identity => {
      const signOut = identity.signOut.bind(identity);
      identity.signOut = async () => {
        forgetUser();
        await signOut();
      };
      onSignInSuccess(identity);
    },
    [onSignInSuccess],
  );

  if (!user) {
    return (
      <ChooseUser
        users={users}
        onChoose={ref => {
          rememberUser(ref);
          setUser(ref);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      provider="sandbox"
      headers={{ 'x-sandbox-user': user }}
      onSignInSuccess={signedIn}
      ErrorComponent={({ error }) => (
        <ChooseUser
          users={users}
          error={error}
          onChoose={ref => {
            rememberUser(ref);
            // A failed sign-in page does not try twice; a fresh load does.
            window.location.reload();
          }}
        />
      )}
    />
  );
};
