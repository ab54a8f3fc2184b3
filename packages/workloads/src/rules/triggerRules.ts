import { TriggerIntent } from '../intent/scaling';
import { fieldPath, Problem } from '../plan/Problem';

/** What KEDA has to be told of a queue in Azure. */
interface AzureScaler {
  /** Where the queue is, by its short name: KEDA adds the domain. */
  place: { key: string; is: string; domain: string };
  /** Ways to name a queue: all keys of one of them. */
  names: readonly (readonly string[])[];
  counts: readonly string[];
}

// https://keda.sh/docs/2.21/scalers/azure-storage-queue/ and azure-service-bus/,
// with pkg/scalers/azure_servicebus_scaler.go of kedacore/keda, read on 2026-11-28.
// Of what is wrong here KEDA makes no scaler, and nothing is scaled.
const AZURE_SCALERS: Readonly<Record<string, AzureScaler>> = {
  'azure-servicebus': {
    place: {
      key: 'namespace',
      is: 'Service Bus namespace',
      domain: 'servicebus.windows.net',
    },
    names: [['queueName'], ['topicName', 'subscriptionName']],
    counts: ['messageCount'],
  },
  'azure-queue': {
    place: {
      key: 'accountName',
      is: 'storage account',
      domain: 'queue.core.windows.net',
    },
    names: [['queueName']],
    counts: ['queueLength'],
  },
};

/** What is wrong with what a workload is scaled by. */
export function triggerProblems(triggers: readonly TriggerIntent[]): Problem[] {
  return triggers.flatMap((trigger, index) => [
    ...nameProblems(triggers, index),
    ...azureProblems(trigger, index),
  ]);
}

function nameProblems(
  triggers: readonly TriggerIntent[],
  index: number,
): Problem[] {
  const { name } = triggers[index];
  return name && triggers.findIndex(other => other.name === name) < index
    ? [
        {
          field: `scaling.triggers[${index}].name`,
          message: 'is the name of another trigger',
        },
      ]
    : [];
}

function azureProblems(
  { type, metadata, authentication }: TriggerIntent,
  index: number,
): Problem[] {
  if (!Object.hasOwn(AZURE_SCALERS, type)) {
    return [];
  }
  const { place, names, counts } = AZURE_SCALERS[type];
  const at = (...path: string[]) =>
    fieldPath(['scaling', 'triggers', index, ...path]);
  const problems: Problem[] = [];
  if (!authentication && !metadata.connectionFromEnv) {
    problems.push({
      field: at('authentication'),
      message:
        'is required, such as of type workload-identity: KEDA has to sign in to look at the queue',
    });
  }
  if (
    authentication?.type === 'workload-identity' &&
    !/^[a-zA-Z0-9-]+$/.test(metadata[place.key] ?? '')
  ) {
    problems.push({
      field: at('metadata', place.key),
      message: `must be the name of the ${place.is} alone, without .${place.domain}`,
    });
  }
  const named = names.filter(keys => keys.some(key => metadata[key]));
  const missing = (named[0] ?? names[0]).find(key => !metadata[key]);
  if (missing) {
    problems.push({
      field: at('metadata', missing),
      message: 'is required: it says which queue KEDA looks at',
    });
  }
  const second = named[1]?.find(key => metadata[key]);
  if (second) {
    problems.push({
      field: at('metadata', second),
      message: `must be left out beside ${named[0][0]}: a trigger looks at one of them`,
    });
  }
  for (const key of counts) {
    if (metadata[key] !== undefined && !/^[1-9]\d{0,8}$/.test(metadata[key])) {
      problems.push({
        field: at('metadata', key),
        message: 'must be a whole number, at least 1',
      });
    }
  }
  return problems;
}
