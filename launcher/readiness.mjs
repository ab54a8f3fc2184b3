import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

// A dev server holds its first answer until the first build is done.
const REQUEST_TIMEOUT_MS = 60_000;
const PAUSE_MS = 500;
// `localhost` is one of these, and which one depends on the listener.
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Asks a local address until it answers with 200.
 *
 * @param {{ port: number, path: string, timeoutMs: number,
 *   stopped: () => boolean }} target `stopped` ends the wait early
 * @returns whether it answered before the time was over
 */
export async function waitUntilReady({ port, path, timeoutMs, stopped }) {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && !stopped()) {
    for (const host of LOOPBACK) {
      if ((await ask(host, port, path)) === 200) {
        return true;
      }
    }
    await sleep(PAUSE_MS);
  }
  return false;
}

function ask(host, port, path) {
  return new Promise(resolve => {
    const request = get(
      { host, port, path, timeout: REQUEST_TIMEOUT_MS },
      response => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}
