import { kinds } from '@backstage-aks/insight';
import fs from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

function rulesOfTheReader(): Rule[] {
  const file = path.resolve(__dirname, '../../../docs/reader.yaml');
  const role = parseAllDocuments(fs.readFileSync(file, 'utf8'))
    .map(document => document.toJS())
    .find(object => object.kind === 'ClusterRole');
  return role.rules;
}

describe('docs/reader.yaml', () => {
  const rules = rulesOfTheReader();

  it.each(kinds.map(({ group, plural }) => [group, plural]))(
    'lets the portal read %s/%s',
    (group, plural) => {
      const rule = rules.find(
        ({ apiGroups, resources }) =>
          apiGroups.includes(group) && resources.includes(plural),
      );
      expect(rule?.verbs).toEqual(['get', 'list', 'watch']);
    },
  );

  it('grants nothing that is not collected', () => {
    const granted = rules.flatMap(({ apiGroups, resources }) =>
      apiGroups.flatMap(group => resources.map(plural => `${group}/${plural}`)),
    );
    expect(granted.sort()).toEqual(
      kinds.map(({ group, plural }) => `${group}/${plural}`).sort(),
    );
  });
});
