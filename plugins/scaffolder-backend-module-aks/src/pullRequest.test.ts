import { FakeGithub } from './__testUtils__/FakeGithub';
import { openPortal } from './__testUtils__/openPortal';

const HOST = 'github.contoso.example';

const worker = {
  name: 'mailer',
  namespace: 'shop',
  image: 'shop.azurecr.io/mailer:1.0.0',
  answers: {
    completion: 'keeps-running',
    placement: 'anywhere',
    copies: 'several',
  },
  probes: { liveness: { type: 'command', command: ['/app/health'] } },
  scaling: { replicas: 2 },
  form: 'yaml',
};
const toGithub = {
  ...worker,
  destination: 'github',
  repoUrl: `${HOST}?owner=contoso&repo=shop`,
  folder: 'deploy',
};

const DEPLOYMENT = 'deploy/manifests/deployment.yaml';

describe('a template that has made a workload', () => {
  const repository = { 'README.md': '# Shop\n', 'deploy/NOTES.md': 'Ours.\n' };
  let github: FakeGithub;
  let portal: Awaited<ReturnType<typeof openPortal>>;

  beforeAll(async () => {
    github = new FakeGithub(repository);
    await github.start();
    portal = await openPortal('worker', {
      integrations: {
        github: [{ host: HOST, apiBaseUrl: github.url, token: 'secret' }],
      },
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await github?.stop();
  });

  it('goes on to a pull request, and its result links it', async () => {
    const { status, links, texts, log } = await portal.run(toGithub);
    expect({ status, log }).toMatchObject({ status: 'completed' });
    const [pull] = github.pullRequests;
    expect(links).toEqual([{ title: 'Pull request', url: pull.html_url }]);
    expect(texts['Kind and reasons']).not.toContain('No pull request');

    expect(pull).toMatchObject({
      head: 'workload-mailer',
      base: 'main',
      title: 'Run mailer as a Deployment',
      body: expect.stringContaining('any copy can take the place of another'),
    });
    const files = github.files(pull.head);
    expect(files).toMatchObject(repository);
    expect(files[DEPLOYMENT]).toContain('image: shop.azurecr.io/mailer:1.0.0');
    expect(texts.Files).toContain(files[DEPLOYMENT].trimEnd());
    expect(Object.keys(files).sort()).toEqual([
      'README.md',
      'deploy/NOTES.md',
      DEPLOYMENT,
      'deploy/manifests/networkpolicy.yaml',
      'deploy/manifests/poddisruptionbudget.yaml',
      'deploy/manifests/serviceaccount.yaml',
      'deploy/workload.lock.yaml',
      'deploy/workload.yaml',
    ]);
    expect(github.files('main')).toEqual(repository);
  });

  it('brings an open pull request up to date, and opens no second', async () => {
    const { links } = await portal.run({
      ...toGithub,
      scaling: { replicas: 3 },
    });
    expect(github.pullRequests).toHaveLength(1);
    const [pull] = github.pullRequests;
    expect(links).toEqual([{ title: 'Pull request', url: pull.html_url }]);
    expect(github.files(pull.head)[DEPLOYMENT]).toContain('replicas: 3');
  });

  it('keeps what people changed in files that are there', async () => {
    github.merge(1);
    const files = github.files('main');
    github.commit('main', {
      ...files,
      [DEPLOYMENT]: files[DEPLOYMENT].replace(
        'replicas: 3',
        'replicas: 3 # for the sale',
      ),
    });
    await portal.run({
      ...toGithub,
      image: 'shop.azurecr.io/mailer:1.1.0',
      scaling: { replicas: 3 },
    });

    const deployment = github.files(github.pullRequests[1].head)[DEPLOYMENT];
    expect(deployment).toContain('replicas: 3 # for the sale');
    expect(deployment).toContain('image: shop.azurecr.io/mailer:1.1.0');
  });

  it('opens nothing where nothing has changed, and says so', async () => {
    github.merge(2);
    const { status, links, texts } = await portal.run({
      ...toGithub,
      image: 'shop.azurecr.io/mailer:1.1.0',
      scaling: { replicas: 3 },
    });
    expect({ status, links }).toEqual({ status: 'completed', links: [] });
    expect(texts['Kind and reasons']).toContain('Nothing has changed');
    expect(github.pullRequests).toHaveLength(2);
  });

  it('deletes what is no longer generated', async () => {
    expect(github.files('main')).toHaveProperty([DEPLOYMENT]);
    await portal.run({ ...toGithub, form: 'helm' });
    const files = github.files(github.pullRequests[2].head);
    expect(files).not.toHaveProperty(['deploy/manifests/networkpolicy.yaml']);
    expect(files).toHaveProperty(['deploy/chart/Chart.yaml']);
    expect(files).toMatchObject(repository);
  });

  it('leaves one open that is no longer asked for, and says so', async () => {
    const [, , pull] = github.pullRequests;
    const before = github.files(pull.head);
    const { status, links, texts } = await portal.run({
      ...toGithub,
      image: 'shop.azurecr.io/mailer:1.1.0',
      scaling: { replicas: 3 },
    });
    expect({ status, links }).toEqual({ status: 'completed', links: [] });
    expect(texts['Kind and reasons']).toContain(
      'A request that is still open from an earlier run stays as it is: close it.',
    );
    expect(github.pullRequests).toHaveLength(3);
    expect(github.files(pull.head)).toEqual(before);
  });

  it('says so where no pull request was opened', async () => {
    const before = github.requests.length;
    const { status, links, texts } = await portal.run({
      ...worker,
      destination: 'show',
    });
    expect({ status, links }).toEqual({ status: 'completed', links: [] });
    expect(texts['Kind and reasons']).toContain('No pull request was opened');
    expect(texts.Files).toContain('### manifests/deployment.yaml');
    expect(github.requests.slice(before)).toEqual([]);
  });
});
