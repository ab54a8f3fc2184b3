import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

// A listener on one of these does not always refuse the others: a dev server
// on 127.0.0.1 and another on :: can share a port, and each sees half the calls.
const HOSTS = [undefined, '127.0.0.1', '::1'];
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** Whether nothing listens on the port on any local address. */
export async function isPortFree(port) {
  for (const host of HOSTS) {
    const code = await tryListen(port, host);
    if (code && !NO_SUCH_ADDRESS.has(code)) {
      return false;
    }
  }
  return true;
}

/**
 * Checks the ports that the portal's parts need.
 *
 * @param {{ name: string, port: number, option: string }[]} wanted
 * @throws {Failure} naming the first port that is taken or wanted twice, who
 *   needs it and the option to choose another
 */
export async function checkPorts(wanted) {
  const seen = new Map();
  for (const { name, port, option } of wanted) {
    if (seen.has(port)) {
      throw new Failure(
        `Port ${port} is meant for both the ${seen.get(port)} and the ${name}`,
        { remedy: await advice(port, option, wanted) },
      );
    }
    seen.set(port, name);
  }
  for (const { name, port, option } of wanted) {
    if (!(await isPortFree(port))) {
      throw new Failure(`Port ${port} is taken, and the ${name} needs it`, {
        remedy: `End what uses it, or choose another: ${await advice(
          port,
          option,
          wanted,
        )}`,
      });
    }
  }
}

async function advice(port, option, wanted) {
  const avoid = new Set(wanted.map(entry => entry.port));
  let candidate = port + 1;
  while (
    candidate < 65_535 &&
    (avoid.has(candidate) || !(await isPortFree(candidate)))
  ) {
    candidate += 1;
  }
  return `npm start -- ${option} ${candidate}`;
}

function tryListen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
