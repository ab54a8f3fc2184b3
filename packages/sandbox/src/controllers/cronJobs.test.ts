import { CONTAINER } from '../__testUtils__/controlledCluster';
import { useClockedCluster } from '../__testUtils__/clockedCluster';
import { valueAt } from '../objects/json';

const MINUTE = 60;

function cronJob(spec: object, containers = [CONTAINER]) {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'report', namespace: 'default' },
    spec: {
      schedule: '* * * * *',
      jobTemplate: {
        metadata: { labels: { from: 'template' } },
        spec: { template: { spec: { restartPolicy: 'Never', containers } } },
      },
      ...spec,
    },
  };
}

describe('the controller of CronJobs', () => {
  const clocked = useClockedCluster();
  const { pass, get, events, status } = clocked;

  const jobs = () =>
    clocked.cluster.objects
      .list('Job', 'default')
      .map(({ metadata }) => metadata.name);
  const now = () => clocked.cluster.clock.told();
  /** Goes to the second after the next full minute. */
  const passMinute = () => pass(MINUTE + 1 - Math.floor((now() / 1000) % 60));

  it('starts a Job at its time, named after the minute', () => {
    clocked.cluster.load([cronJob({})]);
    expect(jobs()).toEqual([]);
    passMinute();
    const minute = Math.floor(now() / 60_000);
    const scheduled = `${new Date(minute * 60_000)
      .toISOString()
      .slice(0, 19)}Z`;
    expect(jobs()).toEqual([`report-${minute}`]);
    expect(get('Job', `report-${minute}`)).toMatchObject({
      metadata: {
        labels: { from: 'template' },
        annotations: {
          'batch.kubernetes.io/cronjob-scheduled-timestamp': scheduled,
        },
        ownerReferences: [{ kind: 'CronJob', name: 'report' }],
      },
    });
    expect(status('CronJob', 'report')).toMatchObject({
      lastScheduleTime: scheduled,
      active: [{ kind: 'Job', name: `report-${minute}` }],
    });
    expect(events('report')).toEqual([
      `SuccessfulCreate: Created job report-${minute}`,
    ]);
  });

  it('notes that a Job has ended, and keeps as many as it is to', () => {
    clocked.cluster.load([
      cronJob({ schedule: '*/5 * * * *', successfulJobsHistoryLimit: 2 }),
    ]);
    // Three minutes after the fifth start, so that all have ended.
    pass(23 * MINUTE + 300 - Math.floor((now() / 1000) % 300));
    expect(jobs()).toHaveLength(2);
    const [oldest] = jobs();
    expect(status('CronJob', 'report')).not.toHaveProperty('active');
    expect(valueAt(get('CronJob', 'report'), 'status.lastSuccessfulTime')).toBe(
      valueAt(get('Job', jobs()[1]), 'status.completionTime'),
    );
    expect(events('report')).toEqual(
      expect.arrayContaining([
        `SawCompletedJob: Saw completed job: ${oldest}, condition: Complete`,
        expect.stringMatching(/^SuccessfulDelete: Deleted job report-\d+$/),
      ]),
    );
  });

  it('does nothing while it is suspended', () => {
    clocked.cluster.load([cronJob({ suspend: true })]);
    pass(10 * MINUTE);
    expect(jobs()).toEqual([]);
  });

  it.each([
    ['Allow', 3],
    ['Forbid', 1],
    ['Replace', 1],
  ])('with the policy %s has %d of three long Jobs', (policy, count) => {
    clocked.cluster.load([
      cronJob(
        { concurrencyPolicy: policy },
        // Asks for more than there is, so it never ends.
        [{ ...CONTAINER, resources: { requests: { cpu: '64' } } } as never],
      ),
    ]);
    passMinute();
    const [first] = jobs();
    pass(2 * MINUTE);
    pass(MINUTE - 2);
    expect(jobs()).toHaveLength(count);
    expect(jobs().includes(first)).toBe(policy !== 'Replace');
    expect(
      events('report').includes(
        'JobAlreadyActive: Not starting job because prior execution is running and concurrency policy is Forbid',
      ),
    ).toBe(policy === 'Forbid');
  });

  it('follows the clocks of its time zone', () => {
    clocked.cluster.load([
      cronJob({ schedule: '0 12 * * *', timeZone: 'Asia/Kolkata' }),
    ]);
    pass(24 * 60 * MINUTE);
    expect(
      valueAt(get('CronJob', 'report'), 'status.lastScheduleTime'),
    ).toMatch(/T06:30:00Z$/);
  });

  it('says that it no longer knows a time zone', () => {
    clocked.cluster.load([cronJob({ timeZone: 'Europe/Kiev' })]);
    // A server refuses a zone that it does not know; another version may know less.
    const forgotten = jest
      .spyOn(Intl, 'DateTimeFormat')
      .mockImplementation(() => {
        throw new RangeError('Invalid time zone');
      });
    try {
      pass(2 * MINUTE);
    } finally {
      forgotten.mockRestore();
    }
    expect(jobs()).toEqual([]);
    expect(events('report')[0]).toBe(
      'UnknownTimeZone: invalid timeZone: "Europe/Kiev": unknown time zone Europe/Kiev',
    );
  });

  it('lets a start go that is later than its deadline', () => {
    clocked.cluster.load([
      cronJob({
        suspend: true,
        schedule: '*/30 * * * *',
        startingDeadlineSeconds: 60,
      }),
    ]);
    pass(30 * MINUTE + (30 * MINUTE - Math.floor((now() / 1000) % 1800)));
    pass(10 * MINUTE);
    clocked.cluster.objects.update('CronJob', 'default', 'report', current => ({
      ...current,
      spec: { ...(current.spec as object), suspend: false },
    }));
    pass(1);
    expect(jobs()).toEqual([]);
    expect(events('report')[0]).toMatch(
      /^MissSchedule: Missed scheduled time to start a job: \w{3}, \d\d \w{3} \d{4} \d\d:[03]0:00 \+0000$/,
    );
    pass(30 * MINUTE);
    expect(jobs()).toHaveLength(1);
  });

  it('counts a period from its last start', () => {
    clocked.cluster.load([cronJob({ schedule: '@every 90s' })]);
    pass(85);
    expect(jobs()).toHaveLength(0);
    pass(10);
    expect(jobs()).toHaveLength(1);
    pass(90);
    expect(jobs()).toHaveLength(2);
  });
});
