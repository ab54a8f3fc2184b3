import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BenchOptions } from './BenchOptions';
import { change } from './change';
import { collect } from './collect';
import { entity } from './entity';
import { Report, tableOf } from './figures';
import { generate } from './generate';
import { hosts } from './hosts';

type Benchmark = (options: BenchOptions) => Promise<Report>;

const benchmarks: Record<string, Benchmark[]> = {
  change: [change],
  collect: [collect],
  entity: [options => entity({ ...options, clusters: 1 }), entity],
  generate: [generate],
  hosts: [hosts],
};

const HELP = `Measures the portal.

  npm run bench -- NAME [OPTION ...]

  change    from a write to the API server until a page shows it
  collect   the first sync of 50,000 pods, against listing and parsing alone
  entity    one service page, against the Kubernetes plugin of Backstage
  generate  the manifests of one workload
  hosts     the exposure of a service with 200 host names

  --json             figures that programs can read
  --clusters N, --services N, --pods N
                     another size; targets are meant for the usual one
  --profile FOLDER   leaves CPU profiles there; they slow down what they show
`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      clusters: { type: 'string' },
      services: { type: 'string' },
      pods: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const chosen = benchmarks[positionals[0] ?? ''];
  if (!chosen) {
    process.stdout.write(HELP);
    process.exitCode = positionals.length > 0 ? 1 : 0;
    return;
  }
  const options: BenchOptions = {
    ...(values.clusters && { clusters: count(values.clusters) }),
    ...(values.services && { services: count(values.services) }),
    ...(values.pods && { pods: count(values.pods) }),
    ...(values.profile && { profileFolder: resolve(values.profile) }),
  };
  const reports: Report[] = [];
  for (const benchmark of chosen) {
    const report = await benchmark(options);
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

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(`${text} is not a number of things`);
  }
  return number;
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
