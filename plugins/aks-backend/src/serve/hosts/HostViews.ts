import {
  HostEntry,
  HostList,
  HostListQuery,
} from '@backstage-aks/plugin-aks-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Access } from '../../permissions/Access';
import { HostQuery, HostReader } from '../../store/HostReader';
import { RecordReader } from '../../store/RecordReader';
import { NAMES_SCOPE } from '../../store/scopes';
import { ScopeNames } from '../ScopeNames';
import { NO_SOURCES, SourceStates } from '../SourceStates';
import { EntityFinder } from './EntityFinder';
import { fromCursor, toCursor } from './hostCursor';
import { JudgedCluster, JudgedHost, judgeHosts } from './HostJudge';
import { hostIn } from './hostIn';
import { HostScopeResolver } from './HostScope';
import { hostSource } from './hostSource';
import { ingressClasses } from './ingressClasses';
import { RouteJudge } from './RouteJudge';

const PAGE = 50;

// Judging a host of which nothing is kept takes about a millisecond. With a
// filter by verdict one request judges this many, then says where to go on.
const MOST_JUDGED = 500;

/** Answers which host names the fleet has: only those the caller may see. */
export class HostViews {
  readonly #reader: RecordReader;
  readonly #hosts: HostReader;
  readonly #scopes: HostScopeResolver;
  readonly #judge: RouteJudge;
  readonly #entities: EntityFinder;
  readonly #scopeNames: ScopeNames;
  readonly #states: SourceStates;

  constructor(options: {
    reader: RecordReader;
    hosts: HostReader;
    scopes: HostScopeResolver;
    judge: RouteJudge;
    entities: EntityFinder;
    scopeNames: ScopeNames;
    states: SourceStates;
  }) {
    this.#reader = options.reader;
    this.#hosts = options.hosts;
    this.#scopes = options.scopes;
    this.#judge = options.judge;
    this.#entities = options.entities;
    this.#scopeNames = options.scopeNames;
    this.#states = options.states;
  }

  /** @throws InputError for a cursor that is none. */
  async list(
    query: HostListQuery,
    access: Access,
    credentials: BackstageCredentials,
  ): Promise<HostList> {
    const scope = await this.#scopes.resolve(access);
    const all = scope.clusters.map(({ cluster }) => cluster);
    const chosen = new Set(
      all.filter(cluster => isChosen(cluster, query)).map(({ id }) => id),
    );
    const [classes, clusters] = await Promise.all([
      ingressClasses(
        this.#reader,
        all.map(({ id }) => id),
      ),
      this.#clusters(
        scope.clusters.filter(({ cluster }) => chosen.has(cluster.id)),
        access,
      ),
    ]);
    const hostQuery: HostQuery = {
      places: scope.places.filter(({ clusterId }) => chosen.has(clusterId)),
      text: query.query && hostIn(query.query),
      className: query.class,
      defaultOn: classes
        .filter(({ name, isDefault }) => isDefault && name === query.class)
        .map(({ clusterId }) => clusterId),
    };
    const [totalItems, page] = await Promise.all([
      this.#hosts.countHosts(hostQuery),
      this.#page(hostQuery, query, clusters),
    ]);
    const validUntil = page.shown
      .flatMap(({ route }) => route?.validUntil ?? [])
      .sort()[0];
    return {
      items: await this.#withEntities(page.shown, credentials),
      totalItems,
      ...(page.next && { nextCursor: page.next }),
      judged: page.judgedCount,
      classes: [...new Set(classes.map(({ name }) => name))].sort(),
      clusters: all.map(({ slug, name, environment }) => ({
        slug,
        name,
        environment,
      })),
      sources: clusters.map(cluster => hostSource(cluster, access)),
      ...(validUntil && { validUntil }),
      scopes: this.#scopesOf(clusters, page.judged),
    };
  }

  async #clusters(
    rights: readonly JudgedCluster['rights'][],
    access: Access,
  ): Promise<JudgedCluster[]> {
    const told = await this.#states.of(
      rights.map(({ cluster }) => cluster),
      access,
    );
    return rights.map(its => ({
      rights: its,
      sources: told.get(its.cluster.id) ?? NO_SOURCES,
    }));
  }

  /** Pages by host from the index first, and judges only what may be shown. */
  async #page(
    hostQuery: HostQuery,
    { cursor, limit = PAGE, verdict: wanted }: HostListQuery,
    clusters: readonly JudgedCluster[],
  ) {
    const shown: JudgedHost[] = [];
    // What the filter leaves out comes onto the page when it changes.
    const judged: JudgedHost[] = [];
    let after = cursor === undefined ? undefined : fromCursor(cursor);
    let judgedCount = 0;
    while (shown.length < limit && judgedCount < MOST_JUDGED) {
      const found = await this.#hosts.hosts({ ...hostQuery, after, limit });
      const hosts = await judgeHosts(found, clusters, this.#judge);
      judged.push(...hosts);
      judgedCount += found.length;
      const fitting = hosts.filter(
        ({ entry }) => !wanted?.length || wanted.includes(entry.verdict),
      );
      const taken = fitting.slice(0, limit - shown.length);
      shown.push(...taken);
      after = found[found.length - 1]?.position;
      if (taken.length < fitting.length) {
        after = taken[taken.length - 1].position;
      } else if (found.length < limit) {
        return { shown, judged, judgedCount };
      }
    }
    return { shown, judged, judgedCount, next: after && toCursor(after) };
  }

  async #withEntities(
    hosts: readonly JudgedHost[],
    credentials: BackstageCredentials,
  ): Promise<HostEntry[]> {
    const behind = hosts.map(({ entry, route }) => ({
      cluster: entry.cluster.name,
      objects: route?.labelled ?? [],
    }));
    const entitiesOf = await this.#entities.find(behind, credentials);
    return hosts.map(({ entry }, index) => ({
      ...entry,
      entities: entitiesOf(behind[index]),
    }));
  }

  #scopesOf(
    clusters: readonly JudgedCluster[],
    hosts: readonly JudgedHost[],
  ): string[] {
    const places = [
      ...clusters.flatMap(({ rights }) =>
        ['', NAMES_SCOPE].map(scope => [rights.cluster.id, scope]),
      ),
      ...hosts.flatMap(({ clusterId, route }) =>
        (route?.namespaces ?? []).map(namespace => [clusterId, namespace]),
      ),
    ];
    return [
      ...new Set(
        places.map(([cluster, namespace]) =>
          this.#scopeNames.of(cluster, namespace),
        ),
      ),
    ];
  }
}

function isChosen(
  { slug, environment }: { slug: string; environment: string },
  query: HostListQuery,
): boolean {
  return (
    (!query.cluster || query.cluster === slug) &&
    (!query.environment || query.environment === environment)
  );
}
