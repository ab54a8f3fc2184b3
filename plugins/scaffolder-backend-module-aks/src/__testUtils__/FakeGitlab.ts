import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { tarball } from './tarball';

type Files = Record<string, string>;
type Body = Record<string, any>;
type Answer = { status?: number; body?: unknown };

const PROJECT = '/api/v4/projects/contoso%2Fshop';

/**
 * One project behind as much of GitLab's API as Backstage uses to read it and to
 * open a merge request.
 */
export class FakeGitlab {
  readonly mergeRequests: {
    title: string;
    description: string;
    web_url: string;
  }[] = [];
  readonly branches: Map<string, Files>;
  readonly #server: Server = createServer((request, response) => {
    this.#answer(request).then(
      ({ status = 200, body }) => {
        const raw = Buffer.isBuffer(body);
        response.writeHead(status, {
          'content-type': raw ? 'application/gzip' : 'application/json',
        });
        response.end(raw ? body : JSON.stringify(body));
      },
      error => response.writeHead(500).end(String(error)),
    );
  });

  constructor(files: Files) {
    this.branches = new Map([['main', files]]);
  }

  /** Where it answers, on this machine. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>(done => {
      this.#server.listen(0, '127.0.0.1', done);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { headers, method, url = '' } = request;
    if (
      headers['private-token'] !== 'secret' &&
      headers.authorization !== 'Bearer secret'
    ) {
      return { status: 401, body: { message: '401 Unauthorized' } };
    }
    const { pathname } = new URL(url, this.url);
    const body: Body = JSON.parse((await readText(request)) || '{}');
    switch (`${method} ${pathname}`) {
      case `GET ${PROJECT}`:
        return { body: { default_branch: 'main' } };
      case `GET ${PROJECT}/repository/commits`:
        return { body: [{ id: '1' }] };
      case `GET ${PROJECT}/repository/archive`:
        return { body: tarball('shop-main', this.branches.get('main') ?? {}) };
      case `GET ${PROJECT}/repository/tree`:
        return {
          body: Object.keys(this.branches.get('main') ?? {}).map(path => ({
            type: 'blob',
            path,
          })),
        };
      case `GET ${PROJECT}/merge_requests`:
        return { body: this.mergeRequests };
      case `POST ${PROJECT}/repository/branches`:
        this.branches.set(body.branch, { ...this.branches.get(body.ref) });
        return { status: 201, body: {} };
      case `POST ${PROJECT}/repository/commits`:
        return { status: 201, body: this.#commit(body) };
      case `POST ${PROJECT}/merge_requests`:
        return { status: 201, body: this.#open(body) };
      default:
        // GitLab's answer to a branch that it has.
        return (
          this.#branch(pathname) ?? {
            status: 404,
            body: { message: '404 Not Found' },
          }
        );
    }
  }

  #branch(path: string): Answer | undefined {
    const name = path.replace(`${PROJECT}/repository/branches/`, '');
    return this.branches.has(name)
      ? { body: { name, web_url: `https://gitlab.contoso.example/${name}` } }
      : undefined;
  }

  #commit({ branch, actions }: Body) {
    const files = this.branches.get(branch) ?? {};
    for (const { action, file_path, content, encoding } of actions) {
      if ((action === 'update') !== file_path in files) {
        throw new Error(`${action} ${file_path} fits no file of ${branch}`);
      }
      files[file_path] = Buffer.from(content, encoding).toString('utf8');
    }
    return { id: '2' };
  }

  #open({ title, description }: Body) {
    const iid = this.mergeRequests.length + 1;
    const web_url = `https://gitlab.contoso.example/contoso/shop/-/merge_requests/${iid}`;
    this.mergeRequests.push({ title, description, web_url });
    return { iid, web_url };
  }
}
