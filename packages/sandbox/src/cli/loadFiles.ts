import { readFile } from 'node:fs/promises';
import { LoadOutcome } from '../cluster/loadObjects';
import { objectsFromYaml } from '../cluster/objectsFromYaml';
import { JsonObject } from '../objects/json';

interface LoadOptions {
  url: string;
  token: string;
}

/** One document of a file. */
interface Source {
  file: string;
  document: number;
  object: JsonObject;
}

/** Loads files into a running cluster and says what it refused. */
export async function loadFiles(
  files: string[],
  { url, token }: LoadOptions,
): Promise<void> {
  const sources = (await Promise.all(files.map(readSource))).flat();
  // Together, so that owners and what they own arrive as one.
  const results = await send(
    sources.map(({ object }) => object),
    { url, token },
  );
  const refused = results.flatMap((outcomes, index) =>
    outcomes
      .filter(({ error }) => error)
      .map(
        ({ object, error }) =>
          `${sources[index].file}, document ${sources[index].document}: ${object}: ${error}`,
      ),
  );
  const total = results.flat().length;
  process.stdout.write(
    `loaded ${total - refused.length} of ${total} objects into ${url}\n`,
  );
  if (refused.length > 0) {
    throw new Error(`the cluster refused:\n${refused.join('\n')}`);
  }
}

async function readSource(file: string): Promise<Source[]> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw new Error(`${file}: cannot be read: ${error.message}`);
  });
  try {
    return objectsFromYaml(text).map((object, index) => ({
      file,
      document: index + 1,
      object,
    }));
  } catch (error) {
    throw new Error(
      `${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function send(
  items: JsonObject[],
  { url, token }: LoadOptions,
): Promise<LoadOutcome[][]> {
  const response = await fetch(`${url}/sandbox/v1/objects`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ kind: 'List', apiVersion: 'v1', items }),
  }).catch(error => {
    throw new Error(
      `no sandbox answers at ${url} (${
        error.cause?.message ?? error.message
      }); start one with "sandbox serve", or give its address with --url`,
    );
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(
      `${url} answered ${response.status}: ${messageOf(
        text,
      )}; is it a sandbox, and may the token do everything?`,
    );
  }
  return JSON.parse(text).results;
}

function messageOf(text: string): string {
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text.trim();
  }
}
