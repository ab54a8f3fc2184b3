import {
  Exposure,
  exposuresOf,
  KubernetesRecord,
  ObjectRef,
  RecordSet,
  refKey,
  refOf,
} from '@backstage-aks/insight';
import { LRUCache } from 'lru-cache';
import { ClusterRights } from '../../permissions/ClusterRights';
import { RecordReader } from '../../store/RecordReader';
import { addGateways } from '../addGateways';
import { addNaming } from '../addNaming';
import { digest } from '../digest';
import { CLASS_SCOPES, EdgeWalk } from '../EdgeWalk';
import { claimedHosts, givenAddresses } from '../ingressNames';
import { NamespaceGate } from '../NamespaceGate';
import { ToldSources } from '../SourceStates';
import { LabelledObject } from './EntityFinder';
import { HostVerdict, hostVerdict } from './hostVerdict';
import { routeNamespaces } from './routeNamespaces';

/** An object that lets traffic in, judged. */
export interface JudgedRoute {
  /** By host name in lower case. */
  byHost: ReadonlyMap<string, HostVerdict>;
  /** Labels of what stands behind it, by which entities name it. */
  labelled: LabelledObject[];
  /** Namespaces that it was made of. */
  namespaces: string[];
  validUntil?: string;
}

interface Pending {
  ref: ObjectRef;
  fingerprint: string;
  namespaces: string[];
}

// A judged object takes one or two kilobytes.
const KEPT_ROUTES = 10_000;

/**
 * Judges objects that let traffic in, a few at a time, and keeps what it found
 * while nothing that it was made of has changed.
 */
export class RouteJudge {
  readonly #reader: RecordReader;
  readonly #now: () => Date;
  readonly #kept = new LRUCache<string, JudgedRoute>({ max: KEPT_ROUTES });

  constructor(options: { reader: RecordReader; now: () => Date }) {
    this.#reader = options.reader;
    this.#now = options.now;
  }

  /** The objects that exist, by {@link refKey}. */
  async judge(options: {
    rights: ClusterRights;
    refs: readonly ObjectRef[];
    /** How well each kind is known, as the caller may be told. */
    sources: ToldSources;
  }): Promise<Map<string, JudgedRoute>> {
    const { rights, refs, sources } = options;
    const clusterId = rights.cluster.id;
    const judged = new Map<string, JudgedRoute>();
    const groups = new Map<string, Pending[]>();
    for (const pending of await this.#fingerprints(rights, refs, sources)) {
      const kept = this.#kept.get(pending.fingerprint);
      if (kept && !this.#isOver(kept)) {
        judged.set(refKey(pending.ref), kept);
      } else {
        // Apart by namespaces, so that what is judged together shares all that
        // its fingerprint names.
        const key = pending.namespaces.join('/');
        groups.set(key, [...(groups.get(key) ?? []), pending]);
      }
    }
    await Promise.all(
      [...groups.values()].map(async group => {
        const routes = await this.#judgeGroup(clusterId, group, sources);
        routes.forEach((route, key) => judged.set(key, route));
      }),
    );
    return judged;
  }

  async #fingerprints(
    rights: ClusterRights,
    refs: readonly ObjectRef[],
    sources: ToldSources,
  ): Promise<Pending[]> {
    const { id } = rights.cluster;
    const records = await this.#reader.byRefs(id, refs);
    const touched = await routeNamespaces(this.#reader, id, records);
    const names = [...new Set([...touched.values()].flat())];
    const readable = new Set(await rights.readable(names));
    const versions = await this.#reader.versions(id, [
      ...CLASS_SCOPES,
      ...readable,
    ]);
    return [...touched].map(([record, all]) => {
      const namespaces = all.filter(name => readable.has(name));
      return {
        ref: refOf(record),
        namespaces,
        fingerprint: digest([
          id,
          refKey(record),
          sources.digest,
          ...[...CLASS_SCOPES, ...namespaces].map(scope => [
            scope,
            versions.get(scope),
          ]),
        ]),
      };
    });
  }

  async #judgeGroup(
    clusterId: string,
    group: readonly Pending[],
    sources: ToldSources,
  ): Promise<Map<string, JudgedRoute>> {
    const [{ namespaces }] = group;
    const reader = this.#reader;
    const gate = new NamespaceGate({ reader, clusterId, namespaces });
    const walk = new EdgeWalk({ reader, clusterId, gate });
    await walk.addNamed(group.map(({ ref }) => ref));
    await walk.addRoutes([]);
    await walk.addHolding(givenAddresses(walk.ofKind('Ingress')));
    await walk.addBackends();
    await Promise.all([addGateways(walk), addNaming(walk)]);
    await Promise.all([
      walk.addClaiming(claimedHosts(walk.ofKind('Ingress'))),
      walk.addSelectingPodsOf(walk.ofKind('Pod')),
    ]);
    await walk.addRootsOf([
      ...walk.ofKind('Pod'),
      ...walk.ofKind('ReplicaSet'),
    ]);
    const records = new RecordSet(walk.records());
    const { exposures, validUntil } = exposuresOf({
      records,
      roots: [
        ...group.map(({ ref }) => ref),
        ...walk.ofKind('Service').map(refOf),
      ],
      freshness: kind => sources.freshness.get(kind) ?? { state: 'pending' },
      isReadable: name => gate.isOpen(name),
      now: this.#now(),
    });
    const byRoute = groupBy(exposures, ({ route }) => refKey(route));
    return new Map(
      group.map(({ ref, fingerprint }): [string, JudgedRoute] => {
        const its = byRoute.get(refKey(ref)) ?? [];
        const route: JudgedRoute = {
          byHost: verdictsByHost(its),
          labelled: labelledBehind(its, records),
          namespaces,
          ...(validUntil && { validUntil }),
        };
        this.#kept.set(fingerprint, route);
        return [refKey(ref), route];
      }),
    );
  }

  #isOver({ validUntil }: JudgedRoute) {
    return (
      validUntil !== undefined &&
      Date.parse(validUntil) <= this.#now().getTime()
    );
  }
}

function verdictsByHost(exposures: readonly Exposure[]) {
  const byHost = groupBy(exposures, ({ host }) => host.toLowerCase());
  return new Map([...byHost].map(([host, its]) => [host, hostVerdict(its)]));
}

/** Labels of the route, of its Services and of the workloads behind them. */
function labelledBehind(
  exposures: readonly Exposure[],
  records: RecordSet,
): LabelledObject[] {
  const refs = exposures.flatMap(({ route, hops }) => [
    route,
    ...hops.flatMap(({ object }) => object ?? []),
  ]);
  const byKey = new Map(refs.map(ref => [refKey(ref), ref]));
  const found = [...byKey.values()].flatMap(ref => withWorkloads(ref, records));
  return [...new Set(found)]
    .filter(({ labels }) => Object.keys(labels).length > 0)
    .map(({ namespace, labels }) => ({ namespace, labels }));
}

function withWorkloads(ref: ObjectRef, records: RecordSet): KubernetesRecord[] {
  const record = records.get(ref);
  if (!record) {
    return [];
  }
  const pods =
    record.kind === 'Service' && record.selector
      ? records.matching('Pod', record.namespace, record.selector)
      : [];
  // The pods of a workload are labelled alike, but for what controllers add.
  const byRoot = new Map(pods.map(pod => [refKey(records.rootOf(pod)), pod]));
  return [
    record,
    ...[...byRoot.values()].flatMap(pod => [
      pod,
      records.get(records.rootOf(pod)) ?? [],
    ]),
  ].flat();
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
