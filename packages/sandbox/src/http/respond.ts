import { ServerResponse } from 'node:http';
import { Status } from '../errors/StatusError';

/** Answers with JSON. */
export function respondJson(
  response: ServerResponse,
  code: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  respondText(response, code, JSON.stringify(body), {
    'content-type': 'application/json',
    ...headers,
  });
}

/** Answers with a text that is complete. */
export function respondText(
  response: ServerResponse,
  code: number,
  text: string,
  headers: Record<string, string>,
): void {
  const bytes = Buffer.from(text);
  response.writeHead(code, {
    ...headers,
    'content-length': String(bytes.length),
  });
  response.end(bytes);
}

/** Answers with a refusal. */
export function respondStatus(response: ServerResponse, status: Status): void {
  const retryAfter = status.details?.retryAfterSeconds;
  respondJson(response, status.code ?? 500, status, {
    ...(status.code === 403 && { 'x-content-type-options': 'nosniff' }),
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
}

/** Answers as the server does for paths that it does not know. */
export function respondPathNotFound(response: ServerResponse): void {
  respondText(response, 404, '404 page not found\n', {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
}
