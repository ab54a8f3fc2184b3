/**
 * Since when a cluster is no longer declared, in milliseconds since 1970. It is
 * not served from then on, and kept for as long as the configuration says.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('aks_clusters', table => {
    table.bigInteger('forgotten_at').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('aks_clusters').whereNotNull('forgotten_at').delete();
  await knex.schema.alterTable('aks_clusters', table => {
    table.dropColumn('forgotten_at');
  });
};
