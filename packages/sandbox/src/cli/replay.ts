import { basename, resolve } from 'node:path';
import { readCapture } from '../capture/readCapture';
import { keepRunning, portNumber } from './keepRunning';

/** Serves what was captured, as it was. */
export async function replay(
  folder: string,
  { port }: { port: string },
): Promise<void> {
  await keepRunning({
    port: portNumber(port),
    clusters: [
      {
        name: basename(resolve(folder)),
        snapshot: await readCapture(folder),
        idle: true,
      },
    ],
  });
}
