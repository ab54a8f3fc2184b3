import { isJsonObject, JsonObject, valueAt } from '../../objects/json';
import { ContractAnswer, ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';
import { versionOf } from './ObjectHistory';
import {
  randomLabels,
  randomName,
  randomObject,
  Written,
  WRITTEN,
} from './randomObjects';
import { SeededRandom } from './SeededRandom';

/** A write that the server has confirmed. */
export interface ConfirmedWrite {
  kind: Written;
  object: JsonObject;
  /** The highest version that was confirmed before this write was sent. */
  after: number;
  isNew: boolean;
}

/** What several writers have been told so far. */
export class Confirmations {
  readonly writes: ConfirmedWrite[] = [];
  /** Answers that no valid request should get. */
  readonly surprises: string[] = [];
  version = 0;
}

const KINDS: Record<Written, string> = {
  configmaps: 'ConfigMap',
  'deployments.apps': 'Deployment',
  pods: 'Pod',
};

type Action = (kind: Written, name: string) => Promise<ContractAnswer>;

/** Writes valid requests, chosen by a seed, one after the other. */
export class RandomWriter {
  private readonly random: SeededRandom;

  constructor(
    private readonly client: ContractClient,
    private readonly namespace: ContractNamespace,
    private readonly told: Confirmations,
    seed: number,
  ) {
    this.random = new SeededRandom(seed);
  }

  async write(count: number): Promise<void> {
    for (let done = 0; done < count; done++) {
      await this.writeOnce();
    }
  }

  private async writeOnce(): Promise<void> {
    const kind = this.random.oneOf(WRITTEN);
    const name = randomName(this.random);
    const action = this.random.oneOf([
      'create',
      'create',
      'replace',
      'merge',
      'json',
      'strategic',
      'apply',
      'status',
      'scale',
      'hold',
      'delete',
      'deleteSelected',
    ] as const);
    const after = this.told.version;
    const answer = await this.actions[action](kind, name);
    const { status, text, body } = answer;
    if (![200, 201, 404, 409, 422].includes(status)) {
      const what = `${action} ${kind}/${name}`;
      this.told.surprises.push(`${what}: ${status} ${text}`);
    }
    if (status > 201 || action.startsWith('delete') || !isStored(body)) {
      return;
    }
    const isNew = status === 201;
    this.told.writes.push({
      kind: writtenKind(body),
      object: body,
      after,
      isNew,
    });
    this.told.version = Math.max(this.told.version, versionOf(body));
  }

  private readonly actions: Record<
    | 'create'
    | 'replace'
    | 'merge'
    | 'json'
    | 'strategic'
    | 'apply'
    | 'status'
    | 'scale'
    | 'hold'
    | 'delete'
    | 'deleteSelected',
    Action
  > = {
    create: kind =>
      this.client.post(
        this.namespace.at(kind),
        randomObject(kind, this.random, this.namespace.name),
      ),
    replace: async (kind, name) => {
      const labels = this.labels();
      const read = await this.client.get(this.namespace.at(kind, name));
      if (read.status !== 200) {
        return read;
      }
      const { metadata } = read.body;
      return this.client.put(this.namespace.at(kind, name), {
        ...read.body,
        metadata: { ...(isJsonObject(metadata) && metadata), labels },
      });
    },
    merge: (kind, name) =>
      this.client.patch(this.namespace.at(kind, name), 'merge', {
        metadata: {
          labels: { color: null, ...this.labels() },
          annotations: { merged: String(this.random.below(3)) },
        },
      }),
    json: (kind, name) =>
      this.client.patch(this.namespace.at(kind, name), 'json', [
        { op: 'test', path: '/metadata/labels/color', value: 'red' },
        { op: 'replace', path: '/metadata/labels/color', value: 'blue' },
      ]),
    strategic: (kind, name) =>
      this.client.patch(this.namespace.at(kind, name), 'strategic', {
        metadata: { labels: { color: this.random.oneOf(['red', null]) } },
        ...(kind === 'deployments.apps' && {
          spec: { minReadySeconds: this.random.below(3) },
        }),
      }),
    apply: (kind, name) =>
      this.client.patch(
        `${this.namespace.at(kind, name)}?${this.random.oneOf([
          'fieldManager=one',
          'fieldManager=two',
          'fieldManager=two&force=true',
        ])}`,
        'apply',
        this.applied(kind, name),
      ),
    status: (_, name) =>
      this.client.patch(this.namespace.at('pods', name, 'status'), 'merge', {
        status: { phase: this.random.oneOf(['Pending', 'Running', 'Failed']) },
      }),
    scale: (_, name) =>
      this.client.patch(
        this.namespace.at('deployments.apps', name, 'scale'),
        'merge',
        { spec: { replicas: this.random.below(3) } },
      ),
    hold: (_, name) =>
      this.client.patch(this.namespace.at('configmaps', name), 'merge', {
        metadata: {
          finalizers: this.random.oneOf([['contract.example.com/hold'], null]),
        },
      }),
    delete: (kind, name) =>
      this.client.delete(this.namespace.at(kind, name), {
        propagationPolicy: this.random.oneOf(['Background', 'Foreground']),
      }),
    deleteSelected: kind =>
      this.client.delete(
        `${this.namespace.at(kind)}?labelSelector=color%3Dblue`,
      ),
  };

  private labels() {
    return randomLabels(this.random, this.namespace.name);
  }

  private applied(kind: Written, name: string): JsonObject {
    const apiVersion = kind === 'deployments.apps' ? 'apps/v1' : 'v1';
    const { metadata, ...content } = randomObject(
      kind,
      this.random,
      this.namespace.name,
    );
    return {
      apiVersion,
      kind: KINDS[kind],
      metadata: { labels: valueAt(metadata, 'labels'), name },
      ...content,
    };
  }
}

function writtenKind(object: JsonObject): Written {
  return WRITTEN.find(kind => KINDS[kind] === object.kind) ?? WRITTEN[0];
}

/** Whether an answer shows an object as it is stored now. */
function isStored(body: JsonObject): boolean {
  const going =
    valueAt(body, 'metadata.deletionTimestamp') !== undefined &&
    valueAt(body, 'metadata.finalizers') === undefined &&
    valueAt(body, 'metadata.deletionGracePeriodSeconds') === 0;
  // Whoever takes away the last finalizer is shown what he sent.
  return body.kind !== 'Scale' && !going;
}
