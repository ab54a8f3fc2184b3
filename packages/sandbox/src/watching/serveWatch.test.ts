import { Sandbox, startSandbox } from '../startSandbox';

describe('a watch that the server ends', () => {
  let sandbox: Sandbox;

  afterEach(async () => sandbox.close());

  it('tells nothing of what is written in the moment of its end', async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'test' }] });
    const [cluster] = sandbox.clusters;
    const response = await fetch(
      `${cluster.url}/api/v1/namespaces/default/configmaps?watch=1&resourceVersion=${cluster.revision}`,
      { headers: { authorization: `Bearer ${cluster.tokens.admin}` } },
    );

    cluster.cutWatches();
    cluster.objects.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'late', namespace: 'default' },
    });

    expect(await response.text()).not.toContain('"late"');
    expect(cluster.defects).toEqual([]);
  });
});
