import { hostileTexts } from './hostile';
import { Random } from './Random';
import { Fields, instead, Spoiler } from './Spoiler';

const authentication = { type: 'workload-identity' };
const bus = {
  type: 'azure-servicebus',
  metadata: { queueName: 'orders', namespace: 'shop' },
  authentication,
};
const storage = {
  type: 'azure-queue',
  metadata: { queueName: 'orders', accountName: 'shop' },
  authentication,
};

/** A workload that one trigger scales. */
function scaledBy(field: string, trigger: (random: Random) => Fields): Spoiler {
  return instead(`scaling.triggers[0].${field}`, random => ({
    scaling: { type: 'keda', maxReplicas: 3, triggers: [trigger(random)] },
  }));
}

const withMetadata =
  (...metadata: Fields[]) =>
  (random: Random) => ({ ...bus, metadata: random.one(metadata) });

const queueName = 'orders';
const namespace = 'shop';
const notCounts = ['0', '-1', '1.5', '5k', 'many', ...hostileTexts];

/** Triggers that KEDA cannot make a scaler of. */
export const triggerSpoilers: readonly Spoiler[] = [
  instead('scaling.triggers[0].type', random => ({
    scaling: {
      type: 'keda-jobs',
      triggers: [
        { type: random.one(['cpu', 'memory']), metadata: { value: '70' } },
      ],
    },
  })),
  scaledBy('authentication', random => ({
    ...random.one([bus, storage]),
    authentication: undefined,
  })),
  scaledBy(
    'metadata.queueName',
    withMetadata({ namespace }, { namespace, messageCount: '5' }),
  ),
  scaledBy('metadata.queueName', () => ({
    ...storage,
    metadata: { accountName: 'shop' },
  })),
  scaledBy(
    'metadata.subscriptionName',
    withMetadata(
      { namespace, topicName: 'orders' },
      { namespace, queueName, subscriptionName: 'mail' },
    ),
  ),
  scaledBy(
    'metadata.topicName',
    withMetadata(
      { namespace, subscriptionName: 'mail' },
      { namespace, queueName, topicName: 'orders' },
    ),
  ),
  scaledBy(
    'metadata.namespace',
    withMetadata(
      { queueName },
      { queueName, namespace: 'shop.servicebus.windows.net' },
      { queueName, namespace: 'sb://shop' },
    ),
  ),
  scaledBy('metadata.accountName', random => ({
    ...storage,
    metadata: random.one([
      { queueName },
      { queueName, accountName: 'shop.queue.core.windows.net' },
      { queueName, accountName: 'https://shop' },
    ]),
  })),
  scaledBy('metadata.messageCount', random => ({
    ...bus,
    metadata: { queueName, namespace, messageCount: random.one(notCounts) },
  })),
  scaledBy('metadata.queueLength', random => ({
    ...storage,
    metadata: {
      queueName,
      accountName: 'shop',
      queueLength: random.one(notCounts),
    },
  })),
];
