import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureOf } from './__testUtils__/apiServer';
import { kubeconfigAccess } from './kubeconfigAccess';

jest.mock('node:os', () => ({
  ...jest.requireActual('node:os'),
  homedir: jest.fn(),
}));

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('kubeconfigAccess', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aks-kubeconfig-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function accessWith(
    user: object,
    {
      cluster = {},
      context = 'prod',
    }: { cluster?: object; context?: string } = {},
  ) {
    const path = join(folder, 'config');
    await writeFile(
      path,
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [
          {
            name: 'c',
            cluster: { server: 'https://api.example:6443', ...cluster },
          },
        ],
        users: [{ name: 'u', user }],
        contexts: [
          { name: 'prod', context: { cluster: 'c', user: 'u' } },
          { name: 'broken', context: { cluster: 'c', user: 'nobody' } },
        ],
      }),
    );
    return kubeconfigAccess({ cluster: 'production-weu', path, context });
  }

  it('reads a token', async () => {
    const access = await accessWith(
      { token: 'planted-token' },
      {
        cluster: {
          'certificate-authority-data': base64('authority'),
          'tls-server-name': 'api.internal',
          'insecure-skip-tls-verify': false,
        },
      },
    );
    expect(access).toMatchObject({
      cluster: 'production-weu',
      url: 'https://api.example:6443',
      ca: 'authority',
      serverName: 'api.internal',
      skipTLSVerify: false,
    });
    expect(await access.credential.token?.token()).toBe('planted-token');
    expect(access.credential.description).toBe(
      `token of context "prod" of kubeconfig ${join(folder, 'config')}`,
    );
  });

  it('reads a client certificate, from files beside it too', async () => {
    await writeFile(join(folder, 'client.key'), 'the key');
    const { credential } = await accessWith({
      'client-certificate-data': base64('the certificate'),
      'client-key': 'client.key',
    });
    expect(credential).toMatchObject({
      certificate: { cert: 'the certificate', key: 'the key' },
      description: expect.stringMatching(/^client certificate of context/),
    });
  });

  it('knows the home directory by its short name', async () => {
    jest.mocked(homedir).mockReturnValue(folder);
    await accessWith({ token: 'planted-token' });
    const access = await kubeconfigAccess({
      cluster: 'one',
      path: '~/config',
      context: 'prod',
    });
    expect(access.url).toBe('https://api.example:6443');
  });

  it.each<[string, object, object, string]>([
    [
      'a user that runs a command',
      { exec: { command: 'kubelogin', args: ['planted-token'] } },
      {},
      'signs in by running a command, which the portal never does',
    ],
    [
      'a user with nothing',
      { username: 'me', password: 'planted-token' },
      {},
      'neither a token nor a client certificate',
    ],
    [
      'an unknown context',
      { token: 'planted-token' },
      { context: 'staging' },
      'there is no such context. The file has "prod", "broken"',
    ],
    [
      'a context without user',
      { token: 'planted-token' },
      { context: 'broken' },
      'its cluster or user is not in the file',
    ],
    [
      'a file that is missing',
      { 'client-certificate': 'gone.crt', 'client-key': 'gone.key' },
      {},
      'gone.crt',
    ],
  ])('refuses %s', async (_, user, options, words) => {
    const error = await failureOf(accessWith(user, options));
    expect(error.reason).toBe('credential');
    expect(error.message).toContain(
      'Could not sign in to cluster "production-weu"',
    );
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('planted-token');
  });

  it.each<[string, string | undefined, string]>([
    ['is not there', undefined, 'there is no such file'],
    [
      'is no YAML',
      'users: [ {token: planted-token',
      'cannot be read as a kubeconfig',
    ],
  ])('tells when the file %s', async (_, content, words) => {
    const path = join(folder, 'other');
    if (content) {
      await writeFile(path, content);
    }
    const error = await failureOf(
      kubeconfigAccess({ cluster: 'one', path, context: 'prod' }),
    );
    expect(error.message).toContain(words);
    expect(error.stack).not.toContain('planted-token');
  });
});
