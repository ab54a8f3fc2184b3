import { generate } from 'selfsigned';
import { connect, failureOf, serve } from './__testUtils__/apiServer';

function certificateFor(altName: object) {
  return generate([{ name: 'commonName', value: 'test' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [altName] },
    ],
  });
}

// Keys are made in JavaScript, which takes its time.
jest.setTimeout(60_000);

describe('ClusterConnection over TLS', () => {
  const own = certificateFor({ type: 7, ip: '127.0.0.1' });
  const other = certificateFor({ type: 2, value: 'api.internal' });
  const cleanUp: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function read(
    presented: typeof own,
    access: Parameters<typeof connect>[1],
    options: { requestCert?: boolean; ca?: string } = {},
  ) {
    const server = await serve((_, response) => response.end('{}'), {
      key: presented.private,
      cert: presented.cert,
      ...options,
    });
    cleanUp.push(() => server.close());
    const connection = connect(server.url, access);
    cleanUp.push(() => connection.close());
    return connection.get('/version');
  }

  it('takes the certificate of its authority', async () => {
    expect(await read(own, { ca: own.cert })).toEqual({});
  });

  it('takes any certificate if so told', async () => {
    expect(await read(own, { skipTLSVerify: true })).toEqual({});
  });

  it('takes the name that the server should bear', async () => {
    const access = { ca: other.cert, serverName: 'api.internal' };
    expect(await read(other, access)).toEqual({});
  });

  it.each<[string, typeof own, { ca?: string }]>([
    ['of an unknown authority', own, {}],
    ['of another authority', own, { ca: other.cert }],
    ['of another name', other, { ca: other.cert }],
  ])('refuses a certificate %s', async (_, presented, access) => {
    const error = await failureOf(read(presented, access));
    expect(error.reason).toBe('tls');
    expect(error.message).toContain('Set caData or caFile');
  });

  it('presents its client certificate', async () => {
    const access = (certificate?: { cert: string; key: string }) => ({
      ca: own.cert,
      credential: { description: 'client certificate', certificate },
    });
    const strict = { requestCert: true, ca: other.cert };
    const certificate = { cert: other.cert, key: other.private };
    expect(await read(own, access(certificate), strict)).toEqual({});
    expect((await failureOf(read(own, access(), strict))).reason).toMatch(
      /tls|lost/,
    );
  });
});
