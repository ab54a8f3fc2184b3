import { FaultState } from '../faults/Fault';

/** Where a running sandbox is, and how to sign in there. */
interface Address {
  url: string;
  token: string;
}

/** What a fault is to be, as the command line gives it. */
export interface FaultOptions extends Address {
  code?: string;
  milliseconds?: string;
  bytesPerSecond?: string;
  afterEvents?: string;
  retryAfter?: string;
  verb?: string;
  resource?: string;
  group?: string;
  namespace?: string;
  path?: string;
  byToken?: string;
  times?: string;
  probability?: string;
  for?: string;
}

/** A rule that the server has yet to check. */
interface FaultInput {
  fault: object;
  match?: object;
  times?: number;
  probability?: number;
  lasts?: number;
}

/** Prints the faults that are in place. */
export async function listFaults(address: Address): Promise<void> {
  print(await ask('GET', '', address));
}

/** Puts a fault in place. */
export async function addFault(
  type: string,
  options: FaultOptions,
): Promise<void> {
  const { verb, resource, group, namespace, path, byToken } = options;
  const match = present({
    verb,
    resource,
    group,
    namespace,
    path,
    token: byToken,
  });
  const rule: FaultInput = {
    fault: {
      type,
      ...present({
        code: number(options.code),
        milliseconds: number(options.milliseconds),
        bytesPerSecond: number(options.bytesPerSecond),
        afterEvents: number(options.afterEvents),
        retryAfterSeconds: number(options.retryAfter),
      }),
    },
    ...(Object.keys(match).length > 0 && { match }),
    ...present({
      times: number(options.times),
      probability: number(options.probability),
      lasts: options.for === undefined ? undefined : Number(options.for) * 1000,
    }),
  };
  await ask('POST', '', options, rule);
  process.stdout.write(`added ${describe(rule)}\n`);
}

/** Removes a fault, or all. */
export async function removeFault(
  id: string | undefined,
  address: Address,
): Promise<void> {
  print(await ask('DELETE', id ? `/${encodeURIComponent(id)}` : '', address));
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function present(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );
}

async function ask(
  method: string,
  path: string,
  { url, token }: Address,
  body?: unknown,
): Promise<FaultState[]> {
  const response = await fetch(`${url}/sandbox/v1/faults${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  }).catch(error => {
    throw new Error(
      `no sandbox answers at ${url} (${
        error.cause?.message ?? error.message
      }); start one with "sandbox serve", or give its address with --url`,
    );
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.message ?? `${url} answered ${response.status}`);
  }
  return answer.faults;
}

function print(faults: FaultState[]): void {
  const lines = faults.map(
    ({ id, hits, rule }) => `${id}  hit ${hits} times  ${describe(rule)}`,
  );
  process.stdout.write(`${lines.join('\n') || 'no faults'}\n`);
}

function describe({ fault, match, ...rest }: FaultInput): string {
  return Object.entries({ ...fault, ...match, ...rest })
    .map(([key, value]) => (key === 'type' ? value : `${key}=${value}`))
    .join(' ');
}
