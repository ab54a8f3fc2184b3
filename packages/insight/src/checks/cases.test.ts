import { checks } from './catalog';
import { CheckCase } from './cases/CheckCase';
import { checkCases } from './cases/checkCases';
import { checkManifests } from './checkManifests';

function judge(manifests: CheckCase['broken'], { options }: CheckCase) {
  const { verdicts, unjudged } = checkManifests(manifests, options);
  expect(unjudged).toEqual([]);
  return {
    of: (id: string) =>
      verdicts.filter(({ check, cause }) => check === id && cause),
    faults: verdicts.filter(({ verdict }) =>
      ['warning', 'broken'].includes(verdict),
    ),
  };
}

describe.each(
  checkCases.map(entry => [entry.check, entry.name, entry] as const),
)('%s: %s', (check, _, entry) => {
  const allowed = [check, ...(entry.alsoFound ?? [])];

  it('is found, with the fields that are to change', () => {
    const [first] = judge(entry.broken, entry).of(check);
    expect(first?.verdict).toBe(entry.verdict);
    expect(first.evidence.map(({ field }) => field)).toEqual(entry.fields);
    expect(first.field).toBe(entry.fields[0]);
    expect(first.cause).toMatch(/^[A-Z].*\.$/s);
    const remedy = first.remedy?.text ?? 'unknown';
    expect(remedy).toMatch(
      first.verdict === 'unknown' ? /^unknown$/ : /^[A-Z].*\.$/s,
    );
  });

  it('is all that is found', () => {
    const { faults } = judge(entry.broken, entry);
    expect(faults.filter(found => !allowed.includes(found.check))).toEqual([]);
  });

  it('is not found in the twin without it, nor is anything else', () => {
    const { of, faults } = judge(entry.healthy, entry);
    expect([...of(check), ...faults]).toEqual([]);
  });
});

describe('the cases', () => {
  it('leave out no check', () => {
    expect([...new Set(checkCases.map(({ check }) => check))].sort()).toEqual(
      checks.map(({ id }) => id).sort(),
    );
  });
});
