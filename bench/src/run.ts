import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BenchOptions } from './BenchOptions';
import { change } from './change';
import { BENCHMARK } from './children/asWritten';
import { ServerConnection } from './children/ServerConnection';
import { collect } from './collect';
import { entity } from './entity';
import { Report, tableOf } from './figures';
import { generate } from './generate';
import { hosts } from './hosts';

type Benchmark = (options: BenchOptions) => Promise<Report | undefined>;

const benchmarks: Record<string, Benchmark[]> = {
  change: [change],
  collect: [collect],
  entity: [options => entity({ ...options, clusters: 1 }), onManyClusters],
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
  --kubeconfig FILE  measures on the server of its current context instead of the
                     sandbox, but for generate; makes namespaces of its own and
                     an IngressClass there, all called backstage-aks-bench, and
                     deletes them at the end
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
      kubeconfig: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const chosen = benchmarks[positionals[0] ?? ''];
  if (!chosen) {
    process.stdout.write(HELP);
    process.exitCode = positionals.length > 0 ? 1 : 0;
    return;
  }
  if (values.kubeconfig && !describeServer(values.kubeconfig)) {
    process.exitCode = 1;
    return;
  }
  const options: BenchOptions = {
    ...(values.clusters && { clusters: count(values.clusters) }),
    ...(values.services && { services: count(values.services) }),
    ...(values.pods && { pods: count(values.pods) }),
    ...(values.kubeconfig && { kubeconfig: resolve(values.kubeconfig) }),
    ...(values.profile && { profileFolder: resolve(values.profile) }),
  };
  const reports: Report[] = [];
  for (const benchmark of chosen) {
    const report = await benchmark(options);
    reports.push(...(report ? [report] : []));
    if (report && !values.json) {
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

/** Says what is about to be written to, or why nothing can be. */
function describeServer(kubeconfig: string): boolean {
  try {
    const { server, context } = new ServerConnection(kubeconfig);
    process.stderr.write(
      `Measures on ${server}, as the context ${context}; what is made there is called ${BENCHMARK}-….\n`,
    );
    return true;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return false;
  }
}

// A kubeconfig names one server.
async function onManyClusters(
  options: BenchOptions,
): Promise<Report | undefined> {
  return options.kubeconfig === undefined ? entity(options) : undefined;
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
