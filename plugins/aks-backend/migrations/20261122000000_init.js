const { randomBytes } = require('crypto');

/**
 * The first schema: clusters with their leases, records, the edges and labels
 * by which records are found, sources with their freshness, and the change
 * sequence. Times are milliseconds since 1970.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('aks_clusters', table => {
    table.comment(
      'Clusters by the uid of their kube-system namespace, or a placeholder until it is known',
    );
    table.string('id', 80).primary();
    table.string('slug', 16).notNullable().unique();
    table
      .string('origin')
      .notNullable()
      .unique()
      .comment('What declares the cluster, such as config:production-weu');
    table.string('name').notNullable();
    table.string('environment').notNullable();
    table.string('kubernetes_version').nullable();
    table.text('freshness').notNullable();
    table.bigInteger('confirmed_at').nullable();
    table.string('lease_holder').nullable();
    table.bigInteger('lease_epoch').notNullable().defaultTo(0);
    table.bigInteger('lease_until').notNullable().defaultTo(0);
  });

  await knex.schema.createTable('aks_sources', table => {
    table.comment('What is known of each kind of each cluster');
    table.string('cluster_id', 80).notNullable();
    table.string('kind').notNullable();
    table
      .string('projection')
      .nullable()
      .comment('What made the records; another one lists again');
    table.string('resource_version').nullable();
    table.text('freshness').notNullable();
    table.bigInteger('confirmed_at').nullable();
    table.integer('records').notNullable().defaultTo(0);
    table.integer('malformed').notNullable().defaultTo(0);
    table.integer('lists').notNullable().defaultTo(0);
    table.text('last_error').nullable();
    table.primary(['cluster_id', 'kind']);
  });

  await knex.schema.createTable('aks_records', table => {
    table.comment('The lean facts of one object each');
    table.increments('id').primary();
    table.string('cluster_id', 80).notNullable();
    table.string('kind').notNullable();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table
      .string('record_digest', 44)
      .notNullable()
      .comment('An unchanged record is not written again');
    table
      .string('index_digest', 44)
      .notNullable()
      .comment('Unchanged edges and labels are not written again');
    table.text('record').notNullable();
    table.unique(['cluster_id', 'kind', 'namespace', 'name']);
  });

  await knex.schema.createTable('aks_edges', table => {
    table.comment(
      'Relations; a selector stands under one of its label pairs and is verified in memory',
    );
    table.integer('record_id').notNullable().index();
    table.string('cluster_id', 80).notNullable();
    table.string('relation').notNullable();
    table.string('to_kind').notNullable();
    table.string('to_namespace').notNullable();
    table.string('to_name').nullable();
    table.string('to_pair', 512).nullable();
    table.text('selector').nullable();
    table.index(
      ['cluster_id', 'to_kind', 'to_namespace', 'to_name', 'relation'],
      'aks_edges_by_name',
    );
    table.index(
      ['cluster_id', 'to_kind', 'to_namespace', 'to_pair'],
      'aks_edges_by_pair',
    );
  });

  await knex.schema.createTable('aks_labels', table => {
    table.comment('Label pairs of the records that are found by label');
    table.integer('record_id').notNullable().index();
    table.string('cluster_id', 80).notNullable();
    table.string('kind').notNullable();
    table.string('namespace').notNullable();
    table.string('key', 320).notNullable();
    table.string('value', 64).notNullable();
    table.index(['cluster_id', 'key', 'value', 'kind'], 'aks_labels_by_pair');
  });

  await knex.schema.createTable('aks_namespace_versions', table => {
    table.comment('The newest change sequence that touched each namespace');
    table.string('cluster_id', 80).notNullable();
    table.string('namespace').notNullable();
    table.bigInteger('version').notNullable().index();
    table.primary(['cluster_id', 'namespace']);
  });

  await knex.schema.createTable('aks_sequence', table => {
    table.comment('One row: the change sequence of the whole store');
    table.integer('id').primary();
    table.bigInteger('value').notNullable();
  });
  await knex('aks_sequence').insert({ id: 1, value: 0 });

  await knex.schema.createTable('aks_scope_key', table => {
    table.comment('One row: the key of the opaque names of namespaces');
    table.string('key', 64).notNullable();
  });
  await knex('aks_scope_key').insert({
    key: randomBytes(32).toString('hex'),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of [
    'aks_scope_key',
    'aks_sequence',
    'aks_namespace_versions',
    'aks_labels',
    'aks_edges',
    'aks_records',
    'aks_sources',
    'aks_clusters',
  ]) {
    await knex.schema.dropTable(name);
  }
};
