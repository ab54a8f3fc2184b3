/**
 * A process that only collects: `FILE URL`. It writes a line for each
 * committed change, so that who started it knows how far it came, and ends
 * well when told to.
 */
import { LoggerService } from '@backstage/backend-plugin-api';
import knexFactory from 'knex';
import { RecordedMeter } from '../../metrics/__testUtils__/RecordedMeter';
import { Metrics } from '../../metrics/Metrics';
import { openDatabase } from '../../store/openDatabase';
import { SqlClusterStore } from '../../store/SqlClusterStore';
import { FleetCollector } from '../FleetCollector';
import { clusterAt } from './clusterAt';
import { briefly } from './briefly';

const silent: LoggerService = {
  error: message => process.stdout.write(`error ${message}\n`),
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

async function main([file, url]: string[]) {
  const client = knexFactory({
    client: 'better-sqlite3',
    connection: file,
    useNullAsDefault: true,
  });
  const { knex } = await openDatabase({ getClient: async () => client });
  const store = new SqlClusterStore({
    knex,
    holder: String(process.pid),
    alone: true,
  });
  store.onChange(({ type }) => process.stdout.write(`${type}\n`));
  const collector = new FleetCollector({
    config: {
      clusters: [clusterAt(url)],
      collect: {
        lists: 'pages',
        namespaces: { exclude: [] },
        pageSize: 7,
        requests: { perSecond: 1000, burst: 1000 },
      },
      ownership: { label: '', patterns: [], unbound: 'deny' },
    },
    store,
    logger: silent,
    metrics: new Metrics(new RecordedMeter()).collect,
    timing: briefly,
  });
  process.once('SIGTERM', async () => {
    await collector.stop();
    await client.destroy();
  });
  process.stdout.write('started\n');
  await collector.start();
}

main(process.argv.slice(2)).catch(error => {
  process.stdout.write(`error ${error.stack}\n`);
  process.exitCode = 1;
});
