/** @jest-environment node */
import { checkManifests } from '@backstage-aks/insight';
import { generateWorkload } from './generateWorkload';
import { WorkloadIntentInput } from './intent/WorkloadIntent';

const agent: WorkloadIntentInput = {
  name: 'log-agent',
  namespace: 'monitoring',
  image: 'shop.azurecr.io/agent:1.0.0',
  answers: { placement: 'every-node' },
  probes: { liveness: { type: 'command', command: ['/bin/check'] } },
  nodePaths: [
    { path: '/var/log' },
    { path: '/var/log/azure', mountPath: '/azure' },
  ],
};

describe('an agent that reads directories of its node', () => {
  const generated = generateWorkload(agent);
  const objects = generated.ok ? generated.objects[0].objects : [];

  it('mounts them, and cannot write to them', () => {
    const daemonSet = objects.find(({ kind }) => kind === 'DaemonSet');
    expect(daemonSet).toMatchObject({
      spec: {
        template: {
          spec: {
            volumes: [
              {
                name: 'node-0',
                hostPath: { path: '/var/log', type: 'Directory' },
              },
              {
                name: 'node-1',
                hostPath: {
                  path: '/var/log/azure',
                  type: 'Directory',
                },
              },
            ],
            containers: [
              {
                volumeMounts: [
                  { name: 'node-0', mountPath: '/var/log', readOnly: true },
                  { name: 'node-1', mountPath: '/azure', readOnly: true },
                ],
              },
            ],
          },
        },
      },
    });
  });

  it.each([
    ['privileged', []],
    ['baseline', ['SB05']],
    ['restricted', ['SB05']],
  ] as const)(
    'is told what the level %s of pod security says of it',
    (podSecurity, ids) => {
      const { verdicts } = checkManifests(objects, { podSecurity });
      const found = verdicts.filter(({ verdict }) => verdict !== 'ok');
      expect(found.map(({ check }) => check)).toEqual(ids);
      expect(found[0]?.remedy?.text ?? '').toMatch(
        ids.length > 0 ? /enforce: privileged/ : /^$/,
      );
    },
  );

  it('tells the strictest level that its namespace can have', () => {
    expect(generated).toMatchObject({ podSecurity: 'privileged' });
    expect(generateWorkload({ ...agent, nodePaths: [] })).toMatchObject({
      podSecurity: 'restricted',
    });
  });

  it('may have a directory below another, as the node has it there', () => {
    const nodePaths = [{ path: '/var/log' }, { path: '/var/log/pods' }];
    expect(generateWorkload({ ...agent, nodePaths }).ok).toBe(true);
  });

  it.each([
    [{ answers: {} }, 'nodePaths'],
    [{ nodePaths: [{ path: '/var/../etc' }] }, 'nodePaths[0].path'],
    [{ nodePaths: [{ path: '/a' }, { path: '/a/' }] }, 'nodePaths[1].path'],
    [
      {
        nodePaths: [{ path: '/var/log' }],
        security: { writablePaths: ['/var/log/agent'] },
      },
      'security.writablePaths[0]',
    ],
    [
      {
        nodePaths: [{ path: '/a', mountPath: '/tmp' }],
        security: { writablePaths: ['/tmp'] },
      },
      'nodePaths[0].mountPath',
    ],
  ])('is refused with %j', (changes, field) => {
    const refused = generateWorkload({ ...agent, ...changes });
    expect(refused).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });
});
