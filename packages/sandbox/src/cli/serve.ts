import { WorldName } from '../worlds/readWorld';
import { keepRunning, portNumber } from './keepRunning';

interface ServeOptions {
  port: string;
  world: string;
}

const WORLDS = ['healthy', 'demo'];

/** Serves the clusters of a world. */
export async function serve({ port, world }: ServeOptions): Promise<void> {
  if (world !== 'none' && !isWorld(world)) {
    throw new Error(
      `--world ${world}: there is no such world; choose ${WORLDS.join(
        ', ',
      )} or none`,
    );
  }
  await keepRunning({
    world: isWorld(world) ? world : undefined,
    port: portNumber(port),
  });
}

function isWorld(name: string): name is WorldName {
  return WORLDS.includes(name);
}
