import { Knex } from 'knex';
import {
  HostPlace,
  HostPosition,
  HostQuery,
  HostReader,
  StoredHost,
} from './HostReader';
import { HostRow } from './rows';

/** Reads of the index of host names, over SQL. */
export class SqlHostReader implements HostReader {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async hosts(
    query: HostQuery & { after?: HostPosition; limit: number },
  ): Promise<StoredHost[]> {
    const { after, limit } = query;
    const rows = await this.#matching(query)
      .modify(more => {
        if (after) {
          more.whereRaw(
            '(host.any_host, host.host, host.record_id) > (?, ?, ?)',
            [after.host === '' ? 1 : 0, after.host, after.recordId],
          );
        }
      })
      .orderBy(['host.any_host', 'host.host', 'host.record_id'])
      .limit(limit)
      .select<HostRow[]>('host.*');
    return rows.map(row => ({
      position: { host: row.host, recordId: row.record_id },
      clusterId: row.cluster_id,
      route: { kind: row.kind, namespace: row.namespace, name: row.name },
      host: row.host,
    }));
  }

  async countHosts(query: HostQuery): Promise<number> {
    const [row] = await this.#matching(query).count({ total: '*' });
    return Number(row.total);
  }

  async hostNamespaces(clusterId: string): Promise<string[]> {
    const rows = await this.#knex<HostRow>('aks_hosts')
      .where({ cluster_id: clusterId })
      .distinct('namespace')
      .orderBy('namespace');
    return rows.map(({ namespace }) => namespace);
  }

  #matching({ places, text, className, defaultOn = [] }: HostQuery) {
    const query = this.#knex('aks_hosts as host').where(
      inPlaces('host', places),
    );
    const words = text?.trim().toLowerCase();
    if (words) {
      query.where(either =>
        either
          .whereRaw(`host.host like ? escape '!'`, [`%${escapeLike(words)}%`])
          .orWhereIn('host.host', wildcardsOver(words))
          .orWhereIn('host.record_id', this.#withAddress(words))
          .orWhereIn(
            'host.record_id',
            this.#attachedTo(places, this.#withAddress(words)),
          ),
      );
    }
    if (className) {
      query.where(either =>
        either
          .where('host.class_name', className)
          .orWhere(without =>
            without
              .where('host.kind', 'Ingress')
              .whereNull('host.class_name')
              .whereIn('host.cluster_id', [...defaultOn]),
          )
          .orWhereIn(
            'host.record_id',
            this.#attachedTo(places, this.#ofClass(className)),
          ),
      );
    }
    return query;
  }

  #withAddress(words: string) {
    return this.#knex('aks_addresses')
      .whereRaw(`address like ? escape '!'`, [`${escapeLike(words)}%`])
      .select('record_id');
  }

  #ofClass(className: string) {
    return this.#knex('aks_edges')
      .where({
        relation: 'of-class',
        to_kind: 'GatewayClass',
        to_name: className,
      })
      .select('record_id');
  }

  /** Routes on such Gateways; only on those that the caller may see. */
  #attachedTo(places: readonly HostPlace[], gateways: Knex.QueryBuilder) {
    return this.#knex('aks_edges as edge')
      .join('aks_records as parent', join =>
        join
          .on('parent.cluster_id', 'edge.cluster_id')
          .on('parent.kind', 'edge.to_kind')
          .on('parent.namespace', 'edge.to_namespace')
          .on('parent.name', 'edge.to_name'),
      )
      .where('edge.relation', 'attaches-to')
      .where(inPlaces('parent', places))
      .whereIn('parent.id', gateways)
      .select('edge.record_id');
  }
}

/** Only rows of places that the caller may see. */
function inPlaces(table: string, places: readonly HostPlace[]) {
  return (query: Knex.QueryBuilder) => {
    // Of no place, nothing.
    query.whereRaw('1 = 0');
    for (const { clusterId, namespaces } of places) {
      query.orWhere(place => {
        place.where(`${table}.cluster_id`, clusterId);
        if (namespaces) {
          place.whereIn(`${table}.namespace`, [...namespaces]);
        }
      });
    }
  };
}

// A wildcard stands for one label in an Ingress and for several in a route of
// the Gateway API, so every parent is asked for.
function wildcardsOver(host: string): string[] {
  const labels = host.split('.').slice(0, 128);
  return labels
    .slice(1)
    .map((_, index) => `*.${labels.slice(index + 1).join('.')}`);
}

function escapeLike(text: string): string {
  return text.replaceAll(/[!%_]/g, character => `!${character}`);
}
