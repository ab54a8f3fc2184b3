/**
 * When a collector tries again what it could not read, in milliseconds since
 * 1970.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const name of ['aks_clusters', 'aks_sources']) {
    await knex.schema.alterTable(name, table => {
      table.bigInteger('next_try_at').nullable();
    });
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of ['aks_clusters', 'aks_sources']) {
    await knex.schema.alterTable(name, table => {
      table.dropColumn('next_try_at');
    });
  }
};
