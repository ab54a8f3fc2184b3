import type { ScenarioState } from '@backstage-aks/sandbox';
import { sandbox } from './portal';

/** Every scenario of the sandbox, applied or not. */
export function listScenarios(): Promise<ScenarioState[]> {
  return ask('GET', '');
}

/** Breaks what a scenario breaks. */
export async function applyScenario(name: string): Promise<void> {
  await ask('POST', name);
}

/** Puts back what was before one scenario, or all that are applied. */
export async function resetScenarios(name = ''): Promise<void> {
  await ask('DELETE', name);
}

async function ask(method: string, name: string): Promise<ScenarioState[]> {
  const response = await fetch(`${sandbox.url}/sandbox/v1/scenarios/${name}`, {
    method,
    headers: { authorization: `Bearer ${sandbox.adminToken}` },
  });
  if (!response.ok) {
    throw new Error(
      `${method} of the scenario ${name} answered ${
        response.status
      }: ${await response.text()}`,
    );
  }
  return (await response.json()).scenarios;
}
