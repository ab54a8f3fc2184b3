import fs from 'node:fs/promises';
import {
  ClusterAccess,
  ClusterConnection,
  ClusterError,
  ConnectionTimeouts,
  fixedToken,
  kubeconfigAccess,
  RequestGate,
  tokenFile,
} from '@backstage-aks/plugin-aks-node';
import { ClusterConfig } from '../config/readAksConfig';

/** Connects to a configured cluster with certificates as they are now. */
export async function connectCluster(
  config: ClusterConfig,
  timeouts: ConnectionTimeouts = {},
  gate?: RequestGate,
): Promise<ClusterConnection> {
  const access = await accessTo(config);
  const ca = await authority(config);
  return new ClusterConnection(
    {
      ...access,
      url: config.url ?? access.url,
      ca: ca ?? access.ca,
      skipTLSVerify: config.skipTLSVerify ?? access.skipTLSVerify,
    },
    timeouts,
    gate,
  );
}

async function accessTo(config: ClusterConfig): Promise<ClusterAccess> {
  const { auth, name, configKey, url = '' } = config;
  if (auth.type === 'kubeconfig') {
    const { path, context } = auth;
    return kubeconfigAccess({ cluster: name, path, context });
  }
  const { token, tokenFile: file = '' } = auth;
  return {
    cluster: name,
    url,
    credential: {
      description: `service-account token of ${configKey}`,
      token: token === undefined ? tokenFile(file) : fixedToken(token),
    },
  };
}

async function authority({
  name,
  configKey,
  caData,
  caFile,
}: ClusterConfig): Promise<string | undefined> {
  if (caData !== undefined) {
    return Buffer.from(caData, 'base64').toString('utf8');
  }
  try {
    return caFile && (await fs.readFile(caFile, 'utf8'));
  } catch (error) {
    throw new ClusterError(
      'credential',
      `Could not connect to cluster "${name}": the certificate authority at ${configKey}.caFile cannot be read (${caFile}). Correct the path, or put the file there.`,
      { cause: error },
    );
  }
}
