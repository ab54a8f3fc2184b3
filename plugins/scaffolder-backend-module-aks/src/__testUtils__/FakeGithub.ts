import { IncomingMessage } from 'node:http';
import { Answer, FakeHost, Fields } from './FakeHost';
import { tarball } from './tarball';

type Files = Record<string, string>;

interface Commit {
  tree: string;
}

interface NewTree {
  base_tree?: string;
  tree: { path: string; sha?: string | null; content?: string }[];
}

interface NewPullRequest {
  head: string;
  base: string;
  title: string;
  body: string;
}

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
export class FakeGithub extends FakeHost {
  readonly pullRequests: PullRequest[] = [];
  /** Each request, such as `POST /repos/contoso/shop/pulls`. */
  readonly requests: string[] = [];
  readonly #branches = new Map<string, string>();
  readonly #blobs = new Map<string, string>();
  readonly #trees = new Map<string, Files>();
  readonly #commits = new Map<string, Commit>();
  #made = 0;

  constructor(files: Files) {
    super();
    this.commit('main', files);
  }

  /** What a branch holds. */
  files(branch: string): Files {
    const commit = this.#commits.get(this.#branches.get(branch) ?? '');
    return { ...this.#trees.get(commit?.tree ?? '') };
  }

  /** Makes a branch hold these files. */
  commit(branch: string, files: Files): void {
    const tree = this.#keep(this.#trees, files);
    this.#branches.set(branch, this.#keep(this.#commits, { tree }));
  }

  /** Takes a pull request in. */
  merge(number: number): void {
    const pull = this.pullRequests[number - 1];
    this.commit(pull.base, this.files(pull.head));
    this.#branches.delete(pull.head);
    pull.open = false;
  }

  protected answer(
    request: IncomingMessage,
    { pathname, searchParams }: URL,
    body: Fields,
  ): Answer {
    const route = `${request.method} ${pathname}`;
    this.requests.push(route);
    if (!/^(token|bearer) secret$/i.test(request.headers.authorization ?? '')) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
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
        return created(this.#keep(this.#blobs, decoded(body)));
      case `POST ${repository}/git/trees`:
        return created(
          this.#keep(this.#trees, this.#tree(body as unknown as NewTree)),
        );
      case `POST ${repository}/git/commits`:
        return created(this.#keep(this.#commits, { tree: String(body.tree) }));
      case `POST ${repository}/git/refs`:
        this.#branches.set(
          String(body.ref).replace('refs/heads/', ''),
          String(body.sha),
        );
        return { status: 201, body: {} };
      case `POST /graphql`:
        return { body: { data: { repository: this.#branch(headOf(body)) } } };
      case `POST ${repository}/pulls`:
        return {
          status: 201,
          body: this.#open(body as unknown as NewPullRequest),
        };
      default:
        return this.#change(route, body);
    }
  }

  /** Requests whose path names what they change. */
  #change(route: string, body: Fields): Answer {
    const [, branch] =
      /^PATCH .*\/git\/refs\/heads(?:\/|%2F)(.+)$/.exec(route) ?? [];
    if (branch) {
      this.#branches.set(branch, String(body.sha));
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

  #tree({ base_tree = '', tree }: NewTree): Files {
    const files: Files = { ...this.#trees.get(base_tree) };
    for (const { path, sha, content } of tree) {
      if (sha === null) {
        delete files[path];
      } else {
        files[path] = content ?? this.#blobs.get(sha ?? '') ?? '';
      }
    }
    return files;
  }

  #head(branch: string) {
    const sha = this.#branches.get(branch) ?? '';
    return { sha, commit: { tree: { sha: this.#commits.get(sha)?.tree } } };
  }

  #branch(head: string) {
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

  #open({ head, base, title, body }: NewPullRequest) {
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

  #keep<Kept>(place: Map<string, Kept>, kept: Kept): string {
    this.#made += 1;
    const sha = String(this.#made).padStart(40, '0');
    place.set(sha, kept);
    return sha;
  }
}

function created(sha: string): Answer {
  return { status: 201, body: { sha } };
}

function decoded({ content, encoding }: Fields): string {
  return encoding === 'base64'
    ? Buffer.from(String(content), 'base64').toString('utf8')
    : String(content);
}

/** The branch that a query of GraphQL asks for. */
function headOf({ variables }: Fields): string {
  return String(Object(variables).head);
}

function shown({ number, html_url, base }: PullRequest) {
  return { number, html_url, base: { ref: base } };
}
