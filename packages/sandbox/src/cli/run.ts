import { Command } from 'commander';
import { capture } from './capture';
import { loadFiles } from './loadFiles';
import { replay } from './replay';
import { applyScenario, listScenarios, resetScenarios } from './scenario';
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
    .option(
      '--scenario <names...>',
      'what is wrong from the start; "sandbox scenario list" names them',
    )
    .action(serve);
  withAddress(
    program
      .command('load')
      .description('load YAML or JSON files into a running cluster')
      .argument('<files...>', 'manifests or recorded lists'),
  ).action(loadFiles);
  program
    .command('capture')
    .description('copy what is harmless of a real cluster into a folder')
    .requiredOption('--context <name>', 'context of a kubeconfig')
    .option('--kubeconfig <file>', 'the file, if not the one kubectl reads')
    .option(
      '--out <folder>',
      'where to; a new folder with the time unless told',
    )
    .option('--hash-names', 'replace names, hosts, images and labels by hashes')
    .action(capture);
  program
    .command('replay')
    .description('serve a captured cluster as it was')
    .argument('<folder>', 'what "sandbox capture" wrote')
    .option('--port <number>', 'port to serve it at', String(DEFAULT_PORT))
    .action(replay);
  addScenarioCommands(program);
  await program.parseAsync(argv);
}

function addScenarioCommands(program: Command): void {
  const scenario = program
    .command('scenario')
    .description('break something in a running sandbox, and put it back');
  const commands = [
    scenario
      .command('list', { isDefault: true })
      .description('list what can be broken')
      .action(listScenarios),
    scenario
      .command('apply')
      .description('break one thing')
      .argument('<name>', 'name of the scenario')
      .action(applyScenario),
    scenario
      .command('reset')
      .description('put one thing back, or everything')
      .argument('[name]', 'name of the scenario; all unless given')
      .action(resetScenarios),
  ];
  commands.forEach(withAddress);
}

/** How a command finds a running sandbox. */
function withAddress(command: Command): Command {
  return command
    .option(
      '--url <url>',
      'address of a cluster of the sandbox',
      `http://127.0.0.1:${DEFAULT_PORT}`,
    )
    .option(
      '--token <token>',
      'a token that may do everything',
      'sandbox-admin',
    );
}
