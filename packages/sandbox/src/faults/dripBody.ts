import { ServerResponse } from 'node:http';
import { SandboxClock } from '../clock/SandboxClock';

// Between two pieces of a body.
const PAUSE = 100;

/** Makes the body of an answer arrive a few bytes at a time. */
export function dripBody(
  response: ServerResponse,
  bytesPerSecond: number,
  clock: SandboxClock,
): void {
  const size = Math.max(1, Math.floor((bytesPerSecond * PAUSE) / 1000));
  const end = response.end.bind(response);
  response.end = ((body: Buffer) => {
    let sent = 0;
    const next = () => {
      if (response.destroyed) {
        return;
      }
      response.write(body.subarray(sent, sent + size));
      sent += size;
      if (sent >= body.length) {
        end();
      } else {
        clock.after(PAUSE, next);
      }
    };
    next();
    return response;
  }) as typeof response.end;
}
