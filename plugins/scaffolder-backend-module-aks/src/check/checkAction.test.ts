import { readdir } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { generateWorkload } from '@backstage-aks/workloads';
import { parse } from 'yaml';
import { createCheckAction } from './checkAction';
import { plainText } from './verdictsInWords';

const action = createCheckAction();
type Input = Parameters<typeof action.handler>[0]['input'];

// An image without a version, no requests, and nothing said of security.
const CARELESS = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: careless
  namespace: shop
spec:
  replicas: 1
  selector:
    matchLabels: { app: careless }
  template:
    metadata:
      labels: { app: careless }
    spec:
      containers:
        - name: main
          image: nginx
`;

const generated = generateWorkload({
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
  ports: [{ name: 'http', port: 8080 }],
  environments: [{ name: 'staging', namespace: 'shop-staging' }],
});
if (!generated.ok) {
  throw new Error(JSON.stringify(generated.problems));
}
const objects = JSON.parse(JSON.stringify(generated.objects));

describe('aks:manifests:check', () => {
  const workspace = createMockDirectory();

  async function run(
    input: Input,
    files: Record<string, string> = {},
    more: { isDryRun?: boolean } = {},
  ) {
    workspace.setContent({ ...files });
    const output = jest.fn();
    await action.handler({
      ...createMockActionContext({ workspacePath: workspace.path }),
      input,
      output,
      ...more,
    });
    return Object.fromEntries(output.mock.calls);
  }

  it('has a verdict for each generated object and check, none of them bad', async () => {
    const { verdicts, counts, listing } = await run({ objects });
    expect(verdicts.length).toBeGreaterThan(2);
    expect(counts).toMatchObject({ broken: 0, warning: 0 });
    expect(counts.ok).toBeGreaterThan(2);
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({
        environment: 'staging',
        check: expect.stringMatching(/^[A-Z]+\d+$/),
        object: expect.stringContaining('shop-staging/'),
      });
    }
    expect(listing).toMatch(
      new RegExp(
        `^\\*\\*${counts.ok} of ${verdicts.length} passed\\*\\*: 0 broken`,
      ),
    );
    expect(listing).toContain('### Looked for and not found');
    expect(listing).not.toContain('### Broken');
  });

  it('finds what is wrong in the files of a folder, with the line', async () => {
    const files = {
      'deploy/deployment.yaml': CARELESS,
      'deploy/README.md': 'apiVersion: [',
      'deploy/.git/config.yaml': '- [',
    };
    const { verdicts, listing } = await run({ folder: 'deploy' }, files);
    const bad = verdicts.filter(
      ({ verdict }: { verdict: string }) =>
        verdict === 'broken' || verdict === 'warning',
    );
    expect(bad.length).toBeGreaterThan(0);
    for (const verdict of bad) {
      expect(verdict).toMatchObject({
        object: 'Deployment shop/careless',
        where: expect.stringMatching(/^deployment\.yaml:\d+$/),
        cause: expect.any(String),
        remedy: expect.any(String),
      });
    }
    const headings = listing.match(/^### .*$/gm);
    expect(headings).toEqual(['### Warnings', '### Looked for and not found']);
    for (const { check, remedy } of bad) {
      expect(listing).toContain(`- **${check}** Deployment shop/careless`);
      expect(listing).toContain(plainText(remedy));
    }
  });

  it('does the same in a dry run, and writes nothing', async () => {
    const { counts } = await run({ objects }, {}, { isDryRun: true });
    expect(action.supportsDryRun).toBe(true);
    expect(counts.ok).toBeGreaterThan(2);
    expect(await readdir(workspace.path)).toEqual([]);
  });

  it('fails where asked to, with what to do', async () => {
    const files = { 'deployment.yaml': CARELESS };
    await expect(run({ failOn: 'warning' }, files)).rejects.toThrow(
      /do not pass the checks:\n- Deployment shop\/careless: [A-Z]+\d+: /,
    );
    await expect(run({ failOn: 'never' }, files)).resolves.toBeDefined();
    await expect(run({ failOn: 'warning', objects })).resolves.toBeDefined();
  });

  it('tells what no check judges', async () => {
    const { unjudged, listing } = await run(
      {},
      { 'other.yaml': 'apiVersion: example.com/v1\nkind: Thing\n' },
    );
    expect(unjudged).toEqual([expect.stringMatching(/^other\.yaml:1: /)]);
    expect(listing).toContain('neither good nor bad');
  });

  it.each<[string, Input, Record<string, string>, RegExp]>([
    [
      'a file that is no YAML',
      {},
      { 'deployment.yaml': 'kind: [' },
      /deployment\.yaml, line 1/,
    ],
    ['a folder without a manifest', {}, { 'README.md': '' }, /no YAML or JSON/],
    ['a folder outside', { folder: '../..' }, {}, /not allowed/],
  ])('refuses %s', async (_, input, files, message) => {
    await expect(run(input, files)).rejects.toThrow(message);
  });

  it('shows text of a manifest as text', async () => {
    const { listing } = await run(
      {},
      {
        'a.yaml': CARELESS.replace(
          'name: careless\n',
          `name: "[x](http://evil.example)|<b>"\n`,
        ),
      },
    );
    expect(listing).not.toContain('[x](');
    expect(listing).toContain('\\[x\\]\\(http://evil.example\\)\\|\\<b\\>');
  });

  it('has examples that work', async () => {
    const inputs = (action.examples ?? []).map(
      ({ example }) => parse(example).steps[0].input,
    );
    expect(inputs[0]).toEqual({
      objects: '${{ steps.generate.output.objects }}',
    });
    const { counts } = await run({ ...inputs[0], objects });
    expect(counts.broken).toBe(0);
    const { verdicts } = await run(
      { ...inputs[1], failOn: 'never' },
      { 'manifests/deployment.yaml': CARELESS },
    );
    expect(verdicts.length).toBeGreaterThan(0);
  });
});
