import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { workloadIntent } from '@backstage-aks/workloads';
import { parse } from 'yaml';
import { createGenerateAction } from './generateAction';
import { intentFields } from './intentFields';

const action = createGenerateAction();
type Input = Parameters<typeof action.handler>[0]['input'];

const intent = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
  ports: [{ name: 'http', port: 8080 }],
};
const newer = { ...intent, image: 'shop.azurecr.io/front:1.5.0' };
const DEPLOYMENT = 'manifests/deployment.yaml';

describe('aks:workload:generate', () => {
  const workspace = createMockDirectory();
  const outside = createMockDirectory();

  beforeEach(() => workspace.clear());

  async function run(input: Input, more: { isDryRun?: boolean } = {}) {
    const output = jest.fn();
    await action.handler({
      ...createMockActionContext({ workspacePath: workspace.path }),
      input,
      output,
      ...more,
    });
    return Object.fromEntries(output.mock.calls);
  }

  async function edit(path: string, change: (content: string) => string) {
    const file = workspace.resolve(path);
    await writeFile(file, change(await readFile(file, 'utf8')));
  }

  const read = (path: string) => readFile(workspace.resolve(path), 'utf8');

  it('writes the files, and says which kind was chosen and why', async () => {
    const output = await run({ intent });
    expect(output).toMatchObject({ kind: 'Deployment', form: 'yaml' });
    expect(output.why).toContain('any copy can take the place of another');
    expect(output.why).toContain('Second choice: StatefulSet');
    expect(output.why).toContain('“A disk for each copy” → StatefulSet');
    expect(output.conflicts).toEqual([]);
    expect(parse(await read(DEPLOYMENT))).toMatchObject({ kind: 'Deployment' });
    for (const { path, outcome, content } of output.files) {
      expect(outcome).toBe('created');
      expect(await read(path)).toBe(content);
      expect(output.listing).toContain(`### ${path}\n`);
    }
  });

  it('does the same in a dry run, whose workspace is thrown away', async () => {
    const output = await run({ intent }, { isDryRun: true });
    expect(action.supportsDryRun).toBe(true);
    expect(output.kind).toBe('Deployment');
    expect(await read(DEPLOYMENT)).toContain('front:1.4.2');
  });

  it('writes to a folder, in the form that is asked for', async () => {
    const output = await run({ intent, form: 'helm', folder: 'deploy/chart' });
    expect(output.form).toBe('helm');
    expect(await readdir(workspace.path)).toEqual(['deploy']);
    expect(await readdir(workspace.resolve('deploy/chart'))).toContain('chart');
  });

  it('keeps what people changed when it is run again', async () => {
    await run({ intent });
    await edit(DEPLOYMENT, content =>
      content.replace('revisionHistoryLimit: 10', 'revisionHistoryLimit: 3'),
    );
    const output = await run({ intent: newer });
    const content = await read(DEPLOYMENT);
    expect(content).toContain('revisionHistoryLimit: 3');
    expect(content).toContain('front:1.5.0');
    expect(output.conflicts).toEqual([]);
    expect(output.files).toContainEqual({
      path: DEPLOYMENT,
      outcome: 'updated',
      content,
    });
  });

  it('shows where people and the generator changed the same lines', async () => {
    await run({ intent });
    await edit(DEPLOYMENT, content =>
      content.replace('front:1.4.2', 'front:by-hand'),
    );
    const output = await run({ intent: newer });
    expect(output.conflicts).toEqual([DEPLOYMENT]);
    expect(output.listing).toContain('**conflict**');
    const content = await read(DEPLOYMENT);
    expect(content).toContain('front:by-hand');
    expect(content).toContain('front:1.5.0');
    expect(content).toContain('<<<<<<<');
  });

  it('changes nothing where nothing has changed', async () => {
    await run({ intent });
    const output = await run({ intent });
    const outcomes = output.files.map(
      ({ outcome }: { outcome: string }) => outcome,
    );
    expect(new Set(outcomes)).toEqual(new Set(['unchanged']));
    expect(output.changed).toBe(false);
  });

  it('tells that something has changed, also where only a record is missing', async () => {
    expect((await run({ intent })).changed).toBe(true);
    await rm(workspace.resolve('workload.lock.yaml'));
    expect((await run({ intent })).changed).toBe(true);
    expect((await run({ intent: newer })).changed).toBe(true);
    expect((await run({ intent: newer, form: 'helm' })).changed).toBe(true);
  });

  it('moves what it removes to the folder that is named for it', async () => {
    await run({ intent, folder: 'deploy' });
    const output = await run({
      intent,
      folder: 'deploy',
      form: 'helm',
      removedTo: 'removed',
    });
    expect(output.removed).toContain(DEPLOYMENT);
    expect(
      (await readdir(workspace.resolve('removed'), { recursive: true })).filter(
        path => path.endsWith('.yaml'),
      ),
    ).toEqual(expect.arrayContaining(output.removed));
    await expect(read(`deploy/${DEPLOYMENT}`)).rejects.toThrow('ENOENT');
  });

  it('removes what another form no longer has, unless somebody changed it', async () => {
    await run({ intent });
    await edit('manifests/service.yaml', content => `${content}# by hand\n`);
    const output = await run({ intent, form: 'helm' });
    expect(output.files).toContainEqual({
      path: DEPLOYMENT,
      outcome: 'removed',
    });
    expect(output.files).toContainEqual(
      expect.objectContaining({
        path: 'manifests/service.yaml',
        outcome: 'kept',
      }),
    );
    expect(output.removed).toContain(DEPLOYMENT);
    expect(output.removed).not.toContain('manifests/service.yaml');
    expect(await readdir(workspace.resolve('manifests'))).toEqual([
      'service.yaml',
    ]);
  });

  const refused: [string, Input, RegExp][] = [
    [
      'a wrong name',
      { intent: { ...intent, name: 'Shop Front' } },
      /intent\.name: must be lower-case/,
    ],
    [
      'a field that nobody knows',
      { intent: { ...intent, replica: 3 } },
      /intent\.replica: is not a field/,
    ],
    ['no intent', { intent: {} }, /intent\.image: is required/],
    [
      'a contradiction',
      {
        intent: {
          ...intent,
          answers: { placement: 'every-node', copies: 'several' },
        },
      },
      /intent\.answers\.copies: .*a DaemonSet has no number of copies/,
    ],
    [
      'a fault deep inside',
      { intent: { ...intent, ports: [{ name: 'http', port: 0 }] } },
      /intent\.ports\[0\]\.port: must be at least 1/,
    ],
  ];
  it.each(refused)(
    'refuses %s at its field and writes nothing',
    async (_, input, message) => {
      await expect(run(input)).rejects.toThrow(message);
      await expect(run(input)).rejects.toThrow('nothing was written');
      expect(await readdir(workspace.path)).toEqual([]);
    },
  );

  it.each(['..', '../elsewhere', '/etc', 'deploy/../../elsewhere'])(
    'refuses the folder %s',
    async folder => {
      for (const input of [{ folder }, { removedTo: folder }]) {
        await expect(run({ intent, ...input })).rejects.toThrow(
          /not allowed to refer to a directory outside/,
        );
      }
      expect(await readdir(workspace.path)).toEqual([]);
    },
  );

  it('follows no link out of the workspace', async () => {
    await symlink(outside.path, workspace.resolve('manifests'));
    await expect(run({ intent })).rejects.toThrow(/not allowed/);
    expect(await readdir(outside.path)).toEqual([]);
  });

  it('reads no path out of the workspace that a record names', async () => {
    await writeFile(
      workspace.resolve('workload.lock.yaml'),
      'form: yaml\nfiles:\n  ../../etc/passwd: abc\n',
    );
    await expect(run({ intent })).rejects.toThrow(/not allowed/);
  });

  it('lists a file whose text could end its block, and cuts a long one', async () => {
    const output = await run({
      intent: {
        ...intent,
        configuration: {
          maps: [
            {
              name: 'texts',
              files: {
                fence: { text: '```\n# not a title\n' },
                long: { text: 'x'.repeat(30_000) },
              },
              use: { as: 'files', mountPath: '/etc/texts' },
            },
          ],
        },
      },
    });
    expect(output.listing).toContain('````text');
    expect(output.listing).toMatch(/Only the beginning of 3\d{4} characters/);
    expect(output.listing.length).toBeLessThan(60_000);
  });

  it.each(action.examples?.map(each => [each.description, each.example]) ?? [])(
    'has an example that works: %s',
    async (_, example) => {
      const [step] = parse(example).steps;
      expect(step.action).toBe(action.id);
      const { files } = await run(step.input);
      expect(files.length).toBeGreaterThan(3);
    },
  );

  it('describes every field of an intent', () => {
    expect(Object.keys(intentFields).sort()).toEqual(
      Object.keys(workloadIntent.shape).sort(),
    );
  });
});
