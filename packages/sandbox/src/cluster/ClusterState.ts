import { TokenGrant } from '../auth/AccessRule';
import { SandboxClock } from '../clock/SandboxClock';
import { Faults } from '../faults/Faults';
import { ServiceTimes } from '../http/ServiceTimes';
import { KindRegistry } from '../kinds/KindRegistry';
import { Registry } from '../registry/Registry';
import type { Scenarios } from '../scenarios/Scenarios';
import { ObjectStore } from '../store/ObjectStore';
import { WatchSet } from '../watching/WatchSet';

/** What the parts of one cluster share. */
export interface ClusterState {
  name: string;
  store: ObjectStore;
  kinds: KindRegistry;
  registry: Registry;
  clock: SandboxClock;
  tokens: ReadonlyMap<string, TokenGrant>;
  watches: WatchSet;
  faults: Faults;
  serviceTimes: ServiceTimes;
  /** The uids of objects that were loaded with their state. */
  held: Set<string>;
  /** Such as `v1.36.2`. */
  kubernetesVersion: string;
  /** What can be broken in the sandbox that the cluster is part of. */
  scenarios?: Scenarios;
  /** Lets controllers look at what was done only when all is done. */
  whileControllersWait<T>(run: () => T): T;
  /** Milliseconds between bookmarks of a watch. */
  bookmarkInterval: number;
}
