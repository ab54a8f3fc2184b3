import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { KubeConfig, User } from '@kubernetes/client-node';

/** How to reach and sign in to a cluster. */
export interface ContextAccess {
  url: string;
  headers: Record<string, string>;
  tls: {
    ca?: string;
    cert?: string;
    key?: string;
    servername?: string;
    rejectUnauthorized: boolean;
  };
}

/**
 * Which context of which kubeconfig is meant.
 *
 * @public
 */
export interface ContextName {
  context: string;
  /** A file; without it the ones kubectl would read. */
  kubeconfig?: string;
}

/**
 * Reads how a context reaches its cluster. Only what the files hold is used:
 * commands that they name for signing in are never run.
 *
 * @throws Error saying what is wrong with file or context
 */
export async function contextAccess({
  context: name,
  kubeconfig,
}: ContextName): Promise<ContextAccess> {
  const files = kubeconfig ? [kubeconfig] : defaultFiles();
  const config = load(files);
  const place = `context "${name}" of ${files.join(', ')}`;
  const context = config.getContextObject(name);
  if (!context) {
    const known = config.getContexts().map(other => `"${other.name}"`);
    throw new Error(
      `there is no ${place}; it has ${known.join(', ') || 'no contexts'}`,
    );
  }
  const cluster = config.getCluster(context.cluster);
  const user = config.getUser(context.user);
  if (!cluster || !user) {
    throw new Error(`${place} names a cluster or user that is not there`);
  }
  return {
    url: cluster.server.replace(/\/$/, ''),
    headers: user.token ? { authorization: `Bearer ${user.token}` } : {},
    tls: {
      ca: await pem(cluster.caData, cluster.caFile),
      servername: cluster.tlsServerName,
      rejectUnauthorized: !cluster.skipTLSVerify,
      ...(user.token ? {} : await certificateOf(user, place)),
    },
  };
}

function defaultFiles(): string[] {
  const named = (process.env.KUBECONFIG ?? '').split(delimiter).filter(Boolean);
  return named.length > 0 ? named : [join(homedir(), '.kube', 'config')];
}

function load(files: string[]): KubeConfig {
  // Loaded on need: it costs more than 100 MB of memory (November 2026).
  const client: typeof import('@kubernetes/client-node') = require('@kubernetes/client-node');
  const config = new client.KubeConfig();
  for (const [index, file] of files.entries()) {
    const part = new client.KubeConfig();
    try {
      part.loadFromFile(file);
    } catch {
      // The parser's own words may quote the file, and with it a secret.
      throw new Error(
        `${file} cannot be read as a kubeconfig; give its place with --kubeconfig`,
      );
    }
    config.mergeConfig(part, index > 0);
  }
  return config;
}

async function certificateOf(user: User, place: string) {
  const cert = await pem(user.certData, user.certFile);
  const key = await pem(user.keyData, user.keyFile);
  if (cert && key) {
    return { cert, key };
  }
  if (user.exec || user.authProvider) {
    throw new Error(
      `the user of ${place} signs in by running a command, which a capture never does; make a context whose user has a token, for example from "kubectl create token"`,
    );
  }
  throw new Error(
    `the user of ${place} has neither a token nor a client certificate with key`,
  );
}

async function pem(
  data: string | undefined,
  file: string | undefined,
): Promise<string | undefined> {
  if (data) {
    return Buffer.from(data, 'base64').toString('utf8');
  }
  return file ? readFile(file, 'utf8') : undefined;
}
