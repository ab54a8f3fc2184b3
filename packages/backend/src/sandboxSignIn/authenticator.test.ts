import { ConfigReader } from '@backstage/config';
import { Request } from 'express';
import { sandboxAuthenticator } from './authenticator';

const users = new ConfigReader({
  users: [{ ref: 'user:default/mona.berg' }, { ref: 'user:default/guest' }],
});

function signIn(options: {
  baseUrl: string;
  environment?: string;
  header?: string;
}) {
  const authenticator = sandboxAuthenticator({
    baseUrl: options.baseUrl,
    environment: options.environment,
  });
  const req = { header: () => options.header } as Partial<Request> as Request;
  return authenticator.authenticate(
    { req },
    authenticator.initialize({ config: users }),
  );
}

describe('sandboxAuthenticator', () => {
  it.each(['http://localhost:7007', 'http://127.0.0.1:7007'])(
    'takes a named person in development at %s',
    async baseUrl => {
      await expect(
        signIn({
          baseUrl,
          environment: 'development',
          header: 'user:default/mona.berg',
        }),
      ).resolves.toEqual({ result: { userRef: 'user:default/mona.berg' } });
    },
  );

  it.each([
    ['in production', 'http://localhost:7007', 'production'],
    ['with no environment', 'http://localhost:7007', undefined],
    ['on a public address', 'https://portal.contoso.example', 'development'],
  ])('refuses everybody %s', async (_, baseUrl, environment) => {
    await expect(
      signIn({ baseUrl, environment, header: 'user:default/mona.berg' }),
    ).rejects.toThrow(/development and on a loopback address only/);
  });

  it.each([undefined, '', 'user:default/somebody.else'])(
    'refuses %p, who is not configured',
    async header => {
      await expect(
        signIn({
          baseUrl: 'http://localhost:7007',
          environment: 'development',
          header,
        }),
      ).rejects.toThrow(/not one of auth.providers.sandbox.users/);
    },
  );
});
