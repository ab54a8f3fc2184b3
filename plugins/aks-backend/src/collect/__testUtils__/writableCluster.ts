import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A cluster that a test may write to, and how to reach it. */
export interface WritableCluster {
  kubeconfig: string;
  context: string;
  api: KubernetesObjectApi;
  /** Where it is the sandbox, in which things can go wrong. */
  sandbox?: SandboxCluster;
  close(): Promise<void>;
}

/** How the cluster is to be. */
interface OpenOptions {
  /**
   * Where it is the sandbox, whether nothing happens there by itself, so that
   * every status stays as it was written.
   */
  idle?: boolean;
}

const named = process.env.TEST_KUBECONFIG;

if (!named) {
  process.stdout.write('Skipped: TEST_KUBECONFIG is not set\n');
}

/**
 * Where a test of real protocols runs: the sandbox, and a server where one is
 * named. How to open it is absent where none is.
 */
export const writableClusters: [
  string,
  ((options?: OpenOptions) => Promise<WritableCluster>) | undefined,
][] = [
  ['the sandbox', sandboxCluster],
  [
    'the server of TEST_KUBECONFIG',
    named ? () => clusterOf(named, async () => {}) : undefined,
  ],
];

async function sandboxCluster({
  idle = false,
}: OpenOptions = {}): Promise<WritableCluster> {
  const sandbox = await startSandbox({ clusters: [{ name: 'sandbox', idle }] });
  const folder = await mkdtemp(join(tmpdir(), 'aks-kubeconfig-'));
  const path = join(folder, 'config');
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [
      { name: 'sandbox', server: sandbox.cluster().url, skipTLSVerify: true },
    ],
    users: [{ name: 'admin', token: sandbox.cluster().tokens.admin }],
    contexts: [{ name: 'sandbox', cluster: 'sandbox', user: 'admin' }],
    currentContext: 'sandbox',
  });
  await writeFile(path, config.exportConfig());
  const cluster = await clusterOf(path, async () => {
    await rm(folder, { recursive: true });
    await sandbox.close();
  });
  return { ...cluster, sandbox: sandbox.cluster() };
}

async function clusterOf(
  kubeconfig: string,
  close: () => Promise<void>,
): Promise<WritableCluster> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  return {
    kubeconfig,
    context: config.getCurrentContext(),
    api: KubernetesObjectApi.makeApiClient(config),
    close,
  };
}
