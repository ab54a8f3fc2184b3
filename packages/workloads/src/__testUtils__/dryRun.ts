import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
// A test needs a server; the package itself runs in browsers too.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { startSandbox } from '@backstage-aks/sandbox';
import { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';
import { ManifestObject } from '../objects/Manifest';

/** A server that is asked what it thinks of objects. Nothing is stored. */
export interface DryRun {
  /** Whether it may lack kinds of add-ons. */
  partial: boolean;
  /** What is wrong with an object; `not served` for a kind it does not know. */
  faultOf(object: ManifestObject): Promise<string | undefined>;
  close(): Promise<void>;
}

// Finds the address of a kind, as the client knows it. The client leaves out fields
// that it does not know and opens a connection for each request, so objects are sent
// as they are, over connections that stay open.
class Addresses extends KubernetesObjectApi {
  private readonly known = new Map<string, Promise<string>>();

  pathOf(object: ManifestObject): Promise<string> {
    const { apiVersion, kind, metadata } = object;
    const key = JSON.stringify([apiVersion, kind, metadata.namespace]);
    const path = this.known.get(key) ?? this.specUriPath(object, 'create');
    this.known.set(key, path);
    return path;
  }
}

/** The sandbox, with the kinds that it has no schema for. */
export async function sandboxDryRun(namespace: string): Promise<DryRun> {
  const sandbox = await startSandbox({
    clusters: [{ name: 'workloads', idle: true, nodes: 0 }],
  });
  const cluster = sandbox.cluster();
  for (const [group, kind, plural] of [
    [
      'secrets-store.csi.x-k8s.io',
      'SecretProviderClass',
      'secretproviderclasses',
    ],
    ['external-secrets.io', 'ExternalSecret', 'externalsecrets'],
  ]) {
    cluster.serve({
      group,
      version: 'v1',
      kind,
      plural,
      singular: kind.toLowerCase(),
      namespaced: true,
      verbs: ['create', 'get', 'list', 'patch', 'update', 'watch'],
      generation: true,
      custom: true,
    });
  }
  // The kinds of an add-on are served once one of its objects is there.
  cluster.load(
    [
      ['gateway.networking.k8s.io/v1', 'GatewayClass'],
      ['keda.sh/v1alpha1', 'ClusterTriggerAuthentication'],
      ['autoscaling.k8s.io/v1', 'VerticalPodAutoscalerCheckpoint'],
    ].map(([apiVersion, kind]) => ({
      apiVersion,
      kind,
      metadata: { name: 'first', namespace: 'default' },
      spec: { controllerName: 'example.com/none' },
    })),
  );
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'sandbox', server: cluster.url, skipTLSVerify: true }],
    users: [{ name: 'admin', token: cluster.tokens.admin }],
    contexts: [{ name: 'sandbox', cluster: 'sandbox', user: 'admin' }],
    currentContext: 'sandbox',
  });
  return {
    ...(await dryRun(config, namespace, () => sandbox.close())),
    partial: false,
  };
}

/** The server of a kubeconfig. */
export async function kubeconfigDryRun(
  path: string,
  namespace: string,
): Promise<DryRun> {
  const config = new KubeConfig();
  config.loadFromFile(path);
  return dryRun(config, namespace, async () => {});
}

async function dryRun(
  config: KubeConfig,
  name: string,
  close: () => Promise<void>,
): Promise<DryRun> {
  const api = config.makeApiClient(Addresses);
  const server = config.getCurrentCluster()?.server ?? '';
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  await api.create(namespace);
  const options: https.RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  const { Agent } = server.startsWith('https:') ? https : http;
  const { ca, cert, key, passphrase, pfx, rejectUnauthorized } = options;
  const agent = new Agent({
    ...{ ca, cert, key, passphrase, pfx, rejectUnauthorized },
    servername: options.servername,
    keepAlive: true,
    maxSockets: 8,
  });
  return {
    partial: true,
    async faultOf(object) {
      try {
        const path = await api.pathOf(object);
        const url = new URL(`${server}${path}`);
        url.searchParams.set('dryRun', 'All');
        url.searchParams.set('fieldValidation', 'Strict');
        const { status, body } = await post(
          url,
          { ...options, agent },
          JSON.stringify(object),
        );
        return status < 300 ? undefined : messageOf(body);
      } catch (error) {
        return messageOf(error);
      }
    },
    async close() {
      agent.destroy();
      await api.delete(namespace);
      await close();
    },
  };
}

function post(
  url: URL,
  options: https.RequestOptions,
  content: string,
): Promise<{ status: number; body: string }> {
  const { request } = url.protocol === 'https:' ? https : http;
  const headers = {
    ...options.headers,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(content),
  };
  return new Promise((resolve, reject) => {
    request(url, { ...options, method: 'POST', headers }, response => {
      text(response).then(
        body => resolve({ status: response.statusCode ?? 0, body }),
        reject,
      );
    })
      .on('error', reject)
      .end(content);
  });
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /Unrecognized API version and kind|404 page not found/.test(message)
    ? 'not served'
    : message;
}
