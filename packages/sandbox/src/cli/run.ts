import { Command } from 'commander';
import { capture } from './capture';
import { addFault, listFaults, removeFault } from './fault';
import { generate } from './generate';
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
  program
    .command('generate')
    .description('serve a large cluster whose state is settled')
    .option('--services <number>', 'services with all they need', '5000')
    .option('--pods <number>', 'pods, shared out among them', '50000')
    .option('--port <number>', 'port to serve it at', String(DEFAULT_PORT))
    .action(generate);
  addScenarioCommands(program);
  addFaultCommands(program);
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

function addFaultCommands(program: Command): void {
  const fault = program
    .command('fault')
    .description('let a running cluster misbehave');
  const commands = [
    fault
      .command('list', { isDefault: true })
      .description('list the faults in place')
      .action(listFaults),
    fault
      .command('add')
      .description('put a fault in place')
      .argument(
        '<type>',
        'refuse, hang, delay, status, truncate, malformed, reset, drip, cutWatch, compact, withoutMetadata or clockSkew',
      )
      .option('--code <number>', 'of status: 401, 403, 404, 410, 429, 500, 503')
      .option('--retry-after <seconds>', 'of status: when to try again')
      .option('--milliseconds <number>', 'of delay and clockSkew')
      .option('--bytes-per-second <number>', 'of drip')
      .option('--after-events <number>', 'of cutWatch')
      .option('--verb <verb>', 'only such requests: get, list, watch, …')
      .option('--resource <plural>', 'only for a resource, such as pods')
      .option('--group <group>', 'only for resources of an API group')
      .option('--namespace <name>', 'only in a namespace')
      .option('--path <prefix>', 'only paths that begin so')
      .option('--by-token <token>', 'only requests with this token')
      .option('--times <number>', 'how many requests it hits')
      .option('--probability <share>', 'which share it hits, 0 to 1')
      .option('--for <seconds>', 'how long it stays')
      .action(addFault),
    fault
      .command('remove')
      .description('remove a fault, or all')
      .argument('[id]', 'its number in the list; all unless given')
      .action(removeFault),
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
