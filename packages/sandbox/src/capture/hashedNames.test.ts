import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeKubeconfig } from '../__testUtils__/kubeconfig';
import { settled } from '../__testUtils__/settled';
import { ClusterSnapshot } from '../cluster/ClusterSnapshot';
import { isJsonObject, objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { startSandbox } from '../startSandbox';
import { captureCluster } from './captureCluster';
import { hashedNames } from './hashedNames';
import { readCapture } from './readCapture';

// Loading the Kubernetes client takes its time.
jest.setTimeout(60_000);

describe('hashedNames', () => {
  const naming = hashedNames(Buffer.alloc(32, 1));

  it.each([
    ['shop', 'shop', true],
    ['shop.contoso.example', 'pay.contoso.example', false],
    ['', '', true],
  ])('of %s and %s are equal: %s', (left, right, equal) => {
    expect(naming.name(left) === naming.name(right)).toBe(equal);
  });

  it('keep the ends of hosts, wildcards and addresses', () => {
    const host = naming.name('shop.contoso.example');
    expect(host).toMatch(/^x[0-9a-f]{12}\.x[0-9a-f]{12}\.example$/);
    expect(naming.name('*.contoso.example')).toBe(
      `*.${host.split('.').slice(1).join('.')}`,
    );
    expect(naming.name('10.0.0.1')).toBe('10.0.0.1');
    expect(naming.name('kube-system')).toBe('kube-system');
  });

  it('read images in their parts', () => {
    const registry = naming.name('contoso.azurecr.example');
    expect(naming.image('contoso.azurecr.example:5000/shop/front:1.2.3')).toBe(
      `${registry}:5000/${naming.name('shop')}/${naming.name('front')}:1.2.3`,
    );
    expect(naming.image('shop:for-acme')).not.toContain('acme');
    expect(naming.image('mcr.microsoft.com/oss/kured:1')).toBe(
      'mcr.microsoft.com/oss/kured:1',
    );
    expect(naming.image(`a/b@sha256:${'0'.repeat(64)}`)).toMatch(
      /^x\w{12}\/x\w{12}@sha256:[0-9a-f]{64}$/,
    );
  });

  it('fit selectors that compare the same label', () => {
    const value = naming.label('app', 'Shop');
    expect(value).not.toBe('Shop');
    expect(value).toBe(naming.name('Shop'));
    expect(naming.label('kubernetes.io/os', 'linux')).toBe('linux');
  });

  it('read several names in one text', () => {
    expect(naming.names('shop:apps/Deployment:pay/front')).toBe(
      `${naming.name('shop')}:${naming.name('apps')}/Deployment:${naming.name(
        'pay',
      )}/${naming.name('front')}`,
    );
  });

  it('differ from capture to capture', () => {
    expect(hashedNames().name('shop')).not.toBe(hashedNames().name('shop'));
  });
});

describe('a capture with hashed names', () => {
  let base: string;
  let given: ClusterSnapshot;
  let hashed: ClusterSnapshot;

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'hashed-'));
    const kubeconfig = join(base, 'config');
    const sandbox = await startSandbox({ world: 'healthy' });
    const cluster = sandbox.cluster();
    await settled(cluster);
    const context = await writeKubeconfig(kubeconfig, cluster.url);
    const capture = async (hashNames: boolean) => {
      const folder = join(base, String(hashNames));
      await captureCluster({ context, kubeconfig, folder, hashNames });
      return readCapture(folder);
    };
    given = await capture(false);
    hashed = await capture(true);
    await sandbox.close();
  });
  afterAll(() => rm(base, { recursive: true }));

  const listOf = (snapshot: ClusterSnapshot, plural: string) =>
    snapshot.lists.find(({ kind }) => kind.plural === plural)?.objects ?? [];

  it('names nothing of the company', async () => {
    const names = ['namespaces', 'deployments', 'services', 'nodes']
      .flatMap(plural => listOf(given, plural))
      .map(({ metadata }) => metadata.name)
      .filter(name => name.includes('-') && !name.startsWith('kube-'))
      .filter(name => name !== 'app-routing-system');
    expect(names.length).toBeGreaterThan(10);
    const folder = join(base, 'true');
    const texts = await Promise.all(
      (await readdir(folder)).map(file => readFile(join(folder, file), 'utf8')),
    );
    const found = ['contoso', ...names].filter(name =>
      // Keys of labels stay.
      texts.some(text => new RegExp(`"${name}[^"]*"(?!:)`).test(text)),
    );
    expect(found).toEqual([]);
  });

  it('lets each Service select as many pods as before', () => {
    const counts = (snapshot: ClusterSnapshot) =>
      Object.fromEntries(
        listOf(snapshot, 'services').map(service => [
          service.metadata.uid,
          selectedPods(service, listOf(snapshot, 'pods')),
        ]),
      );
    expect(counts(hashed)).toEqual(counts(given));
    expect(
      Object.values(counts(hashed)).filter(Boolean).length,
    ).toBeGreaterThan(4);
  });

  it('lets each owner exist under the name that is referred to', () => {
    const all = hashed.lists.flatMap(({ objects }) => objects);
    const names = new Map(
      all.map(({ metadata }) => [metadata.uid, metadata.name]),
    );
    const owners = all.flatMap(
      ({ metadata }) => metadata.ownerReferences ?? [],
    );
    expect(owners.length).toBeGreaterThan(10);
    for (const owner of owners) {
      expect(names.get(owner.uid)).toBe(owner.name);
    }
  });

  it('resolves as many backends and hosts of Ingresses as before', () => {
    const resolved = (snapshot: ClusterSnapshot) =>
      listOf(snapshot, 'ingresses').map(ingress => ({
        uid: ingress.metadata.uid,
        backends: backendsOf(ingress).map(name =>
          listOf(snapshot, 'services').some(
            ({ metadata }) =>
              metadata.name === name &&
              metadata.namespace === ingress.metadata.namespace,
          ),
        ),
        secure: objectsIn(valueAt(ingress, 'spec.tls')).map(({ hosts }) =>
          objectsIn(valueAt(ingress, 'spec.rules')).some(
            ({ host }) => Array.isArray(hosts) && hosts.includes(host),
          ),
        ),
        known: listOf(snapshot, 'ingressclasses').some(
          ({ metadata }) =>
            metadata.name === valueAt(ingress, 'spec.ingressClassName'),
        ),
      }));
    const byUid = (left: { uid: string }, right: { uid: string }) =>
      left.uid < right.uid ? -1 : 1;
    expect(resolved(hashed).sort(byUid)).toEqual(resolved(given).sort(byUid));
    expect(resolved(hashed).flatMap(({ backends }) => backends)).toContain(
      true,
    );
  });
});

function selectedPods(
  service: KubernetesObject,
  pods: readonly KubernetesObject[],
): number {
  const selector = valueAt(service, 'spec.selector');
  if (!isJsonObject(selector)) {
    return 0;
  }
  return pods.filter(
    ({ metadata: { namespace, labels = {} } }) =>
      namespace === service.metadata.namespace &&
      Object.entries(selector).every(([key, value]) => labels[key] === value),
  ).length;
}

function backendsOf(ingress: KubernetesObject): unknown[] {
  return objectsIn(valueAt(ingress, 'spec.rules')).flatMap(rule =>
    objectsIn(valueAt(rule, 'http.paths')).map(path =>
      valueAt(path, 'backend.service.name'),
    ),
  );
}
