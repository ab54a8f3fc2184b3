import { ClusterOptions, SandboxCluster } from './cluster/SandboxCluster';
import { Scenarios } from './scenarios/Scenarios';
import { readWorld, World, WorldName } from './worlds/readWorld';

/**
 * What a sandbox is to contain.
 *
 * @public
 */
export interface SandboxOptions {
  /**
   * A seeded company: `healthy` has nothing wrong, `demo` has a few troubles.
   * Without a world the clusters are empty.
   */
  world?: WorldName;
  /** Names of scenarios that are applied from the start. */
  scenarios?: readonly string[];
  /** How the clusters are to be; those of the world are matched by name. */
  clusters?: readonly ClusterOptions[];
  /** The port of the first cluster; the others follow. Free ones if absent. */
  port?: number;
}

/**
 * A running sandbox: clusters that speak the Kubernetes API on loopback.
 *
 * @public
 */
export interface Sandbox {
  clusters: readonly SandboxCluster[];
  /** A cluster by its name, or the first. @throws Error if there is none */
  cluster(name?: string): SandboxCluster;
  /** What can be broken, and put back. */
  scenarios: Scenarios;
  close(): Promise<void>;
}

/**
 * Starts a sandbox.
 *
 * @throws Error if a port is taken, a manifest is refused, or there is no
 * such scenario
 * @public
 */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const world = options.world
    ? await readWorld(options.world)
    : { clusters: [], scenarios: [] };
  const clusters = wantedClusters(options, world).map(
    (wanted, index) =>
      new SandboxCluster({
        port: options.port ? options.port + index : 0,
        ...wanted,
      }),
  );
  const scenarios = new Scenarios(clusters);
  const close = async () => {
    await Promise.all(clusters.map(cluster => cluster.close()));
  };
  try {
    for (const { name, objects } of world.clusters) {
      clusters.find(cluster => cluster.name === name)?.load(objects);
    }
    // Before controllers see the objects: what is wrong was wrong all along.
    for (const name of [...world.scenarios, ...(options.scenarios ?? [])]) {
      scenarios.apply(name);
    }
    for (const cluster of clusters) {
      cluster.offer(scenarios);
      await cluster.listen();
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    clusters,
    scenarios,
    cluster: name => {
      const found = name
        ? clusters.find(candidate => candidate.name === name)
        : clusters[0];
      if (!found) {
        throw new Error(`the sandbox has no cluster ${name ?? ''}`);
      }
      return found;
    },
    close,
  };
}

function wantedClusters(
  { clusters = [] }: SandboxOptions,
  world: World,
): ClusterOptions[] {
  const ofWorld = world.clusters.map(
    ({ name, region, kubernetesVersion, nodes }) => ({
      name,
      region,
      kubernetesVersion,
      nodes,
      ...clusters.find(options => options.name === name),
    }),
  );
  const others = clusters.filter(
    ({ name }) => !ofWorld.some(ours => ours.name === name),
  );
  const all = [...ofWorld, ...others];
  return all.length > 0 ? all : [{ name: 'sandbox' }];
}
