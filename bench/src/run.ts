import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { change } from './change';
import { collect } from './collect';
import { entity } from './entity';
import { Report, tableOf } from './figures';

const benchmarks: Record<string, (() => Promise<Report>)[]> = {
  change: [change],
  collect: [collect],
  entity: [
    () => entity({ clusters: 1, services: 1000, pods: 2000 }),
    () => entity({ clusters: 20, services: 1000, pods: 2000 }),
  ],
};

const HELP = `Measures the portal.

  npm run bench -- NAME [--json]

  change    from a write to the API server until a page shows it
  collect   the first sync of 50,000 pods, against listing and parsing alone
  entity    one service page, against the Kubernetes plugin of Backstage
`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const chosen = benchmarks[positionals[0] ?? ''];
  if (!chosen) {
    process.stdout.write(HELP);
    process.exitCode = positionals.length > 0 ? 1 : 0;
    return;
  }
  const reports: Report[] = [];
  for (const benchmark of chosen) {
    const report = await benchmark();
    reports.push(report);
    if (!values.json) {
      process.stdout.write(`${tableOf(report)}\n\n`);
    }
  }
  if (values.json) {
    const machine = { node: process.version, cores: cpus().length };
    process.stdout.write(
      `${JSON.stringify({ machine, reports }, undefined, 2)}\n`,
    );
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
