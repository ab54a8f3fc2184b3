import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { badRequest, unsupportedMediaType } from '../errors/refusals';
import { isJsonObject, JsonObject } from '../objects/json';

// The limit of the real server's request bodies.
const LIMIT = 3 * 1024 * 1024;

/** The whole body of a request as text. */
export async function readBody(
  request: IncomingMessage,
  limit: number = LIMIT,
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > limit) {
      throw badRequest(`request body is too large: limit is ${limit}`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The media type without parameters. */
export function mediaType(header: string | undefined): string {
  return (header ?? '').split(';')[0].trim().toLowerCase();
}

/** Decodes an object that a client sends to create or replace. */
export function decodeObject(
  text: string,
  contentType: string | undefined,
  expectedKind: string,
): JsonObject {
  const type = mediaType(contentType);
  if (type === 'application/yaml') {
    return asObject(parseYaml(text, expectedKind), text, expectedKind);
  }
  // A request without a content type is taken as JSON.
  if (type !== '' && type !== 'application/json' && type !== '*/*') {
    throw unsupportedMediaType(['application/json', 'application/yaml']);
  }
  return asObject(parseJson(text, expectedKind), text, expectedKind);
}

/** Parses YAML or JSON (YAML is a superset). */
export function parseYaml(text: string, expectedKind: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw badRequest(
      `error converting YAML to JSON: ${reasonOf(error)} (${expectedKind})`,
    );
  }
}

function parseJson(text: string, expectedKind: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${expectedKind}): couldn't get version/kind; json parse error: ${jsonReason(
        error,
      )} (${excerpt(text)})`,
    );
  }
}

function asObject(
  value: unknown,
  text: string,
  expectedKind: string,
): JsonObject {
  if (isJsonObject(value)) {
    return value;
  }
  throw badRequest(
    `the object provided is unrecognized (must be of type ${expectedKind}): couldn't get version/kind; json parse error: json: cannot unmarshal ${typeof value} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" } (${excerpt(
      text,
    )})`,
  );
}

// The server prints at most this much of a body that it cannot read.
const EXCERPT = 100;

function excerpt(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)} ...` : text;
}

// The decoder of the real server words the end of input in this way; other
// defects keep the words of this decoder.
function jsonReason(error: unknown): string {
  const reason = reasonOf(error);
  return /end of JSON input|Unterminated|Expected .* in JSON|double-quoted property name/.test(
    reason,
  )
    ? 'unexpected end of JSON input'
    : reason;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
