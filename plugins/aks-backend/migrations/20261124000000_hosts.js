// What has a host name or an address by which people look for it.
const KINDS = [
  'Ingress',
  'Service',
  'Gateway',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
];

/**
 * Indexes of host names and addresses. Kinds that have any are listed again,
 * which fills them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('aks_hosts', table => {
    table.comment('Host names that let traffic in, one row for each object');
    table.integer('record_id').notNullable().index();
    table.string('cluster_id', 80).notNullable();
    table.string('kind').notNullable();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table
      .string('host', 255)
      .notNullable()
      .comment('In lower case; empty for what takes any host name');
    table
      .integer('any_host')
      .notNullable()
      .comment('1 where the host is empty, so that these come last');
    table.string('class_name').nullable();
    table.index(['any_host', 'host', 'record_id'], 'aks_hosts_by_host');
    table.index(['cluster_id', 'namespace'], 'aks_hosts_by_namespace');
  });

  await knex.schema.createTable('aks_addresses', table => {
    table.comment('IP addresses and names under which traffic comes in');
    table.integer('record_id').notNullable().index();
    table.string('address', 255).notNullable().index();
  });

  await knex('aks_sources')
    .whereIn('kind', KINDS)
    .update({ resource_version: null });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('aks_addresses');
  await knex.schema.dropTable('aks_hosts');
};
