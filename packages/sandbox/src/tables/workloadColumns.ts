import { isJsonObject, objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { ageText, durationText } from './ageText';
import {
  AGE,
  NAME,
  numberColumn,
  TableColumn,
  textColumn,
  wide,
} from './columns';

function containersAt(path: string): TableColumn[] {
  const list = (object: KubernetesObject, field: string) =>
    objectsIn(valueAt(object, path))
      .map(container => String(container[field] ?? ''))
      .join(',');
  return [
    wide({
      name: 'Containers',
      type: 'string',
      description: 'The names of the containers.',
      cell: object => list(object, 'name'),
    }),
    wide({
      name: 'Images',
      type: 'string',
      description: 'The images of the containers.',
      cell: object => list(object, 'image'),
    }),
  ];
}

const SELECTOR: TableColumn = wide({
  name: 'Selector',
  type: 'string',
  description: 'The labels that select the pods.',
  cell: object => {
    const labels = valueAt(object, 'spec.selector.matchLabels');
    return isJsonObject(labels)
      ? Object.entries(labels)
          .map(([key, value]) => `${key}=${value}`)
          .sort()
          .join(',')
      : '<none>';
  },
});

const POD_CONTAINERS = containersAt('spec.template.spec.containers');

function readyOf(object: KubernetesObject): string {
  return `${valueAt(object, 'status.readyReplicas') ?? 0}/${
    valueAt(object, 'spec.replicas') ?? 0
  }`;
}

const READY: TableColumn = {
  name: 'Ready',
  type: 'string',
  description: 'Ready and wanted replicas.',
  cell: readyOf,
};

function jobStatus(job: KubernetesObject): string {
  const condition = (type: string) =>
    objectsIn(valueAt(job, 'status.conditions')).some(
      entry => entry.type === type && entry.status === 'True',
    );
  if (condition('Complete')) return 'Complete';
  if (condition('Failed')) return 'Failed';
  if (job.metadata.deletionTimestamp) return 'Terminating';
  return condition('Suspended') ? 'Suspended' : 'Running';
}

function jobDuration(job: KubernetesObject, now: number): string {
  const start = valueAt(job, 'status.startTime');
  const end = valueAt(job, 'status.completionTime');
  if (typeof start !== 'string') {
    return '';
  }
  const until = typeof end === 'string' ? Date.parse(end) : now;
  return durationText(
    Math.max(Math.floor((until - Date.parse(start)) / 1000), 0),
  );
}

/** The columns of workloads. */
export const workloadColumns: Record<string, TableColumn[]> = {
  'apps/deployments': [
    NAME,
    READY,
    numberColumn(
      'Up-to-date',
      'status.updatedReplicas',
      'Replicas of the current template.',
    ),
    numberColumn(
      'Available',
      'status.availableReplicas',
      'Replicas that are available.',
    ),
    AGE,
    ...POD_CONTAINERS,
    SELECTOR,
  ],
  'apps/replicasets': [
    NAME,
    numberColumn('Desired', 'spec.replicas', 'Wanted replicas.'),
    numberColumn('Current', 'status.replicas', 'Present replicas.'),
    numberColumn('Ready', 'status.readyReplicas', 'Ready replicas.'),
    AGE,
    ...POD_CONTAINERS,
    SELECTOR,
  ],
  'apps/statefulsets': [NAME, READY, AGE, ...POD_CONTAINERS],
  'apps/daemonsets': [
    NAME,
    numberColumn(
      'Desired',
      'status.desiredNumberScheduled',
      'Nodes that should run the pod.',
    ),
    numberColumn(
      'Current',
      'status.currentNumberScheduled',
      'Nodes that run the pod.',
    ),
    numberColumn(
      'Ready',
      'status.numberReady',
      'Nodes where the pod is ready.',
    ),
    numberColumn(
      'Up-to-date',
      'status.updatedNumberScheduled',
      'Nodes with the current template.',
    ),
    numberColumn(
      'Available',
      'status.numberAvailable',
      'Nodes where the pod is available.',
    ),
    {
      name: 'Node Selector',
      type: 'string',
      description: 'The labels of the nodes.',
      cell: object => {
        const labels = valueAt(object, 'spec.template.spec.nodeSelector');
        return isJsonObject(labels)
          ? Object.entries(labels)
              .map(([key, value]) => `${key}=${value}`)
              .join(',')
          : '<none>';
      },
    },
    AGE,
    ...POD_CONTAINERS,
    SELECTOR,
  ],
  'batch/jobs': [
    NAME,
    {
      name: 'Status',
      type: 'string',
      description: 'The state of the job.',
      cell: jobStatus,
    },
    {
      name: 'Completions',
      type: 'string',
      description: 'Finished and wanted pods.',
      cell: job =>
        `${valueAt(job, 'status.succeeded') ?? 0}/${
          valueAt(job, 'spec.completions') ?? 1
        }`,
    },
    {
      name: 'Duration',
      type: 'string',
      description: 'How long it ran.',
      cell: jobDuration,
    },
    AGE,
    ...POD_CONTAINERS,
    SELECTOR,
  ],
  'batch/cronjobs': [
    NAME,
    textColumn(
      'Schedule',
      'spec.schedule',
      'When it runs, as a cron expression.',
    ),
    textColumn(
      'Timezone',
      'spec.timeZone',
      'The time zone of the schedule.',
      '<none>',
    ),
    {
      name: 'Suspend',
      type: 'boolean',
      description: 'Whether it is suspended.',
      cell: object => Boolean(valueAt(object, 'spec.suspend')),
    },
    {
      name: 'Active',
      type: 'integer',
      description: 'Jobs that run.',
      cell: object => objectsIn(valueAt(object, 'status.active')).length,
    },
    {
      name: 'Last Schedule',
      type: 'string',
      description: 'When it last started a job.',
      cell: (object, now) => {
        const last = valueAt(object, 'status.lastScheduleTime');
        return typeof last === 'string' ? ageText(last, now) : '<none>';
      },
    },
    AGE,
    ...containersAt('spec.jobTemplate.spec.template.spec.containers'),
  ],
};
