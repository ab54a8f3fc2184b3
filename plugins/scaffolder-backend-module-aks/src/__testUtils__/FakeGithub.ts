import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { tarball } from './tarball';

type Files = Record<string, string>;
type Body = Record<string, any>;
type Answer = { status?: number; body?: unknown };

/** What somebody would see on the page of a pull request. */
export interface PullRequest {
  number: number;
  html_url: string;
  head: string;
  base: string;
  title: string;
  body: string;
  open: boolean;
}

/**
 * One repository behind as much of GitHub's API as Backstage uses to read it and to
 * open a pull request. It keeps blobs, trees, commits and branches as Git does, so
 * that what a pull request changes can be read, and what it does not touch stays.
 */
export class FakeGithub {
  readonly pullRequests: PullRequest[] = [];
  /** Each request, such as `POST /repos/contoso/shop/pulls`. */
  readonly requests: string[] = [];
  readonly #objects = new Map<string, any>();
  readonly #branches = new Map<string, string>();
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
    this.commit('main', files);
  }

  /** Where its API is, on this machine. */
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

  /** What a branch holds. */
  files(branch: string): Files {
    const commit = this.#objects.get(this.#branches.get(branch) ?? '');
    return { ...this.#objects.get(commit?.tree) };
  }

  /** Makes a branch hold these files. */
  commit(branch: string, files: Files): void {
    const tree = this.#keep(files);
    this.#branches.set(branch, this.#keep({ tree }));
  }

  /** Takes a pull request in. */
  merge(number: number): void {
    const pull = this.pullRequests[number - 1];
    this.commit(pull.base, this.files(pull.head));
    this.#branches.delete(pull.head);
    pull.open = false;
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const route = `${request.method} ${pathname}`;
    this.requests.push(route);
    if (!/^(token|bearer) secret$/i.test(request.headers.authorization ?? '')) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    const body: Body = JSON.parse((await readText(request)) || '{}');
    const repository = '/repos/contoso/shop';
    switch (route) {
      case `GET ${repository}`:
        return {
          body: { default_branch: 'main', permissions: { push: true } },
        };
      case `GET ${repository}/commits/main/status`:
        return {
          body: {
            sha: this.#branches.get('main'),
            repository: {
              archive_url: `${this.url}${repository}/{archive_format}{/ref}`,
            },
          },
        };
      case `GET ${repository}/tarball/${this.#branches.get('main')}`:
        return { body: tarball('contoso-shop', this.files('main')) };
      case `GET ${repository}/commits`:
        return { body: [this.#head(searchParams.get('sha') ?? 'main')] };
      case `POST ${repository}/git/blobs`:
        return this.#created(
          Buffer.from(body.content, body.encoding).toString('utf8'),
        );
      case `POST ${repository}/git/trees`:
        return this.#created(this.#tree(body));
      case `POST ${repository}/git/commits`:
        return this.#created({ tree: body.tree });
      case `POST ${repository}/git/refs`:
        this.#branches.set(body.ref.replace('refs/heads/', ''), body.sha);
        return { status: 201, body: {} };
      case `POST /graphql`:
        return { body: { data: { repository: this.#branch(body) } } };
      case `POST ${repository}/pulls`:
        return { status: 201, body: this.#open(body) };
      default:
        return this.#change(route, body);
    }
  }

  /** Requests whose path names what they change. */
  #change(route: string, body: Body): Answer {
    const [, branch] =
      /^PATCH .*\/git\/refs\/heads(?:\/|%2F)(.+)$/.exec(route) ?? [];
    if (branch) {
      this.#branches.set(branch, body.sha);
      return { body: {} };
    }
    const [, number] = /^PATCH .*\/pulls\/(\d+)$/.exec(route) ?? [];
    const pull = this.pullRequests[Number(number) - 1];
    if (pull) {
      Object.assign(pull, { title: body.title, body: body.body });
      return { body: shown(pull) };
    }
    const exists = /^HEAD .*\/contents\/(.+)$/.exec(route)?.[1];
    return exists && decodeURIComponent(exists) in this.files('main')
      ? {}
      : { status: 404, body: { message: 'Not Found' } };
  }

  #tree({ base_tree, tree }: Body): Files {
    const files: Files = { ...this.#objects.get(base_tree) };
    for (const { path, sha, content } of tree) {
      if (sha === null) {
        delete files[path];
      } else {
        files[path] = content ?? this.#objects.get(sha);
      }
    }
    return files;
  }

  #head(branch: string) {
    const sha = this.#branches.get(branch) ?? '';
    return { sha, commit: { tree: { sha: this.#objects.get(sha).tree } } };
  }

  #branch({ variables: { head } }: Body) {
    const edges = this.pullRequests
      .filter(pull => pull.open && pull.head === head)
      .map(({ number, html_url }) => ({
        node: { id: String(number), number, url: html_url },
      }));
    return {
      ref: this.#branches.has(head)
        ? { associatedPullRequests: { edges } }
        : null,
    };
  }

  #open({ head, base, title, body }: Body) {
    const number = this.pullRequests.length + 1;
    const pull: PullRequest = {
      number,
      html_url: `https://github.contoso.example/contoso/shop/pull/${number}`,
      head: head.replace('contoso:', ''),
      base,
      title,
      body,
      open: true,
    };
    this.pullRequests.push(pull);
    return shown(pull);
  }

  #created(object: unknown): Answer {
    return { status: 201, body: { sha: this.#keep(object) } };
  }

  #keep(object: unknown): string {
    const sha = String(this.#objects.size + 1).padStart(40, '0');
    this.#objects.set(sha, object);
    return sha;
  }
}

function shown({ number, html_url, base }: PullRequest) {
  return { number, html_url, base: { ref: base } };
}
