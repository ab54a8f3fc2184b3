import { JsonObject } from '../objects/json';

interface Request {
  method?: string;
  path: string;
  token?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** An answer with its body, parsed where it is JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: JsonObject;
}

/** Sends one request to an API server. */
export async function send(
  url: string,
  { method = 'GET', path, token, headers, body }: Request,
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      // What the recorded client sent: nothing that names a program.
      'user-agent': '',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text.startsWith('{') ? JSON.parse(text) : {},
  };
}

type Seen<T> = Exclude<NonNullable<T>, false | 0 | ''>;

/** Waits until something is so; fails after a deadline. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  deadline: number = 10_000,
): Promise<Seen<T>> {
  const end = Date.now() + deadline;
  for (;;) {
    const seen = await look();
    if (seen) {
      return seen as Seen<T>;
    }
    if (Date.now() > end) {
      throw new Error(`not so after ${deadline} ms: ${look}`);
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
