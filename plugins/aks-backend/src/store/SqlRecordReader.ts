import {
  KubernetesRecord,
  Labels,
  LabelSelector,
  matchesLabels,
  ObjectRef,
  RecordKind,
  Relation,
} from '@backstage-aks/insight';
import { Knex } from 'knex';
import {
  addressLookUp,
  addressNamespaceLookUp,
  claimLookUp,
  claimNamespaceLookUp,
} from './claimLookUps';
import { indexedText } from './hostRows';
import { LABELLED_KINDS } from './indexRows';
import {
  kindLookUp,
  labelLookUp,
  labelNamespaceLookUp,
  nameLookUp,
  namespaceLookUp,
  referrerLookUp,
  selectorLookUp,
  versionLookUp,
} from './lookUps';
import {
  FewKind,
  Names,
  RecordReader,
  ServedCluster,
  ServedSource,
} from './RecordReader';
import {
  BigInteger,
  ClusterRow,
  NamespaceVersionRow,
  LeaseOfRow,
  SourceRow,
  sourcesMarkOf,
  toServedCluster,
  toStoredSource,
} from './rows';
import { leadingLabel, pairsOfLabels } from './selectorPairs';

/**
 * Reads of the store, over SQL. What is asked of several clusters at the same
 * moment is answered by one statement.
 */
export class SqlRecordReader implements RecordReader {
  readonly #knex: Knex;
  readonly #clock: () => number;
  readonly #lookUps;

  constructor({ knex, clock }: { knex: Knex; clock?: () => number }) {
    this.#knex = knex;
    this.#clock = clock ?? Date.now;
    this.#lookUps = {
      label: labelLookUp(knex, 'given'),
      labelKey: labelLookUp(knex, 'any'),
      labelNamespace: labelNamespaceLookUp(knex),
      name: nameLookUp(knex),
      kind: kindLookUp(knex),
      namespace: namespaceLookUp(knex),
      referrer: referrerLookUp(knex),
      selector: selectorLookUp(knex),
      version: versionLookUp(knex),
      address: addressLookUp(knex),
      claim: claimLookUp(knex),
      claimNamespace: claimNamespaceLookUp(knex),
      addressNamespace: addressNamespaceLookUp(knex),
    };
  }

  async clusters(): Promise<ServedCluster[]> {
    const rows = await this.#knex<ClusterRow>('aks_clusters')
      .whereNull('forgotten_at')
      .orderBy('name');
    return rows.map(row => toServedCluster(row, this.#clock()));
  }

  async sources(clusterIds: readonly string[]): Promise<ServedSource[]> {
    const rows = await this.#knex<SourceRow>('aks_sources as source')
      .join<ClusterRow>(
        'aks_clusters as cluster',
        'cluster.id',
        'source.cluster_id',
      )
      .whereIn('source.cluster_id', [...clusterIds])
      .orderBy(['source.cluster_id', 'source.kind'])
      .select<(SourceRow & LeaseOfRow)[]>(
        'source.*',
        'cluster.lease_until',
        'cluster.sources_mark',
      );
    const now = this.#clock();
    return rows.map(row => ({
      ...toStoredSource(row, row.lease_until, now),
      sourcesMark: sourcesMarkOf(row, now),
    }));
  }

  async byLabels(query: {
    clusterId: string;
    kinds: readonly RecordKind[];
    selector: LabelSelector;
    namespaces?: readonly string[];
  }): Promise<KubernetesRecord[]> {
    const unindexed = query.kinds.find(kind => !LABELLED_KINDS.has(kind));
    if (unindexed) {
      throw new Error(`${unindexed} records are not found by their labels`);
    }
    const { label, labelKey } = this.#lookUps;
    const { selector } = query;
    const rows = await (leadingLabel(selector).values
      ? label.ask(query)
      : labelKey.ask(query));
    return distinctById(rows)
      .map(parseRecord)
      .filter(record => matchesLabels(selector, record.labels));
  }

  async namespacesByLabels(query: {
    clusterId: string;
    kinds: readonly RecordKind[];
    selector: LabelSelector;
  }): Promise<string[]> {
    const { selector, kinds, clusterId } = query;
    const [requirement, ...others] = selector;
    if (others.length > 0 || requirement?.operator !== 'In') {
      const records = await this.byLabels(query);
      return [...new Set(records.map(({ namespace }) => namespace))];
    }
    const { labelNamespace } = this.#lookUps;
    const rows = await labelNamespace.ask({ clusterId, kinds, ...requirement });
    return [...new Set(rows.map(({ namespace }) => namespace))];
  }

  async byRefs(
    clusterId: string,
    refs: readonly ObjectRef[],
  ): Promise<KubernetesRecord[]> {
    const rows = await this.#lookUps.name.ask({ clusterId, refs });
    return distinctById(rows).map(parseRecord);
  }

  async referrers(
    clusterId: string,
    relation: Relation,
    targets: readonly ObjectRef[],
  ): Promise<KubernetesRecord[]> {
    const { referrer } = this.#lookUps;
    const rows = await referrer.ask({ clusterId, relation, targets });
    return distinctById(rows).map(parseRecord);
  }

  async selecting(query: {
    clusterId: string;
    targetKind: RecordKind;
    namespace: string;
    labels: readonly Labels[];
  }): Promise<KubernetesRecord[]> {
    const { labels } = query;
    const pairs = [...new Set(labels.flatMap(pairsOfLabels))];
    const rows = await this.#lookUps.selector.ask({ ...query, pairs });
    return distinctById(
      rows.filter(row => {
        const selector: LabelSelector = JSON.parse(row.selector);
        return labels.some(set => matchesLabels(selector, set));
      }),
    ).map(parseRecord);
  }

  async holding(
    clusterId: string,
    addresses: readonly string[],
  ): Promise<KubernetesRecord[]> {
    const wanted = addresses.map(indexedText);
    const rows = await this.#lookUps.address.ask({
      clusterId,
      addresses: wanted,
    });
    return distinctById(rows).map(parseRecord);
  }

  async claiming(
    clusterId: string,
    hosts: readonly string[],
  ): Promise<KubernetesRecord[]> {
    const wanted = hosts.map(indexedText);
    const rows = await this.#lookUps.claim.ask({ clusterId, hosts: wanted });
    return distinctById(rows).map(parseRecord);
  }

  async namespacesOf(
    clusterId: string,
    { hosts, addresses }: Names,
  ): Promise<string[]> {
    const { claimNamespace, addressNamespace } = this.#lookUps;
    const found = await Promise.all([
      claimNamespace.ask({ clusterId, hosts: hosts.map(indexedText) }),
      addressNamespace.ask({
        clusterId,
        addresses: addresses.map(indexedText),
      }),
    ]);
    return [...new Set(found.flat().map(({ namespace }) => namespace))].sort();
  }

  async all(
    clusterId: string,
    kind: 'IngressClass' | 'GatewayClass',
  ): Promise<KubernetesRecord[]> {
    return this.#ofKind(clusterId, kind);
  }

  async few(query: {
    clusterId: string;
    kinds: readonly FewKind[];
    namespaces: readonly string[];
  }): Promise<KubernetesRecord[]> {
    const rows = await this.#lookUps.namespace.ask(query);
    return rows.map(parseRecord);
  }

  async namespaces(clusterId: string): Promise<KubernetesRecord[]> {
    return this.#ofKind(clusterId, 'Namespace');
  }

  async versions(
    clusterId: string,
    namespaces: readonly string[],
  ): Promise<Map<string, number>> {
    const rows = await this.#lookUps.version.ask({ clusterId, namespaces });
    const known = new Map(
      rows.map(row => [row.namespace, Number(row.version)]),
    );
    return new Map(namespaces.map(name => [name, known.get(name) ?? 0]));
  }

  async sequence(): Promise<number> {
    const row = await this.#knex<{ id: number; value: BigInteger }>(
      'aks_sequence',
    )
      .where({ id: 1 })
      .first();
    return Number(row?.value ?? 0);
  }

  async changesSince(
    sequence: number,
  ): Promise<{ sequence: number; clusterId: string; namespace: string }[]> {
    const rows = await this.#knex<NamespaceVersionRow>('aks_namespace_versions')
      .where('version', '>', sequence)
      .orderBy(['version', 'cluster_id', 'namespace']);
    return rows.map(row => ({
      sequence: Number(row.version),
      clusterId: row.cluster_id,
      namespace: row.namespace,
    }));
  }

  async #ofKind(clusterId: string, kind: RecordKind) {
    const rows = await this.#lookUps.kind.ask({ clusterId, kind });
    return rows.map(parseRecord);
  }
}

function parseRecord(row: { record: string }): KubernetesRecord {
  return JSON.parse(row.record);
}

function distinctById<Row extends { id: number }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map(row => [row.id, row])).values()];
}
