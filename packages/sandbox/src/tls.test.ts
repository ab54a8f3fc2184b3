import { Agent, fetch } from 'undici';
import { selfSigned } from './__testUtils__/selfSigned';
import { Sandbox, startSandbox } from './startSandbox';

describe('a cluster that serves HTTPS', () => {
  const { key, cert } = selfSigned();
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({
      clusters: [{ name: 'secure', tls: { key, cert } }],
    });
  });
  afterAll(() => sandbox.close());

  async function version(ca: string | undefined): Promise<number> {
    const { url } = sandbox.cluster();
    const dispatcher = new Agent({ connect: { ca } });
    try {
      return (await fetch(`${url}/version`, { dispatcher })).status;
    } finally {
      await dispatcher.destroy();
    }
  }

  it('is trusted by who knows its certificate', async () => {
    expect(sandbox.cluster().url).toMatch(/^https:/);
    expect(await version(cert)).toBe(200);
  });

  it('is not trusted by anybody else', async () => {
    await expect(version(undefined)).rejects.toMatchObject({
      cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
  });
});
