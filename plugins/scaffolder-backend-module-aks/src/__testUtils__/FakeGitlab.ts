import { IncomingMessage } from 'node:http';
import { Answer, FakeHost, Fields } from './FakeHost';
import { tarball } from './tarball';

type Files = Record<string, string>;

interface NewCommit {
  branch: string;
  actions: {
    action: string;
    file_path: string;
    content: string;
    encoding: 'text' | 'base64';
  }[];
}

const PROJECT = '/api/v4/projects/contoso%2Fshop';

/**
 * One project behind as much of GitLab's API as Backstage uses to read it and to
 * open a merge request.
 */
export class FakeGitlab extends FakeHost {
  readonly mergeRequests: {
    title: string;
    description: string;
    web_url: string;
  }[] = [];
  readonly branches: Map<string, Files>;

  constructor(files: Files) {
    super();
    this.branches = new Map([['main', files]]);
  }

  protected answer(
    { headers, method }: IncomingMessage,
    { pathname }: URL,
    body: Fields,
  ): Answer {
    if (
      headers['private-token'] !== 'secret' &&
      headers.authorization !== 'Bearer secret'
    ) {
      return { status: 401, body: { message: '401 Unauthorized' } };
    }
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
        this.branches.set(String(body.branch), {
          ...this.branches.get(String(body.ref)),
        });
        return { status: 201, body: {} };
      case `POST ${PROJECT}/repository/commits`:
        return {
          status: 201,
          body: this.#commit(body as unknown as NewCommit),
        };
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

  #commit({ branch, actions }: NewCommit) {
    const files = this.branches.get(branch) ?? {};
    for (const { action, file_path, content, encoding } of actions) {
      if ((action === 'update') !== file_path in files) {
        throw new Error(`${action} ${file_path} fits no file of ${branch}`);
      }
      files[file_path] =
        encoding === 'base64'
          ? Buffer.from(content, 'base64').toString('utf8')
          : content;
    }
    return { id: '2' };
  }

  #open(wanted: Fields) {
    const title = String(wanted.title);
    const description = String(wanted.description);
    const iid = this.mergeRequests.length + 1;
    const web_url = `https://gitlab.contoso.example/contoso/shop/-/merge_requests/${iid}`;
    this.mergeRequests.push({ title, description, web_url });
    return { iid, web_url };
  }
}
