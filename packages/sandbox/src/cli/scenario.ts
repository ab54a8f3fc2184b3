import { ScenarioState } from '../scenarios/Scenarios';

/** Where a running sandbox is, and how to sign in there. */
export interface SandboxAddress {
  url: string;
  token: string;
}

/** Prints every scenario, with a mark where it is applied. */
export async function listScenarios(address: SandboxAddress): Promise<void> {
  const scenarios = await ask('GET', '', address);
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  for (const { name, title, cluster, applied } of scenarios) {
    print(
      `${applied ? '*' : ' '} ${name.padEnd(width)}  ${title} (${cluster})`,
    );
  }
  print('\n* applied now');
}

/** Breaks what a scenario breaks, and says what to see. */
export async function applyScenario(
  name: string,
  address: SandboxAddress,
): Promise<void> {
  const [scenario] = await ask('POST', name, address);
  print(
    [
      `applied ${name} to ${scenario.cluster}: ${scenario.title}`,
      ...scenario.touches.map(touch => `  ${touch}`),
      '',
      `What happened: ${scenario.breaks}`,
      `What to see:   ${scenario.shows}`,
      '',
      `"sandbox scenario reset ${name}" puts it back.`,
    ].join('\n'),
  );
}

/** Puts back what was before one scenario, or all that are applied. */
export async function resetScenarios(
  name: string | undefined,
  address: SandboxAddress,
): Promise<void> {
  const scenarios = await ask('DELETE', name ?? '', address);
  if (scenarios.length === 0) {
    print(name ? `${name} is not applied` : 'no scenario is applied');
  }
  for (const scenario of scenarios) {
    print(`reset ${scenario.name} on ${scenario.cluster}`);
  }
}

async function ask(
  method: string,
  name: string,
  { url, token }: SandboxAddress,
): Promise<ScenarioState[]> {
  const path = `/sandbox/v1/scenarios${
    name ? `/${encodeURIComponent(name)}` : ''
  }`;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  }).catch(error => {
    throw new Error(
      `no sandbox answers at ${url} (${
        error.cause?.message ?? error.message
      }); start one with "sandbox serve", or give its address with --url`,
    );
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(refusal(text) ?? `${url} answered ${response.status}`);
  }
  return JSON.parse(text).scenarios;
}

function refusal(text: string): string | undefined {
  try {
    return JSON.parse(text).message;
  } catch {
    return undefined;
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
