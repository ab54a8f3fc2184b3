import { ClusterError, ClusterErrorReason } from './ClusterError';
import { textOf } from './textOf';

/** What was tried, for messages. */
export interface Attempt {
  /** Such as `list /api/v1/pods`. */
  action: string;
  cluster: string;
  url: URL;
  /** Which credential was used. */
  credential: string;
  /** Removes credentials from foreign text. */
  redact: (text: string) => string;
}

const LONGEST_QUOTE = 400;

// Codes of node:tls and OpenSSL, Node.js 24.
const TLS_CODE =
  /CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|^ERR_OSSL/;

/** Puts a failure without an answer into words. */
export function connectionFailure(
  attempt: Attempt,
  error: unknown,
): ClusterError {
  if (error instanceof ClusterError) {
    return error;
  }
  const code = codeOf(error);
  const own = attempt.redact(messageOf(error));
  const fail = (reason: ClusterErrorReason, problem: string, remedy: string) =>
    failure(attempt, reason, problem, remedy, { cause: error });
  switch (true) {
    case code === 'UND_ERR_ABORTED' || nameOf(error) === 'AbortError':
      return fail('aborted', 'it was given up', 'Nothing needs to be done');
    case code === 'ECONNREFUSED':
      return fail(
        'refused',
        'nothing accepts connections there',
        'Check that the cluster is running and that the URL names the right host and port',
      );
    case code === 'ENOTFOUND' || code === 'EAI_AGAIN':
      return fail(
        'unresolved',
        'the host name cannot be resolved',
        'Check the URL and the DNS of the portal; the name of a private cluster resolves in its own network only',
      );
    case code === 'EHOSTUNREACH' || code === 'ENETUNREACH':
      return fail(
        'refused',
        'there is no route to the host',
        'Check that the portal runs where the cluster can be reached',
      );
    case code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT':
      return fail(
        'timeout',
        'no connection came about in time',
        'Check firewalls and the authorized IP ranges of the API server',
      );
    case code === 'UND_ERR_HEADERS_TIMEOUT' ||
      code === 'UND_ERR_BODY_TIMEOUT' ||
      nameOf(error) === 'TimeoutError':
      return fail(
        'timeout',
        'the answer did not come in time',
        'Check the health and load of the API server, and what stands between it and the portal',
      );
    case TLS_CODE.test(code):
      return fail(
        'tls',
        `the certificates do not fit (${own})`,
        'Set caData or caFile to the authority that signed the certificate of the API server, and check the host name in the URL',
      );
    case ['SyntaxError', 'HTTPParserError'].includes(nameOf(error)):
      return fail(
        'malformed',
        'the answer is not what a Kubernetes API server sends',
        'Check that the URL leads to an API server and not to a proxy or a login page',
      );
    default:
      return fail(
        'lost',
        `the connection broke (${own})`,
        'The portal tries again; check the network and the API server if it goes on',
      );
  }
}

/** Puts an answer that refuses into words. */
export function refusal(
  attempt: Attempt,
  status: number,
  body: unknown,
  retryAfter?: number,
): ClusterError {
  const said = serverSays(attempt, status, body);
  const fail = (reason: ClusterErrorReason, remedy: string) =>
    failure(attempt, reason, said, remedy, { status, retryAfter });
  switch (true) {
    case status === 401:
      return fail(
        'unauthorized',
        'The credential is wrong, expired or of another cluster: renew it',
      );
    case status === 403:
      return fail(
        'forbidden',
        'Bind the read-only ClusterRole of the portal to this identity',
      );
    case status === 404:
      return fail(
        'not-found',
        'If the cluster should serve this, install what provides it',
      );
    case status === 410:
      return fail('gone', 'The portal lists again by itself');
    case status === 429 || (status === 503 && retryAfter !== undefined):
      return failure(
        attempt,
        'throttled',
        said,
        'The portal comes back when it may',
        { status, retryAfter, overloaded: status === 429 && !isStatus(body) },
      );
    default:
      return fail('server', 'Look at the API server and what stands before it');
  }
}

/** Puts an answer that makes no sense into words. */
export function nonsense(attempt: Attempt, problem: string): ClusterError {
  return failure(
    attempt,
    'malformed',
    problem,
    'Check that the URL leads to an API server and not to a proxy or a login page',
  );
}

/** Puts a credential that cannot be had into words. */
export function credentialFailure(
  attempt: Attempt,
  error: unknown,
): ClusterError {
  return failure(
    attempt,
    'credential',
    `the credential cannot be read (${messageOf(error)})`,
    'Correct its path in the configuration, or put the file there',
    { cause: error },
  );
}

function failure(
  { action, cluster, url, credential }: Attempt,
  reason: ClusterErrorReason,
  problem: string,
  remedy: string,
  options: ConstructorParameters<typeof ClusterError>[2] = {},
): ClusterError {
  return new ClusterError(
    reason,
    `Could not ${action} on cluster "${cluster}" (${url.host}) with the ${credential}: ${problem}. ${remedy}.`,
    options,
  );
}

// What handles a request refuses with a Status; what stands before all of it,
// as API Priority and Fairness does, with plain text (kube-apiserver 1.36).
function isStatus(body: unknown): boolean {
  return textOf(body, 'kind') === 'Status';
}

function serverSays(attempt: Attempt, status: number, body: unknown): string {
  const message =
    typeof body === 'object' && body !== null && 'message' in body
      ? String(body.message)
      : '';
  const quote = attempt.redact(message).slice(0, LONGEST_QUOTE);
  return quote === ''
    ? `the server answered ${status}`
    : `the server answered ${status}, ${quote}`;
}

function codeOf(error: unknown): string {
  return textOf(error, 'code');
}

function nameOf(error: unknown): string {
  return textOf(error, 'name');
}

function messageOf(error: unknown): string {
  return textOf(error, 'message') || String(error);
}
