import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parse } from 'yaml';
import { aksModule } from '../module';

const TEMPLATES = join(__dirname, '../../../../templates');
const DEADLINE_MS = 60_000;

/** What the page of a result is made of. */
export interface Result {
  status: 'completed' | 'failed';
  links: { title: string; url: string }[];
  texts: Record<string, string>;
  /** The log, line by line. */
  log: string[];
}

/** What the scaffolder tells of a run while it goes on. */
interface RunEvent {
  type: string;
  body: {
    message: string;
    error?: unknown;
    output?: {
      links?: Result['links'];
      text?: { title: string; content: string }[];
    };
  };
}

/** A portal with one of the templates of this repository, by its folder's name. */
export async function openPortal(folder: string, config: object) {
  const template = parse(
    readFileSync(join(TEMPLATES, folder, 'template.yaml'), 'utf8'),
  );
  template.metadata.namespace = 'default';
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      gitlabModule,
      aksModule,
      catalogServiceMock.factory({ entities: [template] }),
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/scaffolder/v2/tasks`;

  async function ask<Body>(path: string, init?: RequestInit): Promise<Body> {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}: ${text}`);
    }
    return JSON.parse(text);
  }

  return {
    stop: () => backend.stop(),
    /** Runs it with what somebody filled in. */
    async run(values: object): Promise<Result> {
      const { id } = await ask<{ id: string }>('', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          templateRef: `template:default/${template.metadata.name}`,
          values,
        }),
      });
      const deadline = Date.now() + DEADLINE_MS;
      while (Date.now() < deadline) {
        const events = await ask<RunEvent[]>(`/${id}/events`);
        const end = events.find(({ type }) => type === 'completion');
        if (end) {
          const { output = {} } = end.body;
          return {
            status: end.body.error ? 'failed' : 'completed',
            links: output.links ?? [],
            texts: Object.fromEntries(
              (output.text ?? []).map(({ title, content }) => [title, content]),
            ),
            log: events.map(({ body }) => body.message),
          };
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      throw new Error(`The run did not end within ${DEADLINE_MS} ms`);
    },
  };
}
