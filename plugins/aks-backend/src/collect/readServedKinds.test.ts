import { kinds } from '@backstage-aks/insight';
import { ClusterError } from '@backstage-aks/plugin-aks-node';
import { readServedKinds } from './readServedKinds';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

const asked = kinds.filter(({ kind }) =>
  ['Gateway', 'HTTPRoute', 'ScaledObject', 'Service'].includes(kind),
);

function clusterThatAnswers(answers: Record<string, unknown>) {
  const paths: string[] = [];
  const get = async (path: string) => {
    paths.push(path);
    if (!(path in answers)) {
      throw new ClusterError('not-found', `No ${path}`);
    }
    return answers[path];
  };
  return { connection: { url: 'https://one', get }, paths };
}

async function served(answers: Record<string, unknown>) {
  const { connection, paths } = clusterThatAnswers(answers);
  const serves = await readServedKinds(
    connection,
    asked,
    new AbortController().signal,
  );
  return { kinds: asked.filter(serves).map(({ kind }) => kind), paths };
}

const wholeDiscovery = (...items: unknown[]) => ({
  '/apis': { kind: 'APIGroupDiscoveryList', items },
});

describe('readServedKinds', () => {
  it('needs one request where the server tells all at once', async () => {
    const answers = wholeDiscovery({
      metadata: { name: GATEWAY_GROUP },
      versions: [
        {
          version: 'v1',
          freshness: 'Current',
          resources: [{ resource: 'gateways' }],
        },
        { version: 'v1beta1', resources: [{ resource: 'httproutes' }] },
      ],
    });
    expect(await served(answers)).toEqual({
      kinds: ['Gateway', 'Service'],
      paths: ['/apis'],
    });
  });

  it('denies nothing of a group whose server does not answer', async () => {
    const answers = wholeDiscovery({
      metadata: { name: 'keda.sh' },
      versions: [{ version: 'v1alpha1', freshness: 'Stale' }],
    });
    expect((await served(answers)).kinds).toEqual(['Service', 'ScaledObject']);
  });

  it('takes a group without versions, and a version without resources', async () => {
    const answers = wholeDiscovery(
      { metadata: { name: 'keda.sh' }, versions: null },
      { metadata: { name: GATEWAY_GROUP }, versions: [{ version: 'v1' }] },
    );
    expect((await served(answers)).kinds).toEqual(['Service']);
  });

  it('asks an older server for each version that it has, once', async () => {
    const version = `${GATEWAY_GROUP}/v1`;
    const answers = {
      '/apis': {
        kind: 'APIGroupList',
        groups: [
          { name: GATEWAY_GROUP, versions: [{ groupVersion: version }] },
          { name: 'other', versions: [{ groupVersion: 'other/v1' }] },
        ],
      },
      [`/apis/${version}`]: {
        kind: 'APIResourceList',
        resources: [{ name: 'httproutes' }, { name: 'gateways/status' }],
      },
    };
    expect(await served(answers)).toEqual({
      kinds: ['HTTPRoute', 'Service'],
      paths: ['/apis', `/apis/${version}`],
    });
  });

  it.each([
    ['no object', '<html>'],
    ['no discovery', { kind: 'Status' }],
    ['no list of groups', { kind: 'APIGroupList' }],
    ['no name', { kind: 'APIGroupDiscoveryList', items: [{ metadata: {} }] }],
  ])('concludes nothing from %s', async (_, answer) => {
    await expect(served({ '/apis': answer })).rejects.toMatchObject({
      reason: 'malformed',
      message: expect.stringMatching(/which kinds .*no discovery document/),
    });
  });

  it('concludes nothing from a version that cannot be read', async () => {
    const groupVersion = `${GATEWAY_GROUP}/v1`;
    const groups = [{ versions: [{ groupVersion }] }];
    await expect(
      served({ '/apis': { kind: 'APIGroupList', groups } }),
    ).rejects.toMatchObject({ reason: 'not-found' });
  });
});
