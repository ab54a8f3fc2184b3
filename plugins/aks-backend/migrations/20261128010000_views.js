/**
 * What lets a view see at a glance that nothing it depends on has changed: a
 * mark for what is known of a cluster's kinds, and an index that says by itself
 * in which namespaces a label stands.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('aks_clusters', table => {
    table
      .string('sources_mark', 36)
      .notNullable()
      .defaultTo('')
      .comment('Another one whenever the freshness of a kind is another');
  });
  await knex.schema.alterTable('aks_labels', table => {
    table.dropIndex(
      ['cluster_id', 'key', 'value', 'kind'],
      'aks_labels_by_pair',
    );
    table.index(
      ['cluster_id', 'key', 'value', 'kind', 'namespace'],
      'aks_labels_by_pair',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('aks_labels', table => {
    table.dropIndex(
      ['cluster_id', 'key', 'value', 'kind', 'namespace'],
      'aks_labels_by_pair',
    );
    table.index(['cluster_id', 'key', 'value', 'kind'], 'aks_labels_by_pair');
  });
  await knex.schema.alterTable('aks_clusters', table => {
    table.dropColumn('sources_mark');
  });
};
