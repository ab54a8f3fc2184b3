import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { DatabaseFile } from './__testUtils__/databaseFile';
import { eventually } from './__testUtils__/eventually';
import { Proxy } from './__testUtils__/proxy';
import { service } from './__testUtils__/shop';

jest.setTimeout(60_000);

const READ = ['get', 'list', 'watch'];

/** What Roles in two namespaces allow, and the right to know the cluster. */
const FEW_RIGHTS = {
  user: 'system:serviceaccount:backstage:portal',
  rules: [
    {
      verbs: READ,
      apiGroups: ['*'],
      resources: ['*'],
      namespaces: ['shop', 'pay'],
    },
    {
      verbs: READ,
      apiGroups: [''],
      resources: ['namespaces'],
      resourceNames: ['kube-system', 'shop', 'pay'],
    },
  ],
};

describe('a portal that collects some namespaces', () => {
  const database = testDatabases();
  const cleanUp: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  const keeps = (record: { namespace: string; name: string }) =>
    ['shop', 'pay'].includes(record.namespace || record.name);

  async function cluster() {
    const sandbox = await startSandbox();
    cleanUp.push(() => sandbox.close());
    const started = sandbox.cluster();
    for (const name of ['shop', 'pay', 'other']) {
      started.objects.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
      add(started, name, 'front');
    }
    return started;
  }

  function add(to: SandboxCluster, namespace: string, name: string) {
    to.objects.create({
      ...service(name),
      metadata: { name, namespace },
    });
  }

  async function collect(
    ...parameters: ConstructorParameters<typeof Collection>
  ) {
    const collection = new Collection(...parameters);
    cleanUp.push(() => collection.stop());
    return collection.start();
  }

  it('needs no more rights than in those', async () => {
    const here = await cluster();
    here.addToken('few-rights', FEW_RIGHTS);
    const config = clusterAt(here.url, {
      auth: { type: 'serviceAccountToken', token: 'few-rights' },
    });
    const collection = await collect(await database('SQLITE_3'), [config], {
      namespaces: { include: ['shop', 'pay'], exclude: [] },
    });
    await eventually(async () =>
      expect(await collection.states()).toMatchObject({
        Namespace: 'live',
        Service: 'live',
        Pod: 'live',
        // Which no Role allows.
        IngressClass: 'forbidden',
      }),
    );
    expect(await collection.names('Service')).toEqual([
      'pay/front',
      'shop/front',
    ]);
    expect(await collection.names('Namespace')).toEqual(['/pay', '/shop']);
    expect((await collection.cluster()).freshness.state).toBe('live');

    add(here, 'shop', 'second');
    add(here, 'pay', 'second');
    here.objects.delete('Service', 'pay', 'front');
    await eventually(async () =>
      expect(await collection.names('Service')).toEqual(
        ['pay/second', 'shop/second', 'shop/front'].sort(),
      ),
    );
    expect((await collection.source('Service'))?.lists).toBe(1);
  });

  it('goes on from where each was after all watches broke', async () => {
    const here = await cluster();
    const proxy = await Proxy.before(here.url);
    cleanUp.push(() => proxy.close());
    const collection = await collect(
      await database('SQLITE_3'),
      [clusterAt(proxy.url)],
      {
        served: here.url,
        namespaces: { include: ['shop', 'pay'], exclude: [] },
      },
    );
    await eventually(async () =>
      expect(await collection.names('Service')).toHaveLength(2),
    );
    proxy.breakConnections();
    add(here, 'shop', 'second');
    add(here, 'pay', 'second');
    add(here, 'other', 'second');
    await eventually(async () => {
      expect((await collection.source('Service'))?.freshness.state).toBe(
        'live',
      );
      await collection.equal('one', keeps);
    });
    expect(await collection.names('Service')).toHaveLength(4);
    expect((await collection.source('Service'))?.lists).toBe(1);
  });

  it('forgets those that are excluded later, and collects them again', async () => {
    const here = await cluster();
    const file = await DatabaseFile.create();
    cleanUp.push(() => file.remove());
    const run = async (exclude: string[]) => {
      const collection = await collect(
        await file.open(),
        [clusterAt(here.url)],
        { namespaces: { exclude } },
      );
      return collection;
    };
    const all = await run([]);
    await all.settled();
    await all.stop();

    const limited = await run(['pay', 'ot*']);
    await eventually(async () =>
      expect(await limited.names('Service')).toEqual([
        'default/kubernetes',
        'shop/front',
      ]),
    );
    expect(await limited.names('Namespace')).not.toContain('/pay');
    add(here, 'other', 'second');
    add(here, 'pay', 'second');
    add(here, 'shop', 'second');
    await eventually(async () =>
      expect(await limited.names('Service')).toEqual([
        'default/kubernetes',
        'shop/front',
        'shop/second',
      ]),
    );
    await limited.stop();

    const again = await run([]);
    await again.settled();
    expect(await again.names('Service')).toHaveLength(7);
  });
});
