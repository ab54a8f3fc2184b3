import { checks } from './catalog';
import { disruptionCases } from './cases/disruptionCases';
import { kindCases } from './cases/kindCases';
import { resourceCases } from './cases/resourceCases';
import { checkManifests } from './checkManifests';
import { CheckCase } from './cases/CheckCase';

const CASES = [...kindCases, ...disruptionCases, ...resourceCases];

function found(manifests: CheckCase['broken'], options?: CheckCase['options']) {
  const { verdicts, unjudged } = checkManifests(manifests, options);
  expect(unjudged).toEqual([]);
  return verdicts.filter(({ verdict }) => verdict !== 'ok');
}

describe.each(CASES.map(entry => [entry.check, entry.name, entry] as const))(
  '%s: %s',
  (check, _, entry) => {
    it('is found, with the fields that are to change', () => {
      const [first] = found(entry.broken, entry.options).filter(
        verdict => verdict.check === check,
      );
      expect(first?.verdict).toBe(entry.verdict);
      expect(first.field).toBe(entry.fields[0]);
      expect(first.evidence.map(({ field }) => field)).toEqual(entry.fields);
      expect(first.cause).toMatch(/^[A-Z].*\.$/s);
      const remedy = first.remedy?.text ?? 'unknown';
      expect(remedy).toMatch(
        first.verdict === 'unknown' ? /^unknown$/ : /^[A-Z].*\.$/s,
      );
    });

    it('is all that is found', () => {
      const allowed = [check, ...(entry.alsoFound ?? [])];
      expect(
        found(entry.broken, entry.options).filter(
          verdict => !allowed.includes(verdict.check),
        ),
      ).toEqual([]);
    });

    it('is not found in the twin without it, nor is anything else', () => {
      expect(found(entry.healthy, entry.options)).toEqual([]);
    });
  },
);

describe('the cases', () => {
  it('leave out no check', () => {
    expect([...new Set(CASES.map(({ check }) => check))].sort()).toEqual(
      checks.map(({ id }) => id).sort(),
    );
  });
});
