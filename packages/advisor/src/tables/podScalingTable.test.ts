import { advise } from '../advise';
import { PodScalingAnswers } from './podScalingQuestions';
import { podScalingTable } from './podScalingTable';

const at = { now: new Date('2026-11-22T12:00:00Z') };

// The rows of the notes on autoscaling, section 8.6, pod layer.
const rows: [string, Partial<PodScalingAnswers>, string, string][] = [
  ['HTTP service, CPU bound', { load: 'cpu' }, 'hpa-cpu', 'hpa-metric'],
  [
    'HTTP, bound by latency or rate',
    { load: 'requests' },
    'hpa-metric',
    'keda-scaled-object',
  ],
  [
    'HTTP, bound by rate, may idle',
    { load: 'requests', idle: 'may-stop' },
    'keda-scaled-object',
    'hpa-metric',
  ],
  [
    'queue consumer, may idle',
    { load: 'queue', idle: 'may-stop' },
    'keda-scaled-object',
    'hpa-metric',
  ],
  [
    'queue of long tasks',
    { load: 'long-tasks' },
    'keda-scaled-job',
    'keda-scaled-object',
  ],
  [
    'queue of long tasks, as Jobs',
    { kind: 'job', work: 'queue' },
    'keda-scaled-job',
    'none',
  ],
  ['time-of-day pattern', { load: 'time-of-day' }, 'keda-cron', 'hpa-cpu'],
  [
    'unknown requests',
    { load: 'cpu', sizing: 'unknown' },
    'vpa-recommend',
    'hpa-cpu',
  ],
  [
    'memory-heavy singleton, from 1.34',
    { load: 'single-copy', version: 'from-1.34' },
    'vpa-in-place',
    'vpa-initial',
  ],
  [
    'memory-heavy singleton, before 1.34',
    { load: 'single-copy', version: 'before-1.34' },
    'vpa-initial',
    'vpa-in-place',
  ],
  [
    'both vertical and horizontal, CPU',
    { load: 'cpu', sizing: 'changing' },
    'hpa-cpu-vpa-memory',
    'hpa-cpu',
  ],
  [
    'both vertical and horizontal, custom metric',
    { load: 'requests', sizing: 'changing' },
    'hpa-metric-vpa',
    'hpa-metric',
  ],
  ['DaemonSet', { kind: 'daemon-set' }, 'none', 'vpa-recommend'],
  [
    'DaemonSet, VPA allowed',
    { kind: 'daemon-set', sizing: 'changing' },
    'vpa-in-place',
    'vpa-initial',
  ],
  ['StatefulSet', { kind: 'stateful-set' }, 'none', 'hpa-cpu'],
  [
    'batch gang scheduling',
    { kind: 'job', together: 'together' },
    'kueue',
    'none',
  ],
];

describe('autoscaling of pods', () => {
  it.each(rows)('%s', (_, answers, outcome, runnerUp) => {
    expect(advise(podScalingTable, answers, at)).toMatchObject({
      type: 'recommendation',
      outcome: { id: outcome },
      runnerUp: { outcome: { id: runnerUp } },
    });
  });

  it('AKS Automatic: has the autoscalers on', () => {
    expect(
      advise(podScalingTable, { load: 'queue', cluster: 'automatic' }, at),
    ).toMatchObject({
      remarks: [{ facts: [{ text: expect.stringContaining('switched on') }] }],
    });
  });

  it('refuses to start from no copy by CPU (AS39)', () => {
    expect(
      advise(podScalingTable, { load: 'cpu', idle: 'may-stop' }, at),
    ).toMatchObject({ type: 'contradiction', id: 'no-copy-by-cpu' });
  });

  it.each<Partial<PodScalingAnswers>>([
    { sizing: 'changing', os: 'windows' },
    { sizing: 'unknown', os: 'windows' },
    { load: 'single-copy', os: 'windows' },
  ])('refuses vertical scaling on Windows: %j', answers => {
    expect(advise(podScalingTable, answers, at)).toMatchObject({
      type: 'contradiction',
      id: 'vertical-on-windows',
    });
  });

  it('never lets two autoscalers act on one metric (AS19)', () => {
    const { settings } = podScalingTable.outcomes['hpa-cpu-vpa-memory'];
    expect(Object.values(settings)).toContain('memory');
  });
});
