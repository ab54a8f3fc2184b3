import { generateWorkload } from './generateWorkload';
import { updateFiles } from './updateFiles';

const intent = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
  ports: [{ name: 'http', port: 8080 }],
};
const path = 'manifests/deployment.yaml';

function files(input: object) {
  const generated = generateWorkload(input);
  if (!generated.ok) {
    throw new Error(JSON.stringify(generated.problems));
  }
  return generated.files;
}

const before = files(intent);
const newer = files({ ...intent, image: 'shop.azurecr.io/front:1.5.0' });

function edited(change: (content: string) => string) {
  return before.map(file =>
    file.path === path ? { ...file, content: change(file.content) } : file,
  );
}

function update(present: typeof before, generatedNow = newer) {
  return updateFiles({ generatedBefore: before, present, generatedNow }).find(
    file => file.path === path,
  );
}

describe('updating files', () => {
  it('writes all of them where there are none', () => {
    const updates = updateFiles({
      generatedBefore: [],
      present: [],
      generatedNow: before,
    });
    expect(updates.map(({ outcome }) => outcome)).toEqual(
      before.map(() => 'created'),
    );
  });

  it('keeps what a person changed elsewhere in the file', () => {
    const kept = update(
      edited(content =>
        content.replace('revisionHistoryLimit: 10', 'revisionHistoryLimit: 3'),
      ),
    );
    expect(kept).toMatchObject({ outcome: 'updated' });
    expect(kept?.content).toContain('revisionHistoryLimit: 3');
    expect(kept?.content).toContain('front:1.5.0');
    expect(kept?.content).not.toContain('1.4.2');
  });

  it('shows both where the same line was changed', () => {
    const conflict = update(
      edited(content => content.replaceAll('front:1.4.2', 'front:1.4.3')),
    );
    expect(conflict?.outcome).toBe('conflict');
    expect(conflict?.content).toMatch(
      /<<<<<<< as it is here\n.*1\.4\.3[^]*>>>>>>> generated now/,
    );
  });

  it('does nothing where nothing new is generated, whatever was changed', () => {
    const present = edited(content => `# ours\n${content}`);
    expect(update(present, before)).toEqual({
      path,
      outcome: 'unchanged',
      content: present.find(file => file.path === path)?.content,
    });
  });

  it('brings back nothing that a person removed', () => {
    const present = before.filter(file => file.path !== path);
    expect(update(present, before)).toBeUndefined();
    expect(update(present)).toBeUndefined();
  });

  it('removes only what nobody has changed', () => {
    const gone = newer.filter(file => file.path !== path);
    expect(update(before, gone)).toEqual({ path, outcome: 'removed' });
    expect(
      update(
        edited(content => `# ours\n${content}`),
        gone,
      ),
    ).toMatchObject({
      outcome: 'kept',
      content: expect.stringContaining('# ours'),
    });
  });

  it('shows a conflict where it is not known what was generated before', () => {
    const updates = updateFiles({
      generatedBefore: [],
      present: [{ path, content: 'kind: Deployment\n' }],
      generatedNow: newer,
    });
    expect(updates.find(file => file.path === path)?.outcome).toBe('conflict');
  });
});
