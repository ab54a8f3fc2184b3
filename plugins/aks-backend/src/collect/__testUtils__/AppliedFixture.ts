import { KubernetesRecord, project, kinds } from '@backstage-aks/insight';
import { Manifest } from '@backstage-aks/rule-fixtures';
import {
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  KubernetesObject,
  PatchStrategy,
  setHeaderOptions,
} from '@kubernetes/client-node';
import { WritableCluster } from './writableCluster';

const MERGE = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** Manifests of a fixture on a cluster, with the status that they are to have. */
export class AppliedFixture {
  readonly #cluster: WritableCluster;
  readonly #core: CoreV1Api;
  readonly #groups: CustomObjectsApi;
  readonly #manifests: readonly Manifest[];

  private constructor(
    cluster: WritableCluster,
    manifests: readonly Manifest[],
  ) {
    const config = new KubeConfig();
    config.loadFromFile(cluster.kubeconfig);
    this.#cluster = cluster;
    this.#core = config.makeApiClient(CoreV1Api);
    this.#groups = config.makeApiClient(CustomObjectsApi);
    this.#manifests = manifests;
  }

  static async create(
    cluster: WritableCluster,
    manifests: readonly Manifest[],
  ): Promise<AppliedFixture> {
    const applied = new AppliedFixture(cluster, manifests);
    for (const manifest of manifests) {
      await applied.#create(manifest);
    }
    return applied;
  }

  /** What the cluster holds of them now, as the portal keeps it. */
  async records(): Promise<KubernetesRecord[]> {
    const found = await Promise.all(
      this.#manifests.map(async manifest => {
        const object = asServed(
          await this.#cluster.api.read(headerOf(manifest)),
        );
        const descriptor = kinds.find(({ kind }) => kind === manifest.kind);
        return descriptor && project(descriptor.kind, object)?.record;
      }),
    );
    return found.flatMap(record => record ?? []);
  }

  /** Removes what does not go with a namespace. */
  async remove() {
    const outside = this.#manifests.filter(
      ({ metadata }) => metadata.namespace === undefined,
    );
    for (const manifest of outside) {
      await this.#cluster.api.delete(headerOf(manifest));
    }
  }

  async #create({ status, ...manifest }: Manifest) {
    const { annotations, ...metadata } = manifest.metadata;
    const { [CLASS_ANNOTATION]: legacyClass, ...others } = annotations ?? {};
    await this.#cluster.api.create({
      ...(manifest.kind === 'NetworkPolicy'
        ? renamed(manifest, key => (key === 'from' ? '_from' : key))
        : manifest),
      metadata: { ...metadata, annotations: others },
    } as KubernetesObject);
    if (legacyClass !== undefined) {
      // A new Ingress may not name its class twice, an old one may.
      await this.#cluster.api.patch(
        {
          ...headerOf(manifest),
          metadata: { ...headerOf(manifest).metadata, annotations },
        } as KubernetesObject,
        undefined,
        undefined,
        undefined,
        undefined,
        PatchStrategy.MergePatch,
      );
    }
    if (status) {
      await this.#writeStatus(manifest, { status });
    }
  }

  async #writeStatus({ apiVersion, kind, metadata }: Manifest, body: object) {
    const { name, namespace = '' } = metadata;
    const [group, version] = apiVersion.split('/');
    if (kind === 'Pod') {
      await this.#core.patchNamespacedPodStatus(
        { name, namespace, body },
        MERGE,
      );
    } else if (kind === 'Service') {
      await this.#core.patchNamespacedServiceStatus(
        { name, namespace, body },
        MERGE,
      );
    } else {
      const plural = pluralOf(kind);
      const target = { group, version, plural, name, body };
      await (namespace
        ? this.#groups.patchNamespacedCustomObjectStatus(
            { ...target, namespace },
            MERGE,
          )
        : this.#groups.patchClusterCustomObjectStatus(target, MERGE));
    }
  }
}

// The client's own types put an underscore before what is a word of the language,
// as in `_from` of a NetworkPolicy, and leave out what is without it.
function asServed(value: object): object {
  return renamed(value, key => key.replace(/^_/, ''));
}

function renamed<Value>(value: Value, rename: (key: string) => string): Value;
function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) {
    return value.map(item => renamed(item, rename));
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      rename(key),
      renamed(part, rename),
    ]),
  );
}

function headerOf({
  apiVersion,
  kind,
  metadata: { name, namespace },
}: Manifest) {
  return { apiVersion, kind, metadata: { name, namespace: namespace ?? '' } };
}

function pluralOf(kind: string): string {
  const descriptor = kinds.find(known => known.kind === kind);
  if (!descriptor) {
    throw new Error(`${kind} is not a kind that is projected`);
  }
  return descriptor.plural;
}
