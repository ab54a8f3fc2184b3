import { Command } from 'commander';
import { loadFiles } from './loadFiles';
import { serve } from './serve';

const DEFAULT_PORT = 7100;

/** Runs the `sandbox` command. */
export async function run(argv: string[]): Promise<void> {
  const program = new Command('sandbox').description(
    'Clusters on this machine that speak the Kubernetes API',
  );
  program
    .command('serve', { isDefault: true })
    .description('start a sandbox and keep it running')
    .option(
      '--port <number>',
      'port of the first cluster',
      String(DEFAULT_PORT),
    )
    .option('--world <name>', 'healthy, demo or none', 'demo')
    .action(serve);
  program
    .command('load')
    .description('load YAML or JSON files into a running cluster')
    .argument('<files...>', 'manifests or recorded lists')
    .option(
      '--url <url>',
      'address of the cluster',
      `http://127.0.0.1:${DEFAULT_PORT}`,
    )
    .option(
      '--token <token>',
      'a token that may do everything',
      'sandbox-admin',
    )
    .action(loadFiles);
  await program.parseAsync(argv);
}
