import { createHash } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { Answer, FakeHost, Fields } from './FakeHost';
import { tarball } from './tarball';

type Files = Record<string, string>;

interface NewCommit {
  branch: string;
  actions: {
    action: 'create' | 'update' | 'delete';
    file_path: string;
    content: string;
    encoding: 'text' | 'base64';
  }[];
}

/** What somebody would see on the page of a merge request. */
export interface MergeRequest {
  iid: number;
  web_url: string;
  state: 'opened' | 'merged';
  source_branch: string;
  target_branch: string;
  title: string;
  description: string;
  remove_source_branch: boolean;
}

const PROJECT = '/api/v4/projects/contoso%2Fshop';
const WEB = 'https://gitlab.contoso.example/contoso/shop';

/**
 * One project behind as much of GitLab's API as Backstage uses to read it and to
 * open a merge request. It refuses what GitLab refuses, with the same status:
 * https://docs.gitlab.com/api/ and GitLab's own messages, read on 2026-11-28.
 */
export class FakeGitlab extends FakeHost {
  readonly mergeRequests: MergeRequest[] = [];
  readonly #branches: Map<string, Files>;

  constructor(files: Files) {
    super();
    this.#branches = new Map([['main', files]]);
  }

  /** What a branch holds; undefined where there is no such branch. */
  files(branch: string): Files | undefined {
    const files = this.#branches.get(branch);
    return files && { ...files };
  }

  /** Changes a file of a branch, as a person does. */
  edit(branch: string, path: string, change: (text: string) => string): void {
    const files = this.files(branch) ?? {};
    this.#branches.set(branch, { ...files, [path]: change(files[path]) });
  }

  /** Takes a merge request in. */
  merge(iid: number): void {
    const merge = this.mergeRequests[iid - 1];
    const { source_branch, target_branch } = merge;
    this.#branches.set(target_branch, this.files(source_branch) ?? {});
    merge.state = 'merged';
    if (merge.remove_source_branch) {
      this.#branches.delete(source_branch);
    }
  }

  protected answer(
    { headers, method }: IncomingMessage,
    { pathname, searchParams }: URL,
    body: Fields,
  ): Answer {
    if (
      headers['private-token'] !== 'secret' &&
      headers.authorization !== 'Bearer secret'
    ) {
      return refused(401, '401 Unauthorized');
    }
    const of = (name: string) => searchParams.get(name) ?? '';
    switch (`${method} ${pathname}`) {
      case `GET ${PROJECT}`:
        return { body: { default_branch: 'main' } };
      case `GET ${PROJECT}/repository/commits`:
        return this.#from(of('ref_name'), files => ({
          body: [{ id: sha1(JSON.stringify(files)) }],
        }));
      case `GET ${PROJECT}/repository/archive`:
        return this.#from(of('sha'), files => ({
          body: tarball('shop-main', files),
        }));
      case `GET ${PROJECT}/repository/tree`:
        return this.#from(of('ref'), files => listed(files, of('path')));
      case `GET ${PROJECT}/merge_requests`:
        return {
          body: this.mergeRequests.filter(
            ({ source_branch }) => source_branch === of('source_branch'),
          ),
        };
      case `POST ${PROJECT}/repository/branches`:
        return this.#makeBranch(String(body.branch), String(body.ref));
      case `POST ${PROJECT}/repository/commits`:
        return this.#commit(body as unknown as NewCommit);
      case `POST ${PROJECT}/merge_requests`:
        return this.#open(body);
      default:
        return this.#branch(
          decodeURIComponent(
            pathname.replace(`${PROJECT}/repository/branches/`, ''),
          ),
        );
    }
  }

  #from(branch: string, found: (files: Files) => Answer): Answer {
    const files = this.files(branch);
    return files ? found(files) : refused(404, '404 Not Found');
  }

  #branch(name: string): Answer {
    return this.#from(name, () => ({
      body: { name, web_url: `${WEB}/-/tree/${name}` },
    }));
  }

  #makeBranch(branch: string, ref: string): Answer {
    if (this.#branches.has(branch)) {
      return refused(400, 'Branch already exists');
    }
    return this.#from(ref, files => {
      this.#branches.set(branch, files);
      return { status: 201, body: {} };
    });
  }

  /** All actions or, where one does not fit, none. */
  #commit({ branch, actions }: NewCommit): Answer {
    return this.#from(branch, files => {
      for (const { action, file_path, content, encoding } of actions) {
        if (action === 'create' && file_path in files) {
          return refused(400, 'A file with this name already exists');
        }
        if (action !== 'create' && !(file_path in files)) {
          return refused(400, "A file with this name doesn't exist");
        }
        if (action === 'delete') {
          delete files[file_path];
        } else {
          files[file_path] = Buffer.from(
            content,
            encoding === 'base64' ? 'base64' : 'utf8',
          ).toString('utf8');
        }
      }
      this.#branches.set(branch, files);
      return { status: 201, body: { id: sha1(JSON.stringify(files)) } };
    });
  }

  #open(wanted: Fields): Answer {
    const source = String(wanted.source_branch);
    const other = this.mergeRequests.find(
      ({ state, source_branch }) =>
        state === 'opened' && source_branch === source,
    );
    if (other) {
      return refused(409, [
        `Another open merge request already exists for this source branch: !${other.iid}`,
      ]);
    }
    const iid = this.mergeRequests.length + 1;
    const merge: MergeRequest = {
      iid,
      web_url: `${WEB}/-/merge_requests/${iid}`,
      state: 'opened',
      source_branch: source,
      target_branch: String(wanted.target_branch),
      title: String(wanted.title),
      description: String(wanted.description),
      remove_source_branch: wanted.remove_source_branch === true,
    };
    this.mergeRequests.push(merge);
    return { status: 201, body: merge };
  }
}

/** The files below a path, each with the name that Git has for its content. */
function listed(files: Files, path: string): Answer {
  const below = Object.entries(files).filter(
    ([name]) => !path || name.startsWith(`${path}/`),
  );
  return below.length > 0
    ? {
        body: below.map(([name, text]) => ({
          id: sha1(`blob ${Buffer.byteLength(text)}\0${text}`),
          type: 'blob',
          path: name,
        })),
      }
    : refused(404, '404 invalid revision or path Not Found');
}

function refused(status: number, message: unknown): Answer {
  return { status, body: { message } };
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
