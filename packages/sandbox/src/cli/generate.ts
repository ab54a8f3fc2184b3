import { generateCluster } from '../generate/generateCluster';
import { keepRunning, portNumber } from './keepRunning';

interface GenerateOptions {
  services: string;
  pods: string;
  port: string;
}

/** Serves a cluster of a size. */
export async function generate({
  services,
  pods,
  port,
}: GenerateOptions): Promise<void> {
  const snapshot = generateCluster({
    services: count('services', services),
    pods: count('pods', pods),
  });
  await keepRunning({
    port: portNumber(port),
    clusters: [{ name: 'generated', snapshot }],
  });
}

function count(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 500_000) {
    throw new Error(`--${option} ${text}: give a number from 1 to 500000`);
  }
  return value;
}
