import { WorldName, worldNames } from '../worlds/readWorld';
import { keepRunning, portNumber } from './keepRunning';

interface ServeOptions {
  port: string;
  world: string;
  scenario?: string[];
}

/** Serves the clusters of a world. */
export async function serve({
  port,
  world,
  scenario,
}: ServeOptions): Promise<void> {
  if (world !== 'none' && !isWorld(world)) {
    throw new Error(
      `--world ${world}: there is no such world; choose ${worldNames.join(
        ', ',
      )} or none`,
    );
  }
  await keepRunning({
    world: isWorld(world) ? world : undefined,
    scenarios: scenario,
    port: portNumber(port),
  });
}

function isWorld(name: string): name is WorldName {
  return worldNames.some(known => known === name);
}
