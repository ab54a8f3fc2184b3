import { Knex } from 'knex';
import { Gathered } from './Gathered';
import { FoundRecord } from './lookUps';

/** Services by an address that they hold. */
export function addressLookUp(knex: Knex) {
  return new Gathered<
    { clusterId: string; addresses: readonly string[] },
    FoundRecord
  >({
    knex,
    columns: ['cluster_id', 'address'],
    rowsOf: ({ clusterId, addresses }) =>
      addresses.map(address => ({ cluster_id: clusterId, address })),
    sql: listed => `
      SELECT listed.question, record.id, record.record
      FROM ${listed} AS listed
      CROSS JOIN aks_addresses AS address
      CROSS JOIN aks_records AS record
      WHERE address.address = listed.address
        AND address.cluster_id = listed.cluster_id AND address.kind = 'Service'
        AND record.id = address.record_id
      ORDER BY record.id`,
  });
}

/** Ingresses by a host name that they claim. */
export function claimLookUp(knex: Knex) {
  return new Gathered<
    { clusterId: string; hosts: readonly string[] },
    FoundRecord
  >({
    knex,
    columns: ['cluster_id', 'host'],
    rowsOf: ({ clusterId, hosts }) =>
      hosts.map(host => ({ cluster_id: clusterId, host })),
    sql: listed => `
      SELECT listed.question, record.id, record.record
      FROM ${listed} AS listed
      CROSS JOIN aks_hosts AS host
      CROSS JOIN aks_records AS record
      WHERE host.any_host = 0 AND host.host = listed.host
        AND host.cluster_id = listed.cluster_id AND host.kind = 'Ingress'
        AND record.id = host.record_id
      ORDER BY record.id`,
  });
}

/** Namespaces in which an Ingress claims a host name; no record is read. */
export function claimNamespaceLookUp(knex: Knex) {
  return new Gathered<
    { clusterId: string; hosts: readonly string[] },
    { namespace: string }
  >({
    knex,
    columns: ['cluster_id', 'host'],
    rowsOf: ({ clusterId, hosts }) =>
      hosts.map(host => ({ cluster_id: clusterId, host })),
    sql: listed => `
      SELECT DISTINCT listed.question, host.namespace
      FROM ${listed} AS listed
      CROSS JOIN aks_hosts AS host
      WHERE host.any_host = 0 AND host.host = listed.host
        AND host.cluster_id = listed.cluster_id AND host.kind = 'Ingress'`,
  });
}

/** Namespaces in which a Service holds an address; no record is parsed. */
export function addressNamespaceLookUp(knex: Knex) {
  return new Gathered<
    { clusterId: string; addresses: readonly string[] },
    { namespace: string }
  >({
    knex,
    columns: ['cluster_id', 'address'],
    rowsOf: ({ clusterId, addresses }) =>
      addresses.map(address => ({ cluster_id: clusterId, address })),
    sql: listed => `
      SELECT DISTINCT listed.question, record.namespace
      FROM ${listed} AS listed
      CROSS JOIN aks_addresses AS address
      CROSS JOIN aks_records AS record
      WHERE address.address = listed.address
        AND address.cluster_id = listed.cluster_id AND address.kind = 'Service'
        AND record.id = address.record_id`,
  });
}
