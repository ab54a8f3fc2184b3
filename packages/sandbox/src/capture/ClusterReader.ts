import {
  Agent as HttpAgent,
  IncomingMessage,
  request as http,
} from 'node:http';
import { Agent as HttpsAgent, request as https } from 'node:https';
import { isJsonObject, JsonObject } from '../objects/json';
import { ContextAccess } from './contextAccess';

// Of one answer; a page of a list comes within seconds.
const TIMEOUT = 60_000;

/** An answer that is not what was asked for. */
export class ReadError extends Error {
  constructor(readonly status: number | undefined, message: string) {
    super(message);
  }
}

/** Reads from an API server. It can send nothing but GET. */
export class ClusterReader {
  private readonly secure: boolean;
  private readonly agent: HttpAgent;

  constructor(private readonly access: ContextAccess) {
    this.secure = access.url.startsWith('https:');
    this.agent = this.secure
      ? new HttpsAgent({ keepAlive: true, ...access.tls })
      : new HttpAgent({ keepAlive: true });
  }

  /** @throws ReadError with the status and the server's reason */
  async get(path: string, accept = 'application/json'): Promise<JsonObject> {
    const { status, text } = await this.send(path, accept);
    const body = parsed(text);
    if (status !== 200) {
      throw new ReadError(
        status,
        typeof body?.message === 'string'
          ? body.message
          : `the server answered ${status}`,
      );
    }
    if (!body) {
      throw new ReadError(status, 'the answer is no JSON object');
    }
    return body;
  }

  close(): void {
    this.agent.destroy();
  }

  private send(
    path: string,
    accept: string,
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error) =>
        reject(
          new ReadError(
            undefined,
            `${this.access.url} cannot be read: ${error.message}`,
          ),
        );
      const request = (this.secure ? https : http)(
        this.access.url + path,
        {
          method: 'GET',
          agent: this.agent,
          headers: { accept, ...this.access.headers },
          signal: AbortSignal.timeout(TIMEOUT),
        },
        response => {
          textOf(response).then(
            text => resolve({ status: response.statusCode ?? 0, text }),
            fail,
          );
        },
      );
      request.on('error', fail);
      request.end();
    });
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
