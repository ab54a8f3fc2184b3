import { generate } from 'selfsigned';

/** A key and a certificate for loopback that nobody else trusts. */
export function selfSigned(): { key: string; cert: string } {
  const { private: key, cert } = generate(
    [{ name: 'commonName', value: '127.0.0.1' }],
    {
      keySize: 2048,
      algorithm: 'sha256',
      extensions: [
        { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
      ],
    },
  );
  return { key, cert };
}
