import { Attempt, connectionFailure } from './failures';

const attempt: Attempt = {
  action: 'read /version',
  cluster: 'weu',
  url: new URL('https://weu.example'),
  credential: 'token of a test',
  redact: text => text,
};

describe('a connection that does not come about', () => {
  it.each([
    ['ENOTFOUND', 'unresolved', 'the host name cannot be resolved'],
    ['EAI_AGAIN', 'unresolved', 'Check the URL and the DNS of the portal'],
    ['EHOSTUNREACH', 'refused', 'there is no route to the host'],
    ['CERT_HAS_EXPIRED', 'tls', 'the certificates do not fit'],
  ])('with %s is %s', (code, reason, words) => {
    const error = connectionFailure(
      attempt,
      Object.assign(new Error('own words'), { code }),
    );
    expect(error.reason).toBe(reason);
    expect(error.message).toContain(words);
  });
});
