import fs from 'node:fs/promises';
import { homedir } from 'node:os';
import type { KubeConfig, User } from '@kubernetes/client-node';
import { ClusterAccess, ClusterCredential } from './ClusterAccess';
import { ClusterError } from './ClusterError';
import { textOf } from './textOf';
import { fixedToken } from './TokenSource';

/**
 * Reads how to reach a cluster from a context of a kubeconfig file. Only what
 * the file holds is used: a token or a client certificate. No command of an
 * `exec` block is ever run, as that would let a file decide what the portal's
 * backend executes.
 *
 * @throws {@link ClusterError} with reason `credential` when the file or the
 * context cannot be used.
 * @public
 */
export async function kubeconfigAccess(options: {
  /** The cluster's name, for messages. */
  cluster: string;
  /** File of the kubeconfig; a leading `~/` is the home directory. */
  path: string;
  /** Name of a context in it. */
  context: string;
}): Promise<ClusterAccess> {
  const place = `context "${options.context}" of kubeconfig ${options.path}`;
  const fail = (problem: string, cause?: unknown) =>
    new ClusterError(
      'credential',
      `Could not sign in to cluster "${options.cluster}" with ${place}: ${problem}`,
      { cause },
    );
  const config = newKubeConfig();
  try {
    config.loadFromFile(options.path.replace(/^~(?=\/)/, homedir()));
  } catch (error) {
    // The parser's own words may quote the file, and with it a secret.
    throw fail(
      isMissing(error)
        ? 'there is no such file. Correct the path, or mount the file'
        : 'the file cannot be read as a kubeconfig',
    );
  }
  const context = config.getContextObject(options.context);
  const cluster = context && config.getCluster(context.cluster);
  const user = context && config.getUser(context.user);
  if (!context || !cluster || !user) {
    const known = config.getContexts().map(({ name }) => `"${name}"`);
    throw fail(
      context
        ? 'its cluster or user is not in the file'
        : `there is no such context. The file has ${
            known.join(', ') || 'none'
          }`,
    );
  }
  try {
    return {
      cluster: options.cluster,
      url: cluster.server,
      ca: await pem(cluster.caData, cluster.caFile),
      serverName: cluster.tlsServerName,
      skipTLSVerify: cluster.skipTLSVerify,
      credential: await credentialOf(user, place, fail),
    };
  } catch (error) {
    throw error instanceof ClusterError
      ? error
      : fail(`a file that it names cannot be read (${textOf(error, 'path')})`);
  }
}

// Loaded on need, as it costs more than 100 MB of memory (November 2026), which
// a portal without kubeconfig files should not pay.
function newKubeConfig(): KubeConfig {
  const client: typeof import('@kubernetes/client-node') = require('@kubernetes/client-node');
  return new client.KubeConfig();
}

async function credentialOf(
  user: User,
  place: string,
  fail: (problem: string) => ClusterError,
): Promise<ClusterCredential> {
  if (user.token) {
    return {
      description: `token of ${place}`,
      token: fixedToken(user.token),
    };
  }
  const cert = await pem(user.certData, user.certFile);
  const key = await pem(user.keyData, user.keyFile);
  if (cert && key) {
    return {
      description: `client certificate of ${place}`,
      certificate: { cert, key },
    };
  }
  if (user.exec || user.authProvider) {
    throw fail(
      'its user signs in by running a command, which the portal never does. Use a user with a token or a client certificate, such as a service account with the read-only ClusterRole',
    );
  }
  throw fail('its user has neither a token nor a client certificate with key');
}

async function pem(
  data: string | undefined,
  file: string | undefined,
): Promise<string | undefined> {
  if (data) {
    return Buffer.from(data, 'base64').toString('utf8');
  }
  return file ? fs.readFile(file, 'utf8') : undefined;
}

function isMissing(error: unknown): boolean {
  return textOf(error, 'code') === 'ENOENT';
}
