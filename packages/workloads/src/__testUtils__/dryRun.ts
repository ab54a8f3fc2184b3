// A test needs a server; the package itself runs in browsers too.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { startSandbox } from '@backstage-aks/sandbox';
import {
  ApiException,
  HttpMethod,
  KubeConfig,
  KubernetesObjectApi,
} from '@kubernetes/client-node';
import { ManifestObject } from '../objects/Manifest';

/** A server that is asked what it thinks of objects. Nothing is stored. */
export interface DryRun {
  /** Whether it may lack kinds of add-ons. */
  partial: boolean;
  /** What is wrong with an object; `not served` for a kind it does not know. */
  faultOf(object: ManifestObject): Promise<string | undefined>;
  close(): Promise<void>;
}

// Sends objects as they are, where the client leaves out fields that it does not
// know, and asks for a strict reading.
class StrictApi extends KubernetesObjectApi {
  async dryRun(object: ManifestObject): Promise<void> {
    const path = await this.specUriPath(object, 'create');
    const context = this.configuration.baseServer?.makeRequestContext(
      path,
      HttpMethod.POST,
    );
    if (!context) {
      throw new Error('the client has no server');
    }
    context.setQueryParam('dryRun', 'All');
    context.setQueryParam('fieldValidation', 'Strict');
    context.setHeaderParam('Content-Type', 'application/json');
    context.setBody(JSON.stringify(object));
    await this.requestPromise(context);
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
  const api = config.makeApiClient(StrictApi);
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  await api.create(namespace);
  return {
    partial: true,
    async faultOf(object) {
      try {
        await api.dryRun(object);
        return undefined;
      } catch (error) {
        return messageOf(
          error instanceof ApiException ? String(error.body) : error,
        );
      }
    },
    async close() {
      await api.delete(namespace);
      await close();
    },
  };
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /Unrecognized API version and kind|404 page not found/.test(message)
    ? 'not served'
    : message;
}
