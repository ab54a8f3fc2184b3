import { ServerResponse } from 'node:http';
import { SandboxClock } from '../clock/SandboxClock';

// Between two pieces of a body.
const PAUSE = 100;

/** Makes the body of an answer, or the events of a watch, arrive slowly. */
export function dripBody(
  response: ServerResponse,
  bytesPerSecond: number,
  clock: SandboxClock,
): void {
  const size = Math.max(1, Math.floor((bytesPerSecond * PAUSE) / 1000));
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  let waiting = Buffer.alloc(0);
  let isComplete = false;
  let isDripping = false;
  const next = () => {
    if (response.destroyed) {
      return;
    }
    write(waiting.subarray(0, size));
    waiting = waiting.subarray(size);
    isDripping = waiting.length > 0;
    if (isDripping) {
      clock.after(PAUSE, next);
    } else if (isComplete) {
      end();
    }
  };
  const add = (part: Buffer | string) => {
    waiting = Buffer.concat([waiting, Buffer.from(part)]);
    if (!isDripping && waiting.length > 0) {
      isDripping = true;
      next();
    }
  };
  response.write = ((part: Buffer | string) => {
    add(part);
    return true;
  }) as typeof response.write;
  response.end = ((part?: Buffer | string) => {
    isComplete = true;
    if (part !== undefined) {
      add(part);
    }
    if (!isDripping && !response.writableEnded) {
      end();
    }
    return response;
  }) as typeof response.end;
}
