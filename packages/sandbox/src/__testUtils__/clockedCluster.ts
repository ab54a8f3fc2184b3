import { SandboxCluster } from '../cluster/SandboxCluster';
import { objectsIn, valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';
import { requireNoDefects } from './requireNoDefects';

const SECOND = 1000;

// Slow enough that nothing happens but when the test moves time.
const TIMING = {
  schedule: 30 * SECOND,
  start: 30 * SECOND,
  ready: 30 * SECOND,
  terminate: 30 * SECOND,
  complete: 30 * SECOND,
  address: 30 * SECOND,
  autoscale: 15 * SECOND,
};

/** A cluster for each test whose time the test moves. */
export function useClockedCluster() {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [{ name: 'clocked', timing: TIMING }],
    });
    cluster = sandbox.cluster();
  });
  afterEach(async () => {
    await sandbox.close();
    requireNoDefects(cluster);
  });

  const get = (kind: string, name: string) =>
    cluster.objects.get(kind, 'default', name);
  const conditions = (kind: string, name: string) =>
    objectsIn(valueAt(get(kind, name), 'status.conditions')).map(
      ({ type, status, reason }) => `${type} ${status} ${reason}`,
    );
  /** What was reported of an object: `Reason: message`. */
  const events = (name: string) =>
    cluster.objects
      .list('Event')
      .filter(event => valueAt(event, 'involvedObject.name') === name)
      .map(({ reason, message }) => `${reason}: ${message}`);

  return {
    get cluster() {
      return cluster;
    },
    /** Moves time ahead by seconds. */
    pass: (seconds: number) => cluster.clock.advance(seconds * SECOND),
    get,
    conditions,
    events,
    status: (kind: string, name: string) => get(kind, name)?.status,
  };
}
