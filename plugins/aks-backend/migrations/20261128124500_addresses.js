/**
 * Addresses say whose they are: all Ingresses of a cluster share the address of
 * their proxy, and the one Service that holds it is looked for among them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('aks_addresses', table => {
    table.string('cluster_id', 80).notNullable().defaultTo('');
    table.string('kind').notNullable().defaultTo('');
    table.index(['address', 'cluster_id', 'kind'], 'aks_addresses_by_holder');
  });
  const record = column =>
    knex('aks_records')
      .select(column)
      .where('aks_records.id', knex.ref('aks_addresses.record_id'));
  const orphans = knex('aks_records').select('id');
  await knex('aks_addresses').whereNotIn('record_id', orphans).delete();
  await knex('aks_addresses').update({
    cluster_id: record('cluster_id'),
    kind: record('kind'),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('aks_addresses', table => {
    table.dropIndex(
      ['address', 'cluster_id', 'kind'],
      'aks_addresses_by_holder',
    );
    table.dropColumn('cluster_id');
    table.dropColumn('kind');
  });
};
