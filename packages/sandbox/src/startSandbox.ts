import { ClusterOptions, SandboxCluster } from './cluster/SandboxCluster';
import { readWorld, WorldName } from './worlds/readWorld';

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
  close(): Promise<void>;
}

/**
 * Starts a sandbox.
 *
 * @throws Error if a port is taken or a manifest is refused
 * @public
 */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const world = options.world ? await readWorld(options.world) : new Map();
  const started: SandboxCluster[] = [];
  const close = async () => {
    await Promise.all(started.map(cluster => cluster.close()));
  };
  try {
    for (const [index, wanted] of wantedClusters(options, world).entries()) {
      const cluster = new SandboxCluster({
        port: options.port ? options.port + index : 0,
        ...wanted,
      });
      started.push(cluster);
      cluster.load(world.get(wanted.name) ?? []);
      await cluster.listen();
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    clusters: started,
    cluster: name => {
      const found = name
        ? started.find(candidate => candidate.name === name)
        : started[0];
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
  world: ReadonlyMap<string, unknown>,
): ClusterOptions[] {
  const ofWorld = [...world.keys()].map(
    name => clusters.find(options => options.name === name) ?? { name },
  );
  const others = clusters.filter(({ name }) => !world.has(name));
  const all = [...ofWorld, ...others];
  return all.length > 0 ? all : [{ name: 'sandbox' }];
}
