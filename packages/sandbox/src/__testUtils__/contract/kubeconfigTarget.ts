import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { isJsonObject, JsonObject, objectsIn } from '../../objects/json';
import { ContractTarget } from './ContractClient';
import { serviceAccountToken } from './serviceAccountToken';

/** The server of a kubeconfig's current context, with its credentials. */
export function kubeconfigTarget(path: string): ContractTarget {
  const config: JsonObject = parse(readFileSync(path, 'utf8'));
  const context = entry(config.contexts, config['current-context'], 'context');
  const cluster = entry(config.clusters, context.cluster, 'cluster');
  const user = entry(config.users, context.user, 'user');
  const pem = (from: JsonObject, field: string) =>
    typeof from[`${field}-data`] === 'string'
      ? Buffer.from(String(from[`${field}-data`]), 'base64').toString()
      : fileText(path, from[field]);
  return {
    url: String(cluster.server).replace(/\/$/, ''),
    ca: pem(cluster, 'certificate-authority'),
    mayBeBare: true,
    skipTLSVerify: cluster['insecure-skip-tls-verify'] === true,
    cert: pem(user, 'client-certificate'),
    key: pem(user, 'client-key'),
    token: typeof user.token === 'string' ? user.token : undefined,
    limitedToken: serviceAccountToken,
  };
}

function entry(list: unknown, name: unknown, field: string): JsonObject {
  const found = objectsIn(list).find(item => item.name === name)?.[field];
  if (!isJsonObject(found)) {
    throw new Error(`the kubeconfig has no ${field} ${String(name)}`);
  }
  return found;
}

function fileText(config: string, path: unknown): string | undefined {
  return typeof path === 'string'
    ? readFileSync(resolve(dirname(config), path), 'utf8')
    : undefined;
}
