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
  catalog: { owner: 'group:default/shop-team' },
};
const newer = { ...nightly, image: 'shop.azurecr.io/report:1.1.0' };

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
    const files = gitlab.files(merge.source_branch);
    expect(files?.['README.md']).toBe('# Shop\n');
    expect(files?.[CRON_JOB]).toContain('timeZone: Europe/Berlin');
    expect(gitlab.files('main')).toEqual({ 'README.md': '# Shop\n' });
  });

  it('says where one is open already, and leaves it as it is', async () => {
    const before = gitlab.files('workload-nightly-report');
    const { status, log } = await portal.run({
      ...nightly,
      schedule: { cron: '45 3 * * *', timeZone: 'Etc/UTC' },
    });
    expect(status).toBe('failed');
    expect(log.join('\n')).toContain(gitlab.mergeRequests[0].web_url);
    expect(gitlab.mergeRequests).toHaveLength(1);
    expect(gitlab.files('workload-nightly-report')).toEqual(before);
  });

  it('keeps what people changed in files that are there', async () => {
    gitlab.merge(1);
    gitlab.edit('main', CRON_JOB, text =>
      text.replace(
        'timeZone: Europe/Berlin',
        'timeZone: Europe/Berlin # as the office',
      ),
    );
    const { status, log, links } = await portal.run(newer);
    expect({ status, log }).toMatchObject({ status: 'completed' });

    const merge = gitlab.mergeRequests[1];
    expect(links).toEqual([{ title: 'Merge request', url: merge.web_url }]);
    const { [CRON_JOB]: cronJob, ...others } =
      gitlab.files(merge.source_branch) ?? {};
    expect(cronJob).toContain('timeZone: Europe/Berlin # as the office');
    expect(cronJob).toContain('image: shop.azurecr.io/report:1.1.0');
    expect(others).toMatchObject({ 'README.md': '# Shop\n' });
  });

  it('opens nothing where nothing has changed, and says so', async () => {
    gitlab.merge(2);
    const before = gitlab.files('main');
    const { status, log, links, texts } = await portal.run(newer);
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(links).toEqual([]);
    expect(texts['Kind and reasons']).toContain('Nothing has changed');
    expect(gitlab.mergeRequests).toHaveLength(2);
    expect(gitlab.files('main')).toEqual(before);
    expect(gitlab.files('workload-nightly-report')).toBeUndefined();
  });

  it('shows where people and the generator changed the same lines', async () => {
    gitlab.edit('main', CRON_JOB, text =>
      text.replace('report:1.1.0', 'report:by-hand'),
    );
    const { status, texts, log } = await portal.run({
      ...nightly,
      image: 'shop.azurecr.io/report:1.2.0',
    });
    expect(status).toBe('completed');
    expect(texts.Files).toContain('**conflict**');
    expect(log.join('\n')).toContain('Both stand in the file between marks');
    const [cronJob] = gitlab.mergeRequests
      .slice(2)
      .map(({ source_branch }) => gitlab.files(source_branch)?.[CRON_JOB]);
    expect(cronJob).toMatch(
      /<<<<<<<[^]*report:by-hand[^]*=======[^]*report:1\.2\.0[^]*>>>>>>>/,
    );
  });

  it('deletes what is no longer generated', async () => {
    gitlab.merge(3);
    gitlab.edit('main', CRON_JOB, text =>
      text.replace(/<<<<<<<[^]*=======\n|>>>>>>>.*\n/g, ''),
    );
    expect(gitlab.files('main')).toHaveProperty(['deploy/catalog-info.yaml']);
    const { status, log } = await portal.run({
      ...nightly,
      image: 'shop.azurecr.io/report:1.2.0',
      catalog: {},
    });
    expect({ status, log }).toMatchObject({ status: 'completed' });
    const merge = gitlab.mergeRequests[3];
    const files = gitlab.files(merge.source_branch);
    expect(files).not.toHaveProperty(['deploy/catalog-info.yaml']);
    expect(files).toHaveProperty([CRON_JOB]);
    expect(files).toMatchObject({ 'README.md': '# Shop\n' });
  });
});
