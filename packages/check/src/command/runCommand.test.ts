/** @jest-environment node */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, folderWith } from '../__testUtils__/command';

const CLAIM = `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [ReadWriteOnce]
`;
const WARNED = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: store
spec:
  replicas: 1
  selector: { matchLabels: { app: store } }
  template:
    metadata: { labels: { app: store } }
    spec: { terminationGracePeriodSeconds: 0 }
`;
const BROKEN = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: store
spec:
  maxUnavailable: 0
  selector: { matchLabels: { app: store } }
`;
const UNKNOWN = BROKEN.replace('maxUnavailable: 0', 'maxUnavailable: 1');

function hasKubectl(): boolean {
  const found = spawnSync('kubectl', ['version', '--client']).status === 0;
  if (!found) {
    process.stdout.write(
      'Skipped: a folder that Kustomize itself builds, as there is no kubectl on the path\n',
    );
  }
  return found;
}

describe('the command', () => {
  let place: ReturnType<typeof folderWith>;

  beforeAll(() => {
    place = folderWith({
      'fine.yaml': CLAIM,
      'warned.yaml': WARNED,
      'broken.yaml': BROKEN,
      'unknown.yml': UNKNOWN,
      'malformed.yaml': `${CLAIM}  bad: [\n`,
      'deploy/a.yaml': CLAIM,
      'deploy/more/b.json': JSON.stringify({
        apiVersion: 'example.com/v1',
        kind: 'Widget',
        metadata: { name: 'w' },
      }),
      'deploy/node_modules/c.yaml': BROKEN,
      'deploy/.hidden/d.yaml': BROKEN,
      'deploy/readme.md': '# Not a manifest',
      'chart/Chart.yaml': 'name: chart',
      'chart/templates/x.yaml': '{{ bad }}',
      'empty/readme.md': '# Nothing',
      'service/chart/Chart.yaml': 'name: chart',
      'service/workload.yaml': 'name: shop-front',
      'mixed/chart/Chart.yaml': 'name: chart',
      'mixed/fine.yaml': CLAIM,
      'kustomized/kustomization.yaml': 'resources: [../broken.yaml]',
      'base/kustomization.yaml': 'resources: [pdb.yaml]',
      'base/pdb.yaml': BROKEN,
      'overlay/kustomization.yaml':
        'namePrefix: of-overlay-\nresources: [../base]',
      'overlay-of-nothing/kustomization.yaml': 'resources: [gone.yaml]',
    });
  });

  afterAll(() => place.remove());

  const run = (words: string[], more = {}) =>
    command(place.folder, words, more);

  it.each([
    ['fine.yaml', [], 0],
    ['warned.yaml', [], 0],
    ['warned.yaml', ['--fail-on', 'warning'], 1],
    ['broken.yaml', [], 1],
    ['broken.yaml', ['--fail-on', 'never'], 0],
    ['unknown.yml', ['--fail-on', 'warning'], 0],
    ['unknown.yml', ['--fail-on', 'unknown'], 1],
    ['unknown.yml', ['--complete'], 1],
  ])('judges %s %j with the exit code %d', async (file, words, code) => {
    expect(await run([...words, file])).toMatchObject({ code, errors: '' });
  });

  it('tells of each fault where it is, what it is and what to do', async () => {
    const { out } = await run(['broken.yaml']);
    expect(out).toContain(
      'broken.yaml\n  6: error WL14 The disruption budget blocks every drain\n     PodDisruptionBudget store, spec.maxUnavailable\n',
    );
    expect(out).toContain('→ Set maxUnavailable to 1.');
    expect(out).toMatch(/1 object judged: 1 error, 0 warnings, 1 unknown\n$/);
  });

  it('reads a folder and what is below, and says what it does not judge', async () => {
    const { code, out } = await run(['deploy']);
    expect(code).toBe(0);
    expect(out).toBe(
      'Not judged\n  deploy/more/b.json:1 Widget w: No check is about the kind Widget of example.com/v1.\n\n1 object judged: 0 errors, 0 warnings, 0 unknown, 1 not judged\n',
    );
  });

  it.each([
    [[], 0],
    [['--fail-on', 'unknown'], 1],
  ])('says which charts it passed over (%j)', async (words, exit) => {
    const { code, out, errors } = await run([...words, 'mixed']);
    expect(code).toBe(exit);
    expect(errors).toContain('mixed/chart was passed over. It is a Helm chart');
    expect(out).toMatch(/0 unknown, 1 passed over\n$/);
    const { out: xml } = await run(['--format', 'junit', 'mixed']);
    expect(xml).toMatch(/<testsuite name="mixed\/chart"[^]*<skipped/);
  });

  it('does not call well where there was no manifest', async () => {
    const { code, out, errors } = await run(['service']);
    expect(code).toBe(2);
    expect(out).toContain('0 objects judged');
    expect(errors).toContain('There was no manifest');
  });

  it('reads what is piped in', async () => {
    const { code, out } = await run(['-'], { input: BROKEN });
    expect(code).toBe(1);
    expect(out).toContain('stdin\n  6: error WL14');
  });

  it('asks for the level of pod security that is wanted', async () => {
    const input = `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n  hostNetwork: true\n  containers: [{ name: a, image: b:1 }]\n`;
    const ids = async (level: string) => {
      const { out } = await run(['--level', level, '--format', 'json', '-'], {
        input,
      });
      const { verdicts } = JSON.parse(out);
      return verdicts
        .filter(({ verdict }: { verdict: string }) => verdict !== 'ok')
        .map(({ check }: { check: string }) => check)
        .filter((check: string) => /^S[BR]/.test(check));
    };
    expect(await ids('privileged')).toEqual([]);
    expect(await ids('baseline')).toEqual(['SB02']);
    expect(await ids('restricted')).toEqual([
      'SB02',
      'SR02',
      'SR03',
      'SR05',
      'SR06',
    ]);
  });

  it('puts what names no namespace where it is told to', async () => {
    const { out } = await run([
      '-n',
      'shop',
      '--format',
      'json',
      'broken.yaml',
    ]);
    expect(JSON.parse(out).verdicts[0].object.namespace).toBe('shop');
  });

  it('says in which line a text is no YAML, and judges the rest', async () => {
    const { code, out, errors } = await run(['malformed.yaml', 'broken.yaml']);
    expect(code).toBe(2);
    expect(errors).toMatch(/^malformed\.yaml:\d+: /);
    expect(out).toContain('WL14');
    expect(out).toContain('1 not readable');
  });

  it.each([
    [[], 'Nothing to check'],
    [['--format', 'xml', 'fine.yaml'], '--format may be text, json'],
    [['--level', 'high', 'fine.yaml'], '--level may be privileged'],
    [['--fail-on', 'info', 'fine.yaml'], '--fail-on may be error'],
    [['--no-such', 'fine.yaml'], '--no-such'],
    [['nowhere.yaml'], 'no file and no folder nowhere.yaml'],
    [['empty'], 'no manifests in empty'],
    [['chart'], 'helm template chart | backstage-aks-check -'],
    [['kustomized'], 'neither kustomize nor kubectl is installed'],
  ])('refuses %j and says why', async (words, message) => {
    const { code, out, errors } = await run(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toContain(message);
    expect(errors).toContain('See --help.');
  });

  (hasKubectl() ? describe : describe.skip)('with kubectl itself', () => {
    it('judges what it builds, and says where it fails', async () => {
      const real = { path: process.env.PATH };
      const { code, out } = await run(['overlay'], real);
      expect(code).toBe(1);
      expect(out).toContain(
        'overlay\n  6: error WL14 The disruption budget blocks every drain\n     PodDisruptionBudget of-overlay-store, spec.maxUnavailable\n',
      );
      const broken = await run(['overlay-of-nothing'], real);
      expect(broken).toMatchObject({ code: 2, out: '' });
      expect(broken.errors).toMatch(
        /cannot build overlay-of-nothing: [^]*gone/,
      );
    });
  });

  describe('where a kubectl stands in', () => {
    const install = (script: string) => {
      const path = join(place.folder, 'bin');
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, 'kubectl'), `#!/bin/sh\n${script}\n`);
      chmodSync(join(path, 'kubectl'), 0o755);
      return { path };
    };

    it('judges what Kustomize makes of a folder', async () => {
      const made = `printf 'apiVersion: policy/v1\\nkind: PodDisruptionBudget\\nmetadata: { name: %s-%s }\\nspec: { maxUnavailable: 0 }\\n' "$1" "\${2##*/}"`;
      const { code, out } = await run(['kustomized'], install(made));
      expect(code).toBe(1);
      expect(out).toContain('kustomized\n');
      expect(out).toContain('PodDisruptionBudget kustomize-kustomized');
    });

    it('says what Kustomize said where it fails', async () => {
      const { code, errors } = await run(
        ['kustomized'],
        install('echo "no such resource" >&2; exit 1'),
      );
      expect(code).toBe(2);
      expect(errors).toContain(
        'kubectl cannot build kustomized: no such resource',
      );
    });
  });

  it('helps, and tells its version', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage: backstage-aks-check'),
    });
    expect(await run(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n' });
  });
});
