import { JsonObject } from '../objects/json';

/** One line of a watch. */
export interface SeenEvent {
  type: string;
  object: JsonObject;
}

/** A watch that is open, with what it has said so far. */
export interface OpenWatch {
  status: number;
  events: SeenEvent[];
  /** Resolves when the server ends the stream. */
  ended: Promise<void>;
  close(): void;
}

/** Opens a watch and collects its events. */
export async function openWatch(
  url: string,
  path: string,
  token: string,
): Promise<OpenWatch> {
  const controller = new AbortController();
  const response = await fetch(url + path, {
    headers: { authorization: `Bearer ${token}` },
    signal: controller.signal,
  });
  const events: SeenEvent[] = [];
  const ended = collect(response, events).catch(() => undefined);
  return {
    status: response.status,
    events,
    ended,
    close: () => controller.abort(),
  };
}

async function collect(response: Response, events: SeenEvent[]) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    events.push(...lines.map(line => JSON.parse(line)));
  }
}
