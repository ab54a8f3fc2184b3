import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

export const START_HELP = `Starts the portal on this machine: a sandbox with its clusters, the backend, the web app.

  npm start [-- OPTIONS]

  --port N           the web app's port (3000)
  --backend-port N   the backend's port (7007)
  --sandbox-port N   the first of the sandbox's three ports (7100)
  --world NAME       what the sandbox is seeded with: demo or healthy (demo)
  --scenario NAME    what else is wrong there; may be given several times
  --no-sandbox       start without it, with the clusters of app-config.local.yaml
  --verbose          show all output instead of writing it only to .data/logs
  --help             show this
`;

const OPTIONS = {
  port: { type: 'string', default: '3000' },
  'backend-port': { type: 'string', default: '7007' },
  'sandbox-port': { type: 'string', default: '7100' },
  world: { type: 'string', default: 'demo' },
  scenario: { type: 'string', multiple: true, default: [] },
  'no-sandbox': { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/**
 * Reads the arguments of `npm start`.
 *
 * @throws {Failure} when an argument is unknown or a port is not a port
 */
export function parseStartOptions(args) {
  const { values } = parse(args);
  return {
    ports: {
      app: toPort('--port', values.port),
      backend: toPort('--backend-port', values['backend-port']),
      sandbox: toPort('--sandbox-port', values['sandbox-port']),
    },
    world: values.world,
    scenarios: values.scenario,
    sandbox: !values['no-sandbox'],
    verbose: values.verbose,
    help: values.help,
  };
}

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS });
  } catch (error) {
    throw new Failure(error.message.split('. ')[0].replace(/\.$/, ''), {
      remedy: 'npm start -- --help lists the options.',
      cause: error,
    });
  }
}

function toPort(option, text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`${option} ${text} is not a port`, {
      remedy: 'Give a number from 1 to 65535.',
    });
  }
  return port;
}
