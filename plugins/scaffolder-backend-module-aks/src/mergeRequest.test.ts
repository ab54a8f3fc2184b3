import { FakeGitlab } from './__testUtils__/FakeGitlab';
import { openPortal } from './__testUtils__/openPortal';

const HOST = 'gitlab.contoso.example';

const nightly = {
  name: 'nightly-report',
  namespace: 'shop',
  image: 'shop.azurecr.io/report:1.0.0',
  answers: { completion: 'ends', schedule: 'set-times' },
  schedule: { cron: '30 2 * * *', timeZone: 'Europe/Berlin' },
  form: 'yaml',
  destination: 'gitlab',
  repoUrl: `${HOST}?owner=contoso&repo=shop`,
  folder: 'deploy',
};

const CRON_JOB = 'deploy/manifests/cronjob.yaml';

describe('a template that has made a workload', () => {
  let gitlab: FakeGitlab;
  let portal: Awaited<ReturnType<typeof openPortal>>;

  beforeAll(async () => {
    gitlab = new FakeGitlab({ 'README.md': '# Shop\n' });
    await gitlab.start();
    portal = await openPortal('scheduled-job', {
      integrations: {
        gitlab: [
          {
            host: HOST,
            baseUrl: gitlab.url,
            apiBaseUrl: `${gitlab.url}/api/v4`,
            token: 'secret',
          },
        ],
      },
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await gitlab?.stop();
  });

  it('goes on to a merge request, and its result links it', async () => {
    const { status, links, texts, log } = await portal.run(nightly);
    expect({ status, log }).toEqual({ status: 'completed', log });
    const [merge] = gitlab.mergeRequests;
    expect(links).toEqual([{ title: 'Merge request', url: merge.web_url }]);
    expect(texts['Kind and reasons']).not.toContain('No pull request');
    expect(merge).toMatchObject({
      title: 'Run nightly-report as a CronJob',
      description: expect.stringContaining('CronJob'),
    });
    const files = gitlab.branches.get('workload-nightly-report');
    expect(files?.['README.md']).toBe('# Shop\n');
    expect(files?.[CRON_JOB]).toContain('timeZone: Europe/Berlin');
    expect(gitlab.branches.get('main')).toEqual({ 'README.md': '# Shop\n' });
  });

  it('says where one is open already', async () => {
    const { status, log } = await portal.run(nightly);
    expect(status).toBe('failed');
    expect(log.join('\n')).toContain(gitlab.mergeRequests[0].web_url);
  });
});
