import { generateWorkload, OutputForm } from '../generateWorkload';
import { GeneratedFile } from '../output/GeneratedFile';
import { FileUpdate, updateFiles } from '../updateFiles';
import { generatedBefore, recordedPaths, recordOf } from './generationRecord';

const intent = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
  ports: [{ name: 'http', port: 8080 }],
};
const newer = { ...intent, image: 'shop.azurecr.io/front:1.5.0' };
const path = 'manifests/deployment.yaml';

function generate(input: object, form: OutputForm = 'yaml'): GeneratedFile[] {
  const generated = generateWorkload(input, { form });
  if (!generated.ok) {
    throw new Error(JSON.stringify(generated.problems));
  }
  const { files } = generated;
  return [...files, recordOf({ form, files })];
}

function edit(
  files: GeneratedFile[],
  at: string,
  change: (content: string) => string,
): GeneratedFile[] {
  return files.map(file =>
    file.path === at ? { ...file, content: change(file.content) } : file,
  );
}

function regenerate(
  present: GeneratedFile[],
  now = generate(newer),
): Map<string, FileUpdate> {
  const updates = updateFiles({
    generatedBefore: generatedBefore(present),
    present,
    generatedNow: now,
  });
  return new Map(updates.map(update => [update.path, update]));
}

const fewerRevisions = (content: string) =>
  content.replace('revisionHistoryLimit: 10', 'revisionHistoryLimit: 3');

describe('what was generated before', () => {
  it('is what is there where nobody has changed it', () => {
    const present = generate(intent);
    expect(generatedBefore(present)).toEqual(
      present.filter(file => file.path !== 'workload.lock.yaml'),
    );
  });

  it.each(['yaml', 'kustomize', 'helm'] as const)(
    'is generated again where somebody has (%s)',
    form => {
      const present = generate(intent, form);
      const changed = present.map(file =>
        /\.(yaml|tpl|txt)$/.test(file.path) && !file.path.startsWith('workload')
          ? { ...file, content: `${file.content}# by hand\n` }
          : file,
      );
      expect(generatedBefore(changed)).toEqual(generatedBefore(present));
    },
  );

  it('keeps what somebody changed and takes what is new', () => {
    const present = edit(generate(intent), path, fewerRevisions);
    const update = regenerate(present).get(path);
    expect(update).toMatchObject({ outcome: 'updated' });
    expect(update?.content).toContain('revisionHistoryLimit: 3');
    expect(update?.content).toContain('front:1.5.0');
  });

  it('is not known where another version of the generator made it: a conflict shows', () => {
    const older = edit(generate(intent), path, content =>
      content.replace('progressDeadlineSeconds: 600\n', ''),
    );
    const present = edit(
      [...older.slice(0, -1), recordOf({ form: 'yaml', files: older })],
      path,
      fewerRevisions,
    );
    const update = regenerate(present).get(path);
    expect(update?.outcome).toBe('conflict');
    expect(update?.content).toContain('revisionHistoryLimit: 3');
    expect(update?.content).toContain('front:1.5.0');
  });

  it('replaces what another version made and nobody changed', () => {
    const older = edit(generate(intent), path, content =>
      content.replace('progressDeadlineSeconds: 600\n', ''),
    ).slice(0, -1);
    const present = [...older, recordOf({ form: 'yaml', files: older })];
    expect(regenerate(present).get(path)).toEqual({
      path,
      outcome: 'updated',
      content: generate(newer).find(file => file.path === path)?.content,
    });
  });

  it('knows what somebody removed, so that it stays removed', () => {
    const present = generate(intent).filter(file => file.path !== path);
    expect(regenerate(present).has(path)).toBe(false);
  });

  it('is nothing without a record, and with a broken one', () => {
    const present = generate(intent);
    expect(generatedBefore(present.slice(0, -1))).toEqual([]);
    for (const broken of ['', '- [', 'form: nothing\nfiles: {}', 'files: 7']) {
      const files = edit(present, 'workload.lock.yaml', () => broken);
      expect(generatedBefore(files)).toEqual([]);
      expect(recordedPaths(broken)).toEqual([]);
    }
  });

  it('survives an intent that somebody broke', () => {
    const present = edit(
      edit(generate(intent), path, fewerRevisions),
      'workload.yaml',
      () => 'name: [',
    );
    expect(regenerate(present).get(path)?.outcome).toBe('conflict');
  });
});
