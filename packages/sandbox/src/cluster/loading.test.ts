import { hasRecording, recordedLists } from '../__testUtils__/recording';
import { requireNoDefects } from '../__testUtils__/requireNoDefects';
import { eventually } from '../__testUtils__/request';
import { objectsIn, valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';
import { SandboxCluster } from './SandboxCluster';

const SHORT = {
  schedule: 1,
  start: 5,
  ready: 5,
  terminate: 5,
  complete: 5,
  address: 5,
};

describe('loading', () => {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [{ name: 'loaded', timing: SHORT }],
    });
    cluster = sandbox.cluster();
  });
  afterEach(async () => {
    await sandbox.close();
    requireNoDefects(cluster);
  });

  it('takes several documents, lists and JSON', () => {
    cluster.load(`
apiVersion: v1
kind: Namespace
metadata:
  name: one
---
# nothing here
---
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: a, namespace: one } }
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: b, namespace: one } }
`);
    cluster.load(
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"}}',
    );
    const names = (namespace: string) =>
      cluster.objects
        .list('ConfigMap', namespace)
        .map(({ metadata }) => metadata.name);
    expect(names('one')).toEqual(expect.arrayContaining(['a', 'b']));
    expect(names('default')).toContain('c');
  });

  it('replaces what is there already', () => {
    const manifest = (value: string) =>
      `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"},"data":{"k":"${value}"}}`;
    cluster.load(manifest('1'));
    cluster.load(manifest('2'));
    expect(cluster.objects.get('ConfigMap', 'default', 'c')?.data).toEqual({
      k: '2',
    });
  });

  it('registers custom resources that nobody defined', () => {
    cluster.load([
      {
        apiVersion: 'example.com/v1',
        kind: 'Policy',
        metadata: { name: 'p', namespace: 'default' },
        spec: { any: { thing: 1 } },
      },
    ]);
    expect(cluster.objects.list('example.com/v1/Policy')).toHaveLength(1);
  });

  it('says which objects it refuses and why', () => {
    const objects = [
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'Bad' } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'good' } },
      { kind: 'ConfigMap', metadata: { name: 'what' } },
    ];
    expect(() => cluster.load(objects)).toThrow(
      /refused 2 of 3 objects:\nConfigMap Bad: .*is invalid.*\nConfigMap what: an object needs apiVersion and kind/s,
    );
    expect(cluster.objects.get('ConfigMap', 'default', 'good')).toBeDefined();
  });

  it('says which document of a text is wrong', () => {
    expect(() => cluster.load('a: 1\n---\nb: [')).toThrow(/^document 2: /);
  });

  const describeRecording = hasRecording() ? describe : describe.skip;

  describeRecording('of a recording', () => {
    it('keeps the state as it was', async () => {
      const lists = [...recordedLists().values()].map(text => JSON.parse(text));
      cluster.load(lists);
      // What controllers would do to it, they have done once this pod runs.
      cluster.load([
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'last', namespace: 'default' },
          spec: { containers: [{ name: 'c', image: 'c:1' }] },
        },
      ]);
      await eventually(
        () =>
          valueAt(
            cluster.objects.get('Pod', 'default', 'last'),
            'status.containerStatuses',
          ) &&
          objectsIn(
            valueAt(
              cluster.objects.get('Pod', 'default', 'last'),
              'status.containerStatuses',
            ),
          )[0].ready,
      );
      for (const list of lists) {
        const kind = String(list.kind).replace(/List$/, '');
        for (const item of objectsIn(list.items)) {
          const present = cluster.objects.get(
            `${list.apiVersion}/${kind}`,
            valueAt(item, 'metadata.namespace') as string | undefined,
            String(valueAt(item, 'metadata.name')),
          );
          expect({ ...present, metadata: undefined }).toEqual({
            kind,
            apiVersion: list.apiVersion,
            ...item,
            metadata: undefined,
          });
          // The namespaces of the cluster itself keep their identity.
          expect([present?.metadata.uid, kind]).toContain(
            kind === 'Namespace' ? kind : valueAt(item, 'metadata.uid'),
          );
        }
      }
      const recorded = lists.find(({ kind }) => kind === 'PodList');
      expect(cluster.objects.list('Pod')).toHaveLength(
        recorded.items.length + 1,
      );
    });
  });
});
