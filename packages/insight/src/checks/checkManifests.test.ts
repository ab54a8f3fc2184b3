import { checkManifests } from './checkManifests';
import { budget, container, deployment, job, pod } from './cases/manifests';

describe('checkManifests', () => {
  it('judges what has no namespace where it is told to', () => {
    const { namespace, ...metadata } = Object(pod().metadata);
    const bare = pod();
    bare.metadata = metadata;
    expect(checkManifests([bare]).judged).toMatchObject([
      { kind: 'Pod', namespace: 'default', name: 'shop-front' },
    ]);
    expect(checkManifests([bare], { namespace: 'web' }).judged).toMatchObject([
      { namespace: 'web' },
    ]);
  });

  it('takes lists apart, and says at which place an object stands', () => {
    const list = {
      apiVersion: 'v1',
      kind: 'List',
      items: [deployment(), pod()],
    };
    const { judged, verdicts } = checkManifests([job(), list]);
    expect(judged.map(({ kind, place }) => [kind, place])).toEqual([
      ['Job', { manifest: 0 }],
      ['Deployment', { manifest: 1, item: 0 }],
      ['Pod', { manifest: 1, item: 1 }],
    ]);
    expect(
      verdicts.find(
        ({ check, verdict }) => check === 'WL01' && verdict !== 'ok',
      )?.place,
    ).toEqual({ manifest: 1, item: 1 });
  });

  it('judges manifests together', () => {
    const blocked = budget({ minAvailable: 2 });
    const of = (...manifests: unknown[]) =>
      checkManifests(manifests).verdicts.find(({ check }) => check === 'WL14')
        ?.verdict;
    expect(of(blocked)).toBe('ok');
    expect(of(blocked, deployment())).toBe('broken');
  });

  it('gives a verdict also where all is well', () => {
    const { verdicts } = checkManifests([deployment()]);
    expect(verdicts).toContainEqual(
      expect.objectContaining({ check: 'WL19', verdict: 'ok', evidence: [] }),
    );
  });

  it('judges an object whose name is to be generated', () => {
    const { judged } = checkManifests([
      job({}, { name: undefined, generateName: 'import-' }),
    ]);
    expect(judged).toMatchObject([{ kind: 'Job', name: 'import-' }]);
  });

  it('counts what only the checks of others look at as judged', () => {
    const { judged, unjudged } = checkManifests([
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop' } },
    ]);
    expect(judged).toMatchObject([{ kind: 'ServiceAccount', name: 'shop' }]);
    expect(unjudged).toEqual([]);
  });

  it.each([
    ['nothing', undefined, 'no apiVersion and kind'],
    ['a text', 'hello', 'no apiVersion and kind'],
    ['a list of values', [1], 'no apiVersion and kind'],
    [
      'a kind that no check is about',
      { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' } },
      'Widget of example.com/v1',
    ],
    [
      'another group’s kind of the same name',
      { ...deployment(), apiVersion: 'example.com/v1' },
      'Deployment of example.com/v1',
    ],
    [
      'an older version',
      { ...budget({}), apiVersion: 'policy/v1beta1' },
      'policy/v1 and not in policy/v1beta1',
    ],
    [
      'a ReplicationController',
      { apiVersion: 'v1', kind: 'ReplicationController' },
      'Write a Deployment',
    ],
    [
      'a kind that is called as something of JavaScript',
      { apiVersion: 'v1', kind: 'constructor' },
      'No check is about the kind constructor',
    ],
    ['a Secret', { apiVersion: 'v1', kind: 'Secret' }, 'Secrets are not read'],
    [
      'a kind that is read, but that no check judges',
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'shop' },
      },
      'No check is about the kind Ingress.',
    ],
    ['a nameless object', { apiVersion: 'v1', kind: 'Pod' }, 'no name'],
  ])('says of %s why it is not judged', (_, manifest, because) => {
    const report = checkManifests([manifest]);
    expect(report.verdicts).toEqual([]);
    expect(report.judged).toEqual([]);
    expect(report.unjudged).toEqual([
      expect.objectContaining({
        manifest: 0,
        because: expect.stringContaining(because),
      }),
    ]);
  });

  it('keeps no value of a variable or an argument', () => {
    const secret = 'hunter2';
    const report = checkManifests([
      pod({
        spec: {
          containers: [
            container({
              args: [secret],
              env: [{ name: 'PASSWORD', value: secret }],
              resources: undefined,
            }),
          ],
        },
      }),
    ]);
    expect(JSON.stringify(report)).not.toContain(secret);
  });
});
